"""Ordinary words of which a short name may be a part: 治|安平|稳, 完|全市|场化, 大同|小异."""

from __future__ import annotations

import re
from functools import cache

from qicao.datafiles import lines, table
from qicao.names import SURNAMES
from qicao.regions import HEADS

# Why a short name is left, as told to the writer.
WORD, GENERAL = "像是“{}”一词的一部分", "“{}”也是普通的词，看不出说的是不是它"
_AND = "和与及并"
_NUMERALS = "一二三四五六七八九十百千万"  # no word by themselves: 五原|有
# 南收费站, 西环: what lies on one side of a place, or goes there.
_SIDE = re.compile(
    "[东南西北中](?:收费站|环|大道|大街|路|街|站|门|城|区|部|片|线|侧|岸|郊|服务区|互通|出口|入口|高速|关|口|湖|河|山|村|社区)"
)


def straddled(text: str, start: int, end: int, sure: bool = False) -> str:
    """The ordinary word that runs over an edge of text[start:end] (治安|平稳), or "". `sure`: the other names say that
    it is a place.

    Not when the characters beside it make a word of their own: then it is 云河|水利, and no 河水.
    """
    if text[start] in _AND and end - start == 2 and han(text[start - 1 : start]) and over(text, end):
        return over(text, end)  # 警务保障|和|政工
    for edge in (start, end):
        word = "" if edge == start and _behind_verb(text, start) else over(text, edge)
        if not word or over(text, edge - 1 if edge == start else edge + 1):
            continue
        if not (edge == end and _is_place(text, start, end, sure)) and not _left_over(text, start, end, edge):
            return word
    return phrase(text, start, end)


def _is_place(text: str, start: int, end: int, sure: bool) -> bool:
    """Whether the word over the end of a place's name is no word there: 丰城|市 is no 城市, 万载|人 no 载人."""
    from qicao.gazetteer import is_short  # a large table, wanted by few files

    name = text[start:end]
    if place_of(text, start, end):
        return True
    if is_short(name) and not _single(text[start]) and text[start - 1 : start] + name[0] not in ordinary():
        led = text[start - 1 : start] in listed("称自己") or over(text, start - 1) != ""
        if led and text[end] in "村学" and start:  # 咱|横山|村, 值得|汶上|学
            return True
    if not (sure or text[end] in HEADS or (text[end] == "人" and is_short(name))):
        return False
    return _alone(text, start, end) and text[end + 1 : end + 2] != "化"


def place_of(text: str, start: int, end: int) -> str:
    """The place that text[start:end] is with the ending behind it, when there is one so called: 康乐|县; or ""."""
    from qicao.gazetteer import named  # a large table, wanted by few files

    after = text[end : end + 1]
    whole = text[start:end] + after
    return whole if after and after in HEADS and named(whole) else ""


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing goes together with the first character of the name, were it cut in two: 万载|人, 岳西|风光."""
    before = text[start - 1 : start]
    apart = not han(before) or before in listed("前字") or over(text, start - 1) != ""
    return apart and (text[end] == "人" or not _single(text[start]))


def begins_here(text: str, start: int) -> bool:
    """Whether a name must begin here, for its first character would go with nothing: ，百色."""
    return not han(text[start - 1 : start]) and not _single(text[start])


def _single(character: str) -> bool:
    return character in listed("单字词") and character not in _NUMERALS


def _left_over(text: str, start: int, end: int, edge: int) -> bool:
    """Whether the word over an edge would leave a character of the name that belongs to nothing: 和|文登|群众 is no
    和文, 秀山|南收费站 no 山南."""
    if end - start != 2:
        return False
    rest = text[start] if edge == end else text[start + 1]
    joined = text[start - 1 : start + 1] if edge == end else text[start + 1 : end + 1]
    if rest in listed("单字词") or joined in ordinary() or (over(text, start) and over(text, end)):
        return False
    if edge == start:
        return text[start - 1] in listed("名称前介")
    return text.startswith(listed("后接词"), end) or _SIDE.match(text, end) is not None


def _behind_verb(text: str, start: int) -> bool:
    """Whether a verb of one character stands between marks and the name: 爱安澜、兴|安澜."""
    verb = text[start - 1 : start] in listed("名称前动") if start else False
    return verb and not "\u4e00" <= (text[start - 2] if start > 1 else "") <= "\u9fff"


def over(text: str, edge: int) -> str:
    """The ordinary word of the two characters beside a place in the text, or ""."""
    pair = text[edge - 1 : edge + 1] if 0 < edge < len(text) else ""
    return pair if pair in ordinary() or (pair and pair in listed("也算词")) else ""


def phrase(text: str, start: int, end: int) -> str:
    """The set phrase of four characters that text[start:end] is a part of (大同|小异, 恍然|大悟), or ""; not when
    both halves of it are words of their own (精神|文明)."""
    for at in range(max(end - 4, 0), start + 1):
        found = text[at : at + 4]
        cut = text[at:start] + text[end : at + 4] not in ordinary()
        if found in _phrases() and (cut or (at + 4 == end and text[start:end] not in ordinary())):
            return found
    return _held(text, start, end)


def held(text: str, start: int, end: int) -> str:
    """Why a name of any length is part of a phrase that is listed (老马|识途), or ""."""
    found = _held(text, start, end)
    return WORD.format(found) if found else ""


def _held(text: str, start: int, end: int) -> str:
    name = text[start:end]
    return next((one for one in _longer(name) if text.startswith(one, max(start - one.index(name), 0))), "")


@cache
def _longer(name: str) -> tuple[str, ...]:
    """Phrases of any length that a name is a part of: 留着刘海."""
    return tuple([one for one in listed("短语") if name in one])


@cache
def listed(name: str) -> tuple[str, ...]:
    """A row of swap_words.tsv."""
    return next((tuple(words.split()) for kind, words in table("swap_words.tsv", 2) if kind == name), ())


def addressed(text: str, at: int) -> bool:
    """Whether what a person is called by stands there: 同志, 局长, 副馆长, 代县长, 党总支书记."""
    return text.startswith(listed("人名称呼"), at) or _posts().match(text, at) is not None


@cache
def _posts() -> re.Pattern[str]:
    led, posts = "|".join(listed("职务头")), "|".join(listed("职务尾"))
    return re.compile(f"(?:{led})+(?:{posts})|(?:{posts})")


@cache
def surnames() -> str:
    """Every character that a surname may begin with: the usual ones, and others of swap_words.tsv."""
    return SURNAMES + "".join((*listed("姓"), *listed("常见姓")))


@cache
def ordinary() -> frozenset[str]:
    return frozenset([word for line in lines("words.txt") for word in line.split() if len(word) == 2])


def common(name: str) -> bool:
    """Whether a name is an ordinary word as well: 高峰, 常胜."""
    return name in ordinary() or name in listed("人名也是词")


def han(character: str) -> bool:
    """Whether a character is a 汉字; "" is none."""
    return "\u4e00" <= character <= "\u9fff" if character else False


@cache
def _phrases() -> frozenset[str]:
    return frozenset(" ".join(lines("set_phrases.txt")).split())

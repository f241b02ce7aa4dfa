"""Words misread by a scanner or taken wrong from a list of homophones, told by the words around them.

Four kinds: two characters that are no word (misread.txt), a rare character that looks like a usual one (rare.txt),
a term of some trade with one character wrong or lost (terms.txt), a page number caught within a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from qicao.datafiles import lines
from qicao.manuscript import Manuscript
from qicao.rulekit import compiled
from qicao.rules._typos import Wrong, common, find, like

LATER = ("误认", "夹数", "用语", "缺字")  # kinds that rules of their own report
Pairs = Mapping[str, Sequence[int]]
_MEASURES = frozenset(
    "个名位人家户项条件次天年月日号时分秒元角万亿千百十多余米里亩吨斤克升度成倍级届期批种类台辆套座栋处所间层楼"
    "岁周章节款页篇册部本张份组队班排连营团支站点线段路街国大小轮场会起例宗桩步口片块面门只头匹把"
    "根支枝颗粒滴道则句字笔幅首集季代等环档色星室厅局科股栏格架艘列车趟遍回番股半比至到和或与及以为是"
)

_PLACES, _ALL = frozenset("市县区省乡镇村校院局"), frozenset("全各本我该共近有辖两乡镇县市区村街")
_SINGLE = frozenset(  # characters that are often a word alone
    "的是在有和了不也就要上中下到把被对为与向从于以等都还又更最很将已能会可说做来去出人大小多少新老高全各每本该此这那其一二"
    "三两好学用抓讲看管建设发成入党县市省乡镇村区院校局厂我你他她它"
)


# Characters that lead to another word: what stands behind them need not belong to them (把|提款 is no 把握).
_LEADS = frozenset(
    "的是在有和了不也就要到把被对为与向从于以等都还又更最很将已能会由请让使给按照靠用每各该此这那其部局院校厅委办处科室行司厂站所队镇乡村市县区省"
)


class Terms(NamedTuple):
    """Terms of four characters by their halves, what is like them and right, and wrong forms of shorter ones."""

    words: frozenset[str]
    whole: frozenset[str]  # terms that are told with a character lost, too
    first: dict[str, list[str]]
    second: dict[str, list[str]]
    fine: frozenset[str]
    long: dict[
        str, list[tuple[str, str]]
    ]  # by two characters: long terms with a character lost, and as they are
    short: dict[str, tuple[str, int]]  # wrong form: the right one, and which character is wrong


@cache
def _pairs() -> tuple[str, frozenset[str]]:
    """misread.txt as one text (right: wrong wrong …), and the wrong words in it."""
    text = "\n" + "\n".join(lines("misread.txt")) + "\n"
    return text, frozenset([word for word in text.split() if word[0] not in _LEADS])


@cache
def _rare() -> dict[str, str]:
    return {group[0]: group[1:] for group in " ".join(lines("rare.txt")).split()}


@cache
def _looks() -> dict[str, str]:
    return {group[0]: group[1:] for group in " ".join(lines("looks.txt")).split()}


@cache
def _terms() -> Terms:
    words: list[str] = []
    fine: list[str] = []
    whole = set[str]()
    short: dict[str, tuple[str, int]] = {}
    long: dict[str, list[tuple[str, str]]] = {}
    for line in lines("terms.txt"):
        if line[0] == "|":
            right, *columns = line[1:].split("|")
            for place, column in enumerate(columns):
                for other in column:
                    short[right[:place] + other + right[place + 1 :]] = (right, place)
        elif line[0] == "~":
            for right in line[1:].split():
                for place in range(1, len(right) - 1):
                    lost = right[:place] + right[place + 1 :]
                    long.setdefault(lost[:2], []).append((lost, right))
        else:
            (fine if line[0] == "=" else words).extend(line.lstrip("=+").split())
            if line[0] not in "=+":
                whole.update(line.split())
    first: dict[str, list[str]] = {}
    second: dict[str, list[str]] = {}
    for word in words:
        first.setdefault(word[:2], []).append(word)
        second.setdefault(word[2:], []).append(word)
    return Terms(frozenset(words), frozenset(whole), first, second, frozenset(fine), long, short)


@cache
def _short_starts() -> frozenset[str]:
    return frozenset([wrong[:2] for wrong in _terms().short])


def _alike(one: str, other: str) -> bool:
    return other in _looks().get(one, "") or other in like(one)


def misread(text: str, pairs: Pairs) -> Iterator[Wrong]:
    """Two characters that are no word, where neither makes a word with its other neighbour."""
    blob, wrong = _pairs()
    for pair in wrong.intersection(pairs):
        for at in pairs[pair]:
            if not common(text[at + 1 : at + 3]) and not (at and common(text[at - 1 : at + 1])):
                right = blob[: blob.index(f" {pair}")].rpartition("\n")[2].partition(":")[0]
                yield Wrong(at, at + 2, right, "误认")


def rare(text: str) -> Iterator[Wrong]:
    """A rare character where one that looks like it makes a usual word."""
    table = _rare()
    for one in table.keys() & set(text):
        at = text.find(one)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            for other in table[one]:
                if common(before + other):
                    yield Wrong(at - 1, at + 1, before + other, "误认")
                    break
                if common(other + after):
                    yield Wrong(at, at + 2, other + after, "误认")
                    break
            at = text.find(one, at + 1)


def terms(text: str, pairs: Pairs) -> Iterator[Wrong]:
    """Terms with one character wrong or lost."""
    known = _terms()
    words, size = known.words, len(text)
    for pair in known.first.keys() & pairs.keys():
        either, tails = _rest(pair, 2)
        for at in pairs[pair]:
            if (
                at + 3 < size
                and (text[at + 2] in either or text[at + 3] in tails)
                and text[at : at + 4] not in words
            ):
                yield from _after(text, at, known)
    yield from _seconds(text, pairs, known)
    yield from _long(text, pairs, known)
    for pair in _short_starts().intersection(pairs):
        for at in pairs[pair]:
            if text[at : at + 3] in known.short:
                yield from _short(text, at, known)


def _seconds(text: str, pairs: Pairs, known: Terms) -> Iterator[Wrong]:
    for pair in known.second.keys() & pairs.keys():
        either, tails = _rest(pair, 0)
        for at in pairs[pair]:
            if (
                at > 1
                and (text[at - 1] in either or text[at - 2] in tails)
                and text[at - 2 : at + 2] not in known.words
            ):
                yield from _before(text, at, known)


def _long(text: str, pairs: Pairs, known: Terms) -> Iterator[Wrong]:
    """Long terms with a character lost."""
    for pair in known.long.keys() & pairs.keys():
        for lost, right in known.long[pair]:
            if lost not in known.fine:
                for at in pairs[pair]:
                    if text.startswith(lost, at):
                        yield Wrong(at, at + len(lost), right, "缺字")


def _short(text: str, at: int, known: Terms) -> Iterator[Wrong]:
    """A term of three characters with one of them wrong, where that one makes no word with what is outside."""
    wrong = text[at : at + 3]
    right, place = known.short[wrong]
    outer = (text[at - 1 : at + 1] if at else "", "", text[at + 2 : at + 4])[place]
    if wrong not in known.fine and not common(outer):
        yield Wrong(at, at + 3, right, "用语")


@cache
def _rest(pair: str, half: int) -> tuple[frozenset[str], frozenset[str]]:
    """What stands in the other half of the terms with this half: next to it (or, one being lost, from the far
    end of it), and at the far end.
    """
    known = _terms()
    words = known.first[pair] if half else known.second[pair]
    near = [word[half] if half else word[1] for word in words]
    far = [word[3] if half else word[0] for word in words]
    return frozenset(near + far), frozenset(far)


def _after(text: str, at: int, known: Terms) -> Iterator[Wrong]:
    """The first half of a term stands here: what of the second half does?"""
    said = text[at : at + 4]
    if len(said) < 4 or said in known.words or said in known.fine:
        return
    for word in known.first[said[:2]]:
        if word[2] == said[2]:
            if _alike(word[3], said[3]) and not (said[2] in _SINGLE and common(text[at + 3 : at + 5])):
                yield Wrong(at, at + 4, word, "用语")
        elif word[3] == said[3]:
            if _alike(word[2], said[2]):
                yield Wrong(at, at + 4, word, "用语")
        elif (
            word[3] == said[2]
            and word in known.whole
            and said[:3] not in known.fine
            and not common(text[at + 2 : at + 4])
        ):
            yield Wrong(at, at + 3, word, "缺字")


def _before(text: str, at: int, known: Terms) -> Iterator[Wrong]:
    """The second half of a term stands here: what of the first half does?"""
    said = text[at - 2 : at + 2]
    if said in known.words or said in known.fine:
        return
    for word in known.second[said[2:]]:
        if word[0] == said[0]:
            if _alike(word[1], said[1]):
                yield Wrong(at - 2, at + 2, word, "用语")
        elif word[1] == said[1]:
            if _alike(word[0], said[0]) and not (said[1] in _SINGLE and common(text[at - 3 : at - 1])):
                yield Wrong(at - 2, at + 2, word, "用语")
        elif (
            word[0] == said[1] and word in known.whole and said[1:] not in known.fine and not common(said[:2])
        ):
            yield Wrong(at - 1, at + 2, word, "缺字")


def torn(text: str) -> Iterator[Wrong]:
    """A number within a word: 整3改, 文明城2市."""
    for found in compiled(r"[0-9]{1,3}(?=[\u4e00-\u9fff])").finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end]
        if after in _MEASURES or (after in _PLACES and before in _ALL) or not common(before + after):
            continue
        if text[end + 1 : end + 2].isdigit() or text[start - 2 : start - 1].isdigit():
            continue  # 1心1意: digits for 汉字
        if not common(text[start - 2 : start]) and not common(text[end : end + 2]):
            yield Wrong(start - 1, end + 1, before + after, "夹数")


def found(m: Manuscript) -> list[Wrong]:
    """Every wrong word of a text, none overlapping, the surest kinds first."""
    return m.once(_all)


def _all(m: Manuscript) -> list[Wrong]:
    return list(_apart(m.text, m.pairs))


def _apart(text: str, pairs: Pairs) -> Iterator[Wrong]:
    taken = set[int]()
    sure = [one for kind in find(text, pairs) for one in kind]
    for one in chain(sure, rare(text), terms(text, pairs), misread(text, pairs), torn(text)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield one

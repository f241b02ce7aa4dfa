"""Whether two characters are a person, or part of a word or of a longer name: 周明 in 周明哲, 李周明, 本周明确."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.names import SURNAMES
from qicao.regions import HEADS
from qicao.swap.known import Known
from qicao.swap.titled import acts, plainly
from qicao.swap.words import GENERAL, WORD, addressed, common, han, listed, ordinary, over, phrase, place_of

_PERSON = "像是“{}”这个名字的一部分"
_PLACE = "像是“{}”这个地方"
_LISTED = re.compile(f"(?:[{SURNAMES}][一-鿿]{{1,2}}){{1,4}}(?=[、，。；）)和]|等|同志|$)")
_ASPECT = ("着", "了", "过", "完", "起", "出")  # what stands behind a verb: 哑着
_AND = "和与及"
_LINKS = ("、", "和", "与", "及")  # other persons follow


def in_person(text: str, start: int, end: int, people: Collection[str], known: Known) -> str:
    """Why text[start:end] is no person, or "": he himself is followed by what a person is or does."""
    name, before, after = text[start:end], text[max(start - 1, 0) : start], text[end : end + 1]
    if common(name):  # 讲文明
        told = plainly(text, start, end, people) or acts(text, start, end, name in known.people)
        return "" if told else GENERAL.format(name)
    if why := county_of(text, start, end):
        return why
    does = addressed(text, end) or text.startswith((*listed("人名后"), *listed("人名言行")), end)
    if phrased := phrase(text, start, end):
        return WORD.format(phrased)
    if before == name[-1] and han(text[max(start - 2, 0) : start - 1]) and not does:  # 兵强马强
        return WORD.format(text[start - 2 : end])
    posted = text.endswith(listed("职务尾"), 0, start)  # 副镇长|江军 is no 长江
    if name[-1] in _AND and not (does or posted or name in known.people) and _joins(text, start, end):
        return WORD.format(name + after)  # 防雷|和|防火
    led = before in listed("前字") or text[max(start - 2, 0) : start] in ordinary()
    sure = posted or (does and led) or (before in listed("前字") and after in _LINKS) or before == "老"
    if (word := over(text, start)) and not sure:  # 由于 in 由|于洋|主持 is by accident
        return WORD.format(word)
    if before in _surnames_before() and before and text[max(start - 2, 0) : start] not in ordinary():
        return _PERSON.format(before + name)
    if does or not han(after) or after in HEADS:
        return ""
    if after == "外" and text[:start].endswith(("除", "除了")):
        return ""
    return _behind(text, start, end, known)


def county_of(text: str, start: int, end: int) -> str:
    """康乐|县 is the county, and no person, unless its chief's post stands there."""
    place = "" if addressed(text, end) else place_of(text, start, end)
    return _PLACE.format(place) if place else ""


def _joins(text: str, start: int, end: int) -> bool:
    """Whether 和 is no part of a name: what it joins stands before and behind it."""
    before = text[start - 1 : start]
    tied = han(before) and before not in listed("前字") and not over(text, start - 1)
    return han(text[end : end + 1]) and (tied or text[start] in listed("姓也是名词"))


def _behind(text: str, start: int, end: int, known: Known) -> str:
    """Why the character behind the name makes it part of a word or of a longer name, or "": only what is told of a
    longer one, or what people are called by, holds the name back."""
    name, after = text[start:end], text[end]
    if after in listed("不作名字") or text.startswith(listed("人名后词"), end):
        return ""
    if known.longer(name + after):
        return _PERSON.format(name + after)
    function, next_word = text.startswith(listed("人名后字"), end), text[end : end + 2] in ordinary()
    if not function and (word := over(text, end)):
        led = (not han(text[start - 1 : start]) or text[start - 1] in listed("前字")) and name[
            0
        ] not in "于方何"
        sure = next_word or (name in known.people and name[0] in listed("常见姓"))  # 龙安|排了队
        return "" if sure and led and not _named_so(text, end + 1) else WORD.format(word)
    if function or next_word or _next_name(text, end) or known.does(name, after):
        return ""
    if _named_so(text, end + 1) or not _no_name(text, end, name in known.people):
        return _PERSON.format(name + after)
    return ""


def _no_name(text: str, end: int, known: bool) -> bool:
    """Whether the character behind a name is a verb, or none that people are called by. `known`: another place of
    the text tells that a person has this name of two characters."""
    after = text[end]
    if after in listed("人名后单动"):
        return True
    if text[end + 1 : end + 2] in _ASPECT:
        return True
    follows = text.startswith(
        listed("人名后字"), end + 1
    )  # 王松喆|在: the whole name may be followed by a verb
    return after not in "".join(listed("名字常用字")) and (known or not follows)


def _named_so(text: str, end: int) -> bool:
    """Whether words end here as a name does: at a mark, or before a post or what persons do (何川进同志, 何川进、)."""
    if not han(text[end : end + 1]):
        return True
    return addressed(text, end) or text.startswith(listed("人名言行"), end)


def _next_name(text: str, end: int) -> bool:
    """Whether another person's name follows at once: 李军|王强等."""
    return _LISTED.match(text, end) is not None


@cache
def _surnames_before() -> frozenset[str]:
    return frozenset(SURNAMES) - frozenset(listed("前字")) - frozenset("万连方何")

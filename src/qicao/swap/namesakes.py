"""Places and units that are called alike and are others: 上马家沟村, 省实验中学, 连云港的云台山."""

from __future__ import annotations

import re
from collections.abc import Collection

from qicao.names import SURNAMES
from qicao.regions import HEADS
from qicao.swap.changes import Change
from qicao.swap.words import GENERAL, WORD, addressed, common, han, listed, ordinary, place_of

_VILLAGE, _UNIT, _LAB = "像是另一个地方“{}”", "像是另一个单位“{}”", "像是“{}”，不是单位的名称"
_SURNAME = "“{}”的姓和职务要一起改"
_PERSON = "像是“{}”这个名字的一部分"
_POST_SIZE, _GIVEN = 4, 2
_NO_SURNAME = frozenset("任原时代当")
_SIDES = frozenset("上下大小东西南北中前后新老内外")
_BEHIND = frozenset("前后中内外上下")  # these end a phrase as well: 月底前, 代表中, 三天内
_NO_TOWN = frozenset("前中后内外")  # villages are called so, towns are not
_SMALL = ("村", "镇", "乡", "社区", "街道", "屯", "寨")
_LEADS = frozenset("以向朝往从会此最之")  # 以东, 会后: what stands there is no part of a name
_MADE = re.compile(
    "(?:[建造塑绘创]设?|打造|建设|建成|美丽|幸福|活力|共建|迈向|走向|看|个|座|的|是)$"
)  # 建设新青川镇: the place itself
_OURS = frozenset("我全本各该")
_ALIKE = re.compile("([一-鿿]{2})[乡镇村县区][，,]?(?:里|那里)?有一?个?[村镇乡屯]也(?:叫|称)([一-鿿]{2,3})")
_TOO = re.compile("[村镇乡屯县]也叫$")
_PUPIL = re.compile("[生](?![源活涯态平产命])")


def other_village(text: str, start: int, end: int, olds: Collection[str]) -> str:
    """上马家沟村 beside 马家沟村: what another village is called, or ""."""
    old, side = text[start:end], text[start - 1 : start]
    small = old.endswith(_SMALL) or any(old + ending in olds for ending in _SMALL)
    if side not in _SIDES or not side or not small:
        return ""
    ending = next((one for one in _SMALL if text.startswith(one, end)), "")
    if not old.endswith(_SMALL) and not (ending or len(old) > 2):
        return ""
    before = text[max(start - 6, 0) : start - 1]
    if side in _BEHIND and (_ends_phrase(before) or (side in _NO_TOWN and not _is_village(old, text, end))):
        return ""
    pair = text[start - 2 : start] in ordinary() or before[-1:] in _LEADS
    if before and pair and not before.endswith(listed("别处村")):  # 会上、以东
        return ""
    if side in "新大老小" and _MADE.search(before):
        return ""
    return _VILLAGE.format(side + old + ending)


def _ends_phrase(before: str) -> bool:
    """Whether 前, 中 or 内 behind these words ends what they say (五月底|前, 代表|中): a village's name begins where
    one can begin, behind a mark, a preposition or the name of the place in which it lies."""
    last = before[-1:]
    led = not han(last) or last in listed("前字") or before.endswith(("镇", "乡", "街道", *listed("别处村")))
    return not led


def _is_village(old: str, text: str, end: int) -> bool:
    villages = ("村", "屯", "寨")
    return old.endswith(villages) or text.startswith(villages, end)


def other_school(text: str, start: int, end: int) -> str:
    """省实验中学 beside 实验中学, a unit whose name says nothing of where it is; and 物理|实验中|学生."""
    old = text[start:end]
    if old not in listed("通用单位名"):
        return ""
    if old.startswith("实验") and (text.endswith(listed("学科"), 0, start) or _pupil(text, end)):
        return _LAB.format(old[:-1] if text.endswith(listed("学科"), 0, start) else old + text[end])
    level, before = text[start - 1 : start], text[max(start - 2, 0) : start - 1]
    if level and level in HEADS and before not in _OURS and not (level in "区" and han(before)):
        return _UNIT.format(level + old)
    return ""


def _pupil(text: str, end: int) -> bool:
    return (
        text[end - 1] == "学"
        and _PUPIL.match(text, end) is not None
        and text[end + 1 : end + 2] in ("要", "应")
    )


def surname_before(text: str, start: int, end: int, change: Change) -> str:
    """石|乡长: with the post alone changed the old surname would stand before the new post."""
    if change.label != "职务" or start == 0 or end - start > _POST_SIZE:
        return ""
    one, before = text[start - 1], text[start - 2 : start - 1]
    surname = one in SURNAMES and one not in _NO_SURNAME
    alone = not han(before) or before in listed("前字") or before in "老小"
    return _SURNAME.format(one + text[start:end]) if surname and alone else ""


def given_name(text: str, start: int, end: int) -> str:
    """罗|长顺: a place of two characters that is a person's given name there, or ""."""
    surname = text[start - 1 : start] if start else ""
    if not surname or surname not in listed("人姓") or end - start > _GIVEN or text[end : end + 1] in HEADS:
        return ""
    free = not han(text[start - 2 : start - 1]) if start > 1 else True
    told = free or text.endswith(listed("职务尾"), 0, start - 1)
    return _PERSON.format(surname + text[start:end]) if told else ""


def tail_cut(text: str, end: int) -> str:
    """党支|部署: the word that begins with the last character of a longer name, or ""."""
    word = text[end - 1 : end + 1]
    cut = word in listed("断尾") and text[end : end + 2] not in ordinary()
    return WORD.format(word) if cut else ""


def alike(words: str) -> frozenset[tuple[str, str]]:
    """(where, name) of places that the words call namesakes: 周河乡，有个村也叫张庄."""
    return frozenset([(one[1], one[2]) for one in _ALIKE.finditer(words)])


def other_of_name(text: str, start: int, end: int, known: Collection[tuple[str, str]]) -> str:
    """Why text[start:end] is a namesake elsewhere: 也叫|张庄, and 周河的|张庄 where such a one was told of, or ""."""
    name = text[start:end]
    if _TOO.search(text[max(start - 5, 0) : start]) and len(name) == _GIVEN:
        return _VILLAGE.format(name)
    before = text[:start].removesuffix("的")
    for where, told in known:
        if told.startswith(name) and before.endswith((where, *[where + one for one in _SMALL])):
            return _VILLAGE.format(where + name)
    return ""


def county(text: str, start: int, end: int, change: Change) -> str:
    """康乐|县 where 康乐 is to become a person: the place of that name, or the word (富足康乐), or ""."""
    from qicao.gazetteer import is_short  # a large table, wanted by few files

    name = text[start:end]
    if is_short(change.new) or addressed(text, end):
        return ""
    if place := place_of(text, start, end):
        return _VILLAGE.format(place)
    said = common(name) and text.endswith(listed("词义前已知"), 0, start)
    return GENERAL.format(name) if said else ""

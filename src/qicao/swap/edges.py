"""Whether an old name found in a text is that name, or part of a longer word, number, person's or unit's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from qicao.regions import HEADS
from qicao.swap.called import meant
from qicao.swap.changes import Change
from qicao.swap.exchange import exchanged
from qicao.swap.history import historic
from qicao.swap.honours import is_honour, won
from qicao.swap.kinds import EITHER, PERSON, Kinds
from qicao.swap.known import Known
from qicao.swap.landmarks import landmark
from qicao.swap.levels import cut
from qicao.swap.locality import Localities, before_ending
from qicao.swap.namesakes import (
    alike,
    county,
    given_name,
    other_of_name,
    other_school,
    other_village,
    surname_before,
    tail_cut,
)
from qicao.swap.past import founded, other_day, year_of, year_told
from qicao.swap.persons import in_person
from qicao.swap.stems import as_verb, in_sense, is_place, is_plain_word, is_word, work
from qicao.swap.things import counted, is_thing, named_only, thing
from qicao.swap.titled import acts, plainly
from qicao.swap.words import GENERAL, WORD, begins_here, han, held, listed, ordinary, straddled

_UNIT = "前面像是别的单位的名称"
_NUMBER, _OTHER_YEAR, _RANGE = (
    "是另一个数的一部分",
    "前面写着年份，看不出是不是这一天",
    "是起止日期、起止数的一部分",
)
_POST = "后面是“{}”，职务要一起改"
_AWARD = "像是荣誉、称号的级别"
_SHORT = 2  # characters: a name this short may be part of another word
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇两")
_POINT, _DASH = ".．,，·", "至到—–～~-－"
_MONTH = re.compile(r"[0-9０-９一二三四五六七八九十]{1,3}月")
_UNIT_HEADS = frozenset("局院校厅行所站")
_OFFICE = re.compile(r"[\u4e00-\u9fff]{1,6}[室科处部办委局股中心]")
_OFFICE_POST = re.compile(r"副?(?:主任|科长|处长|部长|书记|局长|股长)")
_HOLDS = re.compile("[书记、副兼]*")
_OWN = frozenset(["单位名称", "单位简称", "自称"])  # labels of what the unit itself is called
_UNIT_NAME = "单位名称"
_PLACES = frozenset(["", "地区", "地区简称"])
_NAMED = _PLACES | {"单位名称", "单位简称"}
_LEVELS = frozenset(["层级", "级别"])
_HELD = frozenset(["职务", "自称"])  # what every unit has: 市局局长, 市局领导
_SAME_LEVEL = frozenset(["我", "本", "全", "该"])


class Edges:
    """Knows all changes of one call, for what they tell of each other."""

    def __init__(self, olds: Mapping[str, Change]) -> None:
        self._changes = olds
        self._kinds = Kinds(olds)
        self._places = Localities(olds)
        self._olds = "".join([f"{one}\n" for one in olds])
        self._year = year_of(olds)
        self._works = work(olds)
        self._known = Known()
        self._alike: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def exchanged(self) -> frozenset[str]:
        """The persons who change places with others."""
        return exchanged(self._changes, self._kinds.people)

    def read(self, words: str) -> None:
        """Look through the words of a part before the names in it are judged."""
        self._known.read(words, self._kinds.people, self._kinds.maybe)
        self._alike |= alike(words)
        self._year = self._year or year_told(words)

    def instead(self, old: str) -> str:
        """The shorter old name to try where this one is not meant: 青川 for 青川市 in 青川市民; or ""."""
        return self._places.without_ending(old)

    def reason(self, text: str, start: int, end: int, change: Change, beside: Change | None) -> str:
        """Why the name at text[start:end] is not the one that is meant, or "". `beside`: the change that is
        made directly before it, so that what stands there is no other's name (青川市|水利局)."""
        if why := _number(text, start, end):
            return why
        if is_honour(change.old):
            return won(text, start, end, self._year)
        if beside is None and (why := other_day(text, start, end, self._olds)):
            return why
        if why := self._elsewhere(text, start, end):
            return why
        kind = self._kinds.of(change)
        if kind == PERSON or (self._kinds.titled(change) and self._known.knows(text, start, end)):
            return in_person(text, start, end, self._kinds.people, self._known)
        if why := surname_before(text, start, end, change):
            return why
        if beside is None and (why := self._namesake(text, start, end, change)):
            return why
        if kind == EITHER and self._acts(text, start, end):
            return ""
        return self._otherwise(text, start, end, change, beside)

    def _elsewhere(self, text: str, start: int, end: int) -> str:
        """Why the name is another sense of it, part of a phrase, or what a namesake is called, or ""."""
        return (
            named_only(text, start, end)
            or held(text, start, end)
            or other_of_name(text, start, end, self._alike)
        )

    def _acts(self, text: str, start: int, end: int) -> bool:
        """Whether a name that may be a person's or a place's is a person's for certain."""
        return plainly(text, start, end, self._kinds.people) or acts(text, start, end, known=False)

    def _otherwise(self, text: str, start: int, end: int, change: Change, beside: Change | None) -> str:
        """Why the name is another word, an award or another unit's, or ""."""
        if self._kinds.of(change) == EITHER and (why := county(text, start, end, change)):
            return why
        if why := founded(text, start, end, self._year) or self._other_word(text, start, end, change):
            return why
        if change.label in _LEVELS and change.old[-1] == "级" and text.startswith(listed("荣誉词"), end):
            return _AWARD
        if beside is not None and not (_is_office(change) and beside.label not in _OWN):
            return _own_office(text, end, change)
        if change.label == _UNIT_NAME and self._places.elsewhere(text, start, change):  # 赣县区|水利局
            return _UNIT
        return self._places.other(text, start, end, change) or _other_unit(text, start, end, change)

    def _namesake(self, text: str, start: int, end: int, change: Change) -> str:
        """Why a place or a unit is another of that name, or one of history, or ""."""
        if change.label not in _NAMED:
            return ""
        if change.label in _PLACES and (why := historic(text, start, end) or landmark(text, start, end)):
            return why
        why = (
            given_name(text, start, end)
            or other_village(text, start, end, self._changes)
            or other_school(text, start, end)
        )
        return why or (self._places.abroad(text, start - 1) if text[start - 1 : start] == "的" else "")

    def _other_word(self, text: str, start: int, end: int, change: Change) -> str:
        """Why a name is an ordinary word, or part of one, or ""."""
        if change.label in _PLACES and (why := self._place_word(text, start, end, change)):
            return why
        if word := cut(text, end, change):
            return WORD.format(word)
        if change.label == "下级" and (why := _longer(text, end)):
            return why
        if end - start > _SHORT:
            return tail_cut(text, end)
        return _in_word(text, start, end, change, self._kinds.of_place(change.old))

    def _place_word(self, text: str, start: int, end: int, change: Change) -> str:
        """Why a place that is called by a word, or like a thing, is not meant, or ""."""
        old = change.old
        if why := counted(text, start, end):
            return why
        if as_verb(text, start, end):
            return GENERAL.format(text[start : start + _SHORT])
        general = is_word(old) or (old in ordinary() and self._kinds.of_place(old) and is_plain_word(old))
        if general and not is_place(text, start, end, self._works):
            if not (self._kinds.of_place(old) and meant(text, start, end)):
                return GENERAL.format(old)
            return ""
        if end - start <= _SHORT and in_sense(text, start, end):
            return GENERAL.format(old)
        return thing(text, start, end) if is_thing(old) else ""


def _longer(text: str, end: int) -> str:
    """各年级|组 is another body; 各科室|组织 is not."""
    one = text[end : end + 1]
    named = one in listed("机构尾") and han(one) and text[end : end + 2] not in ordinary()
    return WORD.format(text[end - 2 : end + 1]) if named else ""


def same_holder(text: str, end: int, start: int, change: Change, why: str) -> str:
    """The reason for which the post before this one was left holds for it too: 市教育局党组书记、局长."""
    between = text[end:start]
    return why if change.label == "职务" and why == _UNIT and _HOLDS.fullmatch(between) else ""


def _number(text: str, start: int, end: int) -> str:
    """Numbers and dates: not 3个 in 2.3个, not 3月12日 of another year, not one end of 3月12日—15日."""
    first, last = text[start], text[end - 1]
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    for kind in (_DIGITS, _NUMERALS):
        if first in kind and before[-1:] in kind and before:
            return _NUMBER
        if last in kind and after[:1] in kind and after:
            return _NUMBER
    if first not in _DIGITS and last not in _DIGITS and not _MONTH.match(text, start):
        return ""
    if first in _DIGITS and len(before) == 2 and before[1] in _POINT and before[0] in _DIGITS:
        return _NUMBER
    if last in _DIGITS and len(after) == 2 and after[0] in _POINT and after[1] in _DIGITS:
        return _NUMBER
    if _MONTH.match(text, start) and before[-1:] == "年" and before[:1] in _DIGITS | _NUMERALS:
        return _OTHER_YEAR
    if (before[-1:] in _DASH and before[:1] in _DIGITS | set("日月年")) if len(before) == 2 else False:
        return _RANGE
    return _RANGE if len(after) == 2 and after[0] in _DASH and after[1] in _DIGITS else ""


def _in_word(text: str, start: int, end: int, change: Change, sure: bool) -> str:
    from qicao.gazetteer import by_accident  # a large table, wanted by few files

    old = change.old
    if change.label == "自称" and old[0] == "全" and old in ordinary():  # 服务全局 is not 服务我们这个局
        return "" if text.startswith(listed("全单位后"), end) else GENERAL.format(old)
    if word := straddled(text, start, end, sure):
        return WORD.format(word)
    if sure and begins_here(text, start):
        return ""
    if end - start == _SHORT and by_accident(text, start, old):
        return WORD.format(text[max(start - 1, 0) : end + 1])
    return ""


def _other_unit(text: str, start: int, end: int, change: Change) -> str:
    """市水利局 in 衡水市水利局, 局党组 in 市教育局党组, 办公室 in 市委办公室: names of somebody else's."""
    old, before = change.old, text[max(start - 2, 0) : start]
    last = before[-1:]
    if not han(last):
        return _own_office(text, end, change)
    named = before_ending(text, start) != ""
    if old.endswith(listed("机构尾")):
        guessed = last in HEADS or (last not in listed("前字") and not _leads(before))
        named = named or guessed or before.endswith(listed("别处"))
    if named and old[0] in HEADS and len(old) > 1:
        return _UNIT
    own = last in "局院校厅" and before[0] in _SAME_LEVEL
    theirs = last in listed("单位前字") or (change.label in _HELD and last in HEADS)
    if (old[0] in _UNIT_HEADS or change.label == "职务") and len(old) > 1 and theirs and not own:
        return _UNIT
    if _is_office(change) and last in listed("科室前字") and not own:
        return _UNIT
    return _own_office(text, end, change)


def _leads(word: str) -> bool:
    """Whether two characters before 市水利局 are a word (来到, 感谢) and no place (和平)."""
    from qicao.gazetteer import is_short

    return word in ordinary() and not is_short(word)


def _own_office(text: str, end: int, change: Change) -> str:
    """办公室 → 机关党委 leaves no 主任 behind it."""
    if _is_office(change) and change.old[-1] != change.new[-1]:
        post = _OFFICE_POST.match(text, end)
        return _POST.format(post[0]) if post else ""
    return ""


def _is_office(change: Change) -> bool:
    """Whether a fact of the brief is an office within the unit (责任科室: 办公室)."""
    return change.fact and _OFFICE.fullmatch(change.old) is not None

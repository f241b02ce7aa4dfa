"""Two 要素单 → what to put in place of what: every form in which the old unit, place, level and day are said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qicao.brief import Brief
from qicao.library.model import Library
from qicao.numerals import chinese
from qicao.swap.changes import Change
from qicao.values import slot_values

# Slot → whether it is changed without asking. What people are called differs by trade, and a word of one trade
# may be meant in general: those are proposed.
_SLOTS = (
    ("单位.名称", True), ("单位.简称", True), ("荣誉", True), ("会议.名称", True), ("讲话人.姓名", True),
    ("讲话人.职务", True), ("地区称", True), ("全域", True), ("直属", True), ("主题", True),
    ("自称", False), ("领导机构", False), ("干部群体", False), ("下级", False), ("服务对象", False),
    ("同级", False), ("系统", False), ("级别", False),
)  # fmt: skip
_ENDINGS = "(?:特别行政区|自治区|自治州|自治县|地区|街道|社区|省|市|州|盟|县|旗|区|镇|乡|村)"
_PART = re.compile(f".{{2,}}?{_ENDINGS}")
_ENDING = re.compile(f"{_ENDINGS}$")
_TIERS = ("市委", "市政府", "市级", "市里")  # of the place itself, when its level changes
_SHORT = 2  # characters: a name this short may be part of another word


class Derived(NamedTuple):
    """The changes, and what the writer must do by hand."""

    changes: tuple[Change, ...]
    by_hand: tuple[str, ...]


def derive(old: Brief, new: Brief, library: Library) -> Derived:
    """All changes between two briefs; where two differ on one old word, the first of the list below holds."""
    found: dict[str, Change] = {}
    before, after = slot_values(old, library), slot_values(new, library)
    for change in [
        *_slots(before, after),
        *_days(old, new),
        *_places(old, new),
        *_levels(old, new),
        *_facts(old, new),
    ]:
        if change.old and change.new and change.old != change.new and "【" not in change.old:
            found.setdefault(change.old, change)
    return Derived(tuple(found.values()), tuple(_by_hand(old, new)))


def _slots(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for slot, sure in _SLOTS:
        if slot in before and slot in after:
            yield Change(before[slot], after[slot], slot.rpartition(".")[2], proposed=not sure)


def _days(old: Brief, new: Brief) -> Iterator[Change]:
    for form in (
        "{0.year}年{0.month}月{0.day}日", "{0.year}年{0.month:02}月{0.day:02}日", "{0.month}月{0.day}日",
        "{0.year}-{0.month:02}-{0.day:02}", "{0.year}.{0.month}.{0.day}", "{0.year}/{0.month}/{0.day}",
    ):  # fmt: skip
        yield Change(form.format(old.day), form.format(new.day), "会议日期")
    yield Change(_spelt(old), _spelt(new), "会议日期")


def _spelt(brief: Brief) -> str:
    """二〇二六年三月十二日"""
    year = "".join(["〇一二三四五六七八九"[int(digit)] for digit in str(brief.day.year)])
    return f"{year}年{chinese(brief.day.month)}月{chinese(brief.day.day)}日"


def _places(old: Brief, new: Brief) -> Iterator[Change]:
    """Place by place from the smallest up, whole and without the ending: 安平县 → 云河区, 安平 → 云河."""
    olds, news = (_PART.findall(brief.region.name) or [brief.region.name] for brief in (old, new))
    yield Change(old.region.name, new.region.name, "地区")
    for one, other in zip(reversed(olds), reversed(news), strict=False):
        yield Change(one, other, "地区")
        short, instead = _ENDING.sub("", one), _ENDING.sub("", other)
        if len(short) >= _SHORT and short != one:
            yield Change(short, instead, "地区简称")


def _levels(old: Brief, new: Brief) -> Iterator[Change]:
    """我市 and 全市 come from the slots; the bodies of the place are named by its level too."""
    one, other = old.region.word[-1:], new.region.word[-1:]
    for word in _TIERS if one != other else ():
        yield Change(word.replace("市", one), word.replace("市", other), "层级", proposed=True)


def _facts(old: Brief, new: Brief) -> Iterator[Change]:
    """Facts given in both: dates, names of offices, targets; lists item by item when they have as many."""
    for name, fact in old.facts.items():
        other = new.facts.get(name)
        if other is None or fact.words.isdecimal():
            continue
        if not fact.items:
            yield Change(fact.words, other.words, name)
        elif len(fact.items) == len(other.items):
            yield from [Change(one, two, name) for one, two in zip(fact.items, other.items, strict=True)]


def _by_hand(old: Brief, new: Brief) -> Iterator[str]:
    """Facts that stand in the old text and cannot be put right by putting one word for another."""
    for name, fact in old.facts.items():
        other = new.facts.get(name)
        if other is None:
            yield f"旧要素单有“{name}”，新的没有：原文里的“{fact.words}”请核对"
        elif fact.words.isdecimal() and fact.words != other.words:
            yield f"“{name}”由{fact.words}变成{other.words}：数字不自动换，请逐处核对"
        elif fact.items and len(fact.items) != len(other.items):
            yield f"“{name}”旧的{len(fact.items)}条、新的{len(other.items)}条，对不上，请自己改"
    if old.unit_type != new.unit_type:
        yield f"单位类型由{old.unit_type}变成{new.unit_type}：这一行的业务话请通读重写，或者用 qicao draft 新拼"
    if old.campaign != new.campaign:
        yield f"主题由{old.campaign}变成{new.campaign}：不是换名字能换成的，最好用 qicao draft 新拼"

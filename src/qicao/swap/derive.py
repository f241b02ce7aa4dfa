"""Two 要素单 → what to put in place of what: every form in which the old unit, place, level and day are said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from qicao.brief import Brief
from qicao.library.model import Library
from qicao.swap.changes import Change
from qicao.swap.dates import days
from qicao.swap.finder import Finder
from qicao.swap.honours import named as named_honours
from qicao.swap.locality import leading_place, parts, stem
from qicao.swap.speakers import lost, named, posts, spread
from qicao.swap.stems import is_word
from qicao.swap.units import own_bodies, with_place
from qicao.swap.words import listed
from qicao.values import slot_values

# Slot → whether it is changed without asking. What people are called differs by trade, and a word of one trade
# may be meant in general: those are proposed.
_SLOTS = (
    ("单位.名称", True), ("单位.简称", True), ("荣誉", True), ("会议.名称", True), ("讲话人.姓名", True),
    ("讲话人.职务", True), ("地区称", True), ("全域", True), ("直属", True), ("主题", True),
    ("自称", False), ("领导机构", False), ("干部群体", False), ("下级", False), ("服务对象", False),
    ("同级", False), ("系统", False), ("级别", False),
)  # fmt: skip
_LEVELS = 2  # characters of two levels that are called by one each: 县, 区
_SHORT = 2  # characters of a name that may stand without its ending


class Derived(NamedTuple):
    """The changes, what the writer must do by hand, and the honours that only the old unit has."""

    changes: tuple[Change, ...]
    by_hand: tuple[str, ...]
    honours: tuple[str, ...] = ()


def derive(old: Brief, new: Brief, library: Library) -> Derived:
    """All changes between two briefs; where two differ on one old word, the first of the list below holds."""
    found: dict[str, Change] = {}
    before, after = slot_values(old, library), slot_values(new, library)
    for change in [
        *_slots(before, after),
        *days(old.day, new.day),
        *_places(old.region.name, new.region.name),
        *with_place(old.region.name, old.unit_short, new.region.name, new.unit_short),
        *_unit(old.unit, new.unit),
        *_facts(old, new),
        *spread(old.speaker, new.speaker),
        *posts(old, new),
        *named(old.facts, new.facts),
        *_self(before.get("自称", ""), after.get("自称", "")),
        *own_bodies(before.get("自称", ""), after.get("自称", ""), old.unit, new.unit),
        *_lists(before, after),
        *_levels(old, new),
    ]:
        if change.old and change.new and change.old != change.new and "【" not in change.old:
            found.setdefault(change.old, change)
    by_hand = tuple(_by_hand(old, new, before, after))
    return Derived(tuple(_needed(found.values())), by_hand, tuple(_honours(old, new)))


def _needed(changes: Collection[Change]) -> Iterator[Change]:
    """The changes without the proposals whose effect those that are made anyway have: 全市水利系统 beside 全市."""
    sure = {change.old: change.new for change in changes if not change.proposed}
    finder = Finder(sure)
    for change in changes:
        made, at = "", 0
        for start, end in finder.find(change.old) if change.proposed else ():
            made, at = made + change.old[at:start] + sure[change.old[start:end]], end
        if made + change.old[at:] != change.new:
            yield change


def _slots(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for slot, sure in _SLOTS:
        if slot in before and slot in after and before[slot] not in listed("泛指"):
            label = slot.removeprefix("讲话人.").replace(".", "")
            yield Change(before[slot], after[slot], label, proposed=not sure)


def _places(old: str, new: str) -> Iterator[Change]:
    """Place by place from the smallest up, whole and without the ending: 安平县 → 云河区, 安平 → 云河."""
    yield Change(old, new, "地区")
    for one, other in zip(reversed(parts(old)), reversed(parts(new)), strict=False):
        yield Change(one, other, "地区")
        if len(stem(one)) >= _SHORT:
            asked = is_word(stem(one)) and stem(one) in listed("常说的词")
            yield Change(stem(one), stem(other), "地区简称", proposed=asked)


def _unit(old: str, new: str) -> Iterator[Change]:
    """The unit's name without 中共, and without its place (水利局): the last may be meant of any."""
    one, other = old.removeprefix("中共"), new.removeprefix("中共")
    yield Change(one, other, "单位名称")
    rest, instead = one.removeprefix(leading_place(one)), other.removeprefix(leading_place(other))
    if len(rest) > _SHORT and rest[0] not in "委":
        yield Change(rest, instead, "单位名称", proposed=True)


def _self(old: str, new: str) -> Iterator[Change]:
    """我局 → 我院 comes from the slots; 全局 and 本局 go with it."""
    one, other = old.removeprefix("我们").removeprefix("我"), new.removeprefix("我们").removeprefix("我")
    if one and other:
        yield Change(f"全{one}", f"全{other}", "自称", proposed=True)
        yield Change(f"本{one}", f"本{other}", "自称", proposed=True)


def _lists(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """各科室、所属各单位 → 各庭室、各部门, one by one."""
    ones, others = before.get("下级", "").split("、"), after.get("下级", "").split("、")
    for one, other in zip(ones, others, strict=False):
        if len(one) > _SHORT:
            yield Change(one, other, "下级", proposed=True)


def _levels(old: Brief, new: Brief) -> Iterator[Change]:
    """我市 and 全市 come from the slots; the bodies of the place are named by its level too."""
    one, other = old.region.word, new.region.word
    if one == other or len(one) > 1 or len(other) > 1:
        return
    for word in listed("层级"):
        if not f"{new.level}{new.honour}".startswith(one + word):  # 市级文明单位 may still be the aim
            yield Change(one + word, other + word, "层级", proposed=True)
    for form in listed("层级式"):
        yield Change(form.replace("〇", one), form.replace("〇", other), "层级", proposed=True)


def _facts(old: Brief, new: Brief) -> Iterator[Change]:
    """Facts given in both: dates, names of offices, targets; lists item by item when they have as many."""
    for name, fact in old.facts.items():
        other = new.facts.get(name)
        if other is None or fact.words.isdecimal():
            continue
        if not fact.items:
            yield Change(fact.words, other.words, name, fact=True)
        elif len(fact.items) == len(other.items):
            for one, two in zip(fact.items, other.items, strict=True):
                yield Change(one, two, name, fact=True)


def _honours(old: Brief, new: Brief) -> list[str]:
    """The honours among the old facts that the new unit neither has nor aims at."""
    told = " ".join([fact.words for fact in new.facts.values()]) + f"{new.meeting} {new.honour}"
    found = dict.fromkeys([one for fact in old.facts.values() for one in named_honours(fact.words)])
    return [one for one in found if one not in told]


def _by_hand(old: Brief, new: Brief, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """What stands in the old text and cannot be put right by putting one word for another."""
    for slot, sure in _SLOTS:
        if sure and slot in before and slot not in after:
            yield f"旧要素单有“{slot}”，新的没有：原文里的“{before[slot]}”请核对"
        elif before.get(slot, "") in listed("泛指") and after.get(slot, before[slot]) != before[slot]:
            yield f"{slot}由“{before[slot]}”变成“{after[slot]}”：“{before[slot]}”到处都说，请逐处核对"
    for name, fact in old.facts.items():
        other = new.facts.get(name)
        if other is None:
            yield f"旧要素单有“{name}”，新的没有：原文里的“{fact.words}”请核对"
        elif fact.words.isdecimal() and fact.words != other.words:
            yield f"“{name}”由{fact.words}变成{other.words}：数字不自动换，请逐处核对"
        elif fact.items and len(fact.items) != len(other.items):
            yield f"“{name}”旧的{len(fact.items)}条、新的{len(other.items)}条，对不上，请自己改"
    for post in lost(old.post, new.post):
        said = f"原文里的“{old.speaker}{post}”“{old.speaker[:1]}{post}”请核对"
        yield f"讲话人旧的职务“{post}”在新要素单里没有对应的：{said}"
    yield from _large(old, new)


def _large(old: Brief, new: Brief) -> Iterator[str]:
    """Differences that run through the whole speech."""
    if old.day.year != new.day.year:
        yield f"年份由{old.day.year}变成{new.day.year}：原文里的“{old.day.year}年”“今年”“去年”和工作时限请逐处核对"
    before, after = old.region, new.region
    if before.tier != after.tier or (before.word != after.word and len(before.word + after.word) == _LEVELS):
        levels = (before.tier, after.tier) if before.tier != after.tier else (before.word, after.word)
        yield "层级由{}变成{}：原文里的上级机关（如“省委、市委”）请逐处核对".format(*levels)
    if old.unit_type != new.unit_type:
        yield f"单位类型由{old.unit_type}变成{new.unit_type}：这一行的业务话请通读重写，或者用 qicao draft 新拼"
    if old.campaign != new.campaign:
        yield f"主题由{old.campaign}变成{new.campaign}：不是换名字能换成的，最好用 qicao draft 新拼"

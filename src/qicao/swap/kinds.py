"""What kind of a name a pair changes, a person's or another: both sides, the other pairs and the brief tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from qicao.names import SURNAMES
from qicao.regions import ENDINGS
from qicao.swap.changes import Change
from qicao.swap.words import common, listed, surnames

PERSON, OTHER, EITHER = "人", "别的", "看上下文"
_SIZE = 2  # characters of a person's name that may as well be part of a word; longer ones are no problem
_MOST = 4
_ONE = frozenset("省市县区旗镇乡村局院校厅厂店")  # endings of one character that are no given name
_TOWNS = frozenset("市县区旗镇乡村")
_BLANK = re.compile(r"[某×XxＸ*○〇△□_]")  # stands for a name that is not yet known


class Kinds:
    """Knows all pairs of one call: 金源 is no person beside 金源集团."""

    def __init__(self, changes: Mapping[str, Change]) -> None:
        self._changes = changes
        self._known: dict[str, str] = {}

    def of(self, change: Change) -> str:
        """PERSON, OTHER, or EITHER: what stands beside the name must tell."""
        kind = self._known.get(change.old)
        if kind is None:
            kind = self._known[change.old] = self._kind(change)
        return kind

    @cached_property
    def people(self) -> frozenset[str]:
        """The old names of persons, of whatever length."""
        return frozenset(
            [
                one.old
                for one in self._changes.values()
                if one.label == "姓名" or (not one.label and self._named(one))
            ]
        )

    @cached_property
    def maybe(self) -> frozenset[str]:
        """Words that are no persons by their look, but may be: 和平 → 国富."""
        return frozenset([one.old for one in self._changes.values() if self.titled(one)])

    def titled(self, change: Change) -> bool:
        """Whether a word is a person where a post tells so: neither side is part of a place's or a unit's name."""
        old, new = change.old, change.new
        if change.label or len(old) != _SIZE or len(new) > _MOST - 1 or not common(old) or _ends(new):
            return False
        alone = not any(old in other for other in self._changes if other != old)
        return alone and self.of(change) == OTHER and not _place(new) and not set(old) & set(new)

    def of_place(self, old: str) -> bool:
        """Whether a longer old name is this one with the ending of a place: 幸福 beside 幸福镇."""
        return any(old + ending in self._changes for ending in ENDINGS)

    def _named(self, change: Change) -> bool:
        return self.of(change) == PERSON or (len(change.old) > _SIZE and _looks(change.old))

    def _kind(self, change: Change) -> str:
        old, new = change.old, change.new
        if len(old) != _SIZE or change.label not in ("", "姓名"):
            return OTHER
        if change.label:
            return PERSON
        if self._short_of_longer(old, new):
            return OTHER
        if old[-1] in _TOWNS:  # 范镇 → 白庙, but also 王镇 → 周立
            return EITHER if _looks(new) and not _place(new) else OTHER
        if common(old) and not (_place(old) or old[-1] in _ONE or _of_land(old, new)):
            return _word(old, new)
        if _BLANK.match(new) or not "\u4e00" <= new[0] <= "\u9fff":
            return _alone(old)
        if not _looks(new) or _of_land(old, new):
            return _alone(old, EITHER) if not _ends(new) else OTHER
        if common(old) and common(new) and set(old) & set(new):  # 平安 → 平和: words, not persons
            return OTHER
        sure = common(old) and new[0] in SURNAMES and not common(new)  # 向阳 → 丁一鸣
        if not sure and not _led(old):
            return OTHER
        return (
            EITHER if _place(old) and (_place(new) or not common(old) or old[0] not in SURNAMES) else PERSON
        )

    def _short_of_longer(self, old: str, new: str) -> bool:
        """Whether the name is part of that of a place or unit among the pairs, which is changed alike: 王庄镇."""
        for other, change in self._changes.items():
            at = other.find(old) if other != old else -1
            if at >= 0 and _ends(other[at + len(old) :]) and (new in change.new or not _looks(new)):
                return True
        return False


def _word(old: str, new: str) -> str:
    """What an ordinary word is that is to be changed: a person called so, whatever the new name looks like (高峰 →
    阿依古丽, 高峰 → ×××), unless both are words (成功 → 成效)."""
    if common(new) and (set(old) & set(new) or not _led(new)):
        return OTHER
    if not _led(old):  # 和谐 → 丁一鸣
        return PERSON if _led(new) and len(new) <= _MOST and not common(new) else OTHER
    place = old[0] not in SURNAMES and _place(new)  # 安澜 → 青川
    return OTHER if place or (len(new) > _MOST and _ends(new)) else PERSON


def _led(name: str) -> bool:
    """Whether a surname comes first."""
    return name[0] in surnames()


def _alone(old: str, found: str = PERSON) -> str:
    """What an old name looks like when the new one does not tell."""
    if old[0] not in SURNAMES or common(old) or _place(old):
        return OTHER
    return EITHER if old[-1] in listed("村尾") else found


def _looks(name: str) -> bool:
    """Whether a name may be a person's: 周立, 秦岭松, 司马光远; not 白沙街道, 马家庄村."""
    if not _SIZE <= len(name) <= _MOST or _ends(name[1:]) or _ends(name[_SIZE:]):
        return False
    double = name.startswith(listed("复姓"))
    return double if len(name) == _MOST else double or _led(name)


def _ends(words: str) -> bool:
    """Whether words end like the name of a place or a unit; not 李军工作室."""
    if len(words) == 1:
        return words in _ONE
    return words.endswith(_endings()) and not words.endswith(listed("人名后的机构"))


def _of_land(old: str, new: str) -> bool:
    """Whether both are called like villages, or like hills and waters, so that they are no persons."""
    villages, ends = listed("村尾"), (*listed("村尾"), *listed("地尾"))
    named = old[-1] in ends and new[-1] in ends
    return named and (not common(old) or (old[-1] in villages and new[-1] in villages))


def _place(name: str) -> bool:
    from qicao.gazetteer import is_short  # a large table, wanted by few files

    return is_short(name)


@cache
def _endings() -> tuple[str, ...]:
    return (*ENDINGS, *listed("机构尾"))

"""Bodies and words of the old level or of the old kind of unit that no change names: 市民政局 in a speech that goes from
a city to a county, 教务处 in one that goes from a school to a hospital, 安澜|市区 when 安澜 is a county."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qicao.swap.changes import Change
from qicao.swap.levels import level_words
from qicao.swap.locality import before_ending, leading_place, stem
from qicao.swap.units import kind_of
from qicao.swap.words import listed, over

# Any other body by its ending: 县疾控中心; none of these characters is in such a name.
_BODY = "(?:(?![的了在和与及把被由向要是对有为各这那里外到我你他请让])[一-鿿]){1,6}?(?:局|委(?!员)|中心|医院|公司|大队|支队|学校|协会|[^主承举经督承]办(?![理好成公法事学案实得了]))"
_LEVEL = "层级"  # label of the changes from 市委 to 县委
_UNIT = "单位名称"
_TOWNS = "镇乡"


class Bodies:
    """Finds them; finds nothing when the level and the kind of unit stay."""

    def __init__(self, changes: Sequence[Change]) -> None:
        levels = [(one.old[0], one.new[0]) for one in changes if one.label == _LEVEL and one.old[1:] == "委"]
        self._old, self._new = levels[0] if levels else ("", "")
        names = "|".join(sorted(listed("部门"), key=len, reverse=True))
        self._pattern = re.compile(f"{self._old}(?:{names}|{_BODY})") if levels else None
        self._olds = frozenset([one.old for one in changes])
        self._news = [one.new for one in changes if self._old and self._old in one.new]
        self._words = _words(changes, self._old)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of 市民政局; not of 衡水市民政局, nor of what was just put in."""
        for one in self._pattern.finditer(text) if self._pattern else ():
            at = one.start()
            new = any(text.find(name, max(at - len(name), 0), one.end()) >= 0 for name in self._news)
            if not new and one[0] not in self._olds and not before_ending(text, at) and not over(text, at):
                yield one.span()
        for one in self._words.finditer(text) if self._words else ():
            if not over(text, one.start()):
                yield one.span()

    def instead(self, name: str) -> str:
        """What a body is called at the new level; "" where that would say nothing (县县两级) or nobody knows."""
        known = (
            self._pattern is not None
            and self._pattern.fullmatch(name)
            and (name[-1] != "级" or name[1] in "区县")
        )
        return self._new + name[1:] if known and name[1] != self._new else ""


def _words(changes: Sequence[Change], level: str) -> re.Pattern[str] | None:
    """Words that a changed place leaves behind it, those that are said at the old level only, and offices that only
    the old kind of unit has."""
    found = [one for one in listed("级别单说") if level and one[0] == level]
    for one in changes:
        if leading_place(one.old) == one.old and one.old[-1] != one.new[-1] and stem(one.new) != one.new:
            words = "|".join(level_words(one.old[-1]))
            found += [f"{re.escape(stem(one.new))}(?:{words})"] if words else []
        if leading_place(one.old) == one.old and one.old[-1] in _TOWNS and one.old[-1] != one.new[-1]:
            found += sorted(
                [each.replace("〇", one.old[-1]) for each in listed("乡镇单说")], key=len, reverse=True
            )
        if one.label == _UNIT and kind_of(one.old) != kind_of(one.new):
            found += sorted(listed("行业科室"), key=len, reverse=True)
    return re.compile("|".join(dict.fromkeys(found))) if found else None

"""Bodies of the old level that no change names: 市民政局 in a speech that goes from a city to a county."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qicao.swap.changes import Change
from qicao.swap.locality import before_ending
from qicao.swap.words import listed, over

_LEVEL = "层级"  # label of the changes from 市委 to 县委


class Bodies:
    """Finds them; finds nothing when the level stays."""

    def __init__(self, changes: Sequence[Change]) -> None:
        levels = [(one.old[0], one.new[0]) for one in changes if one.label == _LEVEL and one.old[1:] == "委"]
        self._old, self._new = levels[0] if levels else ("", "")
        names = "|".join(sorted(listed("部门"), key=len, reverse=True))
        self._pattern = re.compile(f"{self._old}(?:{names})") if levels else None
        self._news = [one.new for one in changes if self._old and self._old in one.new]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of 市民政局; not of 衡水市民政局, nor of what was just put in."""
        for one in self._pattern.finditer(text) if self._pattern else ():
            at = one.start()
            new = any(text.find(name, max(at - len(name), 0), one.end()) >= 0 for name in self._news)
            if not new and not before_ending(text, at) and not over(text, at):
                yield one.span()

    def instead(self, name: str) -> str:
        """What it is called at the new level; "" where that would say nothing (县县两级)."""
        return "" if name[1] == self._new else self._new + name[1:]

"""Many names looked for at once: the time grows with the text, not with how many names there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator


class Finder:
    """Finds names in a text: at each place the longest, none over another."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = frozenset(names)
        sizes: dict[str, set[int]] = {}
        for name in self.names:
            sizes.setdefault(name[0], set()).add(len(name))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}
        self._first = re.compile(f"[{''.join(map(re.escape, sorted(sizes)))}]") if sizes else None

    def find(self, text: str, free: int = 0) -> Iterator[tuple[int, int]]:
        """(start, end) of the names, in order; none that begins before `free`."""
        for one in self._first.finditer(text, free) if self._first else ():
            at = one.start()
            if at < free:
                continue
            for size in self._sizes[one[0]]:
                if at + size <= len(text) and text[at : at + size] in self.names:
                    free = at + size
                    yield at, free
                    break

"""Where the old names stand in the lines, and which of them must stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from qicao.swap.changes import Change
from qicao.swap.edges import Edges, same_holder
from qicao.swap.exchange import HALF, halves
from qicao.swap.finder import Finder
from qicao.swap.protect import Protected, protect, reason


class Found(NamedTuple):
    """An old name in a line. `why`: the reason it stays, or ""."""

    start: int
    end: int
    change: Change
    why: str = ""


class _Line(Protocol):
    where: str
    copy: bool

    @property
    def text(self) -> str: ...


L = TypeVar("L", bound=_Line)


class Matcher:
    """One pass over a line, the longest name first at each place; what was put in is not looked at again."""

    def __init__(self, changes: Sequence[Change], everywhere: bool = False) -> None:
        self.everywhere = everywhere
        self._changes = {change.old: change for change in changes}
        self._finder = Finder(self._changes)
        self._edges = Edges(self._changes)
        self._missing = set(self._changes)

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text that stands by itself."""
        kept = protect([text])[0] if not self.everywhere and self._holds(text) else ()
        return self._found(text, kept)

    def over(self, lines: Sequence[L]) -> list[tuple[L, list[Found]]]:
        """The names in every line of a part. A quotation may run from line to line of the same kind."""
        spots = [self._holds(line.text) for line in lines]
        self._read(lines)
        flows: dict[tuple[str, bool], list[int]] = {}
        if any(spots) and not self.everywhere:
            for number, line in enumerate(lines):
                flows.setdefault((line.where, line.copy), []).append(number)
        kept: dict[int, Protected] = {}
        for numbers in flows.values():
            if any(spots[number] for number in numbers):
                kept.update(zip(numbers, protect([lines[number].text for number in numbers]), strict=True))
        return [
            (line, list(self._found(line.text, kept.get(number, ()))) if spots[number] else [])
            for number, line in enumerate(lines)
        ]

    def absent(self) -> tuple[Change, ...]:
        """The changes whose old names no line so far holds, not even within longer names."""
        return tuple([change for old, change in self._changes.items() if old in self._missing])

    def _read(self, lines: Sequence[_Line]) -> None:
        words = "\n".join([line.text for line in lines])
        self._edges.read(words)
        self._missing = {old for old in self._missing if old not in words}

    def _holds(self, text: str) -> bool:
        return next(self._finder.find(text), None) is not None

    def _found(self, text: str, kept: Protected) -> Iterator[Found]:
        swapped = self._edges.exchanged
        if self.everywhere or not swapped:
            yield from self._one_by_one(text, kept)
            return
        found = list(self._one_by_one(text, kept))
        held = halves(text, [(one.start, one.change.old, one.why) for one in found], swapped)
        yield from [one._replace(why=HALF) if one.start in held else one for one in found]

    def _one_by_one(self, text: str, kept: Protected) -> Iterator[Found]:
        last: Found | None = None
        spots = self._finder.find(text)
        while spot := next(spots, None):
            one = self._look(text, *spot, kept, last)
            if one.why and (short := self._edges.instead(one.change.old)):
                other = self._look(text, one.start, one.start + len(short), kept, last)
                if not other.why:  # what comes behind it has not been looked at
                    one, spots = other, self._finder.find(text, other.end)
            last = one
            yield last

    def _look(self, text: str, start: int, end: int, kept: Protected, last: Found | None) -> Found:
        change, why = self._changes[text[start:end]], ""
        if not self.everywhere:
            beside = last.change if last and last.end == start and not last.why else None
            why = reason(kept, start, end) or self._edges.reason(text, start, end, change, beside)
            why = why or (same_holder(text, last.end, start, change, last.why) if last else "")
        return Found(start, end, change, why)

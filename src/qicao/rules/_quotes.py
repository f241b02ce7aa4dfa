"""Which quotation marks of a text have no partner, face the wrong way, or stand within others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.rulekit import compiled

NEAR = 20  # characters between two marks that were meant as a pair
LONG = 300  # characters of a quotation that may hold others
APART = 30  # paragraphs one quotation may run through
_ENDS = frozenset("。！？；：，、…\n")


class Fault(NamedTuple):
    """A quotation mark that has no partner, stands the wrong way round, or within its like."""

    kind: str  # turned, nested, open, close
    start: int
    end: int


Mark = tuple[int, str]


def faults(m: Manuscript) -> list[Fault]:
    """All of them, in order. Quotations that run through several paragraphs are followed."""
    text = m.text
    if not ("“" in text or "”" in text):
        return []
    found: list[Fault] = []
    carried: tuple[int, int] | None = (
        None  # a quotation begun in an earlier paragraph: its place, its paragraph
    )
    start = 0
    for number, line in enumerate(text.split("\n")):
        if "“" not in line and "”" not in line and (carried is None or number - carried[1] <= APART):
            start += len(line) + 1
            continue
        marks = [(start + one.start(), one[0]) for one in compiled("[“”]").finditer(line)]
        begins = bool(marks) and marks[0][1] == "“" and not line[: marks[0][0] - start].strip()
        if carried and (begins or number - carried[1] > APART):
            if not begins:
                found.append(_open(text, carried[0]))
            carried = None
        walk = _Walk(text, marks, carried is not None)
        found += walk.run()
        if carried and walk.closed:
            carried = None
        if walk.open is not None:
            if carried:
                found.append(_open(text, carried[0]))
            carried = (walk.open, number)
        start += len(line) + 1
    if carried:
        found.append(_open(text, carried[0]))
    return sorted(found, key=lambda fault: fault.start)


class _Walk:
    """The marks of one paragraph, from left to right."""

    def __init__(self, text: str, marks: list[Mark], carried: bool) -> None:
        self.text, self.marks, self.carried = text, marks, carried
        self.open: int | None = None
        self.closed = False

    def run(self) -> Iterator[Fault]:
        index = 0
        while index < len(self.marks):
            at, mark = self.marks[index]
            if mark == "“" and self.open is None:
                self.open = at
            elif mark == "”" and self.open is not None:
                self.open = None
            elif mark == "”" and self.carried and not self.closed:
                self.closed = True
            elif mark == "“":
                yield from self._second_open(index)
                index = self.next
            else:
                yield self._lone_close(index)
                index = self.next
            index += 1

    def _kind(self, index: int) -> str:
        return self.marks[index][1] if index < len(self.marks) else ""

    def _between(self, first: int, last: int) -> str:
        return self.text[self.marks[first][0] + 1 : self.marks[last][0]]

    def _second_open(self, index: int) -> Iterator[Fault]:
        """“ … “ : quotations within a quotation, a mark turned the wrong way, or the first was never closed."""
        assert self.open is not None
        self.next, last = index, index
        while self._kind(last) == "“" and self._kind(last + 1) == "”" and last - index <= NEAR:
            last += 2
        if last > index and self._kind(last) == "”" and self.marks[last][0] - self.open <= LONG:
            for inner in range(index, last, 2):
                yield Fault("nested", self.marks[inner][0], self.marks[inner + 1][0] + 1)
            self.next = last - 1
            return
        at = self.marks[index][0]
        within = self.text[self.open + 1 : at]
        if self._kind(index + 1) != "”" and len(within) <= NEAR and not _ENDS & set(within[:-1]):
            yield Fault("turned", self.open, at + 1)
            self.open = None
            return
        yield _open(self.text, self.open)
        self.open = at

    def _lone_close(self, index: int) -> Fault:
        """” with nothing open: the first of a pair turned the wrong way, or its partner is missing."""
        self.next = index
        after = self._kind(index + 1)
        if after and self._kind(index + 2) != ("”" if after == "“" else "x"):
            within = self._between(index, index + 1)
            if within and len(within) <= NEAR and not _ENDS & set(within[:-1]):
                self.next = index + 1
                return Fault("turned", self.marks[index][0], self.marks[index + 1][0] + 1)
        at = self.marks[index][0]
        start = at
        while (
            start > 0 and at - start < 8 and self.text[start - 1] not in _ENDS and self.text[start - 1] != "”"
        ):
            start -= 1
        return Fault("close", start, at + 1)


def _open(text: str, at: int) -> Fault:
    """A mark that is never closed, with the words behind it."""
    end = at + 1
    while end < len(text) and end - at <= 8 and text[end] not in _ENDS and text[end] not in "“”":
        end += 1
    return Fault("open", at, end)

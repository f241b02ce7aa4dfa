"""A paragraph as a line of pieces: for each its words and the element or attribute that holds them; and how other
words are written into these."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from qicao.ooxml.xml import BLANK, SPACE, Node, W
from qicao.swap.vocabulary import GONE

__all__ = ["ALL", "GONE", "HEAD", "TAIL", "Edit", "Line", "Mark", "Piece", "replace", "words_of"]

# Where in an element words stand, if not in an attribute: all of it, what is before its first child, what is behind it.
ALL, HEAD, TAIL = "", "head()", "tail()"


class Piece(NamedTuple):
    """Words in one element, or in one of its attributes; no element for what only stands between words.

    `zone`: what the words are inside of and a name must not reach out of (a formula, one branch of two).
    """

    start: int
    text: str
    node: Node | None
    slot: str = ALL
    zone: Node | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(eq=False)
class Line:
    """One paragraph, or words that stand alone. `number` counts from 1 among those of the same kind; `copy`: one
    of the branches that are not shown; `part`: its name in the package; `fixed`: why nothing in it is changed."""

    where: str
    number: int
    copy: bool = False
    part: str = ""
    fixed: str = ""
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    @cached_property
    def text(self) -> str:
        """The words as they were read; asked for only when all are in."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def now(self) -> str:
        """The words as they stand in the elements at this moment."""
        return "".join([_now(piece) for piece in self.pieces])

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def add(self, text: str, node: Node | None, slot: str = ALL, zone: Node | None = None) -> None:
        if text:
            self.pieces.append(Piece(self.length, text, node, slot, zone))
            self.length += len(text)

    def barrier(self, start: int, end: int) -> str:
        """Why other words cannot be written over [start:end], or ""."""
        if self.fixed:
            return self.fixed
        first = bisect_right(self._starts, start) - 1
        zone = self.pieces[first].zone
        for at in range(first, len(self.pieces)):
            piece = self.pieces[at]
            if piece.start >= end:
                break
            if piece.node is None:
                return "名称里有不间断连字符等符号"
            if piece.zone is not zone:
                return "一半在公式或者兼容写法里"
        return ""


def words_of(node: Node) -> str:
    """The text of an element that holds words, also behind comments in it."""
    text = node.text or ""
    return text + "".join([child.tail or "" for child in node]) if len(node) else text


def shown(node: Node) -> str:
    """The words of an element as they are shown: Word drops blanks at the ends unless told to keep them."""
    text = words_of(node)
    return text.strip(BLANK) if node.tag == f"{W}t" and node.get(SPACE) != "preserve" else text


def _now(piece: Piece) -> str:
    node = piece.node
    if node is None:
        return piece.text
    if piece.slot == ALL:
        return shown(node)
    return _raw(node, piece.slot)


def _raw(node: Node, slot: str) -> str:
    if slot == ALL:
        return words_of(node)
    if slot in (HEAD, TAIL):
        return (node.text if slot == HEAD else node.tail) or ""
    return node.get(slot, "")


Edit = tuple[
    int, int, str | None
]  # from, to, the words to put there; None: those that are there are meant to stay
Mark = tuple[Node, str, int, int]  # an element, where in it, from, to


def replace(line: Line, edits: Sequence[Edit]) -> list[Mark]:
    """Put new words in place of some: in order, apart. They take the look of the first character they replace;
    nothing else of the paragraph is touched. Returns where the words of every edit stand afterwards."""
    waiting = deque(edits)
    marks: list[Mark] = []
    for piece in line.pieces:
        while waiting and waiting[0][1] <= piece.start:
            waiting.popleft()
        if not waiting:
            break
        if piece.node is not None and piece.end > waiting[0][0]:
            marks += _rewrite(piece, piece.node, waiting)
    return marks


def _rewrite(piece: Piece, node: Node, waiting: deque[Edit]) -> list[Mark]:
    made, at, changed = "", piece.start, False
    places: list[tuple[int, int]] = []
    while waiting and waiting[0][0] < piece.end:
        start, end, words = waiting[0]
        first, last = max(start, piece.start), min(end, piece.end)
        made += piece.text[at - piece.start : first - piece.start]
        put = piece.text[first - piece.start : last - piece.start]
        if words is not None:
            put, changed = words if start >= piece.start else "", True
        places.append((len(made), len(made) + len(put)))
        made, at = made + put, last
        if end > piece.end:
            break
        waiting.popleft()
    lead = 0 if changed else max(_raw(node, piece.slot).find(piece.text), 0)
    if changed:
        _set(node, piece.slot, made + piece.text[at - piece.start :])
    return [(node, piece.slot, lead + start, lead + end) for start, end in places]


def _set(node: Node, slot: str, text: str) -> None:
    if slot == TAIL:
        node.tail = text
    elif slot not in (ALL, HEAD):
        node.set(slot, text)
    else:
        node.text = text
        for child in node if slot == ALL else ():
            child.tail = None
        if node.tag == f"{W}t" and text.strip(BLANK) != text:
            node.set(SPACE, "preserve")

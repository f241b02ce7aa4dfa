"""Fields of a Word file: which words are what a field shows, and which tell Word how to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qicao.ooxml.xml import Node, W
from qicao.swap.lines import Line
from qicao.swap.vocabulary import FIELD

_KIND = f"{W}fldCharType"


@dataclass
class _Field:
    line: Line | None = None  # its instruction, once a word of it is found
    telling: bool = True  # we are before its result


class Fields:
    """The fields that are open at a place of a part, met in order. Those that never end are none."""

    def __init__(self, root: Node) -> None:
        self._open: list[_Field] = []
        self._whole: set[Node] = set()
        begun: list[Node] = []
        for node in root.iter(FIELD):
            if node.get(_KIND) == "begin":
                begun.append(node)
            elif node.get(_KIND) == "end" and begun:
                self._whole |= {begun.pop(), node}

    def meet(self, node: Node) -> None:
        """Go past a w:fldChar."""
        kind = node.get(_KIND)
        if kind == "separate" and self._open:
            self._open[-1].telling = False
        elif node in self._whole:
            if kind == "begin":
                self._open.append(_Field())
            else:
                self._open.pop()

    @property
    def telling(self) -> bool:
        """Whether words that stand here are part of an instruction."""
        return any(field.telling for field in self._open)

    def instruction(self, make: Callable[[], Line]) -> Line:
        """The line for words of the instruction we are in, made when there is none yet."""
        field = next((field for field in reversed(self._open) if field.telling), None)
        if field is None:
            return make()
        if field.line is None:
            field.line = make()
        return field.line

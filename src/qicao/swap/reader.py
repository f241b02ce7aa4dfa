"""All words of one part of a Word file as lines, in order.

Unlike the reader of speeches, which follows one branch of an alternative and skips what nobody reads aloud, this takes
every place a name can hide in: all branches, hidden copies, captions and tips, charts, diagrams.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from qicao.ooxml.xml import Node, W
from qicao.swap.fields import Fields
from qicao.swap.lines import Line, shown, words_of
from qicao.swap.vocabulary import (
    BODY,
    BRANCHES,
    BREAKING,
    BREAKS,
    CHOICE,
    CODE,
    CONTROL,
    CX,
    DEFAULT,
    DELETED,
    FALLBACK,
    FIELD,
    FORMULA,
    GONE,
    INSIDE,
    INSTRUCTION,
    NOTES,
    NUMBERS,
    PARAGRAPHS,
    RUBY,
    TABLE,
    TEXT_INPUT,
    WORDLESS,
    WORDS,
    C,
    attributes,
)

DELETION = "在删除的修订里"
_SIMPLE = f"{W}fldSimple"
_SEVERAL = frozenset([f"{C}v", f"{CX}v", f"{CX}pt"])  # each of these is words of its own


class _At(NamedTuple):
    """Where we are: the kind of place, the paragraph if any, whether in a branch that is not shown, and inside of
    what a name has to stay."""

    where: str
    line: Line | None = None
    copy: bool = False
    zone: Node | None = None


def read_lines(root: Node, part: str, where: str) -> list[Line]:
    """The lines of a part that is called `where`. Those of deleted words and of instructions stand apart, fixed."""
    reader = _Reader(root, part)
    reader.walk(root, _At(where))
    return [line for line in reader.lines if line.pieces]


class _Reader:
    def __init__(self, root: Node, part: str) -> None:
        self.lines: list[Line] = []
        self._part = part
        self._fields = Fields(root)
        self._counts: dict[str, int] = {}
        self._gone: tuple[Line | None, int, Line] | None = (
            None  # paragraph, its length then, line of deleted words
        )

    def walk(self, node: Node, at: _At) -> None:
        """Lines of all below a node."""
        for child in node.iterchildren("*"):
            tag = child.tag
            for name in attributes(tag):
                self._attribute(child, name, at)
            if tag in WORDLESS:
                continue
            if tag in PARAGRAPHS:
                self.walk(child, at._replace(line=self._counted(at), zone=None))
            elif tag == RUBY:
                self.walk(child, at._replace(line=self._beside(at), zone=None))
            elif tag == BRANCHES:
                self._branches(child, at)
            elif tag in NOTES and child.get(f"{W}type", "normal") != "normal":
                count = self._counts.get(at.where, 0)
                self.walk(child, at)
                self._counts[at.where] = count
            elif tag in WORDS:
                self._words(child, at)
            elif not self._special(child, tag, at):
                zone = child if tag == FORMULA else at.zone
                self.walk(child, at._replace(where=_place(at, INSIDE.get(tag, at.where)), zone=zone))

    def _counted(self, at: _At) -> Line:
        if not at.copy:
            self._counts[at.where] = self._counts.get(at.where, 0) + 1
        return self._beside(at._replace(line=None))

    def _beside(self, at: _At) -> Line:
        """A line that is no paragraph: it has the number of the one it stands in."""
        number = at.line.number if at.line else max(self._counts.get(at.where, 0), 1)
        where = at.line.where if at.line else at.where
        self.lines.append(Line(where, number, at.copy, self._part))
        return self.lines[-1]

    def _attribute(self, node: Node, name: str, at: _At) -> None:
        if text := node.get(name, ""):
            self._beside(at).add(text, node, name)

    def _branches(self, node: Node, at: _At) -> None:
        """The first branch belongs to the text around it; what stands in the others is shown only in its place."""
        first = True
        for branch in node.iterchildren(CHOICE, FALLBACK):
            if first:
                self.walk(branch, at._replace(zone=branch))
            else:
                hidden = at._replace(copy=True, zone=branch)
                self.walk(branch, hidden._replace(line=self._beside(hidden)))
            first = False

    def _words(self, node: Node, at: _At) -> None:
        if self._fields.telling:
            self._instruction(node, at)
            return
        line = at.line or self._counted(at)
        line.add(shown(node), node, zone=at.zone)

    def _special(self, node: Node, tag: str, at: _At) -> bool:
        """Take an element that is not just gone through; whether it is one."""
        parent = node.getparent()
        above = "" if parent is None else parent.tag
        if tag in BREAKS and above in BREAKING:
            if at.line is not None:
                at.line.add(BREAKS[tag], None)
        elif tag in DELETED:
            self._deleted(node, at)
        elif tag == FIELD:
            self._fields.meet(node)
            return False  # with what a form field holds
        elif tag == INSTRUCTION:
            self._instruction(node, at)
        elif tag == _SIMPLE:
            if text := node.get(f"{W}instr", ""):
                self._told(at).add(text, node, f"{W}instr")
            return False
        elif tag == DEFAULT and above == TEXT_INPUT:
            self._attribute(node, f"{W}val", at)
        elif tag in _SEVERAL:
            if not any(one.tag in NUMBERS for one in islice(node.iterancestors(), 3)):
                self._counted(at).add(words_of(node), node)
        else:
            return False
        return True

    def _told(self, at: _At) -> Line:
        line = self._beside(at)
        line.fixed = CODE
        return line

    def _instruction(self, node: Node, at: _At) -> None:
        self._fields.instruction(lambda: self._told(at)).add(words_of(node), node)

    def _deleted(self, node: Node, at: _At) -> None:
        """Words of a deletion, and of one just behind another: one line, never changed."""
        length = at.line.length if at.line else -1
        if self._gone and at.line is not None and self._gone[:2] == (at.line, length):
            line = self._gone[2]
        else:
            line = self._counted(_At(GONE))
            line.fixed = DELETION
            self._gone = (at.line, length, line)
        for one in node.iter(f"{W}delText", FIELD, *WORDS):
            if one.tag == FIELD:
                self._fields.meet(one)
            else:
                line.add(words_of(one), one)


def _place(at: _At, inner: str) -> str:
    """Where the paragraphs below stand. A control within a paragraph, and all parts but the body, stay what they are."""
    within = inner == CONTROL and (at.line is not None or at.where == TABLE)
    return at.where if at.where not in (BODY, CONTROL, TABLE) or within else inner

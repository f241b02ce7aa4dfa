"""The words of one w:p, each with the element that holds it; cutting runs so that marks stand at exact words.

Reads as `readers.word.paragraph` does: offsets are the same. What must not be cut (ruby, controls bound to
data, one branch of an alternative) counts as a whole, and a mark goes around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from qicao.ooxml.xml import BLANK, SPACE, Node, W, copy, element, twin
from qicao.readers.word.names import MC, alternative
from qicao.readers.word.paragraph import MAX_DEPTH

_ONE = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}cr": " "}
_THROUGH = frozenset(
    [f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "fldSimple", "ins", "moveTo")]
)  # fmt: skip
_GONE = (f"{W}del", f"{W}moveFrom")
# Word writes the words of these controls anew whenever it likes.
_BOUND = frozenset([f"{W}{name}" for name in ("dataBinding", "text", "dropDownList", "comboBox", "date")])
_EDGES = (f"{W}hyperlink", f"{W}ins", f"{W}moveTo", f"{W}fldSimple")  # marks at their edges stand outside


class Atom(NamedTuple):
    """Words in one element: offsets in the paragraph; `unit` is the run, or the whole, marks go around."""

    start: int
    end: int
    node: Node
    unit: Node


class Mark(NamedTuple):
    """A comment to hang: offsets in the paragraph, and the comment's number."""

    start: int
    end: int
    number: str


class Words:
    """The words of a paragraph, in order."""

    def __init__(self, paragraph: Node) -> None:
        self.atoms: list[Atom] = []
        self._parts: list[str] = []
        self._length = 0
        self._gone = 0  # open deletions
        self._fields: list[bool] = []  # for each open field: whether its instruction is still being read
        self._walk(paragraph, 0)
        self.text = "".join(self._parts)

    def _add(self, text: str, node: Node, unit: Node) -> None:
        if text and not self._gone and not any(self._fields):
            self._parts.append(text)
            self.atoms.append(Atom(self._length, self._length + len(text), node, unit))
            self._length += len(text)

    def _whole(self, node: Node, unit: Node, inner: Node | None, depth: int) -> None:
        """All words within as one."""
        if inner is None:
            return
        start, kept = self._length, len(self.atoms)
        self._walk(inner, depth + 1)
        del self.atoms[kept:]
        if self._length > start:
            self.atoms.append(Atom(start, self._length, node, unit))

    def _walk(self, node: Node, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        for child in node:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, depth)
            elif tag in _THROUGH:
                self._walk(child, depth + 1)
            elif tag in _GONE:
                self._gone += 1
                self._walk(child, depth + 1)
                self._gone -= 1
            elif tag == f"{W}sdt":
                self._control(child, depth)
            elif tag == f"{MC}AlternateContent":
                self._whole(child, child, _branch(child), depth)

    def _control(self, node: Node, depth: int) -> None:
        content, properties = node.find(f"{W}sdtContent"), node.find(f"{W}sdtPr")
        if content is None:
            return
        if properties is not None and any(one.tag in _BOUND for one in properties):
            self._whole(node, node, content, depth)
        else:
            self._walk(content, depth + 1)

    def _run(self, run: Node, depth: int) -> None:
        for child in run:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                self._add((child.text or "").replace("\n", " ").replace("\r", " "), child, run)
            elif tag in _ONE:
                self._add(_ONE[tag], child, run)
            elif tag == f"{W}br" and child.get(f"{W}type", "textWrapping") == "textWrapping":
                self._add(" ", child, run)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag == f"{W}ruby":
                self._whole(child, run, child.find(f"{W}rubyBase"), depth)
            elif tag == f"{MC}AlternateContent":
                branch = _branch(child)
                for ruby in branch.iterchildren(f"{W}ruby") if branch is not None else ():
                    self._whole(child, run, ruby.find(f"{W}rubyBase"), depth + 1)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def widened(self, mark: Mark) -> Mark:
        """The mark, with what must not be cut taken in whole."""
        first, last = self._whole_at(mark.start), self._whole_at(mark.end)
        if mark.start == mark.end:
            return Mark(last.end, last.end, mark.number) if last else mark
        return Mark(first.start if first else mark.start, last.end if last else mark.end, mark.number)

    def _whole_at(self, at: int) -> Atom | None:
        """What must not be cut and has this place inside."""
        index = bisect_left(self.atoms, at, key=lambda atom: atom.start) - 1
        atom = self.atoms[index] if index >= 0 else None
        return atom if atom and atom.node.tag != f"{W}t" and at < atom.end else None


def hang(paragraph: Node, marks: Sequence[Mark], style: str) -> None:
    """Put the marks of comments around words of the paragraph. `style`: the style of a reference, or ""."""
    words = Words(paragraph)
    wide = [words.widened(mark) for mark in marks]
    _cut(words, sorted({at for mark in wide for at in (mark.start, mark.end)}))
    atoms = Words(paragraph).atoms
    starts, ends = {atom.start: atom for atom in atoms}, {atom.end: atom for atom in atoms}
    before: dict[Node, list[Node]] = {}
    after: dict[Node, list[Node]] = {}
    for mark in wide:
        opened, closed = range_marks(mark.number, style)
        first = starts.get(mark.start) if mark.end > mark.start else None
        last = ends.get(mark.end)
        if first and last:
            before.setdefault(_outside(first.unit, 0), []).append(opened)
            after.setdefault(_outside(last.unit, -1), []).extend(closed)
        elif last:
            after.setdefault(_outside(last.unit, -1), []).extend([opened, *closed])
        elif atoms:
            before.setdefault(_outside(atoms[0].unit, 0), []).extend([opened, *closed])
        else:
            hang_in_front(paragraph, mark.number, style)
    _insert(before, after)


def hang_around(node: Node, number: str, style: str) -> None:
    """Put the marks of a comment around one run."""
    opened, closed = range_marks(number, style)
    _insert({node: [opened]}, {node: closed})


def hang_in_front(paragraph: Node, number: str, style: str) -> None:
    """Put the marks of a comment before the first word of a paragraph."""
    opened, closed = range_marks(number, style)
    at = next((index for index, child in enumerate(paragraph) if child.tag != f"{W}pPr"), len(paragraph))
    for index, one in enumerate([opened, *closed]):
        paragraph.insert(at + index, one)


def range_marks(number: str, style: str) -> tuple[Node, list[Node]]:
    """(what stands before the words, what stands behind them)."""
    run, ident = element("r"), {"id": number}
    if style:
        properties = element("rPr")
        properties.append(element("rStyle", {"val": style}))
        run.append(properties)
    run.append(element("commentReference", ident))
    return element("commentRangeStart", ident), [element("commentRangeEnd", ident), run]


def _insert(before: Mapping[Node, Sequence[Node]], after: Mapping[Node, Sequence[Node]]) -> None:
    for unit, nodes in after.items():
        for node in reversed(nodes):
            unit.addnext(node)
    for unit, nodes in before.items():
        for node in nodes:
            unit.addprevious(node)


def _branch(node: Node) -> Node | None:
    return cast("Node | None", alternative(cast(Element, node)))


def _outside(unit: Node, side: int) -> Node:
    """The outermost of the links and insertions that begin (0) or end (-1) with this unit."""
    parent = unit.getparent()
    while parent is not None and parent.tag in _EDGES and parent[side] is unit:
        unit, parent = parent, parent.getparent()
    return unit


def _cut(words: Words, cuts: Sequence[int]) -> None:
    """Cut runs so that every place in `cuts` (in order) lies between two runs."""
    runs: dict[Node, dict[Node, Atom]] = {}
    for atom in words.atoms:
        if atom.unit.tag == f"{W}r":
            runs.setdefault(atom.unit, {})[atom.node] = atom
    for run, atoms in runs.items():
        first, last = next(iter(atoms.values())).start, next(reversed(atoms.values())).end
        some = cuts[bisect_left(cuts, first) : bisect_right(cuts, last)]
        if some:
            _cut_run(run, atoms, some)


def _cut_run(run: Node, atoms: Mapping[Node, Atom], cuts: Sequence[int]) -> None:
    pieces: list[list[Node]] = [[]]
    for child in run.iterchildren():
        atom = atoms.get(child)
        if child.tag == f"{W}rPr":
            continue
        if atom is None:
            pieces[-1].append(child)
            continue
        inner = [at for at in cuts if atom.start < at < atom.end]
        for first, last in pairwise([atom.start, *inner, atom.end]):
            if first in cuts and pieces[-1]:
                pieces.append([])
            pieces[-1] += _part(child, first - atom.start, last - atom.start) if inner else [child]
            if last in cuts:
                pieces.append([])
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return
    properties = run.find(f"{W}rPr")
    for child in list(run):
        if child is not properties:
            run.remove(child)
    run.extend(pieces[0])
    for piece in reversed(pieces[1:]):
        made = twin(run)
        if properties is not None:
            made.append(copy(properties))
        made.extend(piece)
        run.addnext(made)


def _part(node: Node, first: int, last: int) -> list[Node]:
    """Some characters of a w:t. Word drops blanks at the ends of a w:t that does not say it keeps them: those
    must go on being dropped, and those that lay within must not begin to be."""
    text = node.text or ""
    if node.get(SPACE) == "preserve":
        edges = [first, last]
    else:
        lead, trail = len(text) - len(text.lstrip(BLANK)), len(text.rstrip(BLANK))
        edges = sorted({first, last, *[at for at in (lead, trail) if first < at < last]})
    made = []
    for one, other in pairwise(edges):
        part = twin(node)
        part.text = text[one:other]
        if node.get(SPACE) == "preserve" or part.text.strip(BLANK) or lead <= one < trail:
            part.set(SPACE, "preserve")
        made.append(part)
    return made

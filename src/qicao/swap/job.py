"""One swap, part by part: what was found, what was written, what was left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qicao.ooxml.package import Package, to_strict
from qicao.ooxml.xml import dump, parse
from qicao.readers.word.package import DOCUMENT
from qicao.swap.bodies import Bodies
from qicao.swap.callings import Callings
from qicao.swap.changes import Change
from qicao.swap.contents import Part, Relation
from qicao.swap.kinds import Kinds
from qicao.swap.leaves import TYPED, data_lines, property_lines
from qicao.swap.lines import Edit, Line, Mark, replace
from qicao.swap.match import Found, Matcher
from qicao.swap.near import Near, near_forms
from qicao.swap.net import Net
from qicao.swap.notes import Rest
from qicao.swap.reader import read_lines
from qicao.swap.vocabulary import BOUND, CODE, HIDDEN, PROPERTIES

_CONTEXT = 12  # characters shown on either side
_NOTED = (CODE, TYPED)  # said in a note, not hit by hit


class Hit(NamedTuple):
    """One place where an old name stands: where, which paragraph (from 1), offsets in it, the words around.

    `why` is empty when it was changed, and else says why it was left; `part` is the part of the package.
    """

    where: str
    paragraph: int
    start: int
    end: int
    old: str
    new: str
    before: str
    after: str
    why: str = ""
    part: str = ""


class Job:
    """The work on one file."""

    def __init__(
        self,
        package: Package,
        changes: Sequence[Change],
        everywhere: bool,
        proposals: Sequence[Change],
        honours: Sequence[str] = (),
    ) -> None:
        self.hits: list[Hit] = []
        self.near: list[Near] = []
        self.rests: list[Rest] = []
        self.done: dict[str, bytes] = {}
        self.asked: set[str] = set()
        self._package = package
        self._changes = changes
        self._matcher = Matcher(changes, everywhere)
        self._bodies = Bodies([*changes, *proposals])
        olds = {change.old for change in [*changes, *proposals]}
        people = Kinds({one.old: one for one in [*changes, *proposals]}).people
        self._callings = Callings([*changes, *proposals], people, olds, honours)
        self._asking = {change.old for change in proposals}
        self._proposed = (
            Matcher([*changes, *proposals]) if proposals else None
        )  # the longer name is the one meant
        self._net = Net(self._matcher, [change.old for change in changes])

    def work(self, part: Part) -> None:
        """Make the changes in one part, and look at what remains in it."""
        lines = self._lines(part)
        self._callings.read("\n".join([line.text for line in lines]))
        found = [(line, some) for line, some in self._matcher.over(lines) if some]
        marks: list[Mark] = []
        hits: list[tuple[Line, Hit]] = []
        for line, some in found:
            why = [line.barrier(one.start, one.end) or one.why for one in some]
            edits: list[Edit] = [
                (one.start, one.end, None if said else one.change.new)
                for one, said in zip(some, why, strict=True)
            ]
            marks += replace(line, edits)
            hits += [(line, _hit(line, one, said)) for one, said in zip(some, why, strict=True)]
        self._take(hits)
        if any(not hit.why for _, hit in hits):
            data = dump(part.root)
            self.done[part.name] = to_strict(data) if self._package.strict else data
        left = frozenset([line for line, hit in hits if hit.why])
        shown = [line for line in lines if not line.fixed and not line.copy and line.where not in HIDDEN]
        self.near += near_forms(shown, self._changes, left, self._bodies, self._callings)
        if self._proposed:
            here = [one.change.old for _, some in self._proposed.over(shown) for one in some if not one.why]
            self.asked |= self._asking.intersection(here)
        data = self.done.get(part.name, self._package.parts[part.name])
        name = self._real(part.name)
        self.rests += [Rest(one.old, one.where, name) for one in self._net.remains(part.root, data, marks)]

    def absent(self) -> tuple[Change, ...]:
        """The changes whose old names stand in none of the lines."""
        return self._matcher.absent()

    def look_through(self, name: str) -> None:
        """Look at a part that holds no words of the text; read it only when there is a reason to."""
        data = self._package.parts[name]
        if self._net.hidden(data) and (root := parse(data)) is not None:
            self.rests += [Rest(one.old, one.where, name) for one in self._net.remains(root, data, [])]

    def look_beside(self) -> None:
        """Look at drawings, pages and texts that are put in: their words are not changed, only named."""
        for name, data in self._package.others(self._package.kinds.is_text):
            self.rests += [Rest(old, "插入的图片、文件", name) for old in self._net.in_bytes(data)]

    def look_at_links(self, relations: Sequence[Relation]) -> None:
        """Targets outside of the file are addresses, not words: old names in them are only named."""
        for one in relations:
            if one.outside:
                self.rests += [
                    Rest(each.change.old, "链接的地址", one.target) for each in self._matcher.find(one.target)
                ]

    def _lines(self, part: Part) -> list[Line]:
        name = self._real(part.name)
        if part.where == PROPERTIES:
            return property_lines(part.root, name)
        if part.where == BOUND:
            return data_lines(part.root, name)
        return read_lines(part.root, name, part.where)

    def _real(self, name: str) -> str:
        return self._package.document if name == DOCUMENT else name

    def _take(self, hits: Sequence[tuple[Line, Hit]]) -> None:
        """Keep the hits: those in instructions as what remains, those left in copies only when they are not said."""
        said = {hit[4:9] for line, hit in hits if not line.copy}
        for line, hit in hits:
            if hit.why in _NOTED:
                self.rests.append(Rest(hit.old, hit.why, f"{hit.where}第{hit.paragraph}段"))
            elif not (line.copy and hit.why and hit[4:9] in said):
                self.hits.append(hit)


def _hit(line: Line, one: Found, why: str) -> Hit:
    text = line.text
    before, after = text[max(one.start - _CONTEXT, 0) : one.start], text[one.end : one.end + _CONTEXT]
    where = f"{line.where}（兼容副本）" if line.copy else line.where
    change = one.change
    return Hit(where, line.number, one.start, one.end, change.old, change.new, before, after, why, line.part)

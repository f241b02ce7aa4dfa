"""What rules look at: all words of one file as one text, and whose speech it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import add
from typing import Any, NamedTuple, TypeVar

from qicao.fold import fold
from qicao.layout import Layout
from qicao.library.model import Library
from qicao.places import Severity
from qicao.speech import BODY_PARTS, Block, Role

T = TypeVar("T")


class Hit(NamedTuple):
    """What a rule found: offsets in `Manuscript.text`, what is wrong, how to mend it.

    No severity: the rule's. `in_source`: the offsets are places in `Manuscript.source`. WHOLE as start: the
    finding is about the file, not about a place in it.
    """

    start: int
    end: int
    message: str
    hint: str
    severity: Severity | None = None
    in_source: bool = False


WHOLE = -1


class Cut(NamedTuple):
    """Words of the file that are not words of the speech (marks of a download site): offsets in `source`."""

    start: int
    end: int
    why: str


class Own(NamedTuple):
    """Whose speech it is, from the 要素单 or from the file's own manifest. Empty text means: not known."""

    unit: str = ""
    short: str = ""
    unit_type: str = ""
    region: str = ""
    tier: str = ""  # 省 市 县 乡
    level: str = ""  # of the honour aimed at: 全国 省级 市级 县级
    honour: str = ""
    meeting: str = ""
    speaker: str = ""
    post: str = ""
    self_name: str = ""  # 我局, 我院
    words: tuple[str, ...] = ()  # everything else the brief says: names in it belong to this speech

    @property
    def said(self) -> str:
        """All the brief says, one item a line: names that stand here belong to this speech."""
        own = (self.unit, self.short, self.region, self.honour, self.meeting, self.speaker, self.post)
        return "\n".join([*own, *self.words])


class Line(NamedTuple):
    """One paragraph in `Manuscript.text`: where it begins and ends (without the line break), and its block."""

    start: int
    end: int
    block: Block


@dataclass
class Manuscript:
    """One file, ready to be checked.

    `text` holds all paragraphs, one a line: first those of the body (up to `body_end`), then tables, text
    boxes, headers, notes, comments, properties. Marks of download sites (`cuts`) are taken out, and what they
    tore apart is joined; half-width marks are folded to full width. `raw` is the same text before folding: all
    offsets are the same. `drafted` says that qicao made the file and that nobody has changed it since.
    """

    name: str
    blocks: Sequence[Block]
    day: date | None = None
    own: Own | None = None
    library: Library = field(default_factory=Library)
    layout: Layout | None = None
    cuts: Sequence[Cut] = ()
    drafted: bool = False

    @cached_property
    def source(self) -> str:
        """All paragraphs as the file has them, one a line."""
        return "\n".join([block.text for block in self.blocks])

    @cached_property
    def raw(self) -> str:
        return cut_out(self.source, self.cuts)

    @cached_property
    def text(self) -> str:
        return fold(self.raw)

    @cached_property
    def _source_starts(self) -> list[int]:
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return starts

    @cached_property
    def _jumps(self) -> tuple[list[int], list[int]]:
        """Offsets in `raw` where words were cut out, and how much was cut up to there."""
        at, sums, total = [0], [0], 0
        for cut in self.cuts:
            total += cut.end - cut.start
            at.append(cut.end - total)
            sums.append(total)
        return at, sums

    def to_source(self, offset: int) -> int:
        """Where in `source` a character of `text` stands."""
        at, sums = self._jumps
        return offset + sums[bisect_right(at, offset) - 1]

    def block_at(self, source_offset: int) -> tuple[Block, int]:
        """The block a place in `source` lies in, and where in `source` that block begins."""
        index = max(bisect_right(self._source_starts, source_offset) - 1, 0)
        return self.blocks[index], self._source_starts[index]

    def piece(self, start: int, end: int, last: bool = False) -> tuple[int, int]:
        """The longest piece (or the last) of a passage that lies in one paragraph of the file: page markers cut it."""
        pieces, at = [], start
        while at < end:
            block = self.block_at(self.to_source(at))[0]
            low, high = at, end - 1  # the last character in the same block
            while low < high:
                middle = (low + high + 1) // 2
                same = self.block_at(self.to_source(middle))[0] is block
                low, high = (middle, high) if same else (low, middle - 1)
            pieces.append((at, low + 1))
            at = low + 1
        if not pieces:
            return start, end
        return pieces[-1] if last else max(pieces, key=lambda piece: piece[1] - piece[0])

    def once(self, make: Callable[[Manuscript], T]) -> T:
        """What `make` finds in this text: looked for once, however many rules ask."""
        if make not in self._kept:
            self._kept[make] = make(self)
        found: T = self._kept[make]
        return found

    @cached_property
    def _kept(self) -> dict[Callable[[Manuscript], Any], Any]:
        return {}

    @cached_property
    def lines(self) -> list[Line]:
        """The paragraphs of `text`, in order."""
        rows, at = [], 0
        for part in self.text.split("\n"):
            rows.append(Line(at, at + len(part), self.block_at(self.to_source(at))[0]))
            at += len(part) + 1
        return rows

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The paragraph a place in `text` lies in."""
        return self.lines[max(bisect_right(self._line_starts, offset) - 1, 0)]

    @cached_property
    def body_end(self) -> int:
        """End of the body: behind it stand headers, notes, comments and properties."""
        if all(block.source is None or block.source.where in BODY_PARTS for block in self.blocks):
            return len(self.text)
        return next(line.start for line in self.lines if not in_body(line.block))

    @cached_property
    def body(self) -> str:
        return self.text[: self.body_end]

    @cached_property
    def downloaded(self) -> bool:
        """Whether the text bears the marks of a download site: then its names and figures are somebody else's."""
        marks = [cut for cut in self.cuts if cut.why]
        return len(marks) > 2 or any(cut.end - cut.start > 30 for cut in marks)

    @cached_property
    def is_speech(self) -> bool:
        """Whether this is a speech, not a law, a novel or a report: it addresses somebody, or says that it is."""
        roles = {line.block.role for line in self.lines[:12]}
        title = self.title
        titled = title is not None and any(
            word in self.text[title.start : title.end] for word in ("讲话", "发言", "致辞")
        )
        return Role.SALUTATION in roles or titled or "同志们" in self.text[:400]

    @cached_property
    def title(self) -> Line | None:
        """The paragraph that is the title of the speech."""
        return next((line for line in self.lines if line.block.role is Role.TITLE), None)

    @cached_property
    def pairs(self) -> Mapping[str, Sequence[int]]:
        """Every two neighbouring characters of `text`, and where they stand: the index word lists look into."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, pair in enumerate(map(add, self.text, self.text[1:])):
            found[pair].append(at)
        found.default_factory = None  # type: ignore[attr-defined]  # looking for a pair must not add it
        return found

    @cached_property
    def quotes(self) -> tuple[list[int], list[int]]:
        """Starts and ends of what stands in “” or 《》 within one paragraph."""
        spans = [found.span() for found in re.finditer(r"“[^“”\n]*”|《[^《》\n]*》", self.text)]
        return [start for start, _ in spans], [end for _, end in spans]

    def quoted(self, offset: int) -> bool:
        """Whether a place in `text` stands within “” or 《》."""
        starts, ends = self.quotes
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < ends[index]


def in_body(block: Block) -> bool:
    """Whether a paragraph is part of the speech itself (not a header, note, comment or property)."""
    return block.source is None or block.source.where in BODY_PARTS


def cut_out(text: str, cuts: Iterable[Cut]) -> str:
    """The text without what was cut."""
    at, parts = 0, []
    for cut in cuts:
        parts.append(text[at : cut.start])
        at = cut.end
    return "".join([*parts, text[at:]])

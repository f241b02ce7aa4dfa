"""What a library holds. Everything here is plain data; loading is in `load`, keeping it warm in `cache`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from qicao.library.section import Limits, Snippet, allows
from qicao.sentence import Paragraph
from qicao.slots import AIM

LEVELS = ("全国", "省级", "市级", "县级")


class Fact(NamedTuple):
    """A fact the brief may give under 情况. kind: 文本, 数, 列表 or 记录 (its columns and sentence).

    `items` is how many items a list must have (0: any), `joiner` what stands between them in a sentence;
    the items of a `problem` list are what sections may answer one by one (针对); those that `heads` marks are
    names under which other problems stand. Each item of a `case` fact is something that happened: a section may
    draw the lesson from it; of those with 2 first.
    """

    name: str
    kind: str
    about: str
    example: str
    items: int
    joiner: str
    columns: Mapping[str, str]
    required: tuple[str, ...]
    sentence: Paragraph | None
    problem: bool
    heads: bool
    case: int


class Move(NamedTuple):
    """A 语步: what it does, and how its titles must look (lengths in characters, 0 for no title)."""

    name: str
    about: str
    title_min: int
    title_max: int
    title_start: str
    beats: bool  # its sections say how often something is done
    recalls: bool  # its [有] sentences come back to facts told before, and tell none first
    rest: bool  # its [有] sentences tell the facts that found no place before; said only when there are some


Words = Mapping[str, Mapping[str, Paragraph]]


@dataclass
class UnitType:
    """A 单位类型: its campaigns (the usual one first), an example, and its words."""

    name: str
    about: str
    campaigns: tuple[str, ...]
    example: Mapping[str, str]
    load: Callable[[], Words]

    @cached_property
    def words(self) -> Words:
        """自称, 领导机构 …, each a choice by the ending of the unit's name ("" = else). Made on first use."""
        return self.load()


class Campaign(NamedTuple):
    """A 主题: the honour aimed at, by level (none: it aims at no honour), and how such a meeting is called."""

    name: str
    honours: Mapping[str, str]
    meeting: Paragraph | None
    instead: str  # the campaign for unit types that usually run that one, and may not run this one
    acts: Words  # 行动, 行动简称, 此举: how it is spoken of, each a choice by unit type ("" = else)
    absent: tuple[str, ...] = ()  # 称谓不含: those who do not come to such a meeting


class Quotation(NamedTuple):
    """A verified quotation: exact words, who, when, and the clause that introduces it."""

    name: str
    words: str
    speaker: str
    day: date
    occasion: str
    lead: str
    source: str

    @property
    def cited(self) -> str:
        """Whole and attributed: 某年某月某日，某人在某处指出：“……”"""
        return f"{self.lead}：“{self.words}”"


class Formulation(NamedTuple):
    """A dated wording (提法): in force from `since` to `until` (ISO dates, "" = open)."""

    name: str
    since: str
    until: str
    words: str
    ground: str


class ItemAnswer(NamedTuple):
    """What an item asks for, in half a sentence; `words` are those of the items it fits (其他: any other)."""

    words: tuple[str, ...]
    lines: tuple[Paragraph, ...]


class Itemized(NamedTuple):
    """How a list fact is said item by item: `pattern` puts {项} and {话} together."""

    pattern: str
    answers: tuple[ItemAnswer, ...]


class SpeakerRole(NamedTuple):
    """A 身份. `unit` says which words stand for the unit (自称 or 简称), `we` which for the listeners' side."""

    name: str
    unit: str
    we: str
    first: bool  # sections written for this role come before those of the unit type
    unsaid: tuple[str, ...]  # facts this role does not put in words
    late: tuple[str, ...]  # moves that grow long only when everything else has


class Shelf(NamedTuple):
    """Sections of the same move and limits, read when wanted: (place in the library, section).

    `waiting`: they can only be said when the brief names a problem.
    """

    move: str
    limits: Limits
    waiting: bool
    load: Callable[[], list[tuple[int, Snippet]]]


@dataclass
class Library:
    """All that a speech can be made from. From the cache, sections stand on shelves: a draft needs few of them."""

    shelves: tuple[Shelf, ...] = ()
    moves: dict[str, Move] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    unit_types: dict[str, UnitType] = field(default_factory=dict)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    roles: dict[str, SpeakerRole] = field(default_factory=dict)
    itemized: dict[str, Itemized] = field(default_factory=dict)  # by the name of the fact
    quotations: dict[str, Quotation] = field(default_factory=dict)
    formulations: list[Formulation] = field(default_factory=list)
    verified: str = ""  # ISO date up to which the dated files were checked
    outlines: dict[str, str] = field(default_factory=dict)  # name → path
    checked: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # outlines found sound: path → template files
    shadowed: list[tuple[Snippet, Snippet]] = field(default_factory=list)  # (own, the one it replaces)
    version: str = ""  # hash over all files, for the manifest
    _case: tuple[tuple[str, ...], str] = ((), "")
    _fitting: dict[tuple[str, bool], list[Snippet]] = field(default_factory=dict, repr=False)
    compiled: dict[str, object] = field(default_factory=dict)  # outlines by path, once they are needed
    matched: tuple[object, object] | None = field(
        default=None, repr=False
    )  # the last brief, and see problems
    likened: tuple[object, object] | None = field(default=None, repr=False)  # the last case, and see problems

    @cached_property
    def snippets(self) -> list[Snippet]:
        """Every section, in the order of the files."""
        rows = [row for shelf in self.shelves for row in shelf.load()]
        return [snippet for _, snippet in sorted(rows, key=lambda row: row[0])]

    def copy(self) -> Library:
        """Another one that may be added to; the sections themselves are shared."""
        found = Library(
            moves=dict(self.moves),
            topics=dict(self.topics),
            facts=dict(self.facts),
            unit_types=dict(self.unit_types),
            campaigns=dict(self.campaigns),
            roles=dict(self.roles),
            itemized=dict(self.itemized),
            quotations=dict(self.quotations),
            formulations=list(self.formulations),
            verified=self.verified,
            outlines=dict(self.outlines),
            checked=dict(self.checked),
            shadowed=list(self.shadowed),
            version=self.version,
        )
        found.snippets.extend(self.snippets)
        return found

    def fitting(self, move: str, wanted: tuple[str, ...], day: str, problems: bool = True) -> list[Snippet]:
        """Sections of a move that may be used for a case (one word for each of LIMITS) on an ISO date; without
        `problems`, none of those that wait for one."""
        if self._case != (wanted, day):  # drafts come in series for one case: the last one is worth keeping
            self._case = wanted, day
            self._fitting = {}
        if (move, problems) not in self._fitting:
            found = [one for one in self._shelved(move, wanted, problems) if one.fits(wanted, day)]
            self._fitting[move, problems] = found
        return self._fitting[move, problems]

    def waits(self, one: Snippet) -> bool:
        """Whether a section can only be said when the brief names a problem: it says it, or comes back to it."""
        return AIM in one.facts or (one.aimed and self.moves[one.move].recalls)

    def _shelved(self, move: str, wanted: tuple[str, ...], problems: bool) -> list[Snippet]:
        if not self.shelves or "snippets" in self.__dict__:
            every = [one for one in self.snippets if one.move == move]
            return every if problems else [one for one in every if not self.waits(one)]
        shelves = [
            one
            for one in self.shelves
            if one.move == move and (problems or not one.waiting) and allows(one.limits, wanted)
        ]
        rows = [row for shelf in shelves for row in shelf.load()]
        return [snippet for _, snippet in sorted(rows, key=lambda row: row[0])]

    def fact(self, slot: str) -> Fact | None:
        """The fact behind a slot (情况.名额), or None for any other slot."""
        head, _, name = slot.partition(".")
        return self.facts.get(name) if head == "情况" else None

    def by_id(self, name: str) -> Snippet | None:
        return next((snippet for snippet in self.snippets if snippet.id == name), None)

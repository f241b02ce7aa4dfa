"""What a library holds. Everything here is plain data; loading is in `load`, keeping it warm in `cache`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from qicao.likeness import named, names
from qicao.places import Place
from qicao.sentence import ALWAYS, GAP_FILTER, Paragraph, Segment
from qicao.slots import OTHERS, UNLESS, WHEN
from qicao.speech import lengths

LEVELS = ("全国", "省级", "市级", "县级")

# The key a section may be limited by → its place in Snippet.limits.
LIMITS = ("主题", "级别", "单位类型", "提纲", "身份")
Limits = tuple[tuple[str, ...], ...]


def allows(limits: Limits, wanted: tuple[str, ...]) -> bool:
    """Whether a case (one word for each of LIMITS) is within these limits."""
    return all(not allowed or word in allowed for allowed, word in zip(limits, wanted, strict=True))


class Measure(NamedTuple):
    """A segment in numbers: characters said plus characters written without its values, and its slots.

    `wants` are the slots it cannot do without (those marked |待填 it can).
    """

    level: int
    literal: int
    paths: tuple[str, ...]
    wants: frozenset[str]


class Variant:
    """One wording (异文) of a section; it holds its own lengths through the marks in its text."""

    def __init__(self, paragraphs: tuple[Paragraph, ...], measures: tuple[Measure, ...] = ()) -> None:
        self.paragraphs = paragraphs
        self.measures = measures or tuple([measure(one) for each in paragraphs for one in each.segments])

    @cached_property
    def words(self) -> str:
        """Its literal words at full length."""
        parts = [part for each in self.paragraphs for one in each.segments for part in one.parts]
        return "".join([part for part in parts if isinstance(part, str)])

    @cached_property
    def needs(self) -> frozenset[str]:
        """Slots without which this wording has a hole (those marked |待填 show the hole on purpose)."""
        return frozenset[str]().union(*[one.wants for one in self.measures if one.level == ALWAYS])

    @cached_property
    def uses(self) -> frozenset[str]:
        """All slots of this wording, at any length."""
        return frozenset([path for one in self.measures for path in one.paths])

    @cached_property
    def once(self) -> frozenset[str]:
        """Quotations and formulations in it: each is said at most once in a speech."""
        return frozenset([path for path in self.uses if path.startswith(("引语.", "提法."))])

    @cached_property
    def blanks(self) -> frozenset[str]:
        """Slots that show 【待填】 when nobody gives a value."""
        return frozenset([path for one in self.measures for path in one.paths if path not in one.wants])


def measure(segment: Segment) -> Measure:
    """Count one segment."""
    literal = "".join([part for part in segment.parts if isinstance(part, str)])
    slots = segment.slots
    wants = frozenset([slot.path for slot in slots if GAP_FILTER not in slot.filters])
    return Measure(segment.level, sum(lengths(literal)), tuple([slot.path for slot in slots]), wants)


class Content(NamedTuple):
    """The words of a section."""

    titles: tuple[Paragraph, ...]
    variants: tuple[Variant, ...]
    says: Mapping[str, Paragraph] = {}  # 后果, 衡量, 对账: half a sentence each about the problem it answers


@dataclass
class Snippet:
    """One section (段落): a move, the conditions it fits, titles to choose from, and variants.

    From the cache, `content` makes titles and variants on first use: a draft needs few of a library's words.
    """

    id: str
    move: str
    limits: Limits  # in the order of LIMITS; () fits everything
    topic: str
    order: int
    since: str  # ISO date or ""
    until: str
    library: str  # name of the folder it came from
    place: Place
    facts: frozenset[
        str
    ]  # all facts (情况.…) any of its variants has a slot for; AIM: only for such problems
    aims: tuple[tuple[str, str], ...]  # 针对: (a fact, or "" for any; a word of the problems it answers)
    when: Mapping[
        str, tuple[str, ...]
    ]  # 名称, 名称不含, 议程含, 议程不含: words of the unit's name, of the agenda; 不针对: of a problem
    examples: tuple[tuple[str, str], ...]  # 例: (a fact, or ""; a problem it answers, as offices put it)
    content: Callable[[], Content]

    @property
    def aimed(self) -> bool:
        """Whether it was written for problems of the brief."""
        return bool(self.aims or self.examples)

    @cached_property
    def _content(self) -> Content:
        return self.content()

    @property
    def titles(self) -> tuple[Paragraph, ...]:
        return self._content.titles

    @property
    def variants(self) -> tuple[Variant, ...]:
        return self._content.variants

    @property
    def says(self) -> Mapping[str, Paragraph]:
        return self._content.says

    @property
    def spoken(self) -> str:
        """All its literal words: wordings, titles and halves."""
        lines = [*self.titles, *self.says.values()]
        parts = [part for line in lines for one in line.segments for part in one.parts]
        return "".join([one.words for one in self.variants] + [one for one in parts if isinstance(one, str)])

    def answers(self, fact: str, problem: str, only: bool = False) -> bool:
        """Whether it was written for this problem, an item of this fact; `only`: for this fact by name."""
        for name, word in self.aims:  # asked of every section for every problem: a plain loop
            if (name == fact or (not name and not only)) and names(word, problem):
                return not self.declines(problem)
        return False

    def declines(self, problem: str) -> bool:
        """Whether it does not answer this problem, whatever else is like it (不针对)."""
        return any(names(other, problem) for other in self.when.get(UNLESS, ()))

    def fitness(self, problem: str) -> int:
        """How many characters of a problem its words name."""
        return len(set().union(*[named(word, problem) for _, word in self.aims]))

    def answers_others(self, fact: str, only: bool = False) -> bool:
        """Whether it answers such problems of this fact as no section was written for (针对: 其他)."""
        facts = (fact,) if only else ("", fact)
        return any(name in facts and word == OTHERS for name, word in self.aims)

    def fits(self, wanted: tuple[str, ...], day: str) -> bool:
        """Whether it may be used: `wanted` holds one word for each of LIMITS, `day` is an ISO date."""
        if not allows(self.limits, wanted):
            return False
        return not (self.since and day < self.since) and not (self.until and day > self.until)

    def suits(self, unit: str, agenda: str) -> bool:
        """Whether it may be said in a unit of this name, after such an agenda: 小学 has no 实验药品."""
        if not self.when:
            return True
        said = {WHEN[0]: unit, WHEN[2]: agenda}
        for wanted, unwanted in (WHEN[:2], WHEN[2:]):
            text, words = said[wanted], self.when.get(wanted, ())
            if words and not any(word in text for word in words):
                return False
            if any(word in text for word in self.when.get(unwanted, ())):
                return False
        return True

    @cached_property
    def nearness(self) -> int:
        """How closely it was written for its case: unit type before level and outline before everybody."""
        campaigns, levels, types, outlines, roles = self.limits
        return (
            16 * (WHEN[0] in self.when)
            + 6 * (WHEN[2] in self.when)
            + 8 * bool(types)
            + 4 * bool(outlines)
            + 2 * bool(levels)
            + bool(campaigns)
            + bool(roles)
        )


class Fact(NamedTuple):
    """A fact the brief may give under 情况. kind: 文本, 数, 列表 or 记录 (its columns and sentence).

    `items` is how many items a list must have (0: any), `joiner` what stands between them in a sentence;
    the items of a `problem` list are what sections may answer one by one (针对); those that `heads` marks are
    names under which other problems stand; with 2 the last word of the name will do (教学楼楼梯: on the 楼梯). Each item of a `case` fact is something that happened: a section may
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
    heads: int
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
    acts: Mapping[str, Paragraph]  # 行动, 行动简称, 此举: how it is spoken of
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
    """Sections of the same move and limits, read when wanted: (place in the library, section)."""

    move: str
    limits: Limits
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
    _fitting: dict[str, list[Snippet]] = field(default_factory=dict, repr=False)
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

    def fitting(self, move: str, wanted: tuple[str, ...], day: str) -> list[Snippet]:
        """Sections of a move that may be used for a case (one word for each of LIMITS) on an ISO date."""
        if self._case != (wanted, day):  # drafts come in series for one case: the last one is worth keeping
            self._case = wanted, day
            self._fitting = {}
        if move not in self._fitting:
            self._fitting[move] = [one for one in self._shelved(move, wanted) if one.fits(wanted, day)]
        return self._fitting[move]

    def _shelved(self, move: str, wanted: tuple[str, ...]) -> list[Snippet]:
        if not self.shelves or "snippets" in self.__dict__:
            return [one for one in self.snippets if one.move == move]
        shelves = [one for one in self.shelves if one.move == move and allows(one.limits, wanted)]
        rows = [row for shelf in shelves for row in shelf.load()]
        return [snippet for _, snippet in sorted(rows, key=lambda row: row[0])]

    def fact(self, slot: str) -> Fact | None:
        """The fact behind a slot (情况.名额), or None for any other slot."""
        head, _, name = slot.partition(".")
        return self.facts.get(name) if head == "情况" else None

    def by_id(self, name: str) -> Snippet | None:
        return next((snippet for snippet in self.snippets if snippet.id == name), None)

"""One section (段落) of a library: what it is for, and its wordings with their sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from qicao.likeness import named, names
from qicao.places import Place
from qicao.sentence import ALWAYS, GAP_FILTER, Paragraph, Segment
from qicao.slots import OTHERS, UNLESS, WHEN
from qicao.speech import lengths

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
    exampled: bool  # whether it has examples
    lone: bool  # whether it has one wording only
    content: Callable[[], Content]
    exemplify: Callable[[], tuple[tuple[str, str], ...]] = tuple

    @property
    def aimed(self) -> bool:
        """Whether it was written for problems of the brief."""
        return bool(self.aims) or self.exampled

    @cached_property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """例: (a fact, or ""; a problem it answers, as offices put it)."""
        return self.exemplify()

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

    def named(self, fact: str, problem: str) -> set[int]:
        """Where the characters of a problem, an item of this fact, stand that its words name."""
        return set[int]().union(*[named(word, problem) for name, word in self.aims if name in ("", fact)])

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

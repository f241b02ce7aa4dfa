"""What may stand in a speech: sections picked for one call of the outline, their lengths, and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from qicao.library.section import Snippet, Variant
from qicao.outline import Call
from qicao.problems import Problem
from qicao.sentence import Paragraph

ABSENT = -1
NO_TURN = 1_000
_OWN_BONUS = 32
_FACT_BONUS = 6  # two facts not told yet outweigh a section of the unit type's own (see Snippet.nearness)
Weights = tuple[int, int, int, int]  # at each of LENGTHS


class Options(dict[int, Weights]):
    """The weights of every wording of a section that would do (`numbers`), weighed when first asked for."""

    def __init__(self, numbers: Sequence[int], weigh: Callable[[int], Weights]) -> None:
        super().__init__()
        self.numbers, self._weigh = tuple(numbers), weigh

    def __missing__(self, number: int) -> Weights:
        self[number] = weights = self._weigh(number)
        return weights


@dataclass
class Pick:
    """A section that may be used for a call; `level` is its present length, ABSENT when it is not used.

    `number` is the index of the variant drawn.
    """

    snippet: Snippet
    number: int
    title: Paragraph | None
    options: Options
    tells: dict[int, frozenset[str]]  # by variant: the given facts it puts in words
    aim: Problem | None = None  # the problem of the brief it answers
    turn: int = NO_TURN  # which of the problems that is
    recalls: bool = False  # see Move
    rest: bool = False  # see Move
    level: int = ABSENT
    floor: int = ABSENT  # not to be made shorter than this again: it tells a fact that nothing else does

    @property
    def variant(self) -> Variant:
        return self.snippet.variants[self.number]

    @property
    def told(self) -> frozenset[str]:
        """The given facts that one of its wordings puts in words."""
        return frozenset[str]().union(*self.tells.values())

    def weight(self, level: int, number: int | None = None) -> int:
        return 0 if level == ABSENT else self.options[self.number if number is None else number][level]


@dataclass
class Group:
    """One call with its picks in order of preference; the first `least` are always used."""

    call: Call
    picks: list[Pick]
    least: int
    place: int  # which group of the outline this is, from 0
    next: Group | None = None  # the call this one leads over to

    @cached_property
    def ordered(self) -> list[Pick]:
        """Picks in the order they are spoken: what answers a problem, 次, then preference."""
        return sorted(self.picks, key=lambda pick: (pick.turn, pick.snippet.order))

    def used(self) -> list[Pick]:
        """Picks in use; none when this call leads over to a call that places nothing."""
        if self.next is not None and not self.next.used():
            return []
        return [pick for pick in self.ordered if pick.level != ABSENT]


class Ranked:
    """The candidates of one call: (less is nearer, a drawn number against ties, the given facts it can tell, section).

    Those that tell no fact stand in order from the start; the others move as facts are told.
    """

    def __init__(self, rows: Sequence[tuple[int, int, frozenset[str], Snippet]]) -> None:
        self._plain = sorted([row for row in rows if not row[2]], key=lambda row: row[:2])
        self._telling = [row for row in rows if row[2]]

    def __bool__(self) -> bool:
        return bool(self._plain or self._telling)

    def nearest(self, told: Set[str], own: bool) -> Snippet:
        """Take out the best one now; `own`: it is the turn of the unit type's own."""

        def order(row: tuple[int, int, frozenset[str], Snippet]) -> tuple[int, int]:
            bonus = _OWN_BONUS if own and row[3].limits[2] else 0
            return row[0] - bonus - _FACT_BONUS * min(len(row[2] - told), 4), row[1]

        plain = self._plain if own else self._plain[:1]
        best = min([*self._telling, *plain], key=order)
        (self._telling if best[2] else self._plain).remove(best)
        return best[3]

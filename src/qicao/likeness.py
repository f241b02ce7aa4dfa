"""Which problem is meant: words that name it (针对), phrases that are like it (例).

A brief says what is wrong in words nobody foresaw. Phrases are compared by the characters and the pairs of
characters they share; what stands in many of the phrases (没有, 不到位) says little, what stands in one says much.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import log
from typing import NamedTuple

from qicao.slots import ANYTHING

_NEAR = 0.40  # of the weight of both phrases must be shared
_WITHIN = 0.85  # an example that stands whole within a longer problem counts as much
_ALONE = 0.4  # what a single character weighs beside a pair
Owner = tuple[str, str]  # a fact or "", a section
_EMPTY = 0.3  # what a pair weighs that says nothing: 没人, 不了
_COMMON = frozenset("不没无未有的了着过人在到就都还也又和与对上下里去来只太很得地")
_MARKS = frozenset("，、。；：！？“”《》（）·—… ")


def named(word: str, problem: str) -> set[int]:
    """Where the characters of a word stand in a problem, none when it does not name it; 缺…师 names 缺给排水工程师."""
    found: set[int] = set()
    start = 0
    for part in word.split(ANYTHING):
        at = problem.find(part, start)
        if at < 0:
            return set()
        start = at + len(part)
        found |= set(range(at, start))
    return found


def names(word: str, problem: str) -> bool:
    """Whether a word stands in a problem."""
    return word in problem if ANYTHING not in word else bool(named(word, problem))


class _Phrase(NamedTuple):
    owner: Owner
    units: frozenset[str]
    mass: float


class Likeness:
    """Phrases of many owners: which of them have one that is like a given phrase."""

    def __init__(self, phrases: Iterable[tuple[Owner, str]]) -> None:
        rows = [(owner, _units(phrase)) for owner, phrase in phrases]
        owners: dict[str, set[Owner]] = {}
        for owner, units in rows:
            for unit in units:
                owners.setdefault(unit, set()).add(owner)
        total = 1 + len({owner for owner, _ in rows})
        self._unknown = log(1 + total)
        self._weights = {unit: log(1 + total / len(some)) for unit, some in owners.items()}
        self._phrases = [_Phrase(owner, units, self._mass(units)) for owner, units in rows]

    def near(self, problem: str) -> dict[Owner, float]:
        """Owner → how like its best phrase is (up to 1), for those that are near enough."""
        units = _units(problem)
        mass, found = self._mass(units), dict[Owner, float]()
        for one in self._phrases:
            shared = self._mass(units & one.units)
            alike = max(2 * shared / (mass + one.mass), _WITHIN * shared / one.mass if shared else 0)
            if alike >= max(_NEAR, found.get(one.owner, 0)):
                found[one.owner] = alike
        return found

    def _mass(self, units: Iterable[str]) -> float:
        return sum([self._weights.get(one, self._unknown) * _weight(one) for one in units])


def _weight(unit: str) -> float:
    if _COMMON.issuperset(unit):
        return _EMPTY if len(unit) > 1 else 0
    return 1 if len(unit) > 1 else _ALONE


def _units(phrase: str) -> frozenset[str]:
    """Its characters and pairs of characters, without marks."""
    bare = [one for one in phrase if one not in _MARKS]
    return frozenset([*bare, *[first + second for first, second in pairwise(bare)]])

"""Which problem is meant: words that name it (针对), phrases that are like it (例).

A brief says what is wrong in words nobody foresaw. Phrases are compared by the characters and the pairs of
characters they share; what stands in many of the phrases (没有, 不到位) says little, what stands in one says much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log

from qicao.slots import ANYTHING

# Found by leaving out one example at a time and asking which section it belongs to: six in ten are answered, eight in
# ten of these by the very section, most others by one that would do.
_NEAR = 0.6  # how like a section must be
_OFTEN, _SPOKEN = 0.5, 0.8  # what counts beside its best example: words that several have, words of its text
_FIRST, _LEAST = 8, 0.4  # of how many sections the text is looked at, and how like their examples must be
_WHOLE, _WITHIN = 0.8, 0.85  # an example of which so much stands within a longer problem counts as much …
_SHARE = 0.5  # … when it is half of that problem; a shorter one less
_ALONE = 0.4  # what a single character weighs beside a pair
Owner = tuple[str, str]  # a fact or "", a section
_EMPTY = 0.3  # what a pair weighs that says nothing: 没人, 不了
_COMMON = frozenset(
    "一二三四五六七八九十两几个0123456789不没无未有的了着过人在到就都还也又和与对上下里去来只太很得地"
)
_MARKS = dict.fromkeys(map(ord, "，、。；：！？“”《》（）·—… "))


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


class Likeness:
    """Examples of many sections: which of them are like a given problem. `spoken` gives the text of a section."""

    def __init__(self, phrases: Iterable[tuple[Owner, str]], spoken: Callable[[Owner], str]) -> None:
        self._phrases = [(owner, _units(phrase)) for owner, phrase in phrases]
        self._own: dict[Owner, list[frozenset[str]]] = {}
        for owner, units in self._phrases:
            self._own.setdefault(owner, []).append(units)
        self._owners = Counter[str]()  # unit → how many owners have it
        for each in self._own.values():
            self._owners.update(frozenset().union(*each))
        self._unknown = log(2 + len(self._own))
        # Asked of few of the units, phrases and owners: each is weighed when it is wanted.
        self._weighed = lru_cache(maxsize=None)(self._weighs)
        self._mass_of = lru_cache(maxsize=None)(self._mass)
        self._often = lru_cache(maxsize=None)(self._oftens)
        self._said = lru_cache(maxsize=None)(lambda owner: _units(spoken(owner)))
        self.near = lru_cache(maxsize=None)(self._near)

    def _weighs(self, unit: str) -> float:
        """What a unit says: much when few owners have it."""
        some = self._owners[unit]
        return (log(1 + (1 + len(self._own)) / some) if some else self._unknown) * _weight(unit)

    def _oftens(self, owner: Owner) -> dict[str, float]:
        """What two or more of its examples say, and how much that says of it."""
        every = self._own[owner]
        counts = Counter([unit for units in every for unit in units])
        return {
            unit: self._weighed(unit) * count / len(every) / self._unknown
            for unit, count in counts.items()
            if count > 1 and _weight(unit) == 1
        }

    def _near(self, problem: str) -> Mapping[Owner, float]:
        """Owner → how like its examples are (up to 1), for those that are near enough by all they say."""
        units = _units(problem)
        mass = self._mass(units) or 1
        found = self._best(units, mass)
        for owner in found:
            often = self._often(owner)
            found[owner] += _OFTEN * sum([often[unit] for unit in units if unit in often])
        first = sorted(found, key=lambda owner: (-found[owner], owner))[:_FIRST]
        return {
            owner: min(found[owner], 1)
            for owner in first
            if found[owner] >= _LEAST
            and found[owner] + _SPOKEN * self._mass(units & self._said(owner)) / mass >= _NEAR
        }

    def _best(self, units: frozenset[str], mass: float) -> dict[Owner, float]:
        """Owner → how like its best example is, by what both share."""
        # Single characters alone mean nothing.
        meant = frozenset([unit for unit in units if _weight(unit) == 1])
        found: dict[Owner, float] = {}
        for owner, other in self._phrases:
            if meant.isdisjoint(other):
                continue
            same, whole = self._mass(units & other), self._mass_of(other)
            alike = 2 * same / (mass + whole)
            if same > _WHOLE * whole:
                alike = max(alike, _WITHIN * min(1, _SHARE + whole / mass))
            if alike > found.get(owner, 0):
                found[owner] = alike
        return found

    def _mass(self, units: frozenset[str]) -> float:
        return sum(map(self._weighed, units))


@lru_cache(maxsize=65536)
def _weight(unit: str) -> float:
    """1 for a pair that says something, less for all else."""
    if _COMMON.issuperset(unit):
        return _EMPTY if len(unit) > 1 else 0
    return 1 if len(unit) > 1 else _ALONE


def _units(phrase: str) -> frozenset[str]:
    """Its characters and pairs of characters, without marks."""
    bare = phrase.translate(_MARKS)
    return frozenset([*bare, *map("".join, pairwise(bare))])

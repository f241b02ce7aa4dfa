"""Expressions tried only where a certain pair of characters stands: a text without the pairs costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled


class Spot(NamedTuple):
    """`expression` must match `shift` characters behind the place of one of `pairs` (and may look back)."""

    pairs: tuple[str, ...]
    expression: str
    shift: int = 0
    severity: Severity = "error"
    label: str = ""


def pairs(firsts: Iterable[str], seconds: Iterable[str]) -> tuple[str, ...]:
    """Every first character with every second one."""
    later = list(seconds)
    return tuple([first + second for first in firsts for second in later])


def look(m: Manuscript, spots: Iterable[Spot]) -> Iterator[tuple[re.Match[str], Spot]]:
    """All matches, earlier spots first; of two that overlap only the first."""
    text, index, taken = m.text, m.pairs, set[int]()
    for spot in spots:
        for pair in spot.pairs:
            for place in index.get(pair, ()):
                if place + spot.shift < 0:
                    continue
                found = compiled(spot.expression).match(text, place + spot.shift)
                if found is None or not found[0]:
                    continue
                where = range(found.start(), found.end())
                if not taken.isdisjoint(where):
                    continue
                taken.update(where)
                yield found, spot

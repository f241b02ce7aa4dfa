"""Near forms that were not touched: the old name with blanks or a break inside, or a part of it alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from qicao.swap.bodies import Bodies
from qicao.swap.callings import Callings
from qicao.swap.changes import Change
from qicao.swap.finder import Finder
from qicao.swap.lines import Line
from qicao.swap.locality import leading_place, stem
from qicao.swap.locality import parts as places
from qicao.swap.words import straddled

# Blanks of every width, breaks, what is not seen at all: a name may have them inside (周　明).
_GAP = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2011\u2028-\u202f\u205f-\u2064\ufeff\ufffc]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_PAIR = re.compile("[\u4e00-\u9fff]{2}")
_REGION = "地区"  # label of the changes of the unit's place
_Spot = tuple[int, int, str, str]  # start, end, the name, what might be put in its place
_MOST = 50  # reported for one part


class Near(NamedTuple):
    """Words like an old name: the part, its paragraph, offsets in what the paragraph says now, which name; `new`: what
    might be put in their place, or ""; `why`: what there is to say of them."""

    where: str
    paragraph: int
    start: int
    end: int
    text: str
    old: str
    new: str = ""
    why: str = ""


def near_forms(
    lines: Sequence[Line],
    changes: Sequence[Change],
    left: Collection[Line],
    bodies: Bodies,
    callings: Callings,
) -> list[Near]:
    """What stands in the lines after the changes and looks like something of the old names; `left` are lines in
    which names were left on purpose; `bodies` of the old level and `callings` are told too."""
    sought = [change for change in changes if not change.proposed and _HAN.search(change.old)]
    whole, parts = Finder([change.old for change in sought if len(change.old) > 1]), _parts(sought, changes)
    finder, told = Finder(parts), frozenset(left)
    found: list[Near] = []
    for line in lines:
        text = line.now
        spots: list[_Spot] = [
            (*one, text[one[0] : one[1]], bodies.instead(text[one[0] : one[1]])) for one in bodies.find(text)
        ]
        spots += [(*one, "") for one in _spaced(text, whole)]
        spots += [(*one, "") for one in callings.find(text)]
        spots += [(*one, *parts[text[one[0] : one[1]]]) for one in finder.find(text)]
        said = list(whole.find(text)) if line in told and spots else []
        for start, end, old, new in _outermost(spots):
            at = bisect_right(said, start, key=lambda one: one[1])  # the first that ends behind its start
            if at == len(said) or said[at][0] >= end:
                said_now = text[start:end]
                why = callings.why(said_now)
                found.append(Near(line.where, line.number, start, end, said_now, old, new, why))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def _outermost(spots: Sequence[_Spot]) -> Iterator[_Spot]:
    free = 0
    for spot in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
        if spot[0] >= free:
            yield spot
            free = spot[1]


def _spaced(text: str, names: Finder) -> Iterator[tuple[int, int, str]]:
    """The names that have gaps inside: looked for in the text without its gaps."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in _GAP.finditer(text):
        pieces.append(text[at : gap.start()])
        offsets += range(at, gap.start())
        at = gap.end()
    if not at:
        return
    bare = "".join([*pieces, text[at:]])
    offsets += range(at, len(text))
    for first, last in names.find(bare):
        start, end = offsets[first], offsets[last - 1] + 1
        if end - start > last - first and not (last - first < 3 and straddled(bare, first, last)):
            yield start, end, bare[first:last]


def _parts(sought: Sequence[Change], changes: Sequence[Change]) -> dict[str, tuple[str, str]]:
    """Parts of the names that may stand alone → the name, and the same part of the new one: 青川市水利局 → 青川市,
    青川, 水利局. Not those that a new name holds or that another change takes."""
    news, olds = "\n".join([change.new for change in changes]), {change.old for change in changes}
    found: dict[str, tuple[str, str]] = {}
    for change in sought:
        for part, new in _alone(change):
            if len(part) > 1 and part != change.old and part not in olds and part not in news:
                found.setdefault(part, (change.old, new if new != part else ""))
    return found


def _alone(change: Change) -> Iterator[tuple[str, str]]:
    """What of a name may stand alone. Of two briefs the places are known, and each part that goes is a change of
    its own; only a place in which the old one lay may have nothing to be put in its stead."""
    old, new = change.old, change.new
    if change.label == _REGION:
        for place in places(old):
            yield from ((place, ""), (stem(place), ""))
    elif not change.label and (place := leading_place(old)) and _PAIR.search(old):
        other = leading_place(new)
        yield from (
            (place, other),
            (stem(place), stem(other)),
            (old[len(place) :], new[len(other) :] if other else ""),
        )

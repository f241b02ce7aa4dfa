"""Making sure that what the brief gives is told: a fact the writer looked up should not fall out of the speech."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from qicao.picks import ABSENT, Group, Pick
from qicao.sentence import ALWAYS, SHORT

_LESSON = 4  # a section that draws the lesson may cost so many times more than one that only tells
Way = tuple[int, int, Group, Pick, int]  # (how much longer, a number for ties, group, pick, variant)


def tell_facts(groups: Sequence[Group], given: Iterable[str], room: int) -> int:
    """Bring in given facts while there is `room` (in weight); returns by how much the speech grew.

    A fact goes where it costs least: another wording of a section in use, or one more section for a call that
    may have more. Such picks get a floor, so that meeting the length does not throw them out again.
    """
    grown = 0
    wanted = sorted(given)
    for path in wanted:
        if path in told(groups):
            continue
        ways = sorted(
            _ways(groups, path), key=lambda way: (way[0] // (_LESSON if _case(way[3]) else 1), way[1])
        )
        if ways and grown + ways[0][0] <= room:
            grown += _take(*ways[0])
    return grown


def tells_rest(group: Group) -> bool:
    """Whether the sections of this call only tell what found no place before."""
    return any(pick.rest for pick in group.picks)


def tell_rest(group: Group, left: Set[str], size: Callable[[str], int]) -> int:
    """Use the section of such a group that tells most of the facts `left`; returns its weight, 0 if none does.

    `size` gives the weight of a slot's value.
    """
    for pick in group.picks:
        pick.level = ABSENT
    best = max(group.picks, key=lambda pick: len(pick.tells[pick.number] & left))
    if left.isdisjoint(best.tells[best.number]):
        return 0
    best.level = SHORT
    said = [one for one in best.variant.measures if one.level == ALWAYS or not left.isdisjoint(one.paths)]
    return sum([one.literal + sum([size(path) for path in one.paths]) for one in said])


def _case(pick: Pick) -> bool:
    return pick.aim is not None and pick.aim.case


def told(groups: Iterable[Group]) -> set[str]:
    """The given facts that the picks in use put in words."""
    used = [pick for group in groups for pick in group.picks if pick.level >= SHORT]
    return {path for pick in used for path in pick.tells[pick.number]}


def _ways(groups: Sequence[Group], path: str) -> Iterator[Way]:
    for number, group in enumerate(groups):
        for position, pick in enumerate(group.picks):
            for variant in pick.options.numbers:
                if path not in pick.tells[variant] or (pick.floor != ABSENT and variant != pick.number):
                    continue
                longer = pick.weight(max(pick.level, SHORT), variant) - pick.weight(pick.level)
                yield longer, 100 * number + position, group, pick, variant


def _take(longer: int, _: int, group: Group, pick: Pick, variant: int) -> int:
    if pick.level == ABSENT:  # sections come and go in order of preference: this one is next now
        group.picks.remove(pick)
        group.picks.insert(sum([other.level != ABSENT for other in group.picks]), pick)
    pick.level, pick.number, pick.floor = max(pick.level, SHORT), variant, SHORT
    return longer

"""Meeting a length: which of the picks to use, and how long each of them is to be.

Sizes are weights: characters said plus characters written, so that half of a total lies between the two ways
people count (汉字 that are read aloud; 字数 in the status bar of Word), and both come out near the target.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from qicao.picks import ABSENT, Group, Pick
from qicao.sentence import BARE, LENGTHS, LONG, MIDDLE, SHORT
from qicao.tell import tell_facts, tells_rest

# When a step is taken as the speech grows. Every call's first sections come first, without facts; then the
# facts; then one more section for each call and middle lengths; full lengths and the last extra sections only
# in long speeches.
_FACTS_STEP, _EXTRA_STEP, _MIDDLE_STEP, _LONG_STEP, _LAST_STEP = 0.3, 1.2, 1.2, 3.0, 9.0
_AIMED_STEP = 2.3  # what answers a problem is told in full before the general grows
_PROBLEMS = (
    0.86  # of the speech: what all parts and the answers to its problems may take before anything else
)
_ANSWERS = 0.95  # of the speech: so far the answers grow to middle length, all of them or none
_SPREAD = 2.5  # over which the extra sections of one call are spread
_SECOND_STEP = 0.6  # the second section of a call that must have one
_HEAVY_STEP, _AHEAD = 0.2, 0.8  # calls marked 份量="重": middle length at once, extra sections earlier
_OWN = 0.4  # how much earlier the unit type's own sections grow
_ROOMY = 2000  # weight of a speech long enough to favour some calls: about seven minutes

Draw = Callable[[object], int]
Change = tuple[int, Group, Pick, int, int]  # (difference in weight, group, pick, new level, new variant)


def fit(
    groups: Sequence[Group],
    fixed: int,
    target: int,
    draw: Draw,
    given: frozenset[str],
    late: Sequence[str] = (),
) -> int:
    """Set the level of every pick so that `fixed` + picks comes as near to `target` as may be.

    `given` are the facts of the brief: as many of them are told as there is room for; `late` the moves that
    are told at length only when everything else is. Returns the weight reached. Deterministic: `draw` gives
    the numbers that break ties.
    """
    for group in groups:
        for position, pick in enumerate(group.picks):
            pick.level = BARE if position < group.least else ABSENT
    total = fixed + sum([pick.weight(pick.level) for group in groups for pick in group.picks])
    total += _face_problems(groups, round(_PROBLEMS * target) - total)
    total += tell_facts(groups, given, target - total)
    if target >= _ROOMY:
        total += _answer_in_full(groups, round(_ANSWERS * target) - total)
    ceiling, roomy = LONG, target >= _ROOMY
    for _, group, pick, level in sorted(_steps(groups, draw, late, roomy), key=lambda step: step[0]):
        if level > ceiling or pick.level != level - 1 or (level == BARE and not _next(group, pick)):
            continue
        more = pick.weight(level) - pick.weight(pick.level)
        if total + more <= target:
            pick.level = level
            total += more
            if roomy and group.call.heavy and level == MIDDLE:
                pick.floor = max(pick.floor, MIDDLE)
        elif level > BARE:  # sections of one speech should not differ too much in length
            ceiling = min(ceiling, level)
    return polish(groups, total + _even(groups), target)


def _face_problems(groups: Sequence[Group], room: int) -> int:
    """What answers a problem of the brief comes before the other facts, while there is `room`. Returns the growth."""
    grown = 0
    for group in groups:
        for pick in group.picks[group.least :]:
            if pick.aim is None or pick.aim.case or grown + pick.weight(BARE) > room:
                break
            pick.level = pick.floor = BARE  # meeting the length does not throw it out again
            grown += pick.weight(BARE)
    return grown


def _answer_in_full(groups: Sequence[Group], room: int) -> int:
    """What is done about the problems of the brief, at middle length before the general grows: all or none, one
    list has items of one length. Returns the growth."""
    answers = [pick for group in groups for pick in group.used() if pick.aim and not pick.aim.case]
    grown = sum([pick.weight(MIDDLE) - pick.weight(pick.level) for pick in answers])
    if grown > room:
        return 0
    for pick in answers:
        pick.level = pick.floor = MIDDLE
    return grown


def _even(groups: Sequence[Group]) -> int:
    """Within one call no section in full beside one in short: both become middle. Returns the growth."""
    grown = 0
    for group in groups:
        long = [pick for pick in group.picks if pick.level == LONG]
        short = [pick for pick in group.picks if pick.level in (BARE, SHORT)]
        for pick in [one for pair in zip(reversed(long), short, strict=False) for one in pair]:
            grown += pick.weight(MIDDLE) - pick.weight(pick.level)
            pick.level = MIDDLE
    return grown


def _steps(
    groups: Sequence[Group], draw: Draw, late: Sequence[str], roomy: bool
) -> Iterator[tuple[float, Group, Pick, int]]:
    for group in groups:
        for position, pick in enumerate(group.picks):
            extra = max(position - group.least + 1, 0)
            shake = draw(pick.snippet.id) / 2**32 * 0.5
            # A call that may hold many sections gets them sooner: breadth before length.
            start = _EXTRA_STEP + min(1.0, _SPREAD / group.call.most) * (extra - 1) if extra else 0.0
            if extra == 1 and group.least:  # two reasons, two safeguards: before optional calls get anything
                start = _SECOND_STEP
            if extra and roomy and group.call.heavy:
                start = max(start - _AHEAD, _HEAVY_STEP)
            if pick.aim is not None and roomy:
                start = min(start, _FACTS_STEP)
            if extra:
                yield start + shake, group, pick, BARE
            heavy = roomy and group.call.heavy and not extra
            own = _OWN if pick.snippet.limits[2] else 0.0
            aimed = roomy and pick.aim is not None  # a problem named is a problem dealt with
            case = pick.aim is not None and pick.aim.case  # told, but not at the cost of what is to be done
            heavy = (heavy or aimed) and not case
            yield max(_HEAVY_STEP / 2 if heavy else _FACTS_STEP, start + 0.1) + shake, group, pick, SHORT
            middle = _HEAVY_STEP if heavy else max(_MIDDLE_STEP - own, start + 0.4)
            yield middle + shake, group, pick, MIDDLE
            long = _LAST_STEP if group.call.move in late else _AIMED_STEP if aimed else _LONG_STEP - own
            yield max(long, start + 1.2) + shake, group, pick, LONG


def _next(group: Group, pick: Pick) -> bool:
    """Whether all picks preferred to this one are in use: sections come and go in order of preference."""
    return all(other.level != ABSENT for other in group.picks[: group.picks.index(pick)])


def polish(groups: Sequence[Group], total: int, target: int) -> int:
    """Bring the total nearer to the target by the best one or two changes, as long as that helps."""
    for attempt in range(5):
        if abs(target - total) * 200 <= target:  # half a percent
            break
        # Other variants only when lengths alone will not do: the draw decides what a unit sounds like.
        changes = sorted(_changes(groups, attempt > 1), key=lambda change: change[0])
        chosen = _best(changes, target - total)
        gain = sum([change[0] for change in chosen])
        if not chosen or abs(target - total - gain) >= abs(target - total):
            continue
        for _, _, pick, level, number in chosen:
            pick.level, pick.number = level, number
        total += gain
    return total


def _changes(groups: Sequence[Group], variants: bool) -> Iterator[Change]:
    for group in groups:
        if group.next is not None and not group.next.used():
            continue  # what leads over to nothing is not spoken, whatever it weighs
        if tells_rest(group):
            continue  # used or not for what is left over, not for its length
        last = sum([pick.level != ABSENT for pick in group.picks]) - 1
        for position, pick in enumerate(group.picks):
            levels: tuple[int, ...] = ()
            if pick.level != ABSENT:
                levels = tuple([one for one in LENGTHS if abs(one - pick.level) <= 1 and one >= pick.floor])
                if position == last and position >= group.least and pick.floor == ABSENT:
                    levels = (ABSENT, *levels)
            elif position == last + 1:
                levels = (BARE, SHORT)
            if group.call.numbering and pick.level != ABSENT:  # items of one list do not differ too much
                levels = tuple([one for one in levels if one == ABSENT or _level(group, pick, one)])
            for number in pick.options.numbers if variants and pick.floor == ABSENT else (pick.number,):
                for level in levels:
                    difference = pick.weight(level, number) - pick.weight(pick.level)
                    if difference:
                        yield difference, group, pick, level, number


def _level(group: Group, changed: Pick, level: int) -> bool:
    """Whether the items of a list stay about equally long when one of them gets this length."""
    levels = [max(level if one is changed else one.level, SHORT) for one in group.used()]
    return max(levels) - min(levels) <= 1


def _best(changes: list[Change], wanted: int) -> list[Change]:
    """The one change, or the two that go together, whose sum is nearest to `wanted`."""
    sizes = [change[0] for change in changes]
    best: list[Change] = []
    miss = abs(wanted)

    def near(value: int) -> range:
        at = bisect_left(sizes, value)
        return range(max(at - 3, 0), min(at + 3, len(sizes)))

    for position in near(wanted):
        if abs(wanted - sizes[position]) < miss:
            miss, best = abs(wanted - sizes[position]), [changes[position]]
    for first in changes:
        if miss * 200 <= abs(wanted):
            break
        for position in near(wanted - first[0]):
            second = changes[position]
            if _together(first, second) and abs(wanted - first[0] - second[0]) < miss:
                miss, best = abs(wanted - first[0] - second[0]), [first, second]
    return best


def _together(first: Change, second: Change) -> bool:
    """Whether two changes may both be made: on different picks, and at most one that adds or drops in a call."""
    if first[2] is second[2]:
        return False
    moved = [ABSENT in (change[2].level, change[3]) for change in (first, second)]
    return first[1] is not second[1] or not all(moved)

"""What the brief says is wrong (短板, 堵点, 作风问题 …), and what follows from it: the thread of a speech.

Each section that answers a kind of problem (针对) says in half a sentence what comes of it (后果), what will be
looked at in the end (衡量) and what is compared month by month (对账). Put together for the problems of one brief,
in its order, they are facts that any other section may build on.
"""

from __future__ import annotations

from collections.abc import Mapping

from qicao.brief import Brief
from qicao.library.model import Library, Snippet
from qicao.numerals import counted
from qicao.sentence import SHORT, render
from qicao.slots import SAYS

_JOINERS = dict(zip(SAYS, ("；", "，", "，"), strict=True))
COUNT = "问题数"  # how many problems 衡量 speaks of
NAMES = (*SAYS, COUNT)
THREAD = frozenset([f"情况.{name}" for name in SAYS])
_MOST = 4  # a longer row is not listened to


def case_of(brief: Brief) -> tuple[str, ...]:
    """One word for each of LIMITS."""
    return brief.campaign, brief.level, brief.unit_type, brief.outline, brief.role


def problems_of(brief: Brief, library: Library) -> tuple[tuple[str, str], ...]:
    """(fact, item) of what the brief says is wrong, item by item; a guest does not say it one by one."""
    if library.roles[brief.role].first:
        return ()
    lists = [(name, fact.items) for name, fact in brief.facts.items() if library.facts[name].problem]
    return tuple([(name, item) for name, items in lists for item in items])


def thread(brief: Brief, library: Library, values: Mapping[str, str]) -> dict[str, str]:
    """后果, 衡量, 对账 and 问题数 for the problems of a brief, by name; absent where nothing is known of them."""
    problems = problems_of(brief, library)
    if not problems:
        return {}
    fitting = library.fitting(case_of(brief), brief.day.isoformat())
    aimed = [one for found in fitting.values() for one in found if one.aims and one.suits(brief.unit)]
    answers: list[Snippet] = []
    for fact, problem in problems:
        fresh = [one for one in aimed if one not in answers and one.answers(fact, problem)]
        answers += fresh[:1]
    found: dict[str, str] = {}
    for name in SAYS:
        halves = [one.says[name] for one in answers if name in one.says][:_MOST]
        words = ["".join([span.text for span in render(half, "", SHORT, values, set())]) for half in halves]
        if words:
            found[name] = _JOINERS[name].join(words)
            found |= {COUNT: counted(len(words))} if name == SAYS[1] else {}
    return found

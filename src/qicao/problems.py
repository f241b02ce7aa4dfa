"""What the brief says is wrong (短板, 堵点, 作风问题 …), and what follows from it: the thread of a speech.

A problem of a project or a spot that the brief names stands under that name, with what else the brief says of it:
14户没有签约 under 滨江大道东延, whose date is 5月底前交地.

Each section that answers a kind of problem (针对) says in half a sentence what comes of it (后果), what will be
looked at in the end (衡量) and what is compared month by month (对账). Put together for the problems of one brief,
in its order, they are facts that any other section may build on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qicao.brief import Brief
from qicao.facts import FactValue, join
from qicao.library.model import Library
from qicao.library.section import Snippet
from qicao.likeness import Likeness
from qicao.numerals import counted
from qicao.owners import owner, shared_run
from qicao.sentence import SHORT, clause, render
from qicao.slots import AIM, SAYS

_JOINERS = dict(zip(SAYS, ("；", "，", "，"), strict=True))
COUNT = "问题数"  # how many problems 衡量 speaks of, when it speaks of all
NAMES = (*SAYS, COUNT)
THREAD = frozenset([f"情况.{name}" for name in SAYS])
_MOST = 5  # a longer row is not listened to
_NAMING = 5  # what a character named weighs, beside Snippet.nearness
_END = 2  # how many times more at the end of a name
_ALIKE = 40  # what an example weighs that says the same
_LIKE, _UNSURE = (
    0.55,
    10,
)  # a section whose examples are less like it stands behind one that names the problem
_AND = re.compile("[和与及、，]")
_HALF, _SURE = 4, 0.55  # characters of half an item, and how like an example it must be
_LAST = 3  # characters of the end of a name
_RIVAL = 12  # how much less apt a section may be for a problem whose own is taken
_BOTH = 34  # characters of two problems that can be said together


class Problem(NamedTuple):
    """An item of a fact that is to be dealt with. `title`: the project or spot it belongs to, or ""; `related`:
    what else the brief says of that one, items by fact; `slots`: what a section that answers it may use beside
    the other slots."""

    fact: str
    item: str
    title: str
    related: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, str]
    near: Mapping[str, float]  # id of a section → how like its examples (例) are to this item
    case: bool = False  # it happened: there is a lesson in it, not a task

    def answered_by(self, one: Snippet) -> bool:
        return one.id in self.near or one.answers(self.fact, self.item, only=self.case)


class _Sections:
    """The sections of the brief's case that answer problems, and their examples."""

    def __init__(self, brief: Brief, library: Library) -> None:
        self.library = library
        self.all = {one.id: one for one in aimed(brief, library)}
        examples = [((fact, one.id), words) for one in self.all.values() for fact, words in one.examples]
        self.answering = [one for one in self.all.values() if not library.moves[one.move].recalls]
        self._likeness = Likeness(examples, lambda owner: self.all[owner[1]].spoken)

    def problem(
        self, fact: str, item: str, title: str, related: Mapping[str, tuple[str, ...]], case: bool = False
    ) -> Problem:
        facts = self.library.facts
        words = {f"相关.{name}": join(items, facts[name].joiner) for name, items in related.items()}
        near = self._near(fact, item, title, case)
        return Problem(fact, item, title, related, {AIM: item, **words}, near, case)

    def _near(self, fact: str, item: str, title: str = "", case: bool = False) -> dict[str, float]:
        """The sections whose examples are like what is said of the title the item stands under, or like the whole
        when next to nothing is."""
        rest = item.replace(shared_run(title, item), "") if title else item
        found = self._likeness.near(rest if len(rest) >= _HALF else item)
        return {
            key: alike
            for (name, key), alike in found.items()
            if (name == fact or (not name and not case)) and not self.all[key].declines(item)
        }

    def parts(self, fact: str, item: str) -> tuple[str, ...]:
        """The item, or its two halves when each has a section of its own: 楼道里堆杂物 and 飞线充电."""
        halves = tuple(_AND.split(item))
        if len(halves) != 2 or min(map(len, halves)) < _HALF:
            return (item,)
        ways = [self._near(fact, half) for half in halves]
        best = {max(near, key=near.__getitem__) for near in ways if max(near.values(), default=0) >= _SURE}
        return halves if len(best) == 2 else (item,)

    def tells(self, problem: Problem, name: str) -> bool:
        """Whether the section that answers it says in each of its wordings what else the brief says (相关.堵点)."""
        best = _best(_able(problem, self.answering))
        return best is not None and all(f"相关.{name}" in each.uses for each in best.variants)

    def ready(self, fact: str, item: str) -> bool:
        """Whether a section answers this."""
        return any(map(self.problem(fact, item, "", {}).answered_by, self.answering))


def case_of(brief: Brief) -> tuple[str, ...]:
    """One word for each of LIMITS."""
    return brief.campaign, brief.level, brief.unit_type, brief.outline, brief.role


def aimed(brief: Brief, library: Library) -> list[Snippet]:
    """The sections of the brief's case that answer problems."""
    case, day = case_of(brief), brief.day.isoformat()
    return [
        one
        for move in library.moves
        for one in library.fitting(move, case, day)
        if one.aimed and one.suits(brief.unit, "，".join(brief.agenda))
    ]


def _sections(brief: Brief, library: Library) -> _Sections:
    """Kept for the next brief of the same case: drafts come in series."""
    key = case_of(brief), brief.day, brief.unit, brief.agenda
    kept = library.likened
    if kept is None or kept[0] != key:
        kept = library.likened = key, _Sections(brief, library)
    found = kept[1]
    assert isinstance(found, _Sections)
    return found


def problems_of(brief: Brief, library: Library) -> tuple[Problem, ...]:
    """What is to be dealt with, item by item: named projects and spots first, each with what stands in its way;
    then what happened and has a lesson in it.

    None for a guest: he does not go through it one by one.
    """
    if library.roles[brief.role].first:
        return ()
    known = library.facts
    if not any(known[name].problem or known[name].case for name in brief.facts):
        return ()
    sections = _sections(brief, library)
    items = [(name, item) for name, fact in brief.facts.items() for item in fact.items]
    heads = [(name, item) for name, item in items if known[name].problem and known[name].heads]
    owners = {pair: owner(pair[1], heads, brief) for pair in items if pair not in heads}
    issues = [pair for pair in items if known[pair[0]].problem and pair not in heads]
    found: list[Problem] = []
    told = set[tuple[str, str]]()
    for head in heads:
        own = [pair for pair, name in owners.items() if name == head]
        inner = [pair for pair in own if pair in issues]
        answer = next((one for one in [*inner, head] if sections.ready(*one)), (*inner, head)[0])
        related: dict[str, tuple[str, ...]] = {}
        for name, item in own:
            if (name, item) != answer:
                related[name] = (*related.get(name, ()), item)
        found.append(sections.problem(*answer, head[1], related))
        told |= {answer, *[pair for pair in inner if pair != answer and sections.tells(found[-1], pair[0])]}
    rest = [
        sections.problem(fact, part, "", {})
        for fact, item in issues
        if (fact, item) not in told
        for part in sections.parts(fact, item)
    ]
    cases = [
        sections.problem(name, item, "", {}, case=True)
        for name, fact in sorted(brief.facts.items(), key=lambda pair: -known[pair[0]].case)
        for item in (told_of(fact) if known[name].case else ())
    ]
    return (*found, *_together(rest, sections), *cases)


def _together(problems: Sequence[Problem], sections: _Sections) -> list[Problem]:
    """Two problems that one section answers, when no other is nearly as apt for the second, are put in one: a
    speech says a section once."""
    found: dict[str, Problem] = {}
    for problem in problems:
        able = [(apt, -one.order, one.id) for apt, one in _able(problem, sections.answering)]
        apt, _, best = max(able, default=(0, 0, problem.item))
        rival = max([one[0] for one in able if one[2] not in found], default=None)
        first = found.get(best)
        if not first or (rival is not None and rival >= apt - _RIVAL):
            free = max([one for one in able if one[2] not in found], default=(0, 0, problem.item))
            found[free[2]] = problem
        elif first.fact == problem.fact and len(first.item + problem.item) <= _BOTH:
            both = f"{clause(first.item)}、{clause(problem.item)}"
            found[best] = first._replace(item=both, slots={**first.slots, AIM: both}, near={best: 1})
        else:
            found[problem.item] = problem
    return list(found.values())


def told_of(fact: FactValue) -> tuple[str, ...]:
    """What a fact says, one by one."""
    return fact.items or (fact.words,)


def answered(problems: Sequence[Problem], sections: Sequence[Snippet]) -> Iterator[tuple[Problem, Snippet]]:
    """Each problem that has a section of its own among these, with that section; no section answers two."""
    taken: list[str] = []
    for problem in problems:
        if best := _best(_able(problem, [one for one in sections if one.id not in taken])):
            taken.append(best.id)
            yield problem, best


def _able(problem: Problem, sections: Sequence[Snippet]) -> list[tuple[int, Snippet]]:
    """The sections that answer a problem, each with how apt it is."""
    return [(_aptness(one, problem), one) for one in sections if problem.answered_by(one)]


def _best(able: Sequence[tuple[int, Snippet]]) -> Snippet | None:
    """The aptest of them, of several the first in order."""
    return max(able, key=lambda pair: (pair[0], -pair[1].order))[1] if able else None


def _aptness(one: Snippet, problem: Problem) -> int:
    """A section that names more of the problem is apter than one that was only written for the trade. What a thing
    is stands at the end of its name: 食堂后厨燃气间 is a place with gas before it is a kitchen."""
    item = problem.item
    alike, places = problem.near.get(one.id, 0), one.named(problem.fact, item)
    last = [at for at in places if at >= len(item) - _LAST] if item == problem.title else ()
    if problem.title and item != problem.title:  # what its project is called is not what is wrong there
        run = shared_run(problem.title, item)
        places -= set(range(item.find(run), item.find(run) + len(run)))
    doubt = _UNSURE if not places and alike < _LIKE else 0
    naming = _NAMING * (len(places) + _END * len(last))
    return one.nearness + max(naming, round(_ALIKE * alike * alike)) - doubt


class Matched(NamedTuple):
    """The problems of one brief, the sections that could answer them, and each with the one that does."""

    problems: tuple[Problem, ...]
    able: Sequence[Snippet]
    answers: tuple[tuple[Problem, Snippet], ...]


def matched(brief: Brief, library: Library) -> Matched:
    """Compared once for each brief: the thread, the choice and a second choice for short speeches all ask."""
    kept = library.matched
    if kept is None or kept[0] is not brief:
        problems = problems_of(brief, library)
        sections = _sections(brief, library) if problems else None
        answering, all_ = (sections.answering, tuple(sections.all.values())) if sections else ([], ())
        kept = library.matched = brief, Matched(problems, all_, tuple(answered(problems, answering)))
    found = kept[1]
    assert isinstance(found, Matched)
    return found


def thread(brief: Brief, library: Library, values: Mapping[str, str]) -> dict[str, str]:
    """后果, 衡量, 对账 and 问题数 for the problems of a brief, by name; absent where nothing is known of them."""
    problems, _, pairs = matched(brief, library)
    answers = [one for _, one in pairs]
    found: dict[str, str] = {}
    for name in SAYS:
        halves = [one.says[name] for one in answers if name in one.says][:_MOST]
        words = ["".join([span.text for span in render(half, "", SHORT, values, set())]) for half in halves]
        if words:
            found[name] = _JOINERS[name].join(words)
            whole = len(words) == sum(not problem.case for problem in problems)
            own = name in brief.facts  # then it is the brief that says how many there are to look at
            found |= {COUNT: counted(len(words))} if name == SAYS[1] and whole and not own else {}
    return found

"""Which problem of the brief a section answers in this speech: each problem is answered once, the first first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from qicao.brief import Brief
from qicao.library.model import Library
from qicao.library.section import Snippet
from qicao.problems import Problem, matched
from qicao.slots import AIM

_AIM_BONUS = 24  # it answers a problem the brief names: nearer than the unit type's own
_HEAD_BONUS = 60  # a project or spot the brief names stands among the first
_SAME_BONUS = 30  # the section whose halves the rest of the speech tells


class Aims:
    """The problems of a brief, and which of them have their answer already."""

    def __init__(self, brief: Brief, library: Library) -> None:
        self._moves = library.moves
        self.problems, able, pairs = matched(brief, library)
        self.turns = {problem.item: turn for turn, problem in enumerate(self.problems)}
        # The others no section was written for.
        self._answers = {problem.item: one.id for problem, one in pairs}
        answers = [one for one in able if not self._recalls(one)]
        self._useful = {one.id for one in answers if any(self._able(one, each) for each in self.problems)}
        self._echoes = self._echoed([one for one in able if self._recalls(one)])
        self._met = set[str]()

    def may_stand(self, one: Snippet) -> bool:
        """What was written for problems only, or comes back to them in the end, wants one that it was written for."""
        if one.aimed and self._recalls(one):
            return one.id in self._echoes
        return AIM not in one.facts or one.id in self._useful

    def of(self, one: Snippet) -> Problem | None:
        """The problem of the brief it was found for, else the first that it answers; none that has its answer."""
        if not one.aimed or self._recalls(one):
            return None
        waiting = [problem for problem in self.problems if problem.item not in self._met]
        own = (problem for problem in waiting if self._answers.get(problem.item) == one.id)
        able = (problem for problem in waiting if self._able(one, problem))
        return next(chain(own, able), None)

    def nearness(self, one: Snippet) -> int:
        """How much nearer it is for the problem it answers, or comes back to: the one named first comes first."""
        if one.id in self._echoes:
            return _AIM_BONUS + len(self.problems) - self._echoes[one.id]
        problem = self.of(one)
        if problem is None:
            return 0
        near = _AIM_BONUS + len(self.problems) - self.turns[problem.item]
        near += _HEAD_BONUS if problem.title else 0
        return near + (_SAME_BONUS if self._answers.get(problem.item, one.id) == one.id else 0)

    def meet(self, problem: Problem) -> None:
        """It has its answer."""
        self._met.add(problem.item)

    def _recalls(self, one: Snippet) -> bool:
        """Whether it only comes back to what was said before."""
        return self._moves[one.move].recalls

    def _able(self, one: Snippet, problem: Problem) -> bool:
        if problem.item in self._answers:
            return problem.answered_by(one)
        return one.answers_others(problem.fact, only=problem.case)

    def _echoed(self, endings: Sequence[Snippet]) -> dict[str, int]:
        """Those that come back to a problem, each with the turn of the first it comes back to."""
        turns = [
            (one.id, self.turns[each.item])
            for one in endings
            for each in self.problems
            if each.answered_by(one)
        ]
        return {name: min(turn for other, turn in turns if other == name) for name, _ in turns}

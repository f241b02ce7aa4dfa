"""Which sections may stand where: for every call of the outline a ranked list of picks.

Nearest first (unit type, level, outline before common), sections whose facts are given before others, ties
broken by a number drawn from the seed, so that two units do not read alike and one unit always reads the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from qicao.brief import DEFAULT_ROLE, Brief
from qicao.library.model import Library, Snippet, Variant
from qicao.outline import Call, Line, Plan
from qicao.sentence import LONG, MIDDLE, SHORT, Paragraph, kept
from qicao.speech import spoken_length, written_length
from qicao.values import ONCE

ABSENT = -1
_SPARE = 2  # sections beyond 至多 that are ranked at all


@dataclass
class Pick:
    """A section that may be used for a call; `level` is its present length, ABSENT when it is not used."""

    snippet: Snippet
    number: int  # index of the variant
    title: Paragraph | None
    weights: tuple[int, int, int]
    level: int = ABSENT

    @property
    def variant(self) -> Variant:
        return self.snippet.variants[self.number]

    def weight(self, level: int) -> int:
        return 0 if level == ABSENT else self.weights[level]


@dataclass
class Group:
    """One call with its picks in order of preference; the first `least` are always used."""

    call: Call
    picks: list[Pick]
    least: int
    place: int  # which group of the outline this is, from 0

    @cached_property
    def ordered(self) -> list[Pick]:
        """Picks in the order they are spoken: 次 first, then preference."""
        return sorted(self.picks, key=lambda pick: pick.snippet.order)

    def used(self) -> list[Pick]:
        return [pick for pick in self.ordered if pick.level != ABSENT]


class Chooser:
    """Goes through the outline once, so that nothing is offered twice in one speech."""

    def __init__(self, library: Library, brief: Brief, values: Mapping[str, str], seed: str) -> None:
        self.library = library
        self.brief = brief
        self.values = values
        self.seed = seed
        self.wanted = (brief.campaign, brief.level, brief.unit_type, brief.outline, brief.role)
        self.day = brief.day.isoformat()
        self.size = {path: spoken_length(text) + written_length(text) for path, text in values.items()}
        self.taken: set[str] = set()
        self.topics: set[str] = set()
        self.said: set[str] = set()  # quotations and formulations already used
        self.part = 0  # the first-level section we are in
        self.quoted: set[int] = set()  # those that hold a quotation already
        self.by_move: dict[str, list[Snippet]] = {}
        for snippet in library.snippets:
            if snippet.fits(self.wanted, self.day):
                self.by_move.setdefault(snippet.move, []).append(snippet)

    def groups(self, plan: Plan) -> list[Group]:
        found: list[Group] = []
        for item in plan.items:
            if isinstance(item, Line):
                self.part += item.level == 1
            else:
                found.append(self._group(item, len(found)))
        return found

    def draw(self, *words: object) -> int:
        """A number from the seed and these words, the same on every machine."""
        return zlib.crc32("|".join([self.seed, *map(str, words)]).encode())

    def _group(self, call: Call, place: int) -> Group:
        if call.snippet:
            named = self.library.by_id(call.snippet)
            candidates = [named] if named else []
        else:
            candidates = [one for one in self.by_move.get(call.move, ()) if one.id not in self.taken]
        picks: list[Pick] = []
        for _, _, snippet in sorted([self._rank(snippet) for snippet in candidates], key=lambda rank: rank[:2]):
            if len(picks) >= call.most:
                break
            if pick := self._pick(snippet, call):
                picks.append(pick)
                self._take(pick)
        while len(picks) < call.least:
            pick = self._with_gaps(candidates, call)
            if pick is None:
                break
            picks.append(pick)
            self._take(pick)
        return Group(call, picks, min(call.least, len(picks)), place)

    def _rank(self, snippet: Snippet) -> tuple[int, int, Snippet]:
        given = max([len([path for path in v.uses if path.startswith("情况.") and path in self.values]) for v in snippet.variants], default=0)
        roles = snippet.limits[-1]
        near = snippet.nearness + (16 if roles and DEFAULT_ROLE not in roles else 0)
        return -(near + 3 * min(given, 3)), self.draw(snippet.id), snippet

    def _take(self, pick: Pick) -> None:
        self.taken.add(pick.snippet.id)
        self.topics.add(pick.snippet.topic)
        for path in pick.variant.uses:
            if path.startswith(ONCE):
                self.said.add(path)
            if path.startswith("引语."):
                self.quoted.add(self.part)

    def _pick(self, snippet: Snippet, call: Call) -> Pick | None:
        """The snippet with the variant drawn for this speech, or None when none fits here."""
        if snippet.topic and snippet.topic in self.topics:
            return None
        fitting = [number for number, variant in enumerate(snippet.variants) if self._fits(variant)]
        if not fitting:
            return None
        number = fitting[self.draw(snippet.id, "异文") % len(fitting)]
        return self._made(snippet, number, call)

    def _fits(self, variant: Variant) -> bool:
        for path in variant.uses:
            if path.startswith(ONCE) and path in self.said:
                return False
            if path.startswith("引语.") and self.part in self.quoted:
                return False
        return all(path in self.values or path == "点数" for path in variant.needs)

    def _with_gaps(self, candidates: Sequence[Snippet], call: Call) -> Pick | None:
        """Nothing fits although the outline must have it: the section with the fewest holes, holes shown."""
        best: tuple[int, int, Snippet, int] | None = None
        for snippet in candidates:
            if snippet.id in self.taken or (snippet.topic and snippet.topic in self.topics):
                continue
            for number, variant in enumerate(snippet.variants):
                if any(path.startswith(ONCE) and (path in self.said or path not in self.values) for path in variant.uses):
                    continue
                rank = (len(variant.needs - self.values.keys()), self.draw(snippet.id), snippet, number)
                best = rank if best is None or rank[:2] < best[:2] else best
        return self._made(best[2], best[3], call) if best else None

    def _made(self, snippet: Snippet, number: int, call: Call) -> Pick:
        title = snippet.titles[self.draw(snippet.id, "标题") % len(snippet.titles)] if snippet.titles else None
        return Pick(snippet, number, title, self._weights(snippet.variants[number], title, call))

    def _weights(self, variant: Variant, title: Paragraph | None, call: Call) -> tuple[int, int, int]:
        """Size at each length, in characters said plus written."""
        head = 0
        if call.numbering and title is not None:
            mark = call.numbering + call.pattern.replace("{标题}", "")
            head = spoken_length(mark) + written_length(mark) + 2
            head += sum([self._size(part) for segment in title.segments for part in segment.parts])
        sizes = [head, head, head]
        for segment, literal, paths in variant.measures:
            weight: int | None = None
            for level in (SHORT, MIDDLE, LONG):
                if kept(segment, level, self.values, set()):
                    if weight is None:
                        weight = literal + sum([self.size.get(path, 12) for path in paths])
                    sizes[level] += weight
        return sizes[0], sizes[1], sizes[2]

    def _size(self, part: object) -> int:
        if isinstance(part, str):
            return spoken_length(part) + written_length(part)
        return self.size.get(getattr(part, "path", ""), 12)



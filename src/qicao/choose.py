"""Which sections may stand where: for every call of the outline a ranked list of picks.

Nearest first (unit type, level, outline before common), sections whose facts are given before others, ties
broken by a number drawn from the seed, so that two units do not read alike and one unit always reads the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from qicao.aims import Aims
from qicao.brief import Brief
from qicao.itemized import roomy
from qicao.library.model import Library
from qicao.library.section import LIMITS, Snippet, Variant
from qicao.outline import Call, Line, Plan
from qicao.picks import NO_TURN, Group, Options, Pick, Ranked, Weights
from qicao.problems import COUNT, THREAD, Problem, case_of
from qicao.reckon import contained, days_left
from qicao.sentence import ALWAYS, BARE, LENGTHS, ONCE, SHORT, Paragraph, Segment
from qicao.slots import AIM, SAYS, fact_path
from qicao.speech import lengths
from qicao.tell import tells_rest
from qicao.timing import reach, slower

_ROLE_BONUS, _TOPIC_BONUS = 16, 20
_OWN_PLACE = 2  # a guest's third point is of the trade of the house he speaks in
_THREAD_BONUS = 14  # it reasons from what the brief says is wrong: nearer than the trade's own, too
_LIST_BONUS = 40  # the unit's own 五个落实 are the five 落实
_ITEM_BONUS = 20  # said item by item, unless there is no room
_RESTING = 24  # it comes after what is for everybody
_TYPE = LIMITS.index("单位类型")
_GRACE = 15  # days: a section whose work takes longer than what is left is not said
_COUNT = f"情况.{COUNT}"
_BLANK = 12  # weight of 【待填：……】


# A checksum is linear: two seeds of one length would rank everything alike but for a constant. A product is not.
_MIX = 0x9E3779B1


class Chooser:
    """Goes through the outline once, so that nothing is offered twice in one speech.

    `squeeze`: the speech is so short that small sections come before near ones.
    """

    def __init__(
        self, library: Library, brief: Brief, values: Mapping[str, str], seed: str, squeeze: bool = False
    ) -> None:
        self.squeeze = squeeze
        self.role = library.roles[brief.role]
        self.unsaid = frozenset([f"情况.{name}" for name in self.role.unsaid])
        self.library = library
        self.unit, self.agenda = brief.unit, "，".join(brief.agenda)
        self.values = values
        self._seeded = zlib.crc32(seed.encode())
        self.wanted = case_of(brief)
        self.day = brief.day.isoformat()
        given = {name: fact.words for name, fact in brief.facts.items()}
        self.limit = days_left(given, brief.day)
        # The fact that says how often: told wherever 节拍 is said.
        self.rhythm = next((f"情况.{name}" for name, words in given.items() if words == values["节拍"]), "")
        self.beat = values["节拍"] if self.rhythm else ""
        self.known = frozenset([*values, "点数"])
        self._sizes: dict[str, int] = {}
        self.given = frozenset([path for path in values if path.startswith("情况.")])
        self.given -= {f"情况.{name}" for name in contained(given)}
        self.thread = self.given & THREAD
        self.lists = frozenset([f"情况.{name}" for name in brief.facts if library.facts[name].items])
        self.itemized, unsaid = roomy(values, brief.length, self.size)
        self.known -= unsaid
        self.told = set[str]()
        self.taken: set[str] = set()
        self.endings: set[str] = set()  # of titles given out in this call
        self.topics: set[str] = set()
        self.said: set[str] = set()  # quotations and formulations already used
        self.part = 0  # the first-level section we are in
        self.quoted: set[int] = set()  # those that hold a quotation already
        self._told_by: dict[int, frozenset[str]] = {}
        self.aims = Aims(brief, library)
        self.halves: dict[str, str] = {}  # 后果, 衡量, 对账: the move that may tell them

    def groups(self, plan: Plan) -> list[Group]:
        self._place_halves([item.move for item in plan.items if isinstance(item, Call)])
        found: list[Group] = []
        for item in plan.items:
            if isinstance(item, Line):
                self.part += item.level == 1
            else:
                found.append(self._group(item, len(found)))
        able = {
            path
            for group in found
            if not tells_rest(group)
            for pick in group.picks
            for path in pick.tells[pick.number]
        }
        for path in sorted(self.given - able):
            self._bring_in(path, found)
        for group, following in pairwise(found):
            group.next = following if group.call.leads else None
        return found

    def draw(self, *words: object) -> int:
        """A number from the seed and these words, the same on every machine."""
        number = self._seeded
        for word in words:
            number = zlib.crc32(f"|{word}".encode(), number)
        number = number * _MIX & 0xFFFFFFFF
        return number ^ number >> 15

    def _group(self, call: Call, place: int) -> Group:
        if call.snippet:
            named = self.library.by_id(call.snippet)
            candidates = [named] if named else []
        else:
            candidates = [
                one
                for one in self._fitting(call.move)
                if one.id not in self.taken
                and self.aims.may_stand(one)
                and (not call.answers or (AIM in one.facts and self.aims.of(one)))
                and one.suits(self.unit, self.agenda)
            ]
        self.endings.clear()
        picks: list[Pick] = []
        ranked = Ranked([(*self._rank(snippet, call), snippet) for snippet in candidates])
        while ranked and len(picks) < call.most:
            best = ranked.nearest(self.told, self.role.first and len(picks) == _OWN_PLACE)
            if pick := self._pick(best, call, len(picks)):
                picks.append(pick)
                self._take(pick, len(picks) <= call.least)
        while len(picks) < call.least:
            pick = self._with_gaps(candidates, call, len(picks))
            if pick is None:
                break
            picks.append(pick)
            self._take(pick, True)
        return Group(call, picks, min(call.least, len(picks)), place)

    def _fitting(self, move: str) -> list[Snippet]:
        return self.library.fitting(move, self.wanted, self.day, bool(self.aims.problems))

    def _place_halves(self, moves: Sequence[str]) -> None:
        """What follows from the problems is told once, in one of the places that could: here or there, by draw."""
        for name in SAYS if self.thread else ():
            able = [move for move in moves if any(one.topic == name for one in self._fitting(move))]
            if able:
                self.halves[name] = able[self.draw(name) % len(able)]

    def _bring_in(self, path: str, groups: Sequence[Group]) -> None:
        """One more section for some call, where a given fact can be told that no pick tells; used if there is room."""
        for group in groups:
            call = group.call
            if (
                call.snippet
                or (call.least == call.most if call.numbering else call.least)  # 三个重点 are three
                or self.library.moves[call.move].recalls
                or tells_rest(group)
                or call.answers
                or len(group.picks) > call.most
            ):
                continue
            for snippet in self._fitting(call.move):
                if (
                    path in snippet.facts
                    and snippet.id not in self.taken
                    and snippet.suits(self.unit, self.agenda)
                ):
                    pick = self._pick(snippet, call, len(group.picks))
                    if pick and path in pick.told:
                        group.picks.append(pick)
                        self._take(pick, False)
                        return

    def _rank(self, snippet: Snippet, call: Call) -> tuple[int, int, frozenset[str]]:
        """(less is nearer, a drawn number against ties, the given facts it can tell)."""
        roles = snippet.limits[-1]
        near = snippet.nearness + (_ROLE_BONUS if roles and self.role.first else 0)
        near += self.aims.nearness(snippet) if snippet.aimed else 0
        near -= _RESTING if self._rests(snippet) else 0
        if (self.thread & snippet.facts) - self.told or (self.thread and _COUNT in snippet.facts):
            near += _THREAD_BONUS
        near += _LIST_BONUS if not self.lists.isdisjoint(snippet.facts) else 0
        near += _ITEM_BONUS if not self.itemized.isdisjoint(snippet.facts) and not self.squeeze else 0
        near += _TOPIC_BONUS if call.topic and snippet.topic == call.topic else 0
        if self.squeeze:
            near -= min([self._bare(variant) for variant in snippet.variants], default=0)
        if self.given.isdisjoint(snippet.facts):
            return -near, self.draw(snippet.id), frozenset()
        facts = frozenset[str]().union(*[self._facts(variant) for variant in snippet.variants])
        return -near, self.draw(snippet.id), facts

    def _rests(self, snippet: Snippet) -> bool:
        """What a type says in one wording only rests in every other speech: two units of a type must not read alike."""
        typed = snippet.lone and snippet.limits[_TYPE] and not snippet.aimed
        return bool(typed and self.draw(snippet.id, "歇") % 2)

    def _bare(self, variant: Variant) -> int:
        """Weight of what is said at any length, without the values but those of lists."""
        bare = [one for one in variant.measures if one.level == ALWAYS]
        lists = [path for one in bare for path in one.paths if path in self.itemized]
        return sum([one.literal for one in bare]) + sum(map(self.size, lists))

    def _take(self, pick: Pick, certain: bool) -> None:
        self.taken.add(pick.snippet.id)
        self.topics |= {pick.snippet.topic} - {""}
        if pick.aim:
            self.aims.meet(pick.aim)
        if (certain or self._news(pick.variant)) and not pick.recalls and not pick.rest:
            self.told |= self._facts(pick.variant)
        self.said |= pick.variant.once
        if any(path.startswith("引语.") for path in pick.variant.once):
            self.quoted.add(self.part)

    def _pick(self, snippet: Snippet, call: Call, position: int) -> Pick | None:
        """The snippet with the variant drawn for this speech, or None when none fits here."""
        if snippet.topic in self.topics or self.halves.get(snippet.topic, call.move) != call.move:
            return None
        aim = self.aims.of(snippet)
        known = self.known | aim.slots.keys() if aim else self.known
        beats = self.library.moves[snippet.move].beats
        fitting = [
            number for number, variant in enumerate(snippet.variants) if self._fits(variant, known, beats)
        ]
        if not fitting:
            return None
        # A hole only where nothing else will do; of the others, what tells most of what is not told yet.
        fitting = _least(fitting, lambda n: len(snippet.variants[n].blanks - self.values.keys()))
        if self.given:
            fitting = _least(fitting, lambda n: -len(self._news(snippet.variants[n])))
        number = fitting[self.draw(snippet.id, "异文") % len(fitting)]
        # Another variant may stand in for this one to meet a length, but not one that quotes.
        spare = [n for n in fitting if n != number and not snippet.variants[n].once]
        pick = self._made(snippet, [number, *spare], call, position, aim)
        if self.squeeze:
            pick.number = min(pick.options.numbers, key=lambda n: pick.options[n][BARE])
        return pick

    def tells(self, path: str) -> tuple[str, ...]:
        """The facts a slot tells: its own, and those that a list said item by item puts in words."""
        if path == "节拍":
            return (self.rhythm,)
        if path in self.itemized:
            said = self.values[path]
            return (fact_path(path), *[fact for fact in self.given if self.values[fact] in said])
        return (path,)

    def _news(self, variant: Variant) -> frozenset[str]:
        """Given facts this wording tells that nothing before it told."""
        return self._facts(variant) - self.told

    def _facts(self, variant: Variant) -> frozenset[str]:
        """Given facts this wording puts in words (at SHORT): each sentence wants all of its own."""
        if not self.given:
            return self.given
        key = id(variant)
        if key not in self._told_by:
            told = [one.paths for one in variant.measures if one.level <= SHORT and one.wants <= self.known]
            self._told_by[key] = (
                frozenset([fact for paths in told for path in paths for fact in self.tells(path)])
                & self.given
            )
        return self._told_by[key]

    def _fits(self, variant: Variant, known: frozenset[str], beats: bool) -> bool:
        if self.limit and reach(variant.words) > self.limit + _GRACE:
            return False
        if self.beat and beats and slower(variant.words, self.beat):
            return False
        if variant.once:
            if not variant.once.isdisjoint(self.said):
                return False
            if self.part in self.quoted and any(path.startswith("引语.") for path in variant.once):
                return False
        if any(len(self.values.get(path, "")) > ONCE for path in variant.needs & self.told):
            return False  # a long list told already
        if not self.unsaid.isdisjoint(variant.blanks):
            return False  # it would leave a blank for something this speaker does not say
        return variant.needs <= known

    def _with_gaps(self, candidates: Sequence[Snippet], call: Call, position: int) -> Pick | None:
        """Nothing fits although the outline must have it: the section with the fewest holes, holes shown."""
        best: tuple[int, int, Snippet, int] | None = None
        for snippet in candidates:
            if snippet.id in self.taken or (snippet.topic and snippet.topic in self.topics):
                continue
            for number, variant in enumerate(snippet.variants):
                if (
                    AIM in variant.needs
                    or not variant.once.isdisjoint(self.said)
                    or not variant.once <= self.known
                ):
                    continue
                rank = (len(variant.needs - self.values.keys()), self.draw(snippet.id), snippet, number)
                best = rank if best is None or rank[:2] < best[:2] else best
        return self._made(best[2], [best[3]], call, position) if best else None

    def _made(
        self, snippet: Snippet, numbers: Sequence[int], call: Call, position: int, aim: Problem | None = None
    ) -> Pick:
        title = _named(aim.title) if aim and aim.title and snippet.titles else self._title(snippet)
        head = self._head(title, call, position)
        options = Options(numbers, lambda number: self._weights(snippet.variants[number], head, aim))
        move = self.library.moves[snippet.move]
        tells = {number: self._facts(snippet.variants[number]) for number in numbers}
        if aim and aim.case:
            tells = {number: told | {f"情况.{aim.fact}"} for number, told in tells.items()}
        if move.recalls:
            tells = dict.fromkeys(numbers, frozenset())
        turn = self.aims.turns[aim.item] if aim else NO_TURN
        return Pick(snippet, numbers[0], title, options, tells, aim, turn, move.recalls, move.rest)

    def _title(self, snippet: Snippet) -> Paragraph | None:
        """One of the titles; not one that ends like a title before it, when there is a choice."""
        fresh = [title for title in snippet.titles if _ending(title) not in self.endings] or snippet.titles
        if not fresh:
            return None
        title = fresh[self.draw(snippet.id, "标题") % len(fresh)]
        self.endings.add(_ending(title))
        return title

    def _head(self, title: Paragraph | None, call: Call, position: int) -> int:
        """Size of an item's number and title. A lone item has none, so the second brings that of the first too."""
        if not call.numbering or (title is None and "{标题}" in call.pattern):
            return 0
        mark = call.numbering + call.pattern.replace("{标题}", "")
        size = _size(mark) + 2
        for part in [part for segment in (title.segments if title else ()) for part in segment.parts]:
            size += _size(part) if isinstance(part, str) else self.size(part.path)
        return size * (1 if call.least > 1 or position > 1 or call.goes_on else 2 * position)

    def _weights(self, variant: Variant, head: int, aim: Problem | None) -> Weights:
        """Size at each length, in characters said plus written."""
        own = aim.slots if aim else {}
        known = self.known | own.keys()
        sizes = [head] * len(LENGTHS)
        for level, literal, paths, wants in variant.measures:
            if level == ALWAYS or not wants or wants <= known:
                sizes[level] += literal + sum([_size(own[p]) if p in own else self.size(p) for p in paths])
        bare, short, middle, long = sizes
        short += bare - head
        middle += short - head
        return bare, short, middle, long + middle - head

    def size(self, path: str) -> int:
        """Weight of a slot's value (or of the blank in its place)."""
        if path not in self._sizes:
            self._sizes[path] = _size(self.values[path]) if path in self.values else _BLANK
        return self._sizes[path]


@lru_cache(maxsize=4096)
def _size(text: str) -> int:
    """Weight of a few words."""
    return sum(lengths(text))


def _least(numbers: Sequence[int], cost: Callable[[int], int]) -> list[int]:
    """Those that cost least."""
    costs = [cost(number) for number in numbers]
    return [number for number, one in zip(numbers, costs, strict=True) if one == min(costs)]


def _named(title: str) -> Paragraph:
    """The name of a project as a title."""
    return Paragraph(0, (Segment(ALWAYS, (title,)),))


def _ending(title: Paragraph) -> str:
    last = title.segments[-1].parts[-1]
    return last[-2:] if isinstance(last, str) else ""

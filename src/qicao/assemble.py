"""Plan + chosen sections → Blocks: headings numbered, empty parts dropped, counts filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qicao.brief import Brief
from qicao.numerals import chinese, counted
from qicao.outline import Call, Count, Line, Piece, Plan
from qicao.picks import Group, Pick
from qicao.sentence import LENGTH_NAMES, SHORT, Paragraph, gap, render
from qicao.speech import HEADINGS, Block, Origin, Role, Span, Speech, spoken_length, written_length
from qicao.weekdays import spoken_on

_MARKS = ("{}、", "（{}）", "{}.")
_ITEM_LEVEL = {"（一）": 2, "1.": 3}
_RUN_IN = {"第一，": "第{}，", "一是": "{}是"}


def assemble(plan: Plan, groups: Sequence[Group], brief: Brief, values: Mapping[str, str]) -> Speech:
    """The speech as it stands with the picks in use."""
    return Speech(tuple(_Assembler(plan, groups, brief, values).blocks()), dict(values))


def fixed_weight(plan: Plan, brief: Brief) -> int:
    """Weight of everything but sections: title, name, date, salutation, headings (see fit)."""
    total = written_length(f"{brief.post}{brief.speaker}") + 12
    for item in plan.items:
        if isinstance(item, Line):
            text = "".join([piece.text for piece in item.pieces if isinstance(piece, Span)])
            said = 0 if item.level == 0 else spoken_length(text) + (item.level > 0)
            total += said + written_length(text) + 2 * (item.level > 0)
    return total


def _told_apart(groups: Sequence[Group]) -> dict[str, set[str]]:
    """Items of facts that are told one by one, under their project or with their lesson, by fact: no other sentence
    has to tell them."""
    said: dict[str, set[str]] = {}
    for pick in [one for group in groups for one in group.used()]:
        if pick.aim and pick.aim.case:
            said.setdefault(pick.aim.fact, set()).add(pick.aim.item)
        for name, items in pick.aim.related.items() if pick.aim else ():
            if any(one.level <= pick.level and f"相关.{name}" in one.paths for one in pick.variant.measures):
                said.setdefault(name, set()).update(items)
    return said


class _Assembler:
    def __init__(self, plan: Plan, groups: Sequence[Group], brief: Brief, values: Mapping[str, str]) -> None:
        self.brief = brief
        self.values = dict(values)
        self.told = set[str]()
        self.numbers = [0, 0, 0]
        self.uses = 0
        self.before = 0  # items before this call in the same numbering
        self.groups = groups
        waiting = iter(groups)
        self.items: list[tuple[Line, None] | tuple[Call, Group]] = [
            (item, None) if isinstance(item, Line) else (item, next(waiting)) for item in plan.items
        ]
        self.counts = {group.call.name: len(group.used()) for group in groups}
        kept = [item.level for item, _ in self._kept() if isinstance(item, Line)]
        self.counts[""] = kept.count(1)
        self.values["点数"] = counted(self.counts[""])
        for name, items in _told_apart(groups).items():
            rest = brief.facts[name].without(items)
            self.values |= {f"情况.{name}": rest} if rest else {}
            self.told |= set() if rest else {f"情况.{name}"}

    def _kept(self) -> list[tuple[Line, None] | tuple[Call, Group]]:
        """The items without headings that have nothing under them."""
        kept: list[tuple[Line, None] | tuple[Call, Group]] = []
        filled = 0  # highest heading level that has something under it, seen from the end
        for item, group in reversed(self.items):
            if group is not None:
                if group.used():
                    kept.append((group.call, group))
                    filled = 4
            elif isinstance(item, Line) and (item.level < 1 or item.level < filled):
                kept.append((item, None))
                if item.level >= 1:
                    filled = item.level
        return kept[::-1]

    def blocks(self) -> Iterator[Block]:
        for item, group in self._kept():
            if group is not None:
                yield from self._section(group)
            elif isinstance(item, Line):
                yield from self._line(item)

    def _line(self, line: Line) -> Iterator[Block]:
        spans = [self._piece(piece) for piece in line.pieces]
        if line.level == 0:
            yield Block(Role.TITLE, tuple(spans))
            yield from self._byline()
        elif line.level == -1:
            yield (
                Block(Role.SALUTATION, (*spans, Span("：")))
                if spans[-1].text[-1:] != "："
                else Block(Role.SALUTATION, tuple(spans))
            )
        else:
            yield self._heading(line.level, spans, None)

    def _byline(self) -> Iterator[Block]:
        brief, place = self.brief, self.brief.place
        post = Span(brief.post, place, "讲话人.职务") if brief.post else gap("讲话人.职务", place)
        name = Span(brief.speaker, place, "讲话人.姓名") if brief.speaker else gap("讲话人.姓名", place)
        yield Block(Role.SIGNATURE, (post, Span("\u3000"), name))
        yield Block(Role.DATE, (Span("（"), Span(self.values["会议.日期"], place, "会议.日期"), Span("）")))

    def _piece(self, piece: Piece) -> Span:
        if isinstance(piece, Count):
            return Span(counted(self.counts.get(piece.name, 0)))
        return piece

    def _heading(self, level: int, spans: Sequence[Span], origin: Origin | None) -> Block:
        self.numbers[level - 1] += 1
        self.numbers[level:] = [0] * (3 - level)
        number = self.numbers[level - 1]
        mark = _MARKS[level - 1].format(number if level == 3 else chinese(number))
        return Block(HEADINGS[level - 1], (Span(mark), *spans), origin)

    def _section(self, group: Group) -> Iterator[Block]:
        picks, call = group.used(), group.call
        numbering = self._numbering(group)
        for position, pick in enumerate(picks, 1):
            self.uses += 1
            origin = Origin(
                pick.snippet.id, pick.number, LENGTH_NAMES[pick.level], pick.snippet.library, self.uses
            )
            lead: list[Span] = []
            title = self._title(call, pick) if call.numbering else []
            if numbering in _ITEM_LEVEL and title:
                yield self._heading(_ITEM_LEVEL[numbering], title, origin)
            elif call.numbering in _RUN_IN and title:
                mark = _RUN_IN[numbering].format(chinese(self.before + position)) if numbering else ""
                lead = [s._replace(lead=True) for s in [Span(mark), *title, Span("。")] if s.text]
            for paragraph in pick.variant.paragraphs:
                spans = self._words(paragraph, pick)
                if pick.rest and not any(span.slot for span in spans):
                    continue  # all of it was told after all
                if spans:
                    yield Block(Role.BODY, (*lead, *spans), origin)
                    lead = []

    def _numbering(self, group: Group) -> str:
        """The call's numbering, or "" for a lone item: （一） without （二） is a mistake, a title alone is not."""
        self.before = len(self.groups[group.place - 1].used()) if group.call.goes_on else 0
        following = self.groups[group.place + 1 : group.place + 2]
        after = sum([len(g.used()) for g in following if g.call.goes_on])
        return group.call.numbering if self.before + len(group.used()) + after > 1 else ""

    def _title(self, call: Call, pick: Pick) -> list[Span]:
        before, wanted, after = call.pattern.partition("{标题}")
        if wanted and pick.title is None:
            return []
        words = (
            render(pick.title, pick.snippet.place.file, SHORT, self.values, self.told) if pick.title else []
        )
        return [span for span in [Span(before), *words, Span(after)] if span.text]

    def _words(self, paragraph: Paragraph, pick: Pick) -> list[Span]:
        values = {**self.values, **pick.aim.slots} if pick.aim else self.values
        spans = render(paragraph, pick.snippet.place.file, pick.level, values, self.told, pick.recalls)
        return [
            span if span.slot else span._replace(text=spoken_on(span.text, self.brief.day)) for span in spans
        ]

"""Ordinals of a text (一、 （一） 第一， 一是 1. 首先) and the runs they form, for rules about structure."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from qicao.numerals import value
from qicao.rulekit import compiled

DIGITS = "一二三四五六七八九十"
HEADS = "HPNQ"  # 一、 （一） 1. （1）: they nest in this order
ITEMS = "DIF"  # 第一， 一是 首先: they stand anywhere
_N = rf"[{DIGITS}]{{1,3}}"
_MARK = (
    r"[。！？；：，.…”’）\n][ \t\u3000*#]{0,40}(?:"
    rf"(?P<H>{_N})[、，．.：]|（(?P<P>{_N})）[、，]?|第(?P<D>{_N})(?:[，、：]|是|要|(?:步|点|条|件|句话|阶段|个?方面|个(?:问题|阶段|环节))[，、：])|(?P<I>{_N})[是要]"
    r"|(?P<N>\d{1,2})[.．、](?=[^\d\s])|（(?P<Q>\d{1,2})）|(?P<F>首先|其次|再次|再者|最后)[，：]"
    r"|(?P<A>第[一二三四五六七八九十百千零]{1,7}[条章节回])[\s\u3000])"
)
_RUN_IN = rf"[^。！？；：\n（]{{3,60}}?(?:（(?P<P>一)）|(?<![{DIGITS}第])(?P<I>一)[是要](?![一{DIGITS}])|第(?P<D>一)，)"
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0}
_SALUTE = (
    r"(?:同志们|老师们|同学们|朋友们|乡亲们|战友们|各位[\u4e00-\u9fff]{1,6})"
    r"(?:[，、](?:同志们|老师们|同学们|朋友们|各位[\u4e00-\u9fff]{1,6}))*："
)


_BRIDGES = {"H": "ND", "P": "NQDH", "I": "FD", "D": "FI"}  # which may stand for a missing number of a run
_FAR = 2000  # characters from 一是 to 二是; what comes later belongs to something else


class Mark(NamedTuple):
    """One ordinal: its kind, its number, where its words begin and end, whether it begins a paragraph."""

    kind: str
    number: int
    start: int
    end: int
    first: bool  # at the beginning of a paragraph

    def shown(self, text: str) -> str:
        return text[self.start : self.end].rstrip("，、：:.．")


@dataclass
class Run:
    """Ordinals of one kind that belong together, from 一 on; `whole` is False when the 一 is missing."""

    kind: str
    marks: list[Mark] = field(default_factory=list)
    faults: list[tuple[Mark, Mark, str]] = field(default_factory=list)  # before, at, what
    mixed: list[Mark] = field(default_factory=list)  # 第四， after 三、; 3、 between （二） and （四）

    @property
    def whole(self) -> bool:
        return self.marks[0].number == 1

    @property
    def start(self) -> int:
        return self.marks[0].start

    @property
    def last(self) -> int:
        return self.marks[-1].number

    @property
    def counts(self) -> tuple[int, int]:
        """How many there are: as counted, and as numbered. They differ where the numbering is at fault."""
        return len(self.marks) + len(self.mixed), max([self.last, *[mark.number for mark in self.mixed]])


@dataclass(frozen=True)
class Structure:
    """All of it. `strays` came without a 一 before them; `speeches`: where each begins, at its salutation."""

    marks: list[Mark]
    runs: list[Run]
    strays: list[Mark]
    speeches: list[int]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def marks_from(self, at: int) -> Iterator[Mark]:
        """The ordinals behind a place."""
        for index in range(bisect_right(self._mark_starts, at), len(self.marks)):
            yield self.marks[index]

    def runs_from(self, at: int, end: int) -> Iterator[Run]:
        """The runs that begin behind one place and before another."""
        for index in range(bisect_right(self._run_starts, at), bisect_right(self._run_starts, end)):
            yield self.runs[index]

    def speech_end(self, at: int, text: str) -> int:
        """Where the speech a place lies in ends."""
        index = bisect_right(self.speeches, at)
        return self.speeches[index] if index < len(self.speeches) else len(text)


def salutations(text: str) -> list[int]:
    """Where speeches begin: 同志们： at the head of a paragraph or right behind a title or date."""
    if "：" not in text or not any(word in text for word in ("们：", "各位")):
        return []
    found = []
    for one in compiled(_SALUTE).finditer(text):
        before = text[max(one.start() - 12, 0) : one.start()].rstrip(" \t\u3000")
        opens = not before or before.endswith(("\n", "）", "讲话", "发言", "致辞", "讲话稿"))
        if opens or before[-5:].startswith("尊敬的"):
            found.append(one.start())
    return found


def _kept(text: str, kind: str, number: int, start: int, end: int, before: str, last: int) -> bool:
    """Whether what looks like an ordinal is one. `last`: the number of the heading before."""
    first = before == "\n"
    after = text[end : end + 1]
    if kind == "H":
        mark = text[end - 1]
        if mark != "、" and not first and not _goes_on(text, number, end, before, last):
            return False
        if mark in "，：" and (number == 0 or after in DIGITS):
            return False
        return before not in "，’" and value(after or "x") != number + 1
    if kind == "P":
        return before not in "，’"
    if kind == "I":
        return (
            text[end - 1 : end + 1] not in ("要紧", "要是", "是一", "是二")
            and text[start - 2 : start] != "说一"
        )
    if kind in "NQ":
        return first or before in "。！？；："
    return kind != "F" or before not in "，’）"


def _goes_on(text: str, number: int, end: int, before: str, last: int) -> bool:
    """Whether 二， in the middle of a paragraph goes on with a series, or 一， begins one."""
    if before not in "。！？":
        return False
    if number > 1:
        return number == last + 1
    return bool(compiled(r"[。！？]二[，、.．：]").search(text, end, end + _FAR))


@lru_cache(maxsize=2)
def structure(text: str) -> Structure:
    """All ordinals of a text, put into runs. Linear."""
    speeches = salutations(text)
    return _runs(_marks(text), speeches)


def _marks(text: str) -> list[Mark]:
    marks: list[Mark] = []
    head = 0  # the number of the last 一、
    for found in compiled(_MARK).finditer("\n" + text):
        kind = found.lastgroup or ""
        start, end = found.start(kind) - 1, found.end() - 1
        if kind in "PQD":
            start -= 1
        word, before = found[kind], found[0][0]
        number = _ORDER[word] if kind == "F" else 0 if kind == "A" else value(word)
        if kind != "A" and (
            (kind == "F" and not number) or not _kept(text, kind, number, start, end, before, head)
        ):
            continue
        head = number if kind == "H" else head
        if kind == "H" and (inner := compiled(_RUN_IN).match(text, end)):
            marks.append(Mark(kind, number, start, end, before == "\n"))
            one = inner.lastgroup or "P"
            at = inner.start(one) - (one != "I")
            marks.append(Mark(one, 1, at, inner.end(), False))
            continue
        marks.append(Mark(kind, number, start, end, before == "\n"))
    return marks


class _Builder:
    """Puts ordinals into runs, one after the other."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.strays: list[Mark] = []
        self._open: dict[str, Run] = {}
        self._closed: dict[str, Run] = {}
        self._late: deque[Mark] = deque(maxlen=4)  # the last ones that belong to nothing

    def forget(self) -> None:
        """Nothing that follows goes on with what came before."""
        self._open, self._closed = {}, {}

    def add(self, mark: Mark) -> None:
        if self._astray(mark):
            self._late.append(mark)
            self.strays.append(mark)
            return
        if mark.kind in HEADS:
            for kind in HEADS[HEADS.index(mark.kind) + 1 :] + ITEMS:
                if kind in self._open:
                    self._closed[kind] = self._open.pop(kind)
        run = self._open.get(mark.kind)
        if run is not None and mark.kind == "I" and mark.start - run.marks[-1].end > _FAR:
            run = None
            self._closed.pop("I", None)
        if mark.number == 1:
            self._closed.pop(mark.kind, None)
            self._begin(mark)
        elif run is not None:
            self._bridge(run, mark)
            _append(run, mark)
        else:
            self._odd(mark)

    def _astray(self, mark: Mark) -> bool:
        """Whether 二、 stands where （二） is due: no 一、 is open, but （一） is."""
        low = self._open.get("P")
        return (
            mark.kind == "H" and "H" not in self._open and low is not None and low.last == mark.number - 1 > 0
        )

    def _bridge(self, run: Run, mark: Mark) -> None:
        """Takes 3、 into （一）（二）3、（四）, 其次 into 一要…其次…三是, where just that number is missing."""
        if mark.number != run.last + 2 or run.mixed:
            return
        for odd in reversed(self._late):
            if odd.start < run.marks[-1].start:
                return
            if odd.number == run.last + 1 and odd.kind in _BRIDGES.get(run.kind, ""):
                run.mixed.append(odd)
                for index in range(len(self.strays) - 1, max(len(self.strays) - 5, -1), -1):
                    if self.strays[index] is odd:
                        del self.strays[index]
                return

    def _begin(self, mark: Mark) -> None:
        run = Run(mark.kind, [mark])
        self.runs.append(run)
        self._open[mark.kind] = run

    def _odd(self, mark: Mark) -> None:
        """A number other than 一 where no list of its kind is open."""
        run = self._closed.get(mark.kind)
        if run is not None and mark.number == run.last + 1:
            self._open[mark.kind] = run
            run.marks.append(mark)
        elif (head := _adopting(mark, self._open)) is not None:
            head.mixed.append(mark)
        else:
            self._late.append(mark)
            if mark.kind != "F":
                self.strays.append(mark)
                self._begin(mark)


def _runs(marks: list[Mark], speeches: list[int]) -> Structure:
    builder = _Builder()
    bounds = iter([*speeches, 1 << 60])
    bound = next(bounds)
    for mark in marks:
        while mark.start >= bound:
            builder.forget()
            bound = next(bounds)
        if mark.kind == "A":
            builder.forget()
        else:
            builder.add(mark)
    return Structure(marks, builder.runs, builder.strays, speeches)


def _adopting(mark: Mark, open_runs: dict[str, Run]) -> Run | None:
    """The run of 一、二、三、 that goes on with 第四， at the head of a paragraph."""
    head = open_runs.get("H")
    if head is None or mark.kind not in "DP" or not mark.first:
        return None
    return head if mark.number == head.last + len(head.mixed) + 1 and mark.number > 2 else None


def _append(run: Run, mark: Mark) -> None:
    last, number = run.marks[-1], mark.number
    if run.kind != "F" and number != last.number + 1 and number != len(run.marks) + len(run.mixed) + 1:
        what = "重复" if number == last.number else "跳号" if number > last.number else "倒退"
        run.faults.append((last, mark, what))
    run.marks.append(mark)

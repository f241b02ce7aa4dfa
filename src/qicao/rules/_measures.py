"""Measure words with neither a figure nor a word of their own before them, looked for without a list of left words.

measures.tsv names, for each measure, the characters that make a word with it (讲|座, 用|户): any other 汉字 before a
measure at the end of a clause shows a hole, and so does anything at all before a measure and what it counts
(，|名|干部). The characters come from a dictionary and from newspapers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qicao.datafiles import table
from qicao.manuscript import Manuscript
from qicao.places import Severity
from qicao.rules._gaps import NUMERALS

_CLAUSE = "，。；：\n（"
ENDS = "，。；、！）"
BOUNDS = ("以上", "以下", "以内", "左右")
# Besides the numerals: what stands for a number (该篇文章, 不少家企业), and marks of something covered.
_STAND = NUMERALS | frozenset("该少同首末前后上下头历单逐数分按论以计吗呢啊吧/／％%－—-~～至到第○▲△〕】]}｝")
_BARE = NUMERALS | frozenset("该少数以/／％%○▲△〕】]}｝")


class _Row(NamedTuple):
    unit: str
    severity: Severity
    before: frozenset[str]
    after: tuple[str, ...]
    at_end: bool


@cache
def _by_pair() -> dict[str, list[_Row]]:
    """The rows by the last character of the measure and what follows it."""
    found: dict[str, list[_Row]] = {}
    for unit, severity, before, counted in table("measures.tsv", 4):
        guard = frozenset(before)
        kind: Severity = "error" if severity == "error" else "warning"
        ends = (*ENDS, *BOUNDS) if severity else ()
        for after, at_end in ((ends, True), (tuple(counted.split()), False)):
            row = _Row(unit, kind if at_end else "error", guard, after, at_end)
            for first in {word[0] for word in after}:
                found.setdefault(unit[-1] + first, []).append(row)
    return found


@cache
def _open() -> dict[str, tuple[frozenset[str], frozenset[str] | None]]:
    """For each measure of open_measures.tsv: what may follow, what may stand before (None: only starts are looked at)."""
    rows = table("open_measures.tsv", 3)
    return {
        unit: (frozenset(after), None if before == "-" else frozenset(before)) for unit, after, before in rows
    }


def _anything(m: Manuscript) -> Iterator[tuple[int, int, Severity]]:
    """Measures that make a word neither with what stands before nor with what follows (全县|口|机井)."""
    text, index, table_ = m.text, m.pairs, _open()
    for pair in [pair for pair in index if pair[0] in table_]:
        after, before = table_[pair[0]]
        if pair[1] in after or not "\u4e00" <= pair[1] <= "\u9fff" or pair[1] in _STAND:
            continue
        for place in index[pair]:
            left = text[place - 1 : place]
            start = left in _CLAUSE and left != ""
            if start or (before is not None and _joins(left, before)):
                yield place, place + 2, "warning"


def _joins(left: str, before: frozenset[str]) -> bool:
    return left not in before and "\u4e00" <= left <= "\u9fff" and left not in _STAND


def find(m: Manuscript) -> Iterator[tuple[int, int, Severity]]:
    """Start, end and severity of every hole before a measure: the words on both sides of it."""
    text, index, table_ = m.text, m.pairs, _by_pair()
    for pair in table_.keys() & index.keys():
        for place in index[pair]:
            for row in table_[pair]:
                start = place + 1 - len(row.unit)
                if text.startswith(row.unit, start) and _alone(text, start, place + 1, row):
                    yield start, _end(text, place + 1, row), row.severity
                    break
    yield from _anything(m)


def _alone(text: str, start: int, end: int, row: _Row) -> bool:
    before = text[start - 1 : start] or "\n"
    if before in row.before or not text.startswith(row.after, end) or before == text[start]:
        return False
    if row.at_end:
        return "\u4e00" <= before <= "\u9fff" and before not in _STAND
    return before == "\n" or (before not in _BARE and not before.isascii())


def _end(text: str, end: int, row: _Row) -> int:
    return end if row.at_end else end + max(len(word) for word in row.after if text.startswith(word, end))

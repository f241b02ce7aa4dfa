"""Wording that holds for a time: which day a text is read for, and what in it was in force too early or too late."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from qicao.datafiles import table
from qicao.manuscript import Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled

VERIFIED = date(2026, 11, 24)  # the data files were checked on this day
_YEAR = r"(?<!\d)((?:19|20)\d\d)年"
_REACH = 40  # no match is longer on either side of its literal
_RECENT = 2020  # a text whose latest year is older speaks of the past: it is read for the day of verification
_PAST = (
    r"原[省市县区]?$|时任|当时|曾经?|过去|先后|以前|前身|撤销|更名|改名|改组|组建|并入|合并|当年|那时|改称"
)
_OLD = r"（原|原名|原称|更名|撤销|并入|改称|改名"


class Dated(NamedTuple):
    """One row of a dated table; `since` and `until` are ISO dates or empty."""

    literal: str  # words of which one stands in every match, separated by |
    expression: str
    since: str
    until: str
    severity: Severity
    now: str
    ground: str


class Reading(NamedTuple):
    """The day a text is read for; `given`: by the writer or the text, not assumed. `why` is said in messages."""

    day: date
    given: bool
    why: str


@cache
def rows(name: str) -> tuple[Dated, ...]:
    severity: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
    return tuple([Dated(a, b, c, d, severity[e], f, g) for a, b, c, d, e, f, g in table(name, 7)])


def reading(m: Manuscript) -> Reading:
    """The day given; else the latest recent year the text names; else the day the data were verified."""
    if m.day:
        return Reading(m.day, True, f"按{spoken(m.day)}")
    years = [int(year) for year in compiled(_YEAR).findall(m.text)] if "年" in m.text else []
    latest = max([year for year in years if year <= VERIFIED.year], default=0)
    if _RECENT <= latest < VERIFIED.year:
        return Reading(date(latest, 12, 31), False, f"按稿中最晚的年份{latest}年")
    return Reading(VERIFIED, False, f"稿中没有日期，按{spoken(VERIFIED)}")


def spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


class Place(NamedTuple):
    """Where a row's wording stands."""

    row: Dated
    start: int
    end: int


def places(m: Manuscript, name: str) -> Iterator[Place]:
    """All wording of a table in the text, except names of documents and words quoted from somebody."""
    for row in rows(name):
        for word in row.literal.split("|"):
            for at in m.pairs.get(word[:2], ()):
                if m.text.startswith(word, at):
                    found = _around(m.text, row.expression, at, at + len(word))
                    if found and not _cited(m, found):
                        yield Place(row, *found.span())


def _around(text: str, expression: str, start: int, end: int) -> re.Match[str] | None:
    """The match of an expression that covers a place."""
    for found in compiled(expression).finditer(text, max(start - _REACH, 0), end + _REACH):
        if found.start() <= start and found.end() >= end:
            return found
    return None


def _cited(m: Manuscript, found: re.Match[str]) -> bool:
    """Within 《》, or in the middle of a quotation."""
    start, end = found.span()
    starts, ends = m.quotes
    span = bisect_right(starts, start) - 1
    if span < 0 or start >= ends[span] or m.text[start] == "“":
        return False
    return m.text[starts[span]] == "《" or ends[span] - starts[span] > end - start + 8


def told_of_years(m: Manuscript, at: int, year: int) -> bool:
    """Whether a year up to `year` stands before a place in its sentence."""
    begin = max([m.text.rfind(mark, max(at - 80, 0), at) for mark in "。！？；\n"])
    before = m.text[max(begin + 1, at - 80) : at]
    return any(int(found) <= year for found in compiled(_YEAR).findall(before))


def told_of(m: Manuscript, place: Place, year: int) -> bool:
    """Whether the sentence speaks of an earlier time: a year up to `year` stands in it, or 原, 时任, 撤销 …"""
    text = m.text
    begin = max([text.rfind(mark, max(place.start - 80, 0), place.start) for mark in "。！？；\n"])
    before = text[max(begin + 1, place.start - 80) : place.start]
    after = text[place.end : place.end + 10]
    if any(int(found) <= year for found in compiled(_YEAR).findall(before + text[place.start : place.end])):
        return True
    return bool(compiled(_PAST).search(before[-24:]) or compiled(_OLD).match(after))

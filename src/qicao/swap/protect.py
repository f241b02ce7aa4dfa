"""Words that are not the writer's own: direct quotations, titles of documents, names of history."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qicao.datafiles import lines
from qicao.swap.finder import Finder
from qicao.swap.saying import cited, is_slogan, is_slogan_alone, is_verse, said_after, said_before

QUOTED, TITLED, HISTORIC = "在直接引语里", "在书名号里", "是历史名称“{}”的一部分"
NO_END, TITLE_NO_END = "前面的引号没有关上，看不出是不是引语", "前面的书名号没有关上"
_CLOSES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"', "＂": "＂"}
_OPENS = {close: mark for mark, close in _CLOSES.items()}
_MARK = re.compile("[" + "".join({*_CLOSES, *_OPENS}) + "]")
_TITLES = "《〈"
_SENTENCE = re.compile(r"[。！？；]")
_LONG = 15  # characters: a quotation this long with a comma in it is somebody's sentence
_ENOUGH = 300
_APART = 30  # paragraphs one quotation may run through

Span = tuple[int, int, str]
Protected = tuple[
    list[Span], ...
]  # for each kind (start, end, why it stays): in order, apart from each other


class _Scan(NamedTuple):
    """The marks of one line: pairs as (start, end, mark), what stays open, and how far words run that were
    opened in an earlier line (-1: to no end in this one)."""

    pairs: list[tuple[int, int, str]]
    open: list[tuple[int, str]]
    resumed: int


def protect(texts: Sequence[str]) -> list[Protected]:
    """For each of the lines, in the order in which they are read, what must stay in it."""
    found: list[Protected] = []
    until, mark = -1, ""  # the line in which an open quotation ends, and what opened it
    unfinished = False
    for number, text in enumerate(texts):
        scan = _scan(text, mark if number <= until else "")
        quotes: list[Span] = []
        if number < until:
            quotes.append((0, len(text), QUOTED))
        elif number == until:
            quotes.append((0, scan.resumed, QUOTED))
        goes_on = unfinished and text.lstrip()[:1] in _CLOSES
        told = number > 0 and texts[number - 1].rstrip().endswith(("：", ":"))
        spans = [*quotes, *_quotations(text, scan, goes_on, told)]
        unfinished = False
        if number >= until and (opened := [one for one in scan.open if one[1] not in _TITLES]):
            start, mark = opened[0]
            until = _end(texts, number, start, mark)
            sure = until > number or goes_on or said_before(text, start)
            unfinished = sure or mark not in _OPENS  # or else it may have been meant to close
            spans.append((start, len(text), QUOTED if sure else NO_END))
        found.append((_outermost(spans), _outermost(_titles(text, scan)), history(text)))
    return found


def reason(kept: Protected, start: int, end: int) -> str:
    """Why text[start:end] stays: what it is part of, and does not hold whole. "" when nothing."""
    for spans in kept:
        at = bisect_right(spans, start, key=lambda span: span[1])
        while at < len(spans) and spans[at][0] < end:
            first, last, said = spans[at]
            if not (start <= first and last <= end):
                return said
            at += 1
    return ""


def history(text: str) -> list[Span]:
    return [(start, end, HISTORIC.format(text[start:end])) for start, end in _names_of_history().find(text)]


@cache
def _names_of_history() -> Finder:
    return Finder(lines("history_names.txt"))


def _scan(text: str, resumed: str) -> _Scan:
    """Pair the marks of a line; `resumed` is the mark of a quotation that was open when it began."""
    stack: list[tuple[int, str]] = [(-1, resumed)] if resumed else []
    count = {resumed: 1} if resumed else dict[str, int]()
    pairs: list[tuple[int, int, str]] = []
    for one in _MARK.finditer(text):
        at, mark = one.start(), one[0]
        opener = _OPENS.get(mark, "")
        if opener and count.get(opener):
            while stack:
                start, other = stack.pop()
                count[other] -= 1
                pairs.append((start, at + 1, other))
                if other == opener:
                    break
        elif mark in _CLOSES and not (mark in _OPENS and text[at - 1 : at].isdigit()):  # 15" is a length
            stack.append((at, mark))
            count[mark] = count.get(mark, 0) + 1
        elif opener and said_before(text, at):  # 说：”……”
            stack.append((at, opener))
            count[opener] = count.get(opener, 0) + 1
    ends = [end for start, end, _ in pairs if start < 0]
    unclosed = _turned(text, [one for one in stack if one[0] >= 0], pairs)
    closed = [one for one in pairs if one[0] >= 0]
    return _Scan(closed, unclosed, ends[0] if ends else -1)


def _turned(
    text: str, stack: list[tuple[int, str]], pairs: list[tuple[int, int, str]]
) -> list[tuple[int, str]]:
    """What is left open when two marks of one kind that face the same way are a pair: “文明科室“."""
    left: list[tuple[int, str]] = []
    for at, mark in stack:
        if left and left[-1][1] == mark and not said_before(text, at):
            pairs.append((left.pop()[0], at + 1, mark))
        else:
            left.append((at, mark))
    return left


def _quotations(text: str, scan: _Scan, goes_on: bool, told: bool) -> Iterator[Span]:
    """The pairs that hold somebody's words; a term in quotation marks (“文明科室”) does not. `goes_on`: the
    line begins with a mark because the one before it is quoted and not yet at its end; `told`: the one before it ends
    with a colon."""
    own = not goes_on and not told
    for start, end, mark in scan.pairs:
        slogan = is_slogan(text, start, end) or (own and is_slogan_alone(text, start, end))
        if mark not in _TITLES and end - start > 2 and not slogan:
            first = goes_on and not text[:start].strip()
            if (
                first
                or _sentence(text, start + 1, end - 1)
                or said_before(text, start)
                or said_after(text, end)
                or cited(text, start)
                or is_verse(text, start, end)
            ):
                yield start, end, QUOTED


def _sentence(text: str, start: int, end: int) -> bool:
    """Whether words between marks are a sentence; of long ones the beginning is enough to tell."""
    near = min(end, start + _ENOUGH)
    stops = _SENTENCE.search(text, start, min(near, end - 1)) or text[end - 1] in "。！？…"
    return bool(stops or (end - start >= _LONG and text.find("，", start, near) >= 0))


def _titles(text: str, scan: _Scan) -> Iterator[Span]:
    for start, end, mark in scan.pairs:
        if mark in _TITLES:
            yield start, end, TITLED
    for start, mark in scan.open:
        if mark in _TITLES:
            yield start, len(text), TITLE_NO_END


def _end(texts: Sequence[str], number: int, start: int, mark: str) -> int:
    """The line in which a quotation ends that is open at the end of this one; this one when none is found.

    Where every paragraph of a quotation begins with a mark, each is looked at by itself.
    """
    first = not texts[number][:start].strip()
    if mark in _OPENS and not first and not said_before(texts[number], start):
        return number  # a mark that opens as well as closes: the next one need not belong to it
    for later in range(number + 1, min(number + 1 + _APART, len(texts))):
        text = texts[later]
        if text.lstrip().startswith(mark) and mark not in _OPENS:
            return number
        if _CLOSES[mark] in text and _scan(text, mark).resumed >= 0:
            return later
    return number


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that lie within others; what runs into another is cut off there."""
    kept: list[Span] = []
    for start, end, why in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, why))
        elif end > kept[-1][1]:
            kept.append((kept[-1][1], end, why))
    return kept

"""Where the old names stand in a line, and which of them must stay: words of others, titles, names of history."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qicao.datafiles import lines
from qicao.swap.changes import Change

QUOTED, TITLED, HISTORIC, WITHIN = (
    "在直接引语里",
    "在书名号里",
    "是历史名称“{}”的一部分",
    "像是“{}”一词的一部分",
)
# What introduces somebody's own words; a term in quotation marks (“文明科室”) has none of these before it.
_SAYING = re.compile(r"(?:[：:]|指出|强调|说过?|讲过?|讲道|写道|要求|批示|题词|叮嘱|寄语|告诫|教导)[，,]?$")
_SENTENCE = re.compile(r"[。！？；]")
_QUOTE = re.compile(r"“([^“”]*)”")
_TITLE = re.compile(r"《([^《》]*)》")
_LONG = 15  # characters: a quotation this long with a comma in it is somebody's sentence


# For each kind, (start, end, why it stays): in order, apart from each other.
Protected = tuple[list[tuple[int, int, str]], ...]


class Found(NamedTuple):
    """An old name in a line. `why`: the reason it stays, or ""."""

    start: int
    end: int
    change: Change
    why: str = ""


class Matcher:
    """One pass over a line, the longest name first at each place; what was put in is not looked at again."""

    def __init__(self, changes: Sequence[Change], everywhere: bool = False) -> None:
        self.everywhere = everywhere
        self._changes = {change.old: change for change in changes}
        ordered = sorted(self._changes, key=len, reverse=True)
        self._pattern = re.compile("|".join([_expression(self._changes[old]) for old in ordered]))

    def find(self, text: str) -> Iterator[Found]:
        kept: Protected | None = None
        for one in self._pattern.finditer(text):
            change = self._changes[one[0]]
            why = ""
            if not self.everywhere:
                kept = kept or protected(text)
                why = _reason(kept, one.start(), one.end())
                if not why and change.guarded and (word := straddled(text, one.start(), one.end())):
                    why = WITHIN.format(word)
            yield Found(one.start(), one.end(), change, why)


def _reason(kept: Protected, start: int, end: int) -> str:
    """Why text[start:end] stays: what it is part of, and does not hold whole. "" when nothing."""
    for spans in kept:
        at = bisect_right(spans, start, key=lambda span: span[1])
        while at < len(spans) and spans[at][0] < end:
            first, last, said = spans[at]
            if not (start <= first and last <= end):
                return said
            at += 1
    return ""


def _expression(change: Change) -> str:
    """A month and a day do not stand for those of another year."""
    alone = change.guarded and change.old[0].isdigit()
    return f"{'(?<![0-9])(?<![0-9]年)' if alone else ''}{re.escape(change.old)}"


def protected(text: str) -> Protected:
    """Spans whose words belong to others: direct quotations, titles of documents, names of history."""
    quotes = []
    for one in _QUOTE.finditer(text):
        inner = one[1]
        own_words = (
            _SENTENCE.search(inner[:-1]) or inner[-1:] in "。！？" or (len(inner) >= _LONG and "，" in inner)
        )
        if inner and (own_words or _SAYING.search(text[max(one.start() - 6, 0) : one.start()])):
            quotes.append((one.start(), one.end(), QUOTED))
    titles = [(one.start(), one.end(), TITLED) for one in _TITLE.finditer(text)]
    history = [(one.start(), one.end(), HISTORIC.format(one[0])) for one in _history().finditer(text)]
    return quotes, titles, history


@cache
def _history() -> re.Pattern[str]:
    names = sorted(lines("history_names.txt"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def straddled(text: str, start: int, end: int) -> str:
    """The ordinary word that runs over an edge of text[start:end] (治安|平稳), or "".

    Not when the characters beside it make a word of their own: then it is 云河|水利, and no 河水.
    """
    words = _ordinary()
    for edge in (start, end):
        if 0 < edge < len(text) and text[edge - 1 : edge + 1] in words:
            beside = text[edge - 2 : edge] if edge == start else text[edge : edge + 2]
            if beside not in words:
                return text[edge - 1 : edge + 1]
    return ""


@cache
def _ordinary() -> frozenset[str]:
    return frozenset([word for line in lines("words.txt") for word in line.split() if len(word) == 2])

"""Searching only around words that each match contains: a long pattern need not be tried at every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qicao.manuscript import Manuscript
from qicao.rulekit import compiled

DIGITS = "0123456789"


def near(
    m: Manuscript, expression: str, words: Iterable[str], before: int, after: int, lead: str = ""
) -> Iterator[re.Match[str]]:
    """Matches that hold one of the words, begin at most `before` characters before it and are decided within
    `after` characters from its beginning. `lead`: characters of which one stands right before the word."""
    text, searched = m.text, compiled(expression)
    for word in words:
        done, at = 0, text.find(word)
        while at >= 0:
            if at >= done and (not lead or (at and text[at - 1] in lead)):
                found = searched.search(text, max(at - before, done), at + after)
                while found is not None and found.end() <= at:
                    found = searched.search(text, max(found.end(), found.start() + 1), at + after)
                if found is not None and found.start() <= at:
                    yield found
                    done = found.end()
            at = text.find(word, at + 1)

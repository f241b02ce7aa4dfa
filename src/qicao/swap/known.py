"""Persons whom some place of the text tells for sure (刘明镇长), so that a verb elsewhere is no part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from qicao.regions import HEADS
from qicao.swap.titled import plainly
from qicao.swap.words import addressed, common, han, listed

_SIZE = 2  # characters of a name that may be the beginning of a longer one


class Known:
    """Grows with every part of the file that is read."""

    def __init__(self) -> None:
        self.people: set[str] = set()
        self._longer: set[str] = set()

    def knows(self, text: str, start: int, end: int) -> bool:
        """Whether some place of the text calls a person by this name, and this one does not tell of a place."""
        return text[start:end] in self.people and text[end : end + 1] not in HEADS

    def read(self, words: str, names: Iterable[str], words_too: Iterable[str] = ()) -> None:
        """Look in the words of a part for posts beside the names of two characters; `words_too`: words that are a
        person's name only where a post tells."""
        for name in words_too:
            if any(_named(words, *one.span()) for one in re.finditer(name, words)):
                self.people.add(name)
        people = frozenset(names)
        for name in people:
            if len(name) != _SIZE:
                continue
            for one in re.finditer(name, words):
                start, end = one.span()
                if _named(words, start, end) or (common(name) and plainly(words, start, end, people)):
                    self.people.add(name)
                elif _named(words, start, end + 1):
                    self._longer.add(words[start : end + 1])

    def longer(self, name: str) -> bool:
        """Whether some place of the text tells of a person of this longer name (何川进同志)."""
        return name in self._longer

    def does(self, name: str, after: str) -> bool:
        """Whether a known person is followed by a verb of one character (刘明包马集) and nobody is called so."""
        return name in self.people and after in listed("人名后单动") and name + after not in self._longer


def _named(words: str, start: int, end: int) -> bool:
    """Whether a post or 同志 stands behind words[start:end], or a post before it and an edge behind it."""
    if addressed(words, end):
        return True
    if not words.endswith(listed("职务尾"), 0, start):
        return False
    return not han(words[end : end + 1]) or words.startswith(_acts(), end)


@cache
def _acts() -> tuple[str, ...]:
    return (*listed("人名后"), *listed("人名言行"), *listed("人名后字"))

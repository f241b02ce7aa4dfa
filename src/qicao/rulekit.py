"""What rules are made of. A rule is one module in `qicao.rules` with

ID        its name, as writers see it
FAMILY    one of FAMILIES
SEVERITY  error: wrong in any text; warning: look at it; info: good to know
BAD       examples it must find; ⟦ ⟧ stand around the exact words to be found
GOOD      examples it must leave alone
check     (Manuscript) → Hits

Its docstring, first line first, is its page in the manual (docs/rules.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qicao.manuscript import Hit, Manuscript, Own
from qicao.places import Severity

FAMILIES = ("漏填", "串稿", "错字", "提法", "标点", "数字", "结构", "引语", "重复", "数据", "版式", "文件")
Check = Callable[[Manuscript], Iterable[Hit]]


class Example(NamedTuple):
    """A text with the day and the owner it is checked for."""

    text: str
    day: str = ""  # ISO date
    own: Own | None = None


class Rule(NamedTuple):
    """One rule as loaded: the name of its module, and what the module says."""

    name: str
    id: str
    family: str
    severity: Severity
    about: str
    bad: tuple[str | Example, ...]
    good: tuple[str | Example, ...]
    check: Check


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """A pattern, compiled on first use: most texts need few of them, and compiling is felt at every start."""
    return re.compile(expression)


def matches(
    m: Manuscript, expression: str, when: Sequence[str] = (), raw: bool = False
) -> Iterator[re.Match[str]]:
    """All matches in the text. `when`: literals of which at least one stands in every match; texts without any
    of them are not searched. `raw` looks at the text as written, before half-width marks were folded."""
    text = m.raw if raw else m.text
    if when and not any(word in text for word in when):
        return iter(())
    return compiled(expression).finditer(text)


def pattern(
    expression: str,
    message: str,
    hint: str,
    when: Sequence[str] = (),
    raw: bool = False,
    keep: Callable[[Manuscript, re.Match[str]], bool] | None = None,
) -> Check:
    """A check that is one regular expression (with ^ and $ at paragraph ends: write (?m)).

    The group named `hit`, else the whole match, is what was found; {0}, {1}, {name} in message and hint stand
    for the match and its groups. `keep` may look closer and refuse a match.
    """

    def check(m: Manuscript) -> Iterator[Hit]:
        for found in matches(m, expression, when, raw):
            if keep is not None and not keep(m, found):
                continue
            names = found.groupdict()
            start, end = found.span("hit") if "hit" in names else found.span()
            groups = [found[0], *[group or "" for group in found.groups()]]
            yield Hit(start, end, message.format(*groups, **names), hint.format(*groups, **names))

    return check


class WordList:
    """Many words to look for at once, through the index of character pairs: the time does not grow with them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            if len(word) < 2:
                raise ValueError(word)
            self._by_pair.setdefault(word[:2], []).append(word)
        for group in self._by_pair.values():
            group.sort(key=len, reverse=True)
        self._pairs = frozenset(self._by_pair)

    def find(self, pairs: Mapping[str, Sequence[int]], text: str) -> Iterator[tuple[int, str]]:
        """(offset, word) of every place where a word stands; the longest of several that begin there."""
        for pair in self._pairs.intersection(pairs):
            words = self._by_pair[pair]
            for at in pairs[pair]:
                for word in words:
                    if text.startswith(word, at):
                        yield at, word
                        break

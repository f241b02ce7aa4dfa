"""Where something stands, and what is wrong with it. Imports nothing of ours: everything may import this."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A position in a file. Line and column count from 1; 0 means "the file as a whole"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Finding(NamedTuple):
    """One thing to look at: what it is, where it stands, and what to do about it."""

    rule: str
    message: str
    hint: str
    place: Place
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: [{self.rule}] {self.message} —— {self.hint}"


# Characters no text of ours may hold: controls, line separators, zero-width and direction marks, private use
# (this program uses two of those for its own tokens), halves of surrogates, non-characters.
_INVISIBLE = (
    (0x00, 0x1F), (0x7F, 0x9F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2069), (0xD800, 0xF8FF), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFF),
)  # fmt: skip


_NOT_SEEN = re.compile("[" + "".join([f"{chr(low)}-{chr(high)}" for low, high in _INVISIBLE]) + "]")


def invisible(text: str) -> int | None:
    """Offset of the first character that cannot be seen or must not be used, or None."""
    found = _NOT_SEEN.search(text)
    return found.start() if found else None


class SpeechError(Exception):
    """Input that cannot be used, with every mistake found in it (never only the first)."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when nothing is near enough to suggest."""
    from difflib import get_close_matches  # only when something is wrong

    candidates = list(known)
    if found := get_close_matches(word, candidates, n=1, cutoff=0.5):
        return found[0]
    # Chinese terms are short: one shared character of two is below difflib's cutoff, but still a good guess.
    inside = [name for name in candidates if len(word) > 1 and (word in name or name in word)]
    return min(inside, key=len) if inside else None


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Hint text naming the nearest known word, or else the whole (short) list of them."""
    names = list(known)
    if near := nearest(word, names):
        return f"是不是“{near}”？"
    return f"{otherwise}：{'、'.join(names[:30])}"

"""Quotation marks of every kind: “ ”, 《 》, 「 」, 『 』, ‘ ’."""

from qicao.manuscript import Manuscript
from qicao.rulekit import compiled

_OTHERS = r"「[^「」\n]*」|『[^『』\n]*』|‘[^‘’\n]*’"
_REACH = 600  # characters to either side that are looked at


def frame(m: Manuscript, at: int) -> tuple[int, int] | None:
    """Where the 「 」, 『 』 or ‘ ’ around a place in the text begin and end."""
    if not any(m.text.rfind(mark, max(at - _REACH, 0), at) >= 0 for mark in "「『‘"):
        return None
    line = m.line_at(at)
    low, high = max(line.start, at - _REACH), min(line.end, at + _REACH)
    spans = [found.span() for found in compiled(_OTHERS).finditer(m.text, low, high)]
    return next(((start, end) for start, end in spans if start < at < end), None)


def framed(m: Manuscript, at: int) -> bool:
    """Whether a place in the text stands within quotation marks of any kind, or 《 》."""
    return m.quoted(at) or frame(m, at) is not None

"""Running a rule on its own examples: ⟦ ⟧ stand around the words it must find."""

from __future__ import annotations

from datetime import date

from qicao.library.model import Library
from qicao.manuscript import Manuscript
from qicao.readers.text import from_text
from qicao.rulekit import Example


def manuscript(example: str | Example, library: Library) -> tuple[Manuscript, list[str]]:
    """The example as a manuscript, and the words marked in it."""
    one = example if isinstance(example, Example) else Example(example)
    marked = [part.partition("⟧")[0] for part in one.text.split("⟦")[1:]]
    text = one.text.replace("⟦", "").replace("⟧", "")
    day = date.fromisoformat(one.day) if one.day else None
    return from_text(text, "稿子.txt", day=day, own=one.own, library=library), marked

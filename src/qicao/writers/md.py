"""Markdown: headings as #, characters with a meaning in Markdown escaped."""

from __future__ import annotations

import re

from qicao.compose import Draft
from qicao.speech import Block, Role

_PREFIX = {Role.TITLE: "# ", Role.HEADING1: "## ", Role.HEADING2: "### ", Role.HEADING3: "#### "}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NUMBER = re.compile(r"^(\d+)([.)])")


def render(draft: Draft, layout: str = "") -> bytes:
    """The speech as Markdown. `layout` means nothing here."""
    return ("\n\n".join([_paragraph(block) for block in draft.speech.blocks]) + "\n").encode()


def _paragraph(block: Block) -> str:
    text = _SPECIAL.sub(r"\\\1", block.text)
    return _PREFIX.get(block.role, "") + _NUMBER.sub(r"\1\\\2", text)

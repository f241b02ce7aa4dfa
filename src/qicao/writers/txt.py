"""Plain text: one paragraph a line, UTF-8 with BOM (Notepad on Windows then shows it rightly)."""

from __future__ import annotations

from qicao.compose import Draft


def render(draft: Draft, layout: str = "") -> bytes:
    """The text of the speech. Styles and origins are lost; `layout` means nothing here."""
    return b"\xef\xbb\xbf" + (draft.speech.text + "\n").encode()

"""Speech → file. One module per format, named for its suffix (docx.py writes .docx): listing this folder tells
which formats there are. Each has `render(draft, layout) -> bytes`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qicao.compose import Draft

Renderer = Callable[[Draft, str], bytes]


def formats() -> list[str]:
    """Suffixes that can be written, .docx first."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    return [f".{name}" for name in sorted(names, key=lambda name: (name != "docx", name))]


def renderer(suffix: str) -> Renderer | None:
    """The writer for a suffix, or None when there is no such format."""
    if suffix not in formats():
        return None
    render: Renderer = import_module(f"qicao.writers.{suffix[1:]}").render
    return render

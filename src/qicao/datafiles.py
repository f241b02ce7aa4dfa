"""The tables in data/: read once, when somebody wants them."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def lines(name: str) -> list[str]:
    """The lines of a data file, without those that begin with #."""
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def table(name: str, width: int) -> tuple[tuple[str, ...], ...]:
    """A file of tab-separated columns; empty columns at the end may be left out."""
    return tuple([(*row, *[""] * (width - len(row))) for row in [line.split("\t") for line in lines(name)]])

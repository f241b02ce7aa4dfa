"""Files → Manuscript. .docx through `word`, .txt and .md through `text`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qicao.library.model import Library
from qicao.manuscript import Manuscript, Own
from qicao.places import Finding, Place, SpeechError

SUFFIXES = (".docx", ".txt", ".md")


def read_file(
    path: Path, *, day: date | None = None, own: Own | None = None, library: Library | None = None
) -> Manuscript:
    """The manuscript in a file. `day` and `own` come before what the file says. Raises SpeechError."""
    suffix = path.suffix.lower()
    if suffix == ".docx" or (suffix not in SUFFIXES and _binary(path)):
        from qicao.readers.word import read_word

        return read_word(path, day=day, own=own, library=library)
    if suffix not in SUFFIXES and path.is_file():
        hint = "只查 .docx、.txt 和 .md；别的格式先另存为 .docx"
        raise SpeechError(
            [Finding("格式", f"不会读“{path.suffix or '没有后缀的'}”文件", hint, Place(str(path)))]
        )
    from qicao.readers.text import from_text, read_plain

    return from_text(read_plain(path), str(path), day=day, own=own, library=library)


def _binary(path: Path) -> bool:
    """Whether a file begins as a zip or an old Word file does: then the Word reader says what is wrong."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rt", b"%PDF")
    except OSError:
        return False

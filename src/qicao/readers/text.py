"""Plain text and Markdown → Manuscript."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from qicao.files import reason
from qicao.library.model import Library
from qicao.manuscript import Cut, Manuscript, Own
from qicao.places import Finding, Place, SpeechError
from qicao.residue import find_residue
from qicao.roles import guess_roles, written_day
from qicao.speech import Block, Role, Source, Span

MAX_BYTES = 20_000_000
_MARKDOWN = {1: Role.TITLE, 2: Role.HEADING1, 3: Role.HEADING2, 4: Role.HEADING3}


def read_plain(path: Path) -> str:
    """The words of a text file: UTF-8, or what Windows' Notepad writes (GB18030, UTF-16). Raises SpeechError."""

    def fail(message: str, hint: str) -> SpeechError:
        return SpeechError([Finding("文件", message, hint, Place(str(path)))])

    try:
        if not path.exists():
            raise fail("没有这个文件", "检查路径和文件名")
        if not path.is_file():
            raise fail("这不是普通文件", "给出一个 .docx、.txt 或 .md 文件")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise fail(f"读不了（{reason(error)}）", "检查权限和路径") from error
    if len(data) > MAX_BYTES:
        raise fail("文件太大", f"不超过{MAX_BYTES // 1_000_000}MB")
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise fail("这不是文本文件，或者文件坏了", ".doc 和 .wps 请先另存为 .docx；文本请另存为 UTF-8")


def from_text(
    text: str, name: str, *, day: date | None = None, own: Own | None = None, library: Library | None = None
) -> Manuscript:
    """The manuscript in a text, one paragraph a line."""
    lines = text.split("\n")
    roles, cuts = guess_roles(lines), find_residue(text)
    if name.lower().endswith(".md"):
        cuts = _markdown(lines, roles, cuts)
    blocks, at = [], 0
    for number, (line, role) in enumerate(zip(lines, roles, strict=True), 1):
        blocks.append(Block(role, (Span(line),), None, Source(number, "正文", at)))
        at += len(line) + 1
    day = day or written_day(lines, roles)
    return Manuscript(name, tuple(blocks), day, own, library or Library(), None, tuple(cuts))


def _markdown(lines: list[str], roles: list[Role], cuts: list[Cut]) -> list[Cut]:
    """Marks of Markdown are not words; # … #### say what a line is."""
    at = 0
    for index, line in enumerate(lines):
        if found := re.match(r"(#{1,6})\s+|>\s?", line):
            cuts.append(Cut(at, at + found.end(), ""))
            roles[index] = _MARKDOWN.get(len(found[1] or ""), roles[index])
        for bold in re.finditer(r"(\*{2,3})(?=\S)[^*\n]+\1", line):
            wide = len(bold[1])
            cuts += [
                Cut(at + bold.start(), at + bold.start() + wide, ""),
                Cut(at + bold.end() - wide, at + bold.end(), ""),
            ]
        at += len(line) + 1
    kept: list[Cut] = []
    for cut in sorted(cuts):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept

"""A Word file made by qicao → its paragraphs, each with the section it came from, and whether it was edited.

Reads with the standard library only: a zip of bounded size, XML without document types.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from qicao.places import Finding, Place, SpeechError
from qicao.writers.word.manifest import Manifest, Section, digest, read_manifest

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_PART = 10_000_000  # bytes, unpacked, of the parts that are read


class Traced(NamedTuple):
    """One paragraph of the file: its words, and the section they came from (None: outline, brief, or by hand)."""

    number: int  # from 1
    text: str
    section: Section | None
    edited: bool


def read_traced(path: Path) -> tuple[Manifest, list[Traced]]:
    """Paragraphs with their origin. Raises SpeechError when this is not a Word file drafted by qicao."""
    parts = _parts(path)
    manifests = [read_manifest(data) for name, data in parts.items() if name.startswith("customXml/")]
    manifest = next((one for one in manifests if one), None)
    if manifest is None:
        hint = "来历只记在 qicao draft 写出的 Word 文件里"
        raise SpeechError([Finding("来历", "这个 Word 文件里没有来历", hint, Place(str(path)))])
    try:
        root = ElementTree.fromstring(parts["word/document.xml"])
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        hint = "用 Word 或 WPS 打开，另存一份再试"
        raise SpeechError([Finding("文件", "文件坏了，读不了正文", hint, Place(str(path)))]) from error
    return manifest, list(_trace(root, manifest))


def _parts(path: Path) -> dict[str, bytes]:
    def fail(message: str, hint: str) -> SpeechError:
        return SpeechError([Finding("文件", message, hint, Place(str(path)))])

    try:
        if not path.exists():
            raise fail("没有这个文件", "检查路径和文件名")
        if not path.is_file():
            raise fail("这不是普通文件", "给出一个 .docx 文件")
        with zipfile.ZipFile(path) as package:
            wanted = [
                i
                for i in package.infolist()
                if i.filename == "word/document.xml" or i.filename.startswith("customXml/item")
            ]
            if sum([info.file_size for info in wanted]) > MAX_PART:
                raise fail("文件太大", "这不像一篇讲话稿")
            parts = {info.filename: package.read(info) for info in wanted}
    except PermissionError as error:
        raise fail("没有权限读这个文件", "检查权限") from error
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
        hint = ".doc 和 .wps 请先在 Word 或 WPS 里另存为 .docx；加密的文件请先去掉密码"
        raise fail("不是 .docx 文件，或者文件坏了、加了密", hint) from error
    if "word/document.xml" not in parts:
        raise fail("压缩包里没有正文，不是 Word 文件", "选一个 .docx 文件")
    if any(b"<!DOCTYPE" in data or b"<!ENTITY" in data for data in parts.values()):
        raise fail("文件里有外部引用，不打开", "来路不明的文件请先用 Word 打开，另存为 .docx")
    return parts


def _trace(root: ElementTree.Element, manifest: Manifest) -> Iterator[Traced]:
    by_mark = {section.bookmark: section for section in manifest.sections}
    rows: list[tuple[str, str | None]] = []
    open_marks: dict[str, str] = {}
    for paragraph in root.iter(f"{_W}p"):
        current: str | None = next(iter(open_marks.values()), None)
        words: list[str] = []
        for node in paragraph.iter():
            if node.tag == f"{_W}bookmarkStart" and node.get(f"{_W}name") in by_mark:
                current = node.get(f"{_W}name")
                open_marks[node.get(f"{_W}id", "")] = current or ""
            elif node.tag == f"{_W}bookmarkEnd":
                open_marks.pop(node.get(f"{_W}id", ""), None)
            elif node.tag == f"{_W}t":
                words.append(node.text or "")
        if words:
            rows.append(("".join(words), current))
    whole: dict[str, str] = {}
    for text, mark in rows:
        if mark:
            whole[mark] = whole.get(mark, "") + text
    for number, (text, mark) in enumerate(rows, 1):
        section = by_mark.get(mark) if mark else None
        edited = section is not None and digest(whole[mark or ""]) != section.digest
        yield Traced(number, text, section, edited)

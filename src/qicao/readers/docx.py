"""A Word file made by qicao → its paragraphs, each with the section it came from, and whether it was edited."""

from __future__ import annotations

from pathlib import Path

from qicao.places import Finding, Place, SpeechError
from qicao.readers.word.origin import Traced, find_manifest, trace
from qicao.readers.word.package import DOCUMENT, open_parts, parse
from qicao.writers.word.manifest import Manifest


def read_traced(path: Path) -> tuple[Manifest, list[Traced]]:
    """Paragraphs with their origin. Raises SpeechError when this is not a Word file drafted by qicao."""
    parts = open_parts(path, lambda name: name.startswith("customXml/item"))
    manifest = find_manifest(parts)
    if manifest is None:
        hint = "来历只记在 qicao draft 写出的 Word 文件里"
        raise SpeechError([Finding("来历", "这个 Word 文件里没有来历", hint, Place(str(path)))])
    root = parse(parts[DOCUMENT])
    if root is None:
        hint = "用 Word 或 WPS 打开，另存一份再试"
        raise SpeechError([Finding("文件", "文件坏了，读不了正文", hint, Place(str(path)))])
    return manifest, list(trace(root, manifest))

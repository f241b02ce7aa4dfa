"""What a file drafted by qicao says of itself: whose speech it is, and whether anybody changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qicao.manuscript import Own
from qicao.readers.word.names import W
from qicao.readers.word.package import parse
from qicao.regions import region
from qicao.writers.word.manifest import Manifest, Section, digest, read_manifest

_NAMED = {
    "单位.名称": "unit", "单位.简称": "short", "单位.地区": "region", "荣誉": "honour", "级别": "level", "会议.名称": "meeting",
    "讲话人.姓名": "speaker", "讲话人.职务": "post", "自称": "self_name",
}  # fmt: skip
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_DC = "{http://purl.org/dc/terms/}"


class Traced(NamedTuple):
    """One paragraph of the file: its words, and the section they came from (None: outline, brief, or by hand)."""

    number: int  # from 1
    text: str
    section: Section | None
    edited: bool


def find_manifest(parts: Mapping[str, bytes]) -> Manifest | None:
    """The manifest among the parts of a file."""
    found = [read_manifest(data) for name, data in sorted(parts.items()) if name.startswith("customXml/item")]
    return next((one for one in found if one), None)


def own_of(manifest: Manifest) -> Own:
    """Whose speech it is, by the values it was made with."""
    values = manifest.values
    known = {field: values[slot] for slot, field in _NAMED.items() if slot in values}
    place = region(known.get("region", ""))
    words = tuple([text for slot, text in values.items() if slot not in _NAMED and text])
    return Own(**known, tier=place.tier if place else "", words=words)


def day_of(manifest: Manifest) -> date | None:
    """The day of the meeting."""
    found = re.fullmatch(_DAY, manifest.values.get("会议.日期", ""))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def untouched(root: Element, manifest: Manifest, parts: Mapping[str, bytes]) -> bool:
    """Whether the file is as qicao wrote it: every section there with its own words, and never saved since.

    Headings and titles have no digest. But every program that saves a Word file moves its date of change.
    """
    whole = _words_by_mark(root, manifest)
    if any(digest(whole.get(one.bookmark, "")) != one.digest for one in manifest.sections):
        return False
    core = parse(parts.get("docProps/core.xml"))
    if core is None:
        return False
    created, modified = core.find(f"{_DC}created"), core.find(f"{_DC}modified")
    return created is not None and modified is not None and created.text == modified.text


def trace(root: Element, manifest: Manifest) -> Iterator[Traced]:
    """Every paragraph with words, in order, with its section."""
    by_mark = {section.bookmark: section for section in manifest.sections}
    rows = list(_rows(root, by_mark))
    whole = _words_by_mark(root, manifest)
    for number, (text, mark) in enumerate(rows, 1):
        section = by_mark.get(mark) if mark else None
        edited = section is not None and digest(whole[mark or ""]) != section.digest
        yield Traced(number, text, section, edited)


def _words_by_mark(root: Element, manifest: Manifest) -> dict[str, str]:
    whole: dict[str, str] = {}
    for text, mark in _rows(root, {section.bookmark: section for section in manifest.sections}):
        if mark:
            whole[mark] = whole.get(mark, "") + text
    return whole


def _rows(root: Element, by_mark: Mapping[str, Section]) -> Iterator[tuple[str, str | None]]:
    """(words, bookmark around them) of every paragraph that has words."""
    open_marks: dict[str, str] = {}
    for paragraph in root.iter(f"{W}p"):
        current: str | None = next(iter(open_marks.values()), None)
        words: list[str] = []
        for node in paragraph.iter():
            if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name") in by_mark:
                current = node.get(f"{W}name")
                open_marks[node.get(f"{W}id", "")] = current or ""
            elif node.tag == f"{W}bookmarkEnd":
                open_marks.pop(node.get(f"{W}id", ""), None)
            elif node.tag == f"{W}t":
                words.append(node.text or "")
        if words:
            yield "".join(words), current

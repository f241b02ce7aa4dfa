"""What a draft was made of, kept inside the file as a customXml part: sections, wordings, hashes, values.

Bookmarks and customXml survive a save in Word and LibreOffice; content controls lose their tags there.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from qicao import __version__
from qicao.speech import Block

NAMESPACE = "urn:qicao:draft:1"


class Section(NamedTuple):
    """One use of a section as it stood when the file was written."""

    bookmark: str
    id: str
    variant: int
    length: str
    library: str
    digest: str


class Manifest(NamedTuple):
    """Everything the file says about its making."""

    version: str
    library: str
    seed: str
    sections: tuple[Section, ...]
    values: Mapping[str, str]


def digest(text: str) -> str:
    """Hash of a section's words, to see later whether somebody edited them."""
    return f"{zlib.crc32(text.encode()):08x}"


def manifest_xml(
    bookmarks: Sequence[tuple[str, Sequence[Block]]], values: Mapping[str, str], library: str, seed: str
) -> str:
    """The manifest of one speech: `bookmarks` with the blocks each surrounds, slot values, library hash, seed."""
    lines = [
        f'<draft xmlns="{NAMESPACE}" version="{__version__}" library="{escape(library)}" seed="{escape(seed)}">'
    ]
    for name, blocks in bookmarks:
        origin = blocks[0].origin
        assert origin is not None
        lines.append(
            f'<section bookmark="{name}" id="{escape(origin.snippet)}" variant="{origin.variant + 1}" '
            f'length="{origin.length}" library="{escape(origin.library)}" '
            f'digest="{digest("".join([block.text for block in blocks]))}"/>'
        )
    for slot, text in values.items():
        if not slot.startswith(("引语.", "提法.")):
            lines.append(f'<value slot="{escape(slot)}">{escape(text)}</value>')
    return "".join([*lines, "</draft>"])


def read_manifest(xml: bytes) -> Manifest | None:
    """The manifest in a customXml part, or None when the part is something else. Raises nothing."""
    from xml.etree import ElementTree  # reading is rarer than writing

    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        return None
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    if root.tag != f"{{{NAMESPACE}}}draft":
        return None
    sections = []
    for node in root.findall(f"{{{NAMESPACE}}}section"):
        get = node.attrib.get
        number = get("variant", "")
        variant = int(number) if number.isdecimal() and len(number) < 6 else 0
        sections.append(
            Section(
                get("bookmark", ""),
                get("id", ""),
                variant,
                get("length", ""),
                get("library", ""),
                get("digest", ""),
            )
        )
    values = {node.attrib.get("slot", ""): node.text or "" for node in root.findall(f"{{{NAMESPACE}}}value")}
    return Manifest(
        root.get("version", ""), root.get("library", ""), root.get("seed", ""), tuple(sections), values
    )

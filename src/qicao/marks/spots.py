"""Where in the file each paragraph that was read stands, and where a comment on it may hang.

Word lets comments hang on words of the body and its tables. In headers, footers, text boxes and notes it ignores
them (MS-OI29500 2.1.315): those of a box hang on the paragraph that holds it, those of a note on its mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from qicao.ooxml.xml import Node, W
from qicao.readers.word.document import (
    _SEPARATORS,
    BODY,
    ENDNOTE,
    FOOTNOTE,
    Document,
    _Collector,
    relations,
)
from qicao.readers.word.package import DOCUMENT
from qicao.readers.word.package import parse as read_xml

_BOX = f"{W}txbxContent"
_P = f"{W}p"


class Spot(NamedTuple):
    """A place for comments: the words of a paragraph (`text` says which), a run, or the front of a paragraph."""

    paragraph: Node
    text: str | None = None
    run: Node | None = None


Spots = Mapping[tuple[str, int], Spot]


def find_spots(root: Node, parts: Mapping[str, bytes]) -> Spots:
    """For each paragraph, by its part and its number there, the place for comments on it."""
    found: dict[tuple[str, int], Spot] = {}
    counts: dict[str, int] = {}
    for where, spot in [*_body(root, parts), *_notes(root, parts)]:
        counts[where] = counts.get(where, 0) + 1
        if spot:
            found[where, counts[where]] = spot
    return found


def front(spots: Spots, root: Node) -> Spot | None:
    """Where the comment on the whole file hangs: the first words of the body."""
    first = next((one for one in spots.values() if one.text and one.text.strip()), None)
    paragraph = next(root.iter(_P), None)
    return first or (Spot(paragraph) if paragraph is not None else None)


def _collector(root: Node, parts: Mapping[str, bytes], part: str) -> _Collector:
    made = _Collector(parts, Document(cast(Element, root)))
    made.relations = relations(parts, part)
    return made


def _body(root: Node, parts: Mapping[str, bytes]) -> Iterator[tuple[str, Spot | None]]:
    body = root.find(f"{W}body")
    holder: Spot | None = None
    container = cast(Element, body if body is not None else root)
    for paragraph in _collector(root, parts, DOCUMENT).walk(container, BODY):
        node = cast(object, paragraph.element)  # our own tree's, or made up for the words of a drawing
        if isinstance(node, Node) and not paragraph.boxed:
            holder = Spot(node)
            yield paragraph.where, Spot(node, paragraph.text)
        else:
            yield paragraph.where, holder


def _notes(root: Node, parts: Mapping[str, bytes]) -> Iterator[tuple[str, Spot | None]]:
    for kind, where in (("footnotes", FOOTNOTE), ("endnotes", ENDNOTE)):
        tag = f"{W}{kind.removesuffix('s')}Reference"
        marks = {node.get(f"{W}id", ""): _at(node) for node in reversed(list(root.iter(tag)))}
        for related in relations(parts, DOCUMENT).values():
            notes = read_xml(parts.get(related.name)) if related.kind == kind else None
            collector = _collector(root, parts, related.name)
            for note in notes if notes is not None else ():
                if note.get(f"{W}type") not in _SEPARATORS:
                    for paragraph in collector.walk(note, where):
                        yield paragraph.where, marks.get(note.get(f"{W}id", ""))


def _at(mark: Node) -> Spot | None:
    """The place of a note's mark; in a text box, the paragraph that holds the box."""
    around = list(mark.iterancestors(_P))
    run = mark.getparent()
    if not around:
        return None
    alone = len(around) == 1 and run is not None and run.tag == f"{W}r"
    return Spot(around[-1], run=run if alone else None)

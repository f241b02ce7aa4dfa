"""Words of the parts without paragraphs: the properties of the file, and the data that controls show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qicao.ooxml.xml import Node
from qicao.swap.lines import ALL, HEAD, TAIL, Line, words_of
from qicao.swap.vocabulary import APP, BOUND, CUSTOM, PROPERTIES, PROPERTY_WORDS, STRINGS

TYPED = "绑定数据里的数字、日期"
# A value that is no words: a number, a day, a time, a key, an address.
_TYPED = re.compile(r"[-+]?[0-9][-+0-9.,:/TZ%eE]*|\{[0-9A-Fa-f-]{36}\}|[a-z]+://\S*|urn:\S*")
_SCHEMA = "{http://www.w3.org/"  # what says of which kind a value is
_TITLES = f"{APP}TitlesOfParts"


def property_lines(root: Node, part: str) -> list[Line]:
    """The words of the properties; not the numbers, the dates and what made the file."""
    lines: list[Line] = []
    for node in root.iter("*"):
        string = node.tag in STRINGS and (root.tag == f"{CUSTOM}Properties" or _listed(node))
        if (string or node.tag in PROPERTY_WORDS) and next(node.iterchildren("*"), None) is None:
            lines.append(Line(PROPERTIES, len(lines) + 1, part=part))
            lines[-1].add(words_of(node), node)
    return lines


def _listed(node: Node) -> bool:
    return any(one.tag == _TITLES for one in node.iterancestors())


def data_lines(root: Node, part: str) -> list[Line]:
    """The words of data: of each element, and of its attributes. Typed values are lines that stay."""
    lines: list[Line] = []
    for node in root.iter("*"):
        for line in [_own(node), *_attributes(node)]:
            if line.text.strip():
                line.number, line.part = len(lines) + 1, part
                lines.append(line)
    return lines


def _line(text: str) -> Line:
    return Line(BOUND, 1, fixed=TYPED if _TYPED.fullmatch(text.strip()) else "")


def _attributes(node: Node) -> Iterator[Line]:
    for name, text in () if node.tag.startswith(_SCHEMA) else node.attrib.items():
        if not str(name).startswith(_SCHEMA) and not text.isascii():  # those are keys
            line = _line(str(text))
            line.add(str(text), node, str(name))
            yield line


def _own(node: Node) -> Line:
    """The words of an element itself; those of the elements in it stand between them."""
    if next(node.iterchildren("*"), None) is None:
        line = _line(words_of(node))
        line.add(words_of(node), node, ALL)
        return line
    line = _line("")
    line.add(node.text or "", node, HEAD)
    for child in node:
        if isinstance(child.tag, str) and any(child.itertext()):
            line.add("\ufffc", None)
        line.add(child.tail or "", child, TAIL)
    return line

"""All that is wanted of lxml: it keeps prefixes, order and everything it does not know as they are."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from lxml import etree

from qicao.writers.word.layout import W as _W

Node = etree._Element
W = f"{{{_W}}}"
_PREFIX = {"w": _W}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANK = " \t\r\n"  # what Word drops at the ends of a w:t that does not say it keeps it


def parse(data: bytes, keep: bool = False) -> Node | None:
    """The tree of a part, or None when it is broken; `keep` its comments. Nothing is fetched, no entity is read."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not keep,
        remove_pis=not keep,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def text_of(root: Node) -> str:
    """All words of the tree, run together."""
    return str(etree.tostring(root, method="text", encoding="unicode"))


def has_doctype(root: Node) -> bool:
    """Whether the part names a document type, in whatever coding it is written."""
    return root.getroottree().docinfo.internalDTD is not None


def dump(root: Node) -> bytes:
    """The part's bytes."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def element(name: str, attributes: Mapping[str, str] | None = None) -> Node:
    """A new w: element; its attributes are w: too."""
    node = etree.Element(f"{W}{name}", nsmap=_PREFIX)
    for key, value in (attributes or {}).items():
        node.set(f"{W}{key}", value)
    return node


def bare(tag: str, attributes: Mapping[str, str]) -> Node:
    """A new element of any name, its attributes without a prefix."""
    node = etree.Element(tag)
    for key, value in attributes.items():
        node.set(key, value)
    return node


def twin(node: Node) -> Node:
    """An element with the same name and attributes, but empty."""
    made = node.makeelement(node.tag, nsmap=cast(Any, node.nsmap))
    for key, value in node.attrib.items():
        made.set(key, value)
    return made


def copy(node: Node) -> Node:
    """The element and all below it, without the space behind it."""
    made = deepcopy(node)
    made.tail = None
    return made

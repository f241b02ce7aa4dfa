"""The comments part: what is in it stays, ours come behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from qicao.ooxml.package import Package, to_strict
from qicao.ooxml.types import TYPES
from qicao.ooxml.xml import Node, W, bare, dump, parse
from qicao.readers.word.document import relations
from qicao.readers.word.package import DOCUMENT, relations_of
from qicao.readers.word.package import parse as read_xml
from qicao.writers.docx import AUTHOR
from qicao.writers.word.body import run
from qicao.writers.word.layout import HEAD
from qicao.writers.word.layout import W as _W

_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_EMPTY = f'{HEAD}<w:comments xmlns:w="{_W}"/>'.encode()
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = tuple([f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")])


class Comments:
    """The comments of a file. `style` is the file's own style for references, or ""."""

    def __init__(self, package: Package, document: Node) -> None:
        self._package = package
        self._name = next(
            (
                one.name
                for one in relations(package.parts, DOCUMENT).values()
                if one.kind == "comments" and not one.external
            ),
            "",
        )
        root = parse(package.parts.get(self._name, _EMPTY))
        if root is None:
            raise package.fail("文件里原有的批注坏了", "在 Word 或 WPS 里打开，另存一份再批注")
        self._root = root
        used = {node.get(f"{W}id") for node in root}
        used |= {node.get(f"{W}id") for node in document.iter(*_MARKS)}
        self._free: Iterator[str] = (number for number in map(str, count()) if number not in used)
        styles = _styles(package.parts)
        self.style = styles.get("annotation reference", "")
        self._look = styles.get("annotation text", "")

    def add(self, lines: Sequence[str]) -> str:
        """A comment with these paragraphs; its number."""
        number = next(self._free)
        node = parse(self._xml(number, lines).encode())
        assert node is not None
        self._root.append(node)
        return number

    def _xml(self, number: str, lines: Sequence[str]) -> str:
        ppr = f'<w:pPr><w:pStyle w:val="{self._look}"/></w:pPr>' if self._look else ""
        size = "" if self._look else '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        mark = f'<w:rPr><w:rStyle w:val="{self.style}"/></w:rPr>' if self.style else ""
        out = [f'<w:comment xmlns:w="{_W}" w:id="{number}" w:author="{AUTHOR}" w:initials="{AUTHOR}">']
        for index, line in enumerate(lines):
            first = f"<w:r>{mark}<w:annotationRef/></w:r>" if not index else ""
            out.append(f"<w:p>{ppr}{first}{run(clean(line), after=size)}</w:p>")
        return "".join([*out, "</w:comment>"])

    def changed(self) -> dict[str, bytes]:
        """The parts to write, by name."""
        strict = self._package.strict
        data = dump(self._root)
        if self._name:
            return {self._name: to_strict(data) if strict else data} | self._typed(self._name)
        name = next(
            name
            for number in count()
            if (name := f"word/comments{number or ''}.xml") not in self._package.parts
        )
        rels = self._package.parts.get(relations_of(DOCUMENT), f'<Relationships xmlns="{_REL}"/>'.encode())
        root = self._parsed(rels)
        used = {node.get("Id") for node in root}
        ident = next(one for number in count(1) if (one := f"rId{number}") not in used)
        attributes = {"Id": ident, "Type": _KIND, "Target": f"/{name}"}
        root.append(bare(f"{{{_REL}}}Relationship", attributes))
        written = dump(root)
        return {
            name: to_strict(data) if strict else data,
            relations_of(DOCUMENT): to_strict(written) if strict else written,
        } | self._typed(name)

    def _typed(self, name: str) -> dict[str, bytes]:
        """The list of content types, when it does not yet name the part."""
        root = self._parsed(self._package.parts.get(TYPES, b""))
        if any(node.get("PartName", "").lower() == f"/{name}".lower() for node in root):
            return {}
        attributes = {"PartName": f"/{name}", "ContentType": _TYPE}
        root.append(bare(f"{{{_TYPES}}}Override", attributes))
        return {TYPES: dump(root)}

    def _parsed(self, data: bytes) -> Node:
        root = parse(data)
        if root is None:
            raise self._package.fail("文件里有一部分坏了", "在 Word 或 WPS 里打开，另存一份再批注")
        return root


def clean(text: str) -> str:
    """The text without what XML has no way to write; a character each, so that offsets stay."""
    return _IMPOSSIBLE.sub(" ", text)


def _styles(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The name of a style → its id."""
    root = read_xml(parts.get("word/styles.xml"))
    found: dict[str, str] = {}
    for node in root.findall(f"{W}style") if root is not None else ():
        name = node.find(f"{W}name")
        if name is not None:
            found.setdefault(name.get(f"{W}val", "").lower(), node.get(f"{W}styleId", ""))
    return found

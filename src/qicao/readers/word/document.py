"""All paragraphs of a Word file, part by part: body, tables, text boxes, drawings, headers, notes, comments,
properties."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qicao.readers.word.names import MC, A, R, W, alternative
from qicao.readers.word.package import DOCUMENT, RELATIONS, parse, relations_of
from qicao.readers.word.paragraph import MAX_DEPTH, Paragraph, read_paragraph

# The parts of a file, in the order of their blocks. A block content control is body text, but not one of the
# paragraphs that Word counts, so it is a part of its own.
BODY, CONTROL, TABLE, BOX, FIGURE = "正文", "内容控件", "表格", "文本框", "图形"
HEADER, FOOTER, FOOTNOTE, ENDNOTE, COMMENT, PROPERTY = "页眉", "页脚", "脚注", "尾注", "批注", "属性"
_WRAPPERS = (f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}sdtContent")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_CACHED = "{http://schemas.openxmlformats.org/drawingml/2006/chart}strCache"
_CHART_V = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


class Related(NamedTuple):
    """What a part refers to: the kind (last word of the relation's type), and the part's name."""

    kind: str
    name: str
    external: bool


@dataclass
class Document:
    """The paragraphs of a file in the order of their blocks, and what is known of the whole."""

    root: Element
    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: list[tuple[str, str, list[Paragraph]]] = field(
        default_factory=list
    )  # (id, author, its paragraphs)
    footers: dict[str, tuple[str, list[Paragraph]]] = field(
        default_factory=dict
    )  # part → (pages, its paragraphs)
    sections: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class _Collector:
    """Walks containers of paragraphs. What does not belong to the body proper waits in `later`."""

    def __init__(self, parts: Mapping[str, bytes], document: Document) -> None:
        self.parts = parts
        self.document = document
        self.later: dict[str, list[Paragraph]] = {}
        self.relations: dict[str, Related] = {}

    def put(self, paragraph: Paragraph) -> None:
        self.later.setdefault(paragraph.where, []).append(paragraph)

    def flush(self, *names: str) -> None:
        for name in names:
            self.document.paragraphs += self.later.pop(name, [])

    def walk(self, node: Element, where: str, depth: int = 0) -> Iterator[Paragraph]:
        """Paragraphs of a container, in order, each followed by those in its text boxes."""
        if depth > MAX_DEPTH:
            self.document.unread.append("套得太深的内容")
            return
        for child in node:
            tag = child.tag
            if tag == f"{W}p":
                paragraph = read_paragraph(child, where)
                yield paragraph
                yield from self.hanging(paragraph, depth)
            elif tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
                yield from self.walk(child, TABLE if where in (BODY, CONTROL) else where, depth + 1)
            elif tag == f"{W}sdt" or tag in _WRAPPERS:
                yield from self.walk(child, CONTROL if where == BODY else where, depth + 1)
            elif tag == f"{MC}AlternateContent":
                branch = alternative(child)
                if branch is not None:
                    yield from self.walk(branch, where, depth + 1)
            elif tag == f"{W}altChunk":
                self.document.unread.append("插入的另一份文件")

    def hanging(self, paragraph: Paragraph, depth: int) -> Iterator[Paragraph]:
        """Paragraphs that hang on one: text boxes, diagrams, charts, WordArt."""
        self.document.unread += paragraph.unread
        inner = paragraph.where if paragraph.where not in (BODY, CONTROL, TABLE) else BOX
        for box in paragraph.boxes:
            for one in self.walk(box, inner, depth + 1):
                one.boxed = True
                yield one
        for words in paragraph.painted:
            yield plain(words, inner)
        for ident in paragraph.drawn:
            related = self.relations.get(ident)
            lines = drawing_words(self.parts.get(related.name)) if related else []
            if not lines:
                self.document.unread.append("图表或 SmartArt 图形")
            for line in lines:
                yield plain(line, FIGURE if inner == BOX else inner)

    def body(self) -> None:
        """The body's own paragraphs at once, the rest behind them."""
        self.relations = relations(self.parts, DOCUMENT)
        body = self.document.root.find(f"{W}body")
        for paragraph in self.walk(body if body is not None else self.document.root, BODY):
            if paragraph.where in (BODY, CONTROL):
                self.document.paragraphs.append(paragraph)
            else:
                self.put(paragraph)
        self.flush(TABLE, BOX, FIGURE)

    def margins(self) -> None:
        """Headers and footers: those the sections use first, then any others that lie in the file."""
        own = relations(self.parts, DOCUMENT)
        used = [
            (child.get(f"{W}type", "default"), related.name)
            for section in self.document.sections
            for child in section
            if child.tag in (f"{W}headerReference", f"{W}footerReference")
            and (related := own.get(child.get(f"{R}id", "")))
        ]
        rest = [("", one.name) for one in own.values() if one.kind in ("header", "footer")]
        for pages, name in [*used, *rest]:
            root = parse(self.parts.get(name))
            if root is None or name in self.document.footers:
                continue
            self.relations = relations(self.parts, name)
            found = list(self.walk(root, HEADER if root.tag == f"{W}hdr" else FOOTER))
            self.document.footers[name] = (pages, found)
            for paragraph in found:
                self.put(paragraph)
        self.flush(HEADER, FOOTER)

    def notes(self, kind: str, where: str) -> None:
        """Footnotes, endnotes or comments."""
        for related in relations(self.parts, DOCUMENT).values():
            root = parse(self.parts.get(related.name)) if related.kind == kind else None
            if root is None:
                continue
            self.relations = relations(self.parts, related.name)
            for note in root:
                if note.get(f"{W}type") in _SEPARATORS:
                    continue
                found = list(self.walk(note, where))
                for paragraph in found:
                    self.put(paragraph)
                if where == COMMENT:
                    self.document.comments.append((note.get(f"{W}id", ""), note.get(f"{W}author", ""), found))
        self.flush(where)


def read_document(root: Element, parts: Mapping[str, bytes]) -> Document:
    """Everything but the properties."""
    document = Document(root)
    old = {id(node) for change in root.iter(f"{W}sectPrChange") for node in change}
    document.sections = [node for node in root.iter(f"{W}sectPr") if id(node) not in old]
    collector = _Collector(parts, document)
    collector.body()
    collector.margins()
    for kind, where in (("footnotes", FOOTNOTE), ("endnotes", ENDNOTE), ("comments", COMMENT)):
        collector.notes(kind, where)
    if any(name.endswith("vbaProject.bin") for name in parts):
        document.unread.append("宏")
    return document


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, Related]:
    """What a part refers to, by id. Targets are names in the zip; none is ever opened as a path."""
    root = parse(parts.get(relations_of(name)))
    found = {}
    for node in root.iter(RELATIONS) if root is not None else ():
        target = node.get("Target", "").replace("\\", "/")
        joined = posixpath.normpath(posixpath.join("/" + posixpath.dirname(name), target)).lstrip("/")
        kind = node.get("Type", "").rpartition("/")[2]
        found[node.get("Id", "")] = Related(kind, joined, node.get("TargetMode") == "External")
    return found


def plain(words: str, where: str) -> Paragraph:
    """A paragraph that is only words."""
    return Paragraph(Element(f"{W}p"), where, re.sub(r"[\r\n\t\v\f]+", " ", words).strip())


def drawing_words(data: bytes | None) -> list[str]:
    """The texts in a chart or in the data of a SmartArt diagram."""
    root = parse(data)
    if root is None:
        return []
    lines = ["".join([node.text or "" for node in one.iter(f"{A}t")]) for one in root.iter(f"{A}p")]
    names = [node.text or "" for cache in root.iter(_CACHED) for node in cache.iter(_CHART_V)]
    return list(dict.fromkeys([line for line in [*lines, *names] if line.strip()]))

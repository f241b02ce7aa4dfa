"""One paragraph → its words and everything that hangs on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qicao.readers.word.names import BOX, MC, VAL, A, M, O, R, V, W, alternative, inside, on

MAX_DEPTH = 60  # nested wrappers around words; Word itself makes four or five
_PLAIN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_WRAP = "textWrapping"
_WRAPPERS = frozenset(
    [f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo")]
)
_INSERTED = (f"{W}ins", f"{W}moveTo")
_DELETED = (f"{W}del", f"{W}moveFrom")
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


class Run(NamedTuple):
    """Words set in one way: offsets in the paragraph, and the run's own properties."""

    start: int
    end: int
    rpr: Element | None


class Edit(NamedTuple):
    """A tracked change: offsets in the paragraph; `text` is what was deleted or inserted."""

    kind: str
    author: str
    text: str
    start: int
    end: int


@dataclass
class Paragraph:
    """The words of a w:p and what was found among them. Offsets are offsets in `text`."""

    element: Element
    where: str = ""
    text: str = ""
    runs: list[Run] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)  # comments that begin here
    closed: list[tuple[str, int]] = field(default_factory=list)
    called: list[tuple[str, int]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)  # relations to charts and diagrams
    painted: list[str] = field(default_factory=list)  # WordArt: words that are a picture of themselves
    unread: list[str] = field(default_factory=list)
    numbered: bool = False  # holds the page number
    hidden: int = 0
    boxed: bool = False  # stands in a text box

    @property
    def ppr(self) -> Element | None:
        return self.element.find(f"{W}pPr")


class _Reader:
    """Walks one paragraph. Fields: between begin and separate stands an instruction, not words."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.found = paragraph
        self.parts: list[str] = []
        self.length = 0
        self.fields: list[bool] = []  # for each open field: whether its instruction is still being read
        self.instruction = ""
        self.deleted: list[str] | None = None

    def add(self, text: str) -> None:
        if self.deleted is not None:
            self.deleted.append(text)
        elif not any(self.fields):
            self.parts.append(text)
            self.length += len(text)

    def walk(self, node: Element, depth: int = 0) -> None:
        if depth > MAX_DEPTH:
            self.found.unread.append("套得太深的内容")
            return
        for child in node:
            tag = child.tag
            if tag == f"{W}r":
                self.run(child, depth)
            elif tag in _WRAPPERS:
                self.walk(child, depth + 1)
            elif tag in _INSERTED or tag in _DELETED:
                self.tracked(child, tag in _DELETED, depth)
            elif tag == f"{W}pPr":
                self.properties(child)
            elif not self.mark(child):
                self.other(child, tag, depth)

    def mark(self, child: Element) -> bool:
        """Places that comments hang on."""
        if child.tag == f"{W}commentRangeStart":
            self.found.opened.append((child.get(f"{W}id", ""), self.length))
        elif child.tag == f"{W}commentRangeEnd":
            self.found.closed.append((child.get(f"{W}id", ""), self.length))
        else:
            return False
        return True

    def other(self, child: Element, tag: str, depth: int) -> None:
        if tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                self.walk(content, depth + 1)
        elif tag == f"{W}fldSimple":
            self.found.numbered |= bool(_PAGE.match(child.get(f"{W}instr", "")))
            self.walk(child, depth + 1)
        elif tag == f"{MC}AlternateContent":
            branch = alternative(child)
            if branch is not None:
                self.walk(branch, depth + 1)
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            self.found.unread.append("公式")
        elif tag == f"{W}subDoc":
            self.found.unread.append("子文档")

    def tracked(self, node: Element, gone: bool, depth: int) -> None:
        if self.deleted is not None:  # inside what is deleted anyway
            self.walk(node, depth + 1)
            return
        start, first = self.length, len(self.parts)
        if gone:
            self.deleted = []
        self.walk(node, depth + 1)
        text = "".join(self.parts[first:] if self.deleted is None else self.deleted)
        self.deleted = None
        if text:
            author = node.get(f"{W}author", "")
            self.found.edits.append(Edit("删除" if gone else "插入", author, text, start, self.length))

    def properties(self, ppr: Element) -> None:
        mark = ppr.find(f"{W}rPr")
        for tag, kind in (("ins", "插入"), ("del", "删除")):
            change = mark.find(f"{W}{tag}") if mark is not None else None
            if change is not None:
                self.found.edits.append(Edit(kind, change.get(f"{W}author", ""), "¶", 0, 0))
        change = ppr.find(f"{W}pPrChange")
        if change is not None:
            self.found.edits.append(Edit("格式", change.get(f"{W}author", ""), "", 0, 0))

    def run(self, run: Element, depth: int) -> None:
        start, rpr = self.length, run.find(f"{W}rPr")
        for child in run:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                self.add((child.text or "").replace("\n", " ").replace("\r", " "))
            elif tag in _PLAIN:
                self.add(_PLAIN[tag])
            elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type", _WRAP) == _WRAP):
                if self.deleted is None and not any(self.fields):
                    self.found.breaks.append(self.length)
                self.add(" ")
            else:
                self.special(child, tag, depth)
        if rpr is not None:
            self.dressed(rpr, start)
        if self.length > start:
            self.found.runs.append(Run(start, self.length, rpr))

    def dressed(self, rpr: Element, start: int) -> None:
        change = rpr.find(f"{W}rPrChange")
        if change is not None and self.length > start:
            self.found.edits.append(Edit("格式", change.get(f"{W}author", ""), "", start, self.length))
        hidden = rpr.find(f"{W}vanish")
        if hidden is not None and on(hidden.get(VAL)) and self.length > start:
            self.found.hidden += 1

    def special(self, child: Element, tag: str, depth: int) -> None:
        if tag == f"{W}fldChar":
            self.field(child.get(f"{W}fldCharType", ""))
        elif tag == f"{W}commentReference":
            self.found.called.append((child.get(f"{W}id", ""), self.length))
        elif tag == f"{W}instrText":
            self.instruction += child.text or ""
        elif tag == f"{W}ruby":
            base = child.find(f"{W}rubyBase")
            if base is not None and depth < MAX_DEPTH:
                self.walk(base, depth + 1)
        elif tag == f"{MC}AlternateContent":
            branch = alternative(child)
            for one in branch if branch is not None and depth < MAX_DEPTH else ():
                self.special(one, one.tag, depth + 1)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self.drawing(child)

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(True)
            self.instruction = ""
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()
        if kind in ("separate", "end"):
            self.found.numbered |= bool(_PAGE.match(self.instruction))
            self.instruction = ""

    def drawing(self, node: Element) -> None:
        for one in inside(node):
            if one.tag == BOX:
                self.found.boxes.append(one)
            elif one.tag in (f"{A}blip", f"{V}imagedata") and node.tag != f"{W}object":
                self.found.unread.append("图片")
            elif one.tag == _CHART:
                self.found.drawn.append(one.get(f"{R}id", ""))
            elif one.tag == _DIAGRAM:
                self.found.drawn.append(one.get(f"{R}dm", ""))
            elif one.tag == f"{V}textpath" and one.get("string", "").strip():
                self.found.painted.append(" ".join(one.get("string", "").split()))
            elif one.tag == f"{O}OLEObject":
                self.found.unread.append(f"嵌入的对象（{one.get('ProgID', '')[:30]}）")


def read_paragraph(element: Element, where: str) -> Paragraph:
    """The paragraph in a w:p."""
    found = Paragraph(element, where)
    reader = _Reader(found)
    reader.walk(element)
    found.text = "".join(reader.parts)
    return found

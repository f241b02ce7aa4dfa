"""All words of one part of a Word file as lines: for each paragraph the elements that hold its words, in order.

Unlike the reader, which follows one branch of an alternative and skips what nobody reads aloud, this takes every
place a name can hide in: both branches, hidden copies, captions and tips, charts, diagrams, properties.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from qicao.ooxml.xml import BLANK, SPACE, Node, W
from qicao.readers.word.names import MC, A, V

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DATES = "{http://purl.org/dc/terms/}"  # when the file was made and changed: not of the speech

BODY, TABLE, BOX, CONTROL, GONE = "正文", "表格", "文本框", "内容控件", "删除的修订"
_ROOTS = {
    f"{W}hdr": "页眉", f"{W}ftr": "页脚", f"{W}footnotes": "脚注", f"{W}endnotes": "尾注", f"{W}comments": "批注",
    f"{W}glossaryDocument": "文档部件", f"{_C}chartSpace": "图表", f"{W}settings": "文档变量",
}  # fmt: skip
_INSIDE = {f"{W}tbl": TABLE, f"{W}txbxContent": BOX, f"{W}sdt": CONTROL}
# What stands between words and is no word: a name does not run over it.
_BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}sym": "\ufffc", f"{A}br": "\n"}  # fmt: skip
_WORDLESS = frozenset(
    [f"{W}{name}" for name in ("rPr", "pPr", "tblGrid", "trPr", "tcPr", "sectPr", "instrText", "delInstrText", "rPrChange")]
    + [f"{A}{name}" for name in ("rPr", "pPr", "bodyPr", "lstStyle", "endParaRPr")]
)  # fmt: skip
# Words kept in attributes: captions of pictures and tables, tips of links, WordArt, names and choices of controls.
_ATTRIBUTES = {
    f"{_WP}docPr": ("descr", "title"), f"{W}tblCaption": (f"{W}val",), f"{W}tblDescription": (f"{W}val",),
    f"{W}hyperlink": (f"{W}tooltip",), f"{V}textpath": ("string",), f"{V}shape": ("alt",), f"{W}alias": (f"{W}val",),
    f"{W}listItem": (f"{W}displayText",), f"{W}docVar": (f"{W}val",), f"{W}default": (f"{W}val",),
}  # fmt: skip


class Piece(NamedTuple):
    """Words in one element, or in one of its attributes; no element for what only stands between words."""

    start: int
    text: str
    node: Node | None
    attribute: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(eq=False)
class Line:
    """One paragraph. `number` counts from 1 among those of the same kind; `copy`: the second of two branches."""

    where: str
    number: int
    copy: bool = False
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    @cached_property
    def text(self) -> str:
        """The words as they were read; asked for only when all are in."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def now(self) -> str:
        """The words as they stand in the elements at this moment."""
        return "".join([_now(piece) for piece in self.pieces])

    def add(self, text: str, node: Node | None, attribute: str = "") -> None:
        if text:
            self.pieces.append(Piece(self.length, text, node, attribute))
            self.length += len(text)


def _now(piece: Piece) -> str:
    if piece.node is None:
        return piece.text
    return piece.node.get(piece.attribute, "") if piece.attribute else piece.node.text or ""


Edit = tuple[int, int, str]


def replace(line: Line, edits: Sequence[Edit]) -> None:
    """Put new words in place of some: (start, end, words), in order, apart. They take the look of the first
    character they replace; nothing else of the paragraph is touched."""
    waiting = deque(edits)
    for piece in line.pieces:
        if not waiting or piece.node is None or piece.end <= waiting[0][0]:
            continue
        made, at = "", piece.start
        while waiting and waiting[0][0] < piece.end:
            start, end, words = waiting[0]
            if start >= piece.start:
                made += piece.text[at - piece.start : start - piece.start] + words
            at = min(end, piece.end)
            if end > piece.end:
                break
            waiting.popleft()
        _set(piece, made + piece.text[at - piece.start :])


def _set(piece: Piece, text: str) -> None:
    node = piece.node
    assert node is not None
    if piece.attribute:
        node.set(piece.attribute, text)
        return
    node.text = text
    if node.tag == f"{W}t" and text.strip(BLANK) != text:
        node.set(SPACE, "preserve")


def read_lines(root: Node, part: str) -> list[Line]:
    """The lines of a part, in order. Those of deleted words stand apart, under GONE."""
    return _Reader(root, part).lines


class _Reader:
    def __init__(self, root: Node, part: str) -> None:
        self.lines: list[Line] = []
        self._counts: dict[str, int] = {}
        if root.tag == f"{W}document":
            self._walk(root, BODY, None, False)
        elif part.startswith(("docProps/", "customXml/")):
            self._leaves(root, "属性" if part.startswith("docProps/") else "绑定数据")
        else:
            default = "图形" if part.startswith("word/diagrams/") else part.rpartition("/")[2]
            self._walk(root, _ROOTS.get(root.tag, default), None, False)

    def _line(self, where: str, copy: bool = False) -> Line:
        if not copy:
            self._counts[where] = self._counts.get(where, 0) + 1
        made = Line(where, self._counts.get(where, 1), copy)
        self.lines.append(made)
        return made

    def _leaves(self, root: Node, where: str) -> None:
        for node in root.iter("*"):
            if node.tag.startswith(_DATES):
                continue
            if len(node) == 0 and (text := node.text or "").strip():
                self._line(where).add(text, node)

    def _walk(self, node: Node, where: str, line: Line | None, copy: bool) -> None:
        """Lines below a node. `line` is the paragraph we are in, if any."""
        for child in node.iterchildren("*"):
            tag = child.tag
            for attribute in _ATTRIBUTES.get(tag, ()):
                self._line(where, copy).add(child.get(attribute, ""), child, attribute)
            if tag in _WORDLESS:
                continue
            if tag in (f"{W}p", f"{A}p", f"{W}rt"):
                self._walk(child, where, self._line(where, copy), copy)
            elif tag == f"{MC}Fallback":
                self._walk(child, where, self._line(where, True), True)
            elif not self._words(child, where, line, copy):
                inner = _place(where, _INSIDE.get(tag, where), line)
                self._walk(child, inner, line, copy)

    def _words(self, node: Node, where: str, line: Line | None, copy: bool) -> bool:
        """Take the words of an element that holds some itself; whether it does."""
        tag, parent = node.tag, node.getparent()
        above = "" if parent is None else parent.tag
        if tag in (f"{W}t", f"{A}t"):
            (line or self._line(where, copy)).add(_shown(node), node)
        elif (
            tag == f"{_C}v"
            and above == f"{_C}pt"
            and next(node.iterancestors(f"{_C}strCache"), None) is not None
        ):
            self._line(where, copy).add(node.text or "", node)
        elif tag in _BREAKS and above in (f"{W}r", f"{A}p"):
            if line is not None:
                line.add(_BREAKS[tag], None)
        elif tag in (f"{W}del", f"{W}moveFrom", f"{W}delText"):
            self._gone(node)
        else:
            return False
        return True

    def _gone(self, node: Node) -> None:
        """Words of a deletion: one line, never changed."""
        line = self._line(GONE)
        for one in node.iter(f"{W}delText", f"{W}t"):
            line.add(one.text or "", one)


def _place(where: str, inner: str, line: Line | None) -> str:
    """Where the paragraphs below stand. A control within a paragraph, and all parts but the body, stay what they are."""
    if where not in (BODY, CONTROL, TABLE) or (inner == CONTROL and (line is not None or where == TABLE)):
        return where
    return inner


def _shown(node: Node) -> str:
    """The words of an element as they are shown: Word drops blanks at the ends unless told to keep them."""
    text = node.text or ""
    return text.strip(BLANK) if node.tag == f"{W}t" and node.get(SPACE) != "preserve" else text

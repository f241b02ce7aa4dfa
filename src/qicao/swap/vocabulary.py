"""Where in the XML of a Word file words can stand: the elements and attributes, and what to call their parts."""

from __future__ import annotations

from functools import cache

from qicao.ooxml.xml import W
from qicao.readers.word.names import MC, A, M, O, V

_OFFICE = "{http://schemas.openxmlformats.org"
C = f"{_OFFICE}/drawingml/2006/chart}}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_DGM = f"{_OFFICE}/drawingml/2006/diagram}}"
_DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
CORE = f"{_OFFICE}/package/2006/metadata/core-properties}}"
APP = f"{_OFFICE}/officeDocument/2006/extended-properties}}"
CUSTOM = f"{_OFFICE}/officeDocument/2006/custom-properties}}"
VT = f"{_OFFICE}/officeDocument/2006/docPropsVTypes}}"
DC = "{http://purl.org/dc/elements/1.1/}"

BODY, TABLE, BOX, CONTROL, GONE = "正文", "表格", "文本框", "内容控件", "删除的修订"
PROPERTIES, BOUND, CODE = "属性", "绑定数据", "域代码"
HIDDEN = (PROPERTIES, BOUND, "文档变量")  # words that nobody sees: changed, not told one by one
ROOTS = {
    f"{W}document": BODY, f"{W}hdr": "页眉", f"{W}ftr": "页脚", f"{W}footnotes": "脚注", f"{W}endnotes": "尾注",
    f"{W}comments": "批注", f"{W}glossaryDocument": "文档部件", f"{W}settings": "文档变量", f"{C}chartSpace": "图表",
    f"{CX}chartSpace": "图表", f"{C}userShapes": "图表", f"{_DGM}dataModel": "图形", f"{_DSP}drawing": "图形",
    f"{CORE}coreProperties": PROPERTIES, f"{APP}Properties": PROPERTIES, f"{CUSTOM}Properties": PROPERTIES,
}  # fmt: skip
# Kinds of parts that hold looks and lists, and words of nobody: they are only searched for what remains.
PLAIN = (
    "styles+xml", "stylesWithEffects+xml", "theme+xml", "numbering+xml", "fontTable+xml", "webSettings+xml",
    "diagramColors+xml", "diagramStyle+xml", "diagramLayout+xml",
)  # fmt: skip
INSIDE = {f"{W}tbl": TABLE, f"{W}txbxContent": BOX, f"{W}sdt": CONTROL}

WORDS = frozenset([f"{W}t", f"{A}t", f"{M}t"])
DELETED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}delText"])
INSTRUCTION = f"{W}instrText"
FIELD = f"{W}fldChar"
PARAGRAPHS = frozenset([f"{W}p", f"{A}p"])
RUBY = f"{W}rt"
NOTES = frozenset([f"{W}footnote", f"{W}endnote"])  # with a w:type: the line over the notes, which is no note
BRANCHES, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
FORMULA = f"{M}oMath"
# What stands between words and is no word: a name does not run over it.
BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}sym": "\ufffc", f"{A}br": "\n"}  # fmt: skip
BREAKING = frozenset([f"{W}r", f"{A}p"])  # a w:tab elsewhere is a tab stop
WORDLESS = frozenset(
    [f"{W}{name}" for name in ("rPr", "pPr", "tblGrid", "trPr", "tcPr", "sectPr", "delInstrText", "rPrChange")]
    + [f"{A}{name}" for name in ("rPr", "pPr", "bodyPr", "lstStyle", "endParaRPr")]
)  # fmt: skip
NUMBERS = frozenset([f"{C}numCache", f"{C}numLit", f"{CX}numDim"])
# Words of the properties of a file; numbers, dates and the name of the program are not among them.
PROPERTY_WORDS = frozenset([
    f"{DC}title", f"{DC}subject", f"{DC}creator", f"{DC}description", f"{CORE}keywords", f"{CORE}value", f"{CORE}category",
    f"{CORE}contentStatus", f"{CORE}lastModifiedBy", f"{APP}Company", f"{APP}Manager", f"{APP}HyperlinkBase",
])  # fmt: skip
STRINGS = frozenset([f"{VT}lpstr", f"{VT}lpwstr", f"{VT}bstr"])  # in TitlesOfParts and in custom properties

# Words kept in attributes: captions of pictures and tables, tips of links, WordArt, names and choices of controls.
_VAL = (f"{W}val",)
_ATTRIBUTES = {
    f"{W}tblCaption": _VAL, f"{W}tblDescription": _VAL, f"{W}hyperlink": (f"{W}tooltip",), f"{W}alias": _VAL,
    f"{W}listItem": (f"{W}displayText", f"{W}value"), f"{W}docVar": _VAL, f"{W}listEntry": _VAL, f"{W}helpText": _VAL,
    f"{W}statusText": _VAL, f"{V}textpath": ("string", "alt", "title"), f"{_DGM}prSet": ("phldrT",),
    f"{A}hlinkClick": ("tooltip",), f"{A}hlinkHover": ("tooltip",), f"{A}hlinkMouseOver": ("tooltip",),
}  # fmt: skip
DEFAULT, TEXT_INPUT = f"{W}default", f"{W}textInput"


@cache
def attributes(tag: str) -> tuple[str, ...]:
    """The attributes of such an element that hold words."""
    space, _, name = tag.rpartition("}")
    if name in ("docPr", "cNvPr"):
        return ("descr", "title")
    return _ATTRIBUTES.get(tag, ("alt", "title") if f"{space}}}" in (V, O) else ())

"""A text file → a Word file with the same words, to hang comments on: one paragraph a line, our own styles."""

from __future__ import annotations

from html import escape

from qicao.manuscript import Manuscript
from qicao.marks.comments import clean
from qicao.ooxml.package import Package
from qicao.speech import Block, Role, Span
from qicao.writers.word.body import body_xml
from qicao.writers.word.layout import FOLDER, HEAD, LAYOUTS, W
from qicao.writers.word.package import pack, read_entries

_BREAK = "<w:r><w:br/></w:r>"  # where a title is set in lines; here its words stay as they are
_LONG = 100  # a title longer than this is none
_CORE = (
    HEAD
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>zh-CN</dc:language>'
    "</cp:coreProperties>"
)


def as_word(m: Manuscript) -> Package:
    """The manuscript's paragraphs in a Word file."""
    entries = tuple(read_entries((FOLDER / f"{LAYOUTS[0]}.docx").read_bytes()))
    contents = {entry.name: entry.content for entry in entries}
    head, mark, tail = contents["word/document.xml"].decode().partition("<w:sectPr")
    blocks = [
        Block(
            Role.BODY if block.role is Role.TITLE and len(block.text) > _LONG else block.role,
            (Span(clean(block.text)),),
        )
        for block in m.blocks
    ]
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    changed = {
        "word/document.xml": head + body_xml(blocks, ()).xml.replace(_BREAK, "") + mark + tail,
        "word/comments.xml": f'{HEAD}<w:comments xmlns:w="{W}"/>',
        "docProps/core.xml": _CORE.format(escape(title.strip())),
    }
    written = {name: text.encode() for name, text in changed.items()}
    return Package(m.name, pack(entries, written), contents | written)

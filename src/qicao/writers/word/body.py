"""Blocks → the paragraphs of document.xml, and the comments that hang on gaps.

Text is escaped and set between constant tags; nothing of a value is ever read as XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from qicao.speech import Block, Role, Span
from qicao.writers.word.titles import title_lines

_STYLE = {
    Role.TITLE: "SpeechTitle",
    Role.SIGNATURE: "SpeechByline",
    Role.DATE: "SpeechDate",
    Role.SALUTATION: "SpeechSalutation",
    Role.HEADING1: "Heading1",
    Role.HEADING2: "Heading2",
    Role.HEADING3: "Heading3",
    Role.BODY: "BodyText",
}
_OPEN = {role: f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' for role, style in _STYLE.items()}
# Shared by Chinese and Latin fonts: without the hint Word sets them in the Latin one, half as wide.
_AMBIGUOUS = re.compile("[“”‘’—…·×°±]")
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_HINT = '<w:rFonts w:hint="eastAsia"/>'
# XML 1.0 has no way to write these; a value that holds one was refused long before (form.py).
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Comment(NamedTuple):
    """A note on a gap: its number in the file, and the slot that wants filling."""

    number: int
    slot: str


class Body(NamedTuple):
    """XML of all paragraphs, the comments they refer to, and the bookmark of every section use."""

    xml: str
    comments: tuple[Comment, ...]
    bookmarks: tuple[tuple[str, tuple[Block, ...]], ...]


def body_xml(blocks: Sequence[Block], words: Sequence[str]) -> Body:
    """All paragraphs. `words` are names the title must not be broken inside of."""
    comments: list[Comment] = []
    sections: dict[int, list[Block]] = {}
    for block in blocks:
        if block.origin:
            sections.setdefault(block.origin.use, []).append(block)
    out: list[str] = []
    for block in blocks:
        section = sections[block.origin.use] if block.origin else ()
        use = block.origin.use if block.origin else 0
        out.append(_OPEN[block.role])
        if section and block is section[0]:
            out.append(f'<w:bookmarkStart w:id="{use}" w:name="{bookmark(use)}"/>')
        out += _title(block, words) if block.role is Role.TITLE else _runs(block.spans, comments)
        if section and block is section[-1]:
            out.append(f'<w:bookmarkEnd w:id="{use}"/>')
        out.append("</w:p>")
    marks = tuple([(bookmark(use), tuple(section)) for use, section in sections.items()])
    return Body("".join(out), tuple(comments), marks)


def bookmark(use: int) -> str:
    """Name of the (hidden) bookmark around one use of a section."""
    return f"_sec_{use:03d}"


def _runs(spans: Sequence[Span], comments: list[Comment]) -> Iterator[str]:
    """Neighbouring spans that look alike become one run: the reader's Word should not be full of splinters."""
    pending, lead = "", False
    for span in spans:
        if span.gap or span.lead != lead:
            if pending:
                yield run(pending, '<w:rStyle w:val="LeadIn"/>' if lead else "")
            pending, lead = "", span.lead
        if span.gap:
            comments.append(Comment(len(comments), span.gap))
            yield _gap(span.text, len(comments) - 1)
        else:
            pending += span.text
    if pending:
        yield run(pending, '<w:rStyle w:val="LeadIn"/>' if lead else "")


def run(text: str, style: str = "", after: str = "") -> str:
    """One run. `style` goes before the font hint, `after` behind it (the order the schema wants)."""
    hint = _HINT if _AMBIGUOUS.search(text) else ""
    properties = f"<w:rPr>{style}{hint}{after}</w:rPr>" if style or hint or after else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(_IMPOSSIBLE.sub("", text), quote=False)}</w:t></w:r>'


def _gap(text: str, number: int) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run(text, after=_HIGHLIGHT)}'
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def _title(block: Block, words: Sequence[str]) -> Iterator[str]:
    """The title in lines broken between words (GB/T 9704-2012 7.3.1: 梯形或菱形)."""
    for position, line in enumerate(title_lines(block.text, words)):
        if position:
            yield "<w:r><w:br/></w:r>"
        yield run(line)

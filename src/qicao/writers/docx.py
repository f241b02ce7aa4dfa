"""Speech → .docx: the constant parts come compressed from the base, the words are new."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from qicao.compose import Draft
from qicao.speech import Role
from qicao.writers.word.body import Comment, body_xml, run
from qicao.writers.word.layout import FOLDER, HEAD, MANIFEST, W
from qicao.writers.word.manifest import manifest_xml
from qicao.writers.word.package import Entry, pack, read_entries

AUTHOR = "起草"
_CORE = (
    HEAD
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified><dc:language>zh-CN</dc:language></cp:coreProperties>'
)


class _Base(NamedTuple):
    entries: tuple[Entry, ...]
    head: str  # document.xml up to the first paragraph
    tail: str  # from the section properties on


@cache
def _base(layout: str) -> _Base:
    entries = tuple(read_entries((FOLDER / f"{layout}.docx").read_bytes()))
    document = next(entry for entry in entries if entry.name == "word/document.xml").content.decode()
    head, mark, tail = document.partition("<w:sectPr")
    return _Base(entries, head, mark + tail)


def render(draft: Draft, layout: str = "9704") -> bytes:
    """The speech as a Word file in one of the page presets. Same draft, same bytes."""
    base, brief, speech = _base(layout or "9704"), draft.brief, draft.speech
    values = speech.values
    names = [brief.unit, brief.unit_short, brief.region.name, values.get("荣誉", ""), brief.campaign]
    body = body_xml(speech.blocks, names)
    title = next((block.text for block in speech.blocks if block.role is Role.TITLE), "")
    # The meeting's date, not the clock: the same brief gives the same file on any day.
    core = _CORE.format(
        title=escape(title), author=escape(brief.unit), date=f"{brief.day.isoformat()}T00:00:00Z"
    )
    manifest = manifest_xml(body.bookmarks, values, draft.library.version, draft.seed)
    changed = {
        "word/document.xml": base.head + body.xml + base.tail,
        "word/comments.xml": _comments(body.comments, draft),
        "docProps/core.xml": core,
        MANIFEST: HEAD + manifest,
    }
    return pack(base.entries, {name: text.encode() for name, text in changed.items()})


def _comments(comments: Sequence[Comment], draft: Draft) -> str:
    notes = []
    for number, slot in comments:
        text = f"{wanted(slot, draft)} 在要素单里填“{slot}”，再起草一次；或者直接改这里。"
        notes.append(
            f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{AUTHOR}"><w:p><w:pPr><w:pStyle w:val="CommentText"/>'
            f'</w:pPr><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>{run(text)}</w:p></w:comment>'
        )
    return f'{HEAD}<w:comments xmlns:w="{W}">{"".join(notes)}</w:comments>'


def wanted(slot: str, draft: Draft) -> str:
    """What a gap wants, in words: 待填：名额（这一届分给本地区的名额），例如 3。"""
    name = slot.rpartition(".")[2]
    fact = draft.library.fact(slot)
    if fact is None:
        return f"待填：{name}。"
    example = f"，例如 {fact.example}" if fact.example else ""
    return f"待填：{name}（{fact.about}）{example}。"

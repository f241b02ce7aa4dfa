"""A Word file from anywhere → Manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path

from qicao.layout import Change, Layout, Note, Property
from qicao.library.model import Library
from qicao.manuscript import Cut, Manuscript, Own
from qicao.places import Finding, Place, SpeechError
from qicao.readers.word import look, origin
from qicao.readers.word.document import COMMENT, PROPERTY, Document, plain, read_document
from qicao.readers.word.package import DOCUMENT, open_parts, parse
from qicao.readers.word.paragraph import Paragraph
from qicao.readers.word.role import roles_of
from qicao.residue import find_residue
from qicao.roles import HEADING_LENGTH, written_day
from qicao.speech import BODY_PARTS, Block, Role, Source, Span

_WANTED = re.compile(
    r"word/(?:[^/]+\.xml|_rels/[^/]+\.rels|theme/[^/]+\.xml|charts/[^/]+\.xml|diagrams/data[^/]*\.xml|vbaProject\.bin)"
    r"|docProps/(?:core|app|custom)\.xml|customXml/item\d*\.xml"
)
_NEEDLESS = (
    "word/fontTable.xml",
    "word/webSettings.xml",
    "word/stylesWithEffects.xml",
    "word/commentsExtended.xml",
)
# Where the words of a property stand → its name in Word's own dialogue.
_PROPERTIES = (
    ("docProps/core.xml", "title", "标题"), ("docProps/core.xml", "creator", "作者"), ("docProps/core.xml", "lastModifiedBy", "最后修改者"),
    ("docProps/app.xml", "Company", "单位"), ("docProps/app.xml", "Manager", "经理"), ("docProps/core.xml", "subject", "主题"),
    ("docProps/core.xml", "keywords", "关键词"), ("docProps/core.xml", "category", "类别"), ("docProps/core.xml", "description", "备注"),
)  # fmt: skip
_TECHNICAL = ("KSO", "ICV", "_", "ContentTypeId")  # custom properties that programs keep for themselves
_HAN = r"[\u3400-\u9fff]"
_FINAL = "。！？；：…”）"
_NUMBER = r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])"
_PAGE_NUMBER = re.compile(r"[\s\d\-—–－―~·/／第页共]*")


def read_word(
    path: Path, *, day: date | None = None, own: Own | None = None, library: Library | None = None
) -> Manuscript:
    """Everything in a Word file. Raises SpeechError, one sentence, when it cannot be opened.

    A file drafted by qicao tells its own day and owner; what is given here goes before that.
    """
    parts = open_parts(path, lambda name: bool(_WANTED.fullmatch(name)) and name not in _NEEDLESS)
    root = parse(parts[DOCUMENT])
    if root is None:
        hint = "用 Word 或 WPS 打开，另存一份再试"
        raise SpeechError([Finding("文件", "文件坏了，读不了正文", hint, Place(str(path)))])
    manifest = origin.find_manifest(parts)
    document = read_document(root, parts)
    named = _properties(parts)
    paragraphs = [*document.paragraphs, *[paragraph for _, paragraph in named]]
    paragraphs.sort(key=lambda one: one.where not in BODY_PARTS)  # stable: the body first
    dresser = look.Dresser(parts)
    roles = roles_of(paragraphs, dresser, manifest is not None)
    blocks, starts = _blocks(paragraphs, roles)
    layout = _layout(document, named, paragraphs, roles, starts, dresser, parts)
    drafted = manifest is not None and not layout.changes and origin.untouched(root, manifest, parts)
    if manifest is not None:
        day, own = day or origin.day_of(manifest), own or origin.own_of(manifest)
    day = day or written_day([paragraph.text for paragraph in paragraphs], roles)
    cuts = _cuts(paragraphs, roles, starts)
    return Manuscript(str(path), blocks, day, own, library or Library(), layout, cuts, drafted)


def _blocks(paragraphs: Sequence[Paragraph], roles: Sequence[Role]) -> tuple[tuple[Block, ...], list[int]]:
    """The blocks, numbered within their parts, and where each begins in the source."""
    counts: dict[str, int] = {}
    blocks = []
    for paragraph, role in zip(paragraphs, roles, strict=True):
        counts[paragraph.where] = counts.get(paragraph.where, 0) + 1
        source = Source(counts[paragraph.where], paragraph.where)
        blocks.append(Block(role, (Span(paragraph.text),), None, source))
    lengths = [len(paragraph.text) + 1 for paragraph in paragraphs]
    return tuple(blocks), list(accumulate(lengths, initial=0))[:-1]


def _layout(
    document: Document, named: Sequence[tuple[str, Paragraph]], paragraphs: Sequence[Paragraph], roles: Sequence[Role],
    starts: Sequence[int], dresser: look.Dresser, parts: Mapping[str, bytes],
) -> Layout:  # fmt: skip
    at = {id(paragraph): start for paragraph, start in zip(paragraphs, starts, strict=True)}
    properties = [Property(name, one.text, at[id(one)], at[id(one)] + len(one.text)) for name, one in named]
    changes = [
        Change(edit.kind, edit.author, edit.text, start + edit.start, start + edit.end)
        for paragraph, start in zip(paragraphs, starts, strict=True)
        for edit in paragraph.edits
    ]
    return Layout(
        look.pages(document),
        look.settings(paragraphs, roles, starts, dresser),
        look.page_numbers(document, dresser),
        look.odd_even(parts),
        _notes(document, paragraphs, starts),
        tuple(changes),
        tuple(properties),
        tuple(_counted(document.unread)),
        sum([paragraph.hidden for paragraph in paragraphs]),
    )


def _notes(document: Document, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> tuple[Note, ...]:
    """Comments, each on the words it hangs on."""
    begin: dict[str, int] = {}
    end: dict[str, int] = {}
    for paragraph, start in zip(paragraphs, starts, strict=True):
        if paragraph.where != COMMENT:
            for ident, at in paragraph.opened:
                begin.setdefault(ident, start + at)
            for ident, at in [*paragraph.closed, *paragraph.called]:
                end.setdefault(ident, start + at)
    found = []
    for ident, author, own in document.comments:
        text = " ".join([one.text.strip() for one in own if one.text.strip()])
        last = end.get(ident, -1)
        found.append(Note(author, text, begin.get(ident, last), max(last, begin.get(ident, last))))
    return tuple(found)


def _properties(parts: Mapping[str, bytes]) -> list[tuple[str, Paragraph]]:
    """(name, words) of every property with words in it."""
    found: list[tuple[str, str]] = []
    roots = {
        name: parse(parts.get(name))
        for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
    }
    for part, tag, name in _PROPERTIES:
        root = roots[part]
        for node in root if root is not None else ():
            if node.tag.rpartition("}")[2] == tag:
                found.append((name, node.text or ""))
    custom = roots["docProps/custom.xml"]
    for node in custom if custom is not None else ():
        name = node.get("name", "")
        text = "".join(node.itertext())
        if not name.startswith(_TECHNICAL) and re.search(_HAN, text):
            found.append((name, text))
    made = [(name, plain(text, PROPERTY)) for name, text in found]
    return [(name, paragraph) for name, paragraph in made if paragraph.text]


def _cuts(paragraphs: Sequence[Paragraph], roles: Sequence[Role], starts: Sequence[int]) -> tuple[Cut, ...]:
    """What is not words of the speech: page numbers, line breaks within words, marks of download sites."""
    cuts: list[Cut] = []
    words: list[str] = []
    for paragraph, role, start in zip(paragraphs, roles, starts, strict=True):
        text = paragraph.text
        if paragraph.numbered and _PAGE_NUMBER.fullmatch(text):
            cuts.append(Cut(start, start + len(text), ""))
            text = " " * len(text)
        cuts += [
            Cut(start + at, start + at + 1, "")
            for at in paragraph.breaks
            if role is Role.TITLE or _torn(text, at)
        ]
        words.append(text)
    cuts += find_residue("\n".join(words))
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if cut.end > cut.start and (not kept or cut.start >= kept[-1].end):
            kept.append(cut)
    return tuple(kept)


def _torn(text: str, at: int) -> bool:
    """Whether a line break stands within a sentence, or after its end; not behind a short heading."""
    line = text[text.rfind("\n", 0, at) + 1 : at].strip()
    return line.endswith(tuple(_FINAL)) or not (re.match(_NUMBER, line) and len(line) <= HEADING_LENGTH)


def _counted(names: Iterable[str]) -> list[str]:
    """图片 × 3."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return [f"{name}（{count}处）" for name, count in counts.items()]

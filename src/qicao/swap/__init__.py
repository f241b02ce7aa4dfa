"""换: other names in the user's own Word file, wherever words can stand; everything else stays as it was.

The file is never taken apart into a Speech and put together again: only the words found are written anew, in
the element that held their first character, and parts in which nothing was found keep every byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qicao.ooxml.package import Package, open_package, packed, to_strict
from qicao.ooxml.xml import dump, parse
from qicao.readers.word.package import DOCUMENT
from qicao.swap.changes import Change
from qicao.swap.lines import GONE, Edit, Line, read_lines, replace
from qicao.swap.match import Found, Matcher
from qicao.swap.near import Near, near_forms

_READ = re.compile(
    r"word/(?:.+/)?[^/]+\.xml|docProps/[^/]+\.xml|customXml/item[0-9]+\.xml|(?:word/)?_rels/[^/]*\.rels|\[Content_Types\]\.xml"
)
_WORDS = re.compile(r"(?:word|docProps|customXml)/.+\.xml$")
# Parts whose words nobody reads, or that name other things than units.
_WORDLESS = re.compile(
    r"word/(?:styles|stylesWithEffects|fontTable|webSettings|numbering|people|theme/.+|_rels/.+|comments(?:Extended|Ids|Extensible))\.xml"
)
_CONTEXT = 12  # characters shown on either side
_SIGNED = re.compile(r"_xmlsignatures/")
_SHEET = re.compile(r"word/embeddings/.+\.(?:xlsx|xlsm|xls|bin|docx|pptx)")
_DELETED = "在删除的修订里"


class Hit(NamedTuple):
    """One place where an old name stands: the part, its paragraph (from 1), offsets in it, the words around.

    `why` is empty when it was changed, and else says why it was left.
    """

    where: str
    paragraph: int
    start: int
    end: int
    old: str
    new: str
    before: str
    after: str
    why: str = ""


class Swapped(NamedTuple):
    """The new file, and what was done and left."""

    data: bytes
    hits: tuple[Hit, ...]
    unmatched: tuple[Change, ...]
    near: tuple[Near, ...]
    notes: tuple[str, ...]

    @property
    def changed(self) -> tuple[Hit, ...]:
        return tuple([hit for hit in self.hits if not hit.why])

    @property
    def left(self) -> tuple[Hit, ...]:
        return tuple([hit for hit in self.hits if hit.why])


def swap(path: Path, changes: Sequence[Change], everywhere: bool = False) -> Swapped:
    """The file with the changes made. `everywhere`: also in quotations, titles and names of history.

    Raises SpeechError, one sentence, when the file cannot be read or changed. Same input, same bytes.
    """
    package = open_package(path, "换", _READ)
    matcher = Matcher(changes, everywhere)
    hits: list[Hit] = []
    near: list[Near] = []
    done: dict[str, bytes] = {}
    for name in _parts(package):
        root = parse(package.parts[name], keep=True)
        if root is None:
            if any(change.old.encode() in package.parts[name] for change in changes):
                raise package.fail(f"文件里有一部分坏了（{name}）", "在 Word 或 WPS 里打开，另存一份再换")
            continue
        lines = read_lines(root, name)
        found = matcher.over(lines)
        hits += [_hit(line, one) for line, some in found for one in some if not line.copy or one.why == ""]
        if [line for line, some in found if _apply(line, some)]:
            data = dump(root)
            done[name] = to_strict(data) if package.strict else data
        left = [line for line, some in found if any(one.why for one in some)]
        near += near_forms([line for line in lines if line.where != GONE and not line.copy], changes, left)
    return Swapped(
        packed(package, done), tuple(hits), matcher.absent(), tuple(near), tuple(_notes(package, done))
    )


def _parts(package: Package) -> Iterator[str]:
    """The parts that may hold names, the text first."""
    names = [name for name in package.parts if _WORDS.match(name) and not _WORDLESS.fullmatch(name)]
    yield from sorted(names, key=lambda name: (name != DOCUMENT, not name.startswith("word/"), name))


def _apply(line: Line, found: Iterable[Found]) -> bool:
    edits: list[Edit] = [(one.start, one.end, one.change.new) for one in found if not one.why]
    if not edits or line.where == GONE:
        return False
    replace(line, edits)
    return True


def _hit(line: Line, one: Found) -> Hit:
    text = line.text
    why = _DELETED if line.where == GONE else one.why
    before, after = text[max(one.start - _CONTEXT, 0) : one.start], text[one.end : one.end + _CONTEXT]
    where = f"{line.where}（兼容副本）" if line.copy else line.where
    change = one.change
    return Hit(where, line.number, one.start, one.end, change.old, change.new, before, after, why)


def _notes(package: Package, done: Iterable[str]) -> Iterator[str]:
    names = package.names()
    if done and any(map(_SIGNED.match, names)):
        yield "文件有数字签名，改动以后签名失效，要重新签"
    if sheets := [name.rpartition("/")[2] for name in names if _SHEET.fullmatch(name)]:
        yield f"图表或嵌入对象背后的文件没有改，请双击打开核对：{'、'.join(sheets[:5])}"
    if any(name.startswith("word/afchunk") or name.endswith((".mht", ".rtf")) for name in names):
        yield "文件里插着另一份文件，里面的字没有改"

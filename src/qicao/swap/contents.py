"""The parts of a Word file that a swap looks at: their trees, what each is called, and what refers to what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from qicao.ooxml.package import Package
from qicao.ooxml.types import TYPES
from qicao.ooxml.xml import Node, has_doctype, parse
from qicao.readers.word.package import DOCUMENT
from qicao.swap.vocabulary import BODY, BOUND, PLAIN, PROPERTIES, ROOTS

_ITEM = re.compile(r"customXml/item[0-9]+\.xml")
_AGAIN = "在 Word 或 WPS 里打开，另存一份再换"


class Relation(NamedTuple):
    """What a part refers to: the last word of the kind (header, hyperlink), the target, whether outside."""

    kind: str
    target: str
    outside: bool


@dataclass
class Part:
    """One part: `name` in the package, its tree, what to call it."""

    name: str
    root: Node
    where: str


@dataclass
class Contents:
    """All that could be read of a package: the parts with words, the names of those without, and of broken ones."""

    parts: list[Part]
    plain: list[str]
    relations: list[Relation]
    broken: list[str]


def contents(package: Package) -> Contents:
    """The parts, the text first. Raises SpeechError when the text is broken, or a part names a document type."""
    roots: dict[str, Node] = {}
    relations: list[Relation] = []
    broken: list[str] = []
    plain = [name for name in package.parts if package.kinds.of(name).endswith(PLAIN) and name != DOCUMENT]
    for name, data in package.parts.items():
        if name in plain:
            continue
        root = None if data[:2] == b"PK" else parse(data, keep=True)
        if root is not None and has_doctype(root):
            raise package.fail("文件里有外部引用", "来路不明的文件请先用 Word 打开，另存为 .docx")
        if root is None:
            broken.append(name)
        elif name.endswith(".rels"):
            relations += _relations(name, root)
        elif name != TYPES:
            roots[name] = root
    main = roots.get(DOCUMENT)
    if main is None or ROOTS.get(main.tag) != BODY:
        raise package.fail("正文坏了，或者套得太深" if main is None else "正文不是 Word 的正文", _AGAIN)
    inserted = {one.target for one in relations if one.kind == "aFChunk"}
    bound = {one.target for one in relations if one.kind == "customXml"}
    bad = [name for name in broken if name not in inserted]
    return Contents(list(_called(roots, bound)), plain, list(dict.fromkeys(relations)), bad)


def _called(roots: dict[str, Node], bound: set[str]) -> Iterator[Part]:
    """The parts in order; those of a kind of which there are several are numbered."""
    found = []
    for name in sorted(
        roots, key=lambda name: (name != DOCUMENT, not name.startswith("word/"), _natural(name))
    ):
        root = roots[name]
        where = ROOTS.get(root.tag, "")
        if not where and (name in bound or _ITEM.fullmatch(name)):
            where = BOUND
        found.append(Part(name, root, where or name.rpartition("/")[2]))
    total, seen = Counter([part.where for part in found]), Counter[str]()
    for part in found:
        seen[part.where] += 1
        if total[part.where] > 1 and part.where not in (BODY, PROPERTIES, BOUND):
            part.where += str(seen[part.where])
        yield part


def _natural(name: str) -> list[tuple[int, str]]:
    """header2 before header10."""
    return [(int(word), "") if word.isdecimal() else (0, word) for word in re.split(r"([0-9]{1,9})", name)]


def _relations(name: str, root: Node) -> Iterator[Relation]:
    folder = name.rpartition("_rels/")[0]
    for node in root.iterchildren("*"):
        kind, target = node.get("Type", "").rpartition("/")[2], node.get("Target", "")
        if node.get("TargetMode") == "External":
            yield Relation(kind, unquote(target), True)
        else:
            yield Relation(kind, normpath(join("/", folder, target)).lstrip("/"), False)

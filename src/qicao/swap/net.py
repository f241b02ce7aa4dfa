"""What remains of the old names in a part after the changes, wherever it stands: nothing may be missed in silence.

This goes through the tree once more and knows nothing of lines, only where the words of every change and of every name
that was left on purpose stand. What is found beside these is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol, cast

from qicao.ooxml.xml import Node, W, text_of
from qicao.swap.lines import ALL, HEAD, TAIL, Mark, words_of
from qicao.swap.match import Matcher
from qicao.swap.vocabulary import BREAKS, CHOICE, FALLBACK, PARAGRAPHS, ROOTS, RUBY, WORDS

_WORDS = WORDS | {f"{W}delText"}
_BRANCH = (CHOICE, FALLBACK)
_HOMES = (*PARAGRAPHS, RUBY, *_BRANCH)
_TOLD = frozenset([f"{W}instrText", f"{W}delInstrText"])
_LETTERS = re.compile(r"[^\W\d_]")
_INLINE = _WORDS | _TOLD | BREAKS.keys()
# The beginning of a part in UTF-8.
_PLAIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml[^>]*?\sencoding\s*=\s*["'](?:utf-8|us-ascii|ascii)["'][^>]*>|<\?xml(?![^>]*encoding)[^>]*>)?\s*<(?!\?xml)""",
    re.I,
)
# Attributes in which people write words without Chinese; in others such values are keys, numbers and colours, unless
# the whole value is a name.
_HUMAN = frozenset(["author", "initials", "name", "descr", "title", "alt", "tooltip", "instr", "displayText"])
_CALLED = {
    "bookmarkStart": "书签名", "instrText": "域代码", "delInstrText": "域代码", "fldSimple": "域代码", "tag": "控件标记",
    "docPart": "文档部件名", "name": "样式、部件的名称", "style": "样式名", "pStyle": "样式名", "rStyle": "样式名", "lvlText": "自动编号", "f": "图表的数据区域",
    "dataBinding": "控件绑定", "property": "属性名", "hyperlink": "链接", "docPr": "图形名", "cNvPr": "图形名",
    "delText": "删除的修订", "docVar": "文档变量名",
}  # fmt: skip


class Remains(NamedTuple):
    """An old name that still stands somewhere, and what to call the place."""

    old: str
    where: str


_Bit = tuple[Node, str, str]  # an element, where in it, its words there


class _Text(Protocol):
    """Words in a tree that know where they stand."""

    is_tail: bool

    def getparent(self) -> Node: ...


_Known = dict[tuple[Node, str], list[tuple[int, int]]]


class _Words(NamedTuple):
    """Words that follow each other, and where each bit of them stands."""

    bits: list[_Bit]
    inline: bool  # of a paragraph, and not what some element happens to hold


class Net:
    """Looks for the old names of one swap."""

    def __init__(self, matcher: Matcher, olds: Sequence[str]) -> None:
        self._matcher = matcher
        self._olds = dict.fromkeys(olds)
        self._bytes = [old.encode() for old in olds]
        self._marked = any(character in old for old in olds for character in "&<>\"'")
        self._latin = any(old.isascii() for old in olds)

    def remains(self, root: Node, data: bytes, marks: Iterable[Mark]) -> list[Remains]:
        """The old names in a part that no mark accounts for. `data`: its bytes as they will be written."""
        if not self._suspicious(root, data):
            return []
        known: _Known = defaultdict(list)
        for node, slot, start, end in marks:
            known[node, slot].append((start, end))
        for spans in known.values():
            spans.sort()
        found = [one for words in _streams(root) for one in self._unknown(words, known)]
        return found + list(self._attributes(root, known))

    def hidden(self, data: bytes) -> bool:
        """Whether an old name may stand in these bytes, in whatever way it is written."""
        plain = _PLAIN.match(data) and b"&#" not in data and not self._marked
        return not plain or any(old in data for old in self._bytes)

    def in_bytes(self, data: bytes) -> list[str]:
        """The old names in a part that is no XML of the file, in the codings such parts are written in."""
        codings = ("utf-8", "gb18030", "utf-16-le")
        lettered = [old for old in self._olds if not old.isascii()]
        return [old for old in lettered if any(old.encode(coding) in data for coding in codings)]

    def _suspicious(self, root: Node, data: bytes) -> bool:
        """Cheap, and never wrong when it says no: names may also be cut up by elements."""
        if self.hidden(data):
            return True
        text = text_of(root)
        if root.tag not in ROOTS:
            text += "".join([bit for _, _, bit in _all(root)])
        return any(old in text for old in self._olds)

    def _unknown(self, words: _Words, known: _Known) -> Iterator[Remains]:
        text = "".join([bit for _, _, bit in words.bits])
        found = [one for one in self._matcher.find(text) if words.inline or _LETTERS.search(one.change.old)]
        starts = _starts(words) if found else []
        for one in found:
            first = bisect_right(starts, one.start) - 1
            if not _accounted(words, starts, first, (one.start, one.end), known):
                yield Remains(one.change.old, _called(words.bits[first], one.end > starts[first + 1]))

    def _attributes(self, root: Node, known: _Known) -> Iterator[Remains]:
        for node in root.iter("*"):
            for name, value in cast(Iterable[tuple[str, str]], node.items()):
                human = self._latin and (name.rpartition("}")[2] in _HUMAN or value in self._olds)
                if value.isascii() and not human:
                    continue
                yield from self._unknown(_Words([(node, name, value)], False), known)


def _starts(words: _Words) -> list[int]:
    return list(accumulate([len(bit) for _, _, bit in words.bits], initial=0))


def _accounted(
    words: _Words, starts: Sequence[int], first: int, span: tuple[int, int], known: _Known
) -> bool:
    for at in range(first, len(words.bits)):
        node, slot, bit = words.bits[at]
        if starts[at] >= span[1]:
            break
        start, end = max(span[0] - starts[at], 0), min(span[1] - starts[at], len(bit))
        spans = known.get((node, slot), [])
        before = bisect_left(spans, (end, 0)) - 1  # the last that begins before our end; they are apart
        if before >= 0 and start < spans[before][1]:
            return True
    return False


def _called(bit: _Bit, across: bool) -> str:
    """What to call the place of words that begin here, and may run on."""
    node, slot, _ = bit
    if across:
        return "跨着修订、公式等的文字"
    if slot.endswith(("author", "initials")):
        return "修订、批注的作者"
    name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "文字"
    return _CALLED.get(name, f"“{name}”这一项")


def _streams(root: Node) -> Iterator[_Words]:
    """All words in text: of each paragraph, of each of its branches that are not shown, and of what else holds some."""
    lines: dict[tuple[Node, bool], list[_Bit]] = {}
    for node in root.iter(*_INLINE):
        words = "\0" if node.tag in BREAKS else words_of(node)
        lines.setdefault((_home(node, root), node.tag in _TOLD), []).append((node, ALL, words))
    yield from [_Words(bits, True) for bits in lines.values()]
    for node in cast(list[Node], root.xpath("descendant-or-self::*[text()[normalize-space()]]")):
        if node.tag not in _INLINE:
            yield _Words(_own(node), False)
    if root.tag not in ROOTS:  # how its words follow each other nobody knows: a name may be cut up
        yield _Words(list(_all(root)), False)


def _home(node: Node, root: Node) -> Node:
    """What the words of an element belong to: a paragraph, or a branch of two that is not shown."""
    for one in node.iterancestors(*_HOMES):
        if one.tag not in _BRANCH or next(one.itersiblings(*_BRANCH, preceding=True), None) is not None:
            return one
    return root


def _own(node: Node) -> list[_Bit]:
    """The words an element itself holds, not those of the elements in it."""
    if next(node.iterchildren("*"), None) is None:
        return [(node, ALL, words_of(node))]
    return [(node, HEAD, node.text or ""), *[(child, TAIL, child.tail or "") for child in node]]


def _all(root: Node) -> Iterator[_Bit]:
    """All words of a part in their order, without the blanks between its elements."""
    for words in cast(list[_Text], root.xpath("descendant-or-self::text()[normalize-space()]")):
        node = words.getparent()
        if node.tag not in _INLINE:
            leaf = next(node.iterchildren("*"), None) is None
            yield node, TAIL if words.is_tail else ALL if leaf else HEAD, str(words)

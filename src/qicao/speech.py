"""The type everything speaks: a Speech is Blocks (one Word paragraph each), a Block is Spans of one origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from qicao.places import Place


class Role(StrEnum):
    """What a paragraph is in the speech; the value is the Chinese style name writers see in Word."""

    TITLE = "讲话标题"
    SIGNATURE = "讲话署名"
    DATE = "讲话日期"
    SALUTATION = "讲话称呼"
    HEADING1 = "标题 1"
    HEADING2 = "标题 2"
    HEADING3 = "标题 3"
    BODY = "正文文本"


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3)
UNSPOKEN = (Role.TITLE, Role.SIGNATURE, Role.DATE)


class Span(NamedTuple):
    """Words of one origin.

    `slot` is the brief key a value came from; `gap` says that nobody gave it and what is wanted; `lead` marks
    the run-in heading at the start of an item (第一，围绕……).
    """

    text: str
    place: Place | None = None
    slot: str | None = None
    gap: str | None = None
    lead: bool = False


class Origin(NamedTuple):
    """The library section a paragraph came from. `use` numbers the uses within one speech, from 1."""

    snippet: str
    variant: int
    length: str
    library: str
    use: int


# Parts of a file that are the speech itself; everything else only goes with it.
BODY_PARTS = ("正文", "内容控件", "表格", "文本框")


class Source(NamedTuple):
    """Where a paragraph stood in the file it was read from.

    `number` counts paragraphs from 1 within its part: body paragraphs as Word counts them, lines of a text
    file. `where` names the part (正文, 表格, 页眉, 批注 …); `offset` is the place of its first character in a
    text file.
    """

    number: int
    where: str = "正文"
    offset: int | None = None


class Block(NamedTuple):
    """One paragraph: its role, its words, the section it came from (None: from the outline or brief), and where
    it was read (None: composed, not read)."""

    role: Role
    spans: tuple[Span, ...]
    origin: Origin | None = None
    source: Source | None = None

    @property
    def text(self) -> str:
        return "".join([span.text for span in self.spans])


@dataclass(frozen=True)
class Speech:
    """A whole speech. `values` are the slot values it was built with, by slot name."""

    blocks: tuple[Block, ...]
    values: dict[str, str] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """All paragraphs, one a line. Roles, spans and origins are lost."""
        return "\n".join([block.text for block in self.blocks])

    @cached_property
    def _counts(self) -> tuple[int, int]:
        said, written = lengths("\n".join([b.text for b in self.blocks if b.role not in UNSPOKEN]))
        return said, written + lengths("\n".join([b.text for b in self.blocks if b.role in UNSPOKEN]))[1]

    @property
    def spoken(self) -> int:
        """Characters that are read aloud: 汉字 and runs of digits or letters, without title, name and date."""
        return self._counts[0]

    @property
    def written(self) -> int:
        """Characters as the status bar of Word counts 字数: punctuation too, a number or Latin word as one."""
        return self._counts[1]

    @property
    def length(self) -> float:
        """Midway between the two: what 字数 and 时长 are held against, so that both ways of counting agree."""
        return sum(self._counts) / 2


# Everything but 汉字 (and letters of other scripts). Written without a range of them: a range costs two
# milliseconds to compile at every start.
_NOT_HANZI = re.compile(r"[\W0-9A-Za-z_]+")
# Outside 汉字: a run of digits or letters (a decimal or a percentage is said as one) …
_SAID = re.compile(r"[0-9A-Za-z.%]+")
# … and, for Word, every full-width mark as well.
_COUNTED = re.compile(r"[0-9A-Za-z.%:/~+()_-]+|[^\s0-9A-Za-z]")


def lengths(text: str) -> tuple[int, int]:
    """Characters of a text as said (汉字 and numbers) and as written (Word's 字数, without spaces)."""
    others = _NOT_HANZI.findall(text)
    rest = "\n".join(others)
    hanzi = len(text) - len(rest) + max(len(others) - 1, 0)
    return hanzi + len(_SAID.findall(rest)), hanzi + len(_COUNTED.findall(rest))


def spoken_length(text: str) -> int:
    """Number of characters that are said; a speech lasts (汉字＋数字串)÷语速."""
    return lengths(text)[0]


def written_length(text: str) -> int:
    """Number of characters as Word counts them in Chinese text (字数, without spaces)."""
    return lengths(text)[1]

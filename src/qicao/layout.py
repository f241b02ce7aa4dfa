"""How a Word file is set, and what goes with it: what the layout rules look at.

Lengths are twips (1/20 pt) unless said otherwise; places (`start`, `end`) are offsets in `Manuscript.source`.
"""

from __future__ import annotations

from typing import NamedTuple

from qicao.speech import Role

MM = 1440 / 25.4  # twips


class Page(NamedTuple):
    """One section's page. `grid` is the type of the document grid ("": none), `pitch` its line height,
    `char_space` what it adds to each character (1/4096 pt), `dashed` Word's page number format “- 1 -”."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    bottom: int = 1440
    left: int = 1800
    right: int = 1800
    grid: str = ""
    pitch: int = 0
    char_space: int = 0
    dashed: bool = False


class Setting(NamedTuple):
    """How one body paragraph with words in it is set, after styles and direct formatting are put together.

    `font` is the East Asian font most of it stands in ("": cannot be told), `size` its size in half points.
    `first_chars` is hundredths of a character; `padding` is how many spaces or tabs stand before the first word.
    `direct` names what is set on the paragraph or its words and not by a style; `theme`: a font comes from the
    theme. `label` is the automatic number in front of it, which is not part of the text.
    """

    start: int
    end: int
    number: int
    role: Role
    style: str = ""
    font: str = ""
    size: int = 0
    bold: bool = False
    first_line: int = 0
    first_chars: int = 0
    left: int = 0
    line: int = 240
    line_rule: str = "auto"
    align: str = ""
    padding: int = 0
    direct: tuple[str, ...] = ()
    theme: bool = False
    label: str = ""

    @property
    def indent(self) -> float:
        """First-line indent in characters of this paragraph's size."""
        if self.first_chars:
            return self.first_chars / 100
        return self.first_line / (self.size * 10) if self.size else 0.0


class PageNumber(NamedTuple):
    """A paragraph of a header or footer that holds the page number. `pages`: default, even, first."""

    pages: str
    text: str
    font: str = ""
    size: int = 0
    align: str = ""


class Note(NamedTuple):
    """A comment left in the file, on the words it hangs on (start < 0: on nothing)."""

    author: str
    text: str
    start: int = -1
    end: int = -1


class Change(NamedTuple):
    """A tracked change nobody accepted: 插入, 删除 or 格式. Deleted words stand in `text` only."""

    kind: str
    author: str
    text: str
    start: int
    end: int


class Property(NamedTuple):
    """A property of the file that holds words: 标题, 作者, 最后修改者, 单位 …"""

    name: str
    text: str
    start: int
    end: int


class Layout(NamedTuple):
    """The pages and paragraphs of a Word file, and what it carries besides. `odd_even`: odd and even pages
    have footers of their own. `unread` says what could not be read, one phrase each. `hidden` counts
    passages of hidden text."""

    pages: tuple[Page, ...] = ()
    settings: tuple[Setting, ...] = ()
    page_numbers: tuple[PageNumber, ...] = ()
    odd_even: bool = False
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    properties: tuple[Property, ...] = ()
    unread: tuple[str, ...] = ()
    hidden: int = 0

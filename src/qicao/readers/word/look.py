"""Pages, paragraphs and page numbers as the layout rules want them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from qicao.layout import Page, PageNumber, Setting
from qicao.readers.word.document import BODY, CONTROL, FOOTER, HEADER, Document
from qicao.readers.word.names import VAL, W, on, twips
from qicao.readers.word.numbering import Lists
from qicao.readers.word.package import parse
from qicao.readers.word.paragraph import Paragraph
from qicao.readers.word.style import Props, Sheet, merged, properties
from qicao.speech import Role

_HAN = r"[\u3400-\u9fff]"
_SIZE = 20  # half points, where nobody says anything
# What is named as direct formatting, by property; alignment and bold of single words are everybody's right.
_DIRECT = (("rFonts.eastAsia", "字体"), ("sz", "字号"), ("ind.firstLine", "缩进"), ("ind.firstLineChars", "缩进"), ("spacing.line", "行距"))  # fmt: skip
_THEME = ("rFonts.eastAsiaTheme", "rFonts.asciiTheme")
_PADDING = re.compile(r"[ \t\u3000\u00a0]*")


class Dresser:
    """Puts together what styles and direct formatting say."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.sheet = Sheet(parts)
        self.lists = Lists(parts)
        self._runs: dict[tuple[str, str], Props] = {}

    def paragraph(self, element: Element) -> tuple[Props, Props, str]:
        """(everything about the paragraph, what is set on it directly, its style's id)."""
        own = element.find(f"{W}pPr")
        chosen = own.find(f"{W}pStyle") if own is not None else None
        style = self.sheet.style(chosen.get(VAL) if chosen is not None else None)
        direct = properties(own)
        ppr = merged(self.sheet.ppr, style.ppr)
        level = self.lists.level(merged(ppr, direct))
        if level is not None:
            ppr = merged(ppr, level.ppr)
        return merged(ppr, direct), direct, style.ident

    def run(self, style: str, rpr: Element | None) -> tuple[Props, Props]:
        """(everything about a run, what is set on it directly)."""
        chosen = rpr.find(f"{W}rStyle") if rpr is not None else None
        character = chosen.get(VAL, "") if chosen is not None else ""
        key = (style, character)
        if key not in self._runs:
            base = merged(self.sheet.rpr, self.sheet.style(style).rpr)
            self._runs[key] = merged(base, self.sheet.character(character))
        direct = properties(rpr)
        return (merged(self._runs[key], direct) if direct else self._runs[key]), direct


def settings(
    paragraphs: Sequence[Paragraph], roles: Sequence[Role], starts: Sequence[int], dresser: Dresser
) -> tuple[Setting, ...]:
    """How each body paragraph with words is set. `starts` are the paragraphs' places in the source."""
    found, number = [], 0
    for paragraph, role, start in zip(paragraphs, roles, starts, strict=True):
        if paragraph.where == BODY:
            number += 1
        if paragraph.where in (BODY, CONTROL):
            ppr, direct, style = dresser.paragraph(paragraph.element)
            label = dresser.lists.label(ppr)
            if paragraph.text.strip():
                found.append(_setting(paragraph, role, start, number, (ppr, direct, style), label, dresser))
    return tuple(found)


def _setting(
    paragraph: Paragraph, role: Role, start: int, number: int, look: tuple[Props, Props, str], label: str, dresser: Dresser
) -> Setting:  # fmt: skip
    ppr, direct, style = look
    fonts: dict[str, int] = {}
    sizes: dict[int, int] = {}
    names = {said: 0 for _, said in _DIRECT}
    bold = themed = total = 0
    for run in paragraph.runs:
        rpr, own = dresser.run(style, run.rpr)
        words = paragraph.text[run.start : run.end]
        weight = 10 * len(re.findall(_HAN, words)) + len(words.strip())
        total += weight
        font, size = dresser.sheet.font(rpr), _whole(rpr.get("sz"), _SIZE)
        fonts[font] = fonts.get(font, 0) + weight
        sizes[size] = sizes.get(size, 0) + weight
        bold += weight * ("b" in rpr and on(rpr["b"]))
        themed += weight * any(key in rpr for key in _THEME)
        for key, said in _DIRECT:
            names[said] += weight * (key in own)
    for key, said in _DIRECT:
        names[said] += total * (key in direct)
    return Setting(
        start,
        start + len(paragraph.text),
        number,
        role,
        dresser.sheet.style(style).name,
        max(fonts, key=lambda font: fonts[font], default=""),
        max(sizes, key=lambda size: sizes[size], default=_SIZE),
        bold * 2 > total,
        twips(ppr.get("ind.firstLine")) or -twips(ppr.get("ind.hanging")),
        _whole(ppr.get("ind.firstLineChars")) or -_whole(ppr.get("ind.hangingChars")),
        twips(ppr.get("ind.left", ppr.get("ind.start"))),
        twips(ppr.get("spacing.line"), 240),
        ppr.get("spacing.lineRule", "auto"),
        ppr.get("jc", ""),
        len(_PADDING.match(paragraph.text)[0]),  # type: ignore[index]
        tuple([said for said, weight in names.items() if weight * 2 > total]),
        themed * 2 > total,
        label,
    )


def pages(document: Document) -> tuple[Page, ...]:
    """One for each section; a file that says nothing of its page has none."""
    found = []
    for section in document.sections:
        size, margin, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
        if size is None or margin is None:
            continue
        number = section.find(f"{W}pgNumType")
        get = margin.get
        found.append(
            Page(
                twips(size.get(f"{W}w")),
                twips(size.get(f"{W}h")),
                abs(twips(get(f"{W}top"))),
                abs(twips(get(f"{W}bottom"))),
                twips(get(f"{W}left", get(f"{W}start"))) + twips(get(f"{W}gutter")),
                twips(get(f"{W}right", get(f"{W}end"))),
                grid.get(f"{W}type", "") if grid is not None else "",
                twips(grid.get(f"{W}linePitch")) if grid is not None else 0,
                twips(grid.get(f"{W}charSpace")) if grid is not None else 0,
                number is not None and number.get(f"{W}fmt") == "numberInDash",
            )
        )
    return tuple(found)


def page_numbers(document: Document, dresser: Dresser) -> tuple[PageNumber, ...]:
    """The page numbers in the headers and footers the sections use."""
    found = []
    for pages_, paragraphs in document.footers.values():
        for paragraph in paragraphs if pages_ else ():
            if not paragraph.numbered or paragraph.where not in (HEADER, FOOTER):
                continue
            ppr, _, style = dresser.paragraph(paragraph.element)
            runs = [run for run in paragraph.runs if re.search(r"\d", paragraph.text[run.start : run.end])]
            rpr = dresser.run(style, runs[0].rpr if runs else None)[0]
            align = "" if paragraph.boxed else ppr.get("framePr.xAlign") or ppr.get("jc", "left")
            size = _whole(rpr.get("sz"), _SIZE)
            found.append(
                PageNumber(pages_, paragraph.text.strip(), dresser.sheet.font(rpr, "ascii"), size, align)
            )
    return tuple(found)


def odd_even(parts: Mapping[str, bytes]) -> bool:
    """Whether odd and even pages have headers and footers of their own."""
    root = parse(parts.get("word/settings.xml"))
    node = root.find(f"{W}evenAndOddHeaders") if root is not None else None
    return node is not None and on(node.get(VAL))


def _whole(text: str | None, default: int = 0) -> int:
    """A whole number; Word also writes 21.0 or nonsense."""
    try:
        return round(float(text)) if text else default
    except (ValueError, OverflowError):
        return default

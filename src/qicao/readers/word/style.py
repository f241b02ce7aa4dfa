"""What a paragraph looks like in the end: defaults, styles and direct formatting put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qicao.readers.word.names import VAL, A, W
from qicao.readers.word.package import parse

Props = dict[str, str]  # "ind.firstLine" → "640", "sz" → "32", "b" → "1"
_MANY = 40  # styles built on one another
_KEPT = frozenset([f"{W}{name}" for name in ("ind", "spacing", "jc", "outlineLvl", "numPr", "snapToGrid", "rFonts", "sz", "b", "framePr")])  # fmt: skip
_FONTS = ("ascii", "eastAsia")


class Style(NamedTuple):
    """A style, with everything it is built on."""

    ident: str
    name: str
    ppr: Props
    rpr: Props


def properties(node: Element | None) -> Props:
    """The properties in a w:pPr or w:rPr, flat."""
    found: Props = {}
    for child in node if node is not None else ():
        if child.tag not in _KEPT:
            continue
        name = child.tag.removeprefix(W)
        if name == "numPr":
            for part in child:
                found[f"numPr.{part.tag.removeprefix(W)}"] = part.get(VAL, "")
        elif child.get(VAL) is not None or not child.attrib:
            found[name] = child.get(VAL, "1")
        else:
            found |= {f"{name}.{key.removeprefix(W)}": value for key, value in child.attrib.items()}
    return found


def merged(lower: Props, upper: Props) -> Props:
    """The upper layer over the lower. A font named in the upper layer ends a theme font of the lower."""
    if not upper:
        return lower
    both = lower | upper
    for font in _FONTS:
        if f"rFonts.{font}" in upper and f"rFonts.{font}Theme" not in upper:
            both.pop(f"rFonts.{font}Theme", None)
    if "ind.hanging" in upper and "ind.firstLine" not in upper:
        both.pop("ind.firstLine", None)
    return both


class Sheet:
    """styles.xml and the theme's fonts."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = parse(parts.get("word/styles.xml"))
        self._nodes: dict[str, Element] = {}
        self._made: dict[str, Style] = {}
        self.default = ""
        for node in root.findall(f"{W}style") if root is not None else ():
            ident = node.get(f"{W}styleId", "")
            self._nodes.setdefault(ident, node)
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true", "on"):
                self.default = ident
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        at = defaults.find if defaults is not None else lambda _: None
        self.ppr = properties(at(f"{W}pPrDefault/{W}pPr"))
        self.rpr = properties(at(f"{W}rPrDefault/{W}rPr"))
        self._theme = _theme_fonts(parse(parts.get("word/theme/theme1.xml")))

    def style(self, ident: str | None) -> Style:
        """A style by its id, with all it is built on; the default one for None or an unknown id."""
        if ident is None or ident not in self._nodes:
            ident = self.default
        if ident not in self._made:
            self._made[ident] = self._make(ident)
        return self._made[ident]

    def _make(self, ident: str) -> Style:
        chain: list[Element] = []
        at = ident
        while at in self._nodes and self._nodes[at] not in chain and len(chain) < _MANY:
            chain.append(self._nodes[at])
            based = self._nodes[at].find(f"{W}basedOn")
            at = based.get(VAL, "") if based is not None else ""
        ppr: Props = {}
        rpr: Props = {}
        for node in reversed(chain):
            ppr = merged(ppr, properties(node.find(f"{W}pPr")))
            rpr = merged(rpr, properties(node.find(f"{W}rPr")))
        name = chain[0].find(f"{W}name") if chain else None
        return Style(ident, name.get(VAL, "") if name is not None else "", ppr, rpr)

    def character(self, ident: str) -> Props:
        """What a character style sets."""
        return self.style(ident).rpr if ident in self._nodes else {}

    def font(self, rpr: Props, kind: str = "eastAsia") -> str:
        """The name of the font, from the theme where the properties say so; "" when it cannot be told."""
        theme = rpr.get(f"rFonts.{kind}Theme", "")
        return self._theme.get(theme, "") if theme else rpr.get(f"rFonts.{kind}", "")


def _theme_fonts(root: Element | None) -> dict[str, str]:
    """minorEastAsia → 宋体."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        node = root.find(f".//{A}{kind}Font") if root is not None else None
        if node is None:
            continue
        latin, east = node.find(f"{A}latin"), node.find(f"{A}ea")
        chinese = next(
            (one.get("typeface", "") for one in node.findall(f"{A}font") if one.get("script") == "Hans"), ""
        )
        found[f"{kind}HAnsi"] = found[f"{kind}Ascii"] = latin.get("typeface", "") if latin is not None else ""
        found[f"{kind}EastAsia"] = (east.get("typeface", "") if east is not None else "") or chinese
    return found

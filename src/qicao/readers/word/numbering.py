"""Automatic numbers: what Word writes in front of a paragraph without its being in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qicao.numerals import chinese
from qicao.readers.word.names import VAL, W
from qicao.readers.word.package import parse
from qicao.readers.word.style import Props, properties
from qicao.speech import Role

_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional", "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified", "ideographDigital")  # fmt: skip
_ROLES = (
    (Role.HEADING1, r"[一二三四五六七八九十]+、"),
    (Role.HEADING2, r"[（(][一二三四五六七八九十]+[）)]"),
    (Role.HEADING3, r"\d+[.．、]"),
)


class Level(NamedTuple):
    """One level of a list."""

    form: str
    text: str
    start: int
    ppr: Props


class Lists:
    """numbering.xml, and how far each list has been counted."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = parse(parts.get("word/numbering.xml"))
        kinds: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for node in root.findall(f"{W}abstractNum") if root is not None else ():
            kinds[node.get(f"{W}abstractNumId", "")] = {
                number: level for one in node.findall(f"{W}lvl") if (number := _number(one.get(f"{W}ilvl"))) < 9
                for level in (_level(one),)
            }  # fmt: skip
        for node in root.findall(f"{W}num") if root is not None else ():
            kind = node.find(f"{W}abstractNumId")
            name = kind.get(VAL, "") if kind is not None else ""
            self._lists[node.get(f"{W}numId", "")] = (name, kinds.get(name, {}))

    def level(self, ppr: Props) -> Level | None:
        """The list level a paragraph stands on."""
        _, levels = self._lists.get(ppr.get("numPr.numId", ""), ("", {}))
        return levels.get(_number(ppr.get("numPr.ilvl", "0")))

    def label(self, ppr: Props) -> str:
        """The number in front of this paragraph, counting on; "" for bullets and plain paragraphs."""
        level = self.level(ppr)
        if level is None or level.form in ("bullet", "none"):
            return ""
        name, levels = self._lists[ppr.get("numPr.numId", "")]
        at = _number(ppr.get("numPr.ilvl", "0"))
        counts = self._counts.setdefault(name, {})
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]

        def numeral(found: re.Match[str]) -> str:
            which = int(found[1]) - 1
            count = counts.get(which, levels[which].start if which in levels else 1)
            form = levels[which].form if which in levels else "decimal"
            return chinese(count) if form in _CHINESE and 0 <= count <= 9999 else str(count)

        return re.sub(r"%([1-9])", numeral, level.text)


def role_of(label: str) -> Role | None:
    """The heading a number stands for."""
    return next((role for role, expression in _ROLES if re.match(expression, label)), None)


def _level(node: Element) -> Level:
    def value(tag: str, default: str) -> str:
        found = node.find(f"{W}{tag}")
        return found.get(VAL, default) if found is not None else default

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _number(value("start", "1")), properties(node.find(f"{W}pPr")))  # fmt: skip


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 5 else 0

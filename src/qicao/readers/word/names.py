"""Names of the XML a Word file is made of."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from qicao.writers.word.layout import W as _W

W = f"{{{_W}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
BOX = f"{W}txbxContent"
_MM = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def alternative(node: Element) -> Element | None:
    """Of mc:AlternateContent, the one branch to read: text boxes stand in both."""
    choice = node.find(f"{MC}Choice")
    return choice if choice is not None else node.find(f"{MC}Fallback")


def inside(node: Element) -> Iterator[Element]:
    """All elements below, in order, one branch of every alternative, text boxes from outside only."""
    stack = list(reversed(node))
    while stack:
        one = stack.pop()
        if one.tag == f"{MC}AlternateContent":
            branch = alternative(one)
            if branch is not None:
                stack += reversed(branch)
            continue
        yield one
        if one.tag != BOX:
            stack += reversed(one)


def on(value: str | None) -> bool:
    """A switch: there without a value means yes."""
    return value not in ("0", "false", "off", "none")


def twips(value: str | None, default: int = 0) -> int:
    """A length: twips, or a number with a unit (37mm). Anything else is the default."""
    text = (value or "").strip()
    unit = _MM.get(text[-2:])
    try:
        number = float(text[:-2]) * unit if unit else float(text)
    except ValueError:
        return default
    return round(number) if abs(number) < 1_000_000 else default

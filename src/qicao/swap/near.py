"""Near forms that were not touched: the old name with blanks or a break inside, or a part of it alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from qicao.swap.changes import Change
from qicao.swap.lines import Line

_PLACE = re.compile(r"^(.{2,5}?)(特别行政区|自治区|自治州|自治县|地区|街道|省|市|州|盟|县|旗|区|镇|乡)(?=.)")
_GAP = r"[ \t\n\u3000\u2011]"
_MOST = 50  # reported for one part


class Near(NamedTuple):
    """Words like an old name: the part, its paragraph, offsets in what the paragraph says now, and which name."""

    where: str
    paragraph: int
    start: int
    end: int
    text: str
    old: str


def near_forms(lines: Sequence[Line], changes: Sequence[Change], left: Collection[Line]) -> list[Near]:
    """What stands in the lines after the changes and looks like something of the old names; `left` are lines in
    which names were left on purpose."""
    forms = _forms(changes)
    if not forms:
        return []
    pattern = re.compile("|".join([f"({expression})" for expression, _ in forms]))
    found: list[Near] = []
    for line in lines:
        text = line.now
        for one in pattern.finditer(text):
            old = forms[(one.lastindex or 1) - 1][1]
            if line in left and old in text:
                continue  # said already: it was left on purpose
            found.append(Near(line.where, line.number, one.start(), one.end(), one[0], old))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def _forms(changes: Sequence[Change]) -> list[tuple[str, str]]:
    """(expression, the old name) for every form; not those a new name holds or another change takes."""
    news, olds = [change.new for change in changes], {change.old for change in changes}
    found: dict[str, str] = {}
    for change in changes:
        old = change.old
        if change.proposed or not re.search("[一-鿿]{2}", old):
            continue
        if len(old) > 2:
            spaced = f"{_GAP}*".join(map(re.escape, old))
            found.setdefault(f"(?={re.escape(old[0])}){spaced}(?<!{re.escape(old)})", old)
        place = _PLACE.match(old)
        parts = [place[1] + place[2], place[1], old[place.end() :]] if place else []
        for part in parts:
            if len(part) > 1 and part not in olds and not any(part in new for new in news):
                found.setdefault(re.escape(part), old)
    return sorted(found.items(), key=lambda item: -len(item[0]))

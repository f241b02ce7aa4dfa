"""A list of the brief (五个落实, 六条标准) said item by item: what each of them asks for."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

from qicao.brief import Brief
from qicao.library.model import Itemized, Library
from qicao.numerals import chinese
from qicao.sentence import SHORT, Paragraph, render
from qicao.slots import ITEMIZED, OTHERS

_MOST = 0.2  # of a speech: what all its lists may take


def itemized(brief: Brief, library: Library, values: Mapping[str, str]) -> dict[str, str]:
    """The slots 逐项.… of a brief: 一是……。二是……, without the last full stop. Each answer is used once; an item
    that no answer is left for is passed over, and with it the whole list: 五个落实 are five."""
    found: dict[str, str] = {}
    for name, table in library.itemized.items():
        items = brief.facts[name].items if name in brief.facts else ()
        said = _answers(items, table, f"{brief.unit}|{brief.meeting}", values)
        if items and len(said) == len(items):
            lines = [
                f"{chinese(number)}是{table.pattern.format(项=item, 话=words)}"
                for number, (item, words) in enumerate(zip(items, said, strict=True), 1)
            ]
            found[f"{ITEMIZED}.{name}"] = "。".join(lines)
    return found


def _answers(items: tuple[str, ...], table: Itemized, seed: str, values: Mapping[str, str]) -> list[str]:
    said: list[str] = []
    used: set[int] = set()
    for item in items:
        # The more characters of the item an answer names, the better it fits; 其他 fits what nothing else does.
        able = [
            (max([len(word) for word in one.words if word in item], default=0), -number)
            for number, one in enumerate(table.answers)
            if number not in used and any(word in item or word == OTHERS for word in one.words)
        ]
        if not able:
            break
        number = -max(able)[1]
        used.add(number)
        line = _chosen(table.answers[number].lines, f"{seed}|{item}", values)
        said.append("".join([span.text for span in render(line, "", SHORT, values, set())]))
    return said


def _chosen(lines: tuple[Paragraph, ...], seed: str, values: Mapping[str, str]) -> Paragraph:
    """One of the lines; one that tells facts of the brief before those that anybody could say."""
    slots = [{slot.path for segment in line.segments for slot in segment.slots} for line in lines]
    told = [
        sum(path.startswith("情况.") for path in paths) if paths <= values.keys() else -1 for paths in slots
    ]
    best = [line for line, count in zip(lines, told, strict=True) if count == max(told)]
    return best[zlib.crc32(seed.encode()) % len(best)]


def roomy(
    values: Mapping[str, str], length: int, size: Callable[[str], int]
) -> tuple[frozenset[str], frozenset[str]]:
    """The slots 逐项.… a speech of this length (characters) has room for, and the others, whose lists are only
    named. `size` gives the weight of a slot's value, two for a character."""
    room, found, others = round(_MOST * 2 * length), set[str](), set[str]()
    for path in sorted([path for path in values if path.startswith(f"{ITEMIZED}.")]):
        room -= size(path)
        (found if room >= 0 else others).add(path)
    return frozenset(found), frozenset(others)

"""Two persons who change places in one call: in a sentence both change, or neither does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from qicao.swap.changes import Change

HALF = "同一句里互换的另一个名字没有改，一起留下"
_STOP = re.compile("[。！？；\n]|$")


def exchanged(changes: Mapping[str, Change], people: Collection[str]) -> frozenset[str]:
    """The persons whose new names are old names of the same call."""
    news = {change.new for change in changes.values()}
    return frozenset([one for one in people if one in news or changes[one].new in changes])


def halves(text: str, spots: Sequence[tuple[int, str, str]], swapped: Collection[str]) -> set[int]:
    """The places (start, name, why it stays) that must stay because another of their sentence stays."""
    held: set[int] = set()
    ends = [0, *[one.end() for one in _STOP.finditer(text)]] if swapped else []
    for first, last in pairwise(ends):
        here = [(start, why) for start, name, why in spots if name in swapped and first <= start < last]
        if any(why for _, why in here):
            held.update([start for start, why in here if not why])
    return held

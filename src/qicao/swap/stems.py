"""Names of places that are ordinary words as well: 安康水利 is the place's, 百姓安康 is not."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.regions import ENDINGS
from qicao.swap.words import listed

_SEAT = re.compile("[市县区州旗](?:委(?!员)|政府|人民政府|人大|政协)")
_UNIT = re.compile(f"^.{{2,12}}?(?:{'|'.join(ENDINGS)})([一-鿿]{{2}})[一-鿿]*[局委办厅院部校]$")


@cache
def is_word(stem: str) -> bool:
    """Whether a place is called by an ordinary word when its ending is left out."""
    from qicao import gazetteer  # a large table, wanted by few files

    return gazetteer.is_word(stem) or stem in (*listed("地名也是词"), *listed("地名也是动词"))


def work(olds: Collection[str]) -> tuple[str, ...]:
    """What the units among the old names work on (青川市水利局: 水利); it may follow the place directly."""
    return tuple(sorted({found[1] for one in olds if (found := _UNIT.match(one))}))


def is_place(text: str, end: int, stem: str, works: tuple[str, ...]) -> bool:
    """Whether what follows such a word tells that the place is meant."""
    if stem in listed("地名也是动词"):
        return _SEAT.match(text, end) is not None
    from qicao.gazetteer import NOT_AFTER

    after = text[end : end + 2]
    if not text.startswith((*listed("地名后"), *works), end):
        return False
    return not (len(after) == 2 and after[1] in NOT_AFTER.get(after[0], ""))

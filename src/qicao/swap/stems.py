"""Names of places that are ordinary words as well: 安康水利 is the place's, 百姓安康 is not."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.regions import ENDINGS
from qicao.swap.things import is_thing
from qicao.swap.words import han, listed, ordinary

_AROUND = 8  # characters on either side that are looked at
_SEAT = re.compile("[市县区州旗](?:委(?!员)|政府|人民政府|人大|政协)")
_BODY = re.compile("[一-鿿]{1,10}?(?:[局委部办厅院]|中心|政府|公司|公安|部门|单位|机关)")
_UNIT = re.compile(f"^.{{2,12}}?(?:{'|'.join(ENDINGS)})([一-鿿]{{2}})[一-鿿]*[局委办厅院部校]$")


@cache
def is_word(stem: str) -> bool:
    """Whether a place is called by an ordinary word when its ending is left out."""
    from qicao import gazetteer  # a large table, wanted by few files

    return gazetteer.is_word(stem) or stem in (*listed("地名也是词"), *listed("地名也是动词"))


def is_plain_word(stem: str) -> bool:
    """Whether an ordinary word is neither a place of the gazetteer (方城) nor a thing (石桥)."""
    from qicao.gazetteer import is_short  # a large table, wanted by few files

    return not is_short(stem) and not is_thing(stem) and stem not in listed("地名不算词")


def work(olds: Collection[str]) -> tuple[str, ...]:
    """What the units among the old names work on (青川市水利局: 水利); it may follow the place directly."""
    return tuple(sorted({found[1] for one in olds if (found := _UNIT.match(one))}))


def is_place(text: str, start: int, end: int, works: tuple[str, ...]) -> bool:
    """Whether what stands beside such a word tells that the place is meant."""
    stem, after = text[start:end], text[end : end + 2]
    if stem in listed("地名也是动词"):
        return _SEAT.match(text, end) is not None
    if not han(after[:1]) and _one_of_several(text, start, end):
        return True
    if text.endswith(listed("词义前"), 0, start):  # 社会安定人民幸福
        return False
    if not han(after[:1]) and text.endswith(listed("地名前"), 0, start):
        return True
    if not text.startswith((*listed("地名后"), *works), end):
        return False
    from qicao.gazetteer import NOT_AFTER  # a large table, wanted by few files

    word = after in ordinary() if after[:1] == "人" else after[1:] and after[1] in NOT_AFTER.get(after[0], "")
    return not word or text.startswith("人民", end)


def as_verb(text: str, start: int, end: int) -> bool:
    """Whether a place that is called by a verb is rather that verb: somebody stands before it, and with whom he does
    it behind it (水利局|会同|县财政局)."""
    verbs = listed("地名也是动词")
    if text[start:end] not in verbs and text[start : end - 1] not in verbs:  # 会同, 会同县
        return False
    return text.endswith(listed("机构尾"), 0, start) and _BODY.match(text, end) is not None


def in_sense(text: str, start: int, end: int) -> bool:
    """Whether how families live is said (家庭和顺, 家家永宁), so that even a name that is hardly a word is one."""
    return text.endswith(listed("词义紧前"), 0, start) and not text.startswith(listed("地名后"), end)


def _one_of_several(text: str, start: int, end: int) -> bool:
    """文明和平、书香和平; 美丽安定、幸福安定."""
    led = "|".join(listed("地名并列前"))
    name = re.escape(text[start:end])
    around = text[max(start - _AROUND, 0) : end + _AROUND]
    return (
        re.search(
            f"(?:{led}){name}[、，·](?:{led}){name}(?![一-鿿])|(?:{led}){name}[、，·](?:{led}){name}建设",
            around,
        )
        is not None
    )

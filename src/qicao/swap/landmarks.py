"""Waters, works and bodies that are called after a place and are none of its offices: 岗南|水库, 平山|团, 江汉|关."""

from __future__ import annotations

import re
from functools import cache

from qicao.regions import HEADS
from qicao.swap.words import listed

_OTHER = "像是另一个名称“{}”的一部分"
_SIZES = (2, 3)  # characters of a place that is called without its ending


def landmark(text: str, start: int, end: int) -> str:
    """Why the place text[start:end] is part of another proper name, or "". 上犹|江边 is one, 上犹|江山 is not."""
    if end - start not in _SIZES or text[end - 1] in HEADS:
        return ""
    found = _behind().match(text, end)
    return _OTHER.format(text[start:end] + found[0]) if found else ""


@cache
def _behind() -> re.Pattern[str]:
    """What makes a name with a place before it: what needs nothing behind it, and single characters that do."""
    whole = "|".join(sorted(listed("地物后"), key=len, reverse=True))
    ends = r"(?=[，。、；：！？”》）\s]|$)"
    follow = [one.split("=") for one in listed("地物字后")]
    single = [f"{one}(?:{ends}|(?={words.replace(',', '|')}))" for one, words in follow]
    return re.compile(f"(?:{whole})(?!{'|'.join(listed('不是地物'))})|{'|'.join(single)}")

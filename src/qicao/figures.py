"""What the figures of a brief say when they are read the other way round.

88.6 % content is eleven of a hundred who are not; fifth of six is the last but one. A leader who praises such a
figure is laughed at, so the sections that tell figures can say both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qicao.numerals import chinese, counted, value

NAMES = ("位次", "反看")
_NUMBER = "[0-9]+|[一二两三四五六七八九十]+"
_RANK = re.compile(
    f"(?P<all>{_NUMBER})(?P<unit>[家个所])[^，。；、]{{0,10}}?"
    f"(?:排名?|位?列|位?居|名列)(?:在)?第(?P<place>{_NUMBER})(?:位|名)?"
)
_LAST = re.compile(rf"[^，；、]*?(倒数第(?:{_NUMBER})|末位|垫底|排在最后|排名靠后|靠后)[^，；、]*")
_SAID = 10  # characters: a longer clause is not said twice
_RATE = re.compile(
    r"(满意度|满意率|按期办结率|办结率|整改率|合格率|到岗率)(?:为|是|达|达到|只有)?([0-9]{2}(?:\.[0-9]+)?)%"
)
_REST = {
    "满意度": "一百个人里有{}个不满意",
    "满意率": "一百个人里有{}个不满意",
    "按期办结率": "一百件里有{}件没有按期办结",
    "办结率": "一百件里有{}件没有办结",
    "整改率": "一百处里有{}处没有改完",
    "合格率": "一百个里有{}个不合格",
    "到岗率": "一百个人里有{}个不在岗",
}


def reread(figures: Iterable[str]) -> dict[str, str]:
    """位次, where one stands in the lower half of a row; 反看, what a rate leaves open; absent when there is none."""
    text = "，".join(figures)
    found: dict[str, str] = {}
    if words := _rank(text):
        found["位次"] = words
    if (rate := _RATE.search(text)) and (rest := round(100 - float(rate[2]))):
        found["反看"] = _REST[rate[1]].format(counted(rest))
    return found


def _rank(text: str) -> str:
    if (last := _LAST.search(text)) and last[0]:
        return last[0] if len(last[0]) <= _SAID else last[1]
    found = _RANK.search(text)
    if not found:
        return ""
    every, place = value(found["all"]), value(found["place"])
    if not place <= every or 2 * place <= every + 1:
        return ""
    row = f"{counted(every)}{found['unit']}里排第{chinese(place)}"
    return f"{row}，是最后一名" if place == every else f"{row}，倒过来数是第{chinese(every - place + 1)}"

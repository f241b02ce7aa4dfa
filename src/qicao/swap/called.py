"""Places called by an ordinary word, where the pairs themselves give the place with its ending (安康 beside 安康市)."""

from __future__ import annotations

import re
from functools import cache

from qicao.swap.words import han, listed, ordinary

_AROUND = 16  # characters behind a name in which places that are named with it are looked for
_COUNTED = re.compile("(?:、[一-鿿]{2,3}){1,6}(?:等)?[两二三四五六七八九十几0-9]+个?[省市县区州旗镇乡村]")
_TO = re.compile("[到至往]([一-鿿]{2,3})")
_BETWEEN = re.compile("([一-鿿]{2})[到至往]$")


def meant(text: str, start: int, end: int) -> bool:
    """Whether the place is meant: always where something of a place stands beside it, and of a word that is seldom
    said also where nothing tells that it is the word."""
    name = text[start:end]
    if _beside(text, start, end) or _said_of(text, start, end, name):
        return True
    return name not in listed("常说的词") and not _said(text, start, end)


def _beside(text: str, start: int, end: int) -> bool:
    """和平到会昌, 平安、乐都两区, 让安康的老人, 在太平，太平虽小."""
    before = text[start - 1 : start]
    led = not han(before) or before in listed("前字") or text[max(start - 2, 0) : start] in ordinary()
    if not led:
        return False
    if _COUNTED.match(text, end) or _between(text, start, end):
        return True
    if text.startswith(listed("地名已知后"), end):
        return not text.endswith(_heads(), 0, start)
    if before in listed("地名已知前") and before:
        return not han(text[end : end + 1]) or text.startswith(listed("地名已知前后"), end)
    return False


def _said_of(text: str, start: int, end: int, name: str) -> bool:
    """平安是海东的东大门; of what is a verb and nothing else also 幸福会同, 会同地处山区."""
    before = text[start - 1 : start]
    if (not han(before) or before in "在说") and _is().match(text, end):
        return True
    if name not in listed("只作动词"):
        return False
    led = text.endswith(listed("地名并列前"), 0, start)
    return led or (not han(before) and text.startswith(listed("动词地名后"), end))


def _between(text: str, start: int, end: int) -> bool:
    """A way from one place to another, one of which is a place's name."""
    from qicao.gazetteer import is_short  # a large table, wanted by few files

    to, back = _TO.match(text, end), _BETWEEN.search(text[max(start - 3, 0) : start])
    there = to is not None and (is_short(to[1][:2]) or is_short(to[1]))
    return there or (back is not None and is_short(back[1]))


def _said(text: str, start: int, end: int) -> bool:
    """Whether the word itself is said: 生意兴隆, 不太平, 永安康, 科教兴国."""
    before, pair = text[start - 1 : start], text[max(start - 2, 0) : start]
    if text.endswith(_heads(), 0, start) or text.startswith(listed("词义后"), end):
        return True
    if not han(before) or before in listed("前字") or pair in ordinary():
        return False
    return before not in "省市县区州旗镇乡村" and pair[:1] != before


@cache
def _is() -> re.Pattern[str]:
    return re.compile(f"是[^，。；！？]{{0,14}}(?:{'|'.join(listed('是地方'))})(?=[，。；、！]|$)")


@cache
def _heads() -> tuple[str, ...]:
    return (*listed("词义前"), *listed("词义紧前"), *listed("词义前已知"))

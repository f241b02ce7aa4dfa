"""Figures in running text: a number, its unit, and how exactly it is meant. Shared by the rules of 数据."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qicao.rulekit import compiled

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
UNIT = (
    r"(?:个百分点|个工作日|个小时|个月|人次|件次|场次|人天|册次|万元|课时|学时|平方公里|平方米|立方米|公里|千米|公顷|公斤|千克|小时|分钟|美元"
    r"|[个名位人户家件起次场篇份期条项册本套台辆座处所间栋幢吨亩米元天年分票支批门棵株盏张宗例箱盒课班笔块头])"
)
FIGURE = rf"{NUMBER}[余多]?[万亿千百]?[余多]?{UNIT}"
SAME = {"名": "人", "位": "人", "千米": "公里", "块": "元", "千克": "公斤", "个小时": "小时"}
_SIZES = {"百": 100.0, "千": 1000.0, "万": 10000.0, "亿": 100000000.0}
_VAGUE_BEFORE = ("约", "近", "超", "超过", "逾", "不足", "不到", "至少", "大概", "几乎")
_VAGUE_AFTER = ("左右", "以上", "上下", "以内", "以下", "多", "余")


class Figure(NamedTuple):
    """A number with its unit. `slack`: how far the exact value may be from it, because it was rounded."""

    start: int
    end: int
    value: float
    slack: float
    unit: str
    vague: bool

    @property
    def low(self) -> float:
        return self.value - self.slack

    @property
    def high(self) -> float:
        return self.value + self.slack


def figure(text: str, start: int, end: int) -> Figure | None:
    """The figure that stands between two places; its unit may be missing."""
    found = compiled(rf"({NUMBER})([余多]?)([万亿千百]?)([余多]?)({UNIT}|[%‰]|)").match(text, start, end)
    return _figure(text, found.start(), found.end(), found.groups()) if found else None


def figures(text: str, start: int, end: int) -> list[Figure]:
    """All figures with a unit between two places."""
    expression = rf"(?<![\d.,·第])({NUMBER})([余多]?)([万亿千百]?)([余多]?)({UNIT})"
    return [
        _figure(text, found.start(), found.end(), found.groups())
        for found in compiled(expression).finditer(text, start, end)
    ]


def _figure(text: str, start: int, end: int, groups: tuple[str, ...]) -> Figure:
    number, more, size, still, unit = groups
    if unit == "万元":
        size, unit = "万", "元"
    factor = _SIZES.get(size, 1.0)
    decimals = len(number.partition(".")[2])
    exact = decimals == 0 and factor == 1.0
    slack = 0.0 if exact else 0.5 * factor / 10**decimals
    before = text[max(start - 2, 0) : start]
    vague = bool(more or still) or before.endswith(_VAGUE_BEFORE) or text.startswith(_VAGUE_AFTER, end)
    return Figure(start, end, number_value(number) * factor, slack, SAME.get(unit, unit), vague)


def number_value(number: str) -> float:
    """The value of a number as written, with or without thousands marks."""
    return float(number.replace(",", ""))


def grain(number: str) -> float:
    """The smallest step a number is written in: 62 → 1, 61.9 → 0.1."""
    return 10.0 ** -len(number.partition(".")[2])


def agrees(low: float, high: float, number: str, hedged: bool, steps: float = 1.001) -> bool:
    """Whether a stated number fits what the figures give (from low to high), rounded or cut off."""
    said, step = number_value(number), grain(number) * steps
    allowed = max(step, 3.0, 0.1 * said) if hedged else step
    return low - allowed < said < high + allowed


def sentence_start(text: str, at: int, limit: int = 160) -> int:
    """Where the sentence around a place begins, at most `limit` characters before it."""
    first = max(at - limit, 0)
    return max([first, *[text.rfind(mark, first, at) + 1 for mark in "。！？\n"]])


def plain(value: float) -> str:
    """A computed value for a message: at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def in_sentence(text: str, at: int, unit: str, limit: int = 160) -> Iterator[Figure]:
    """Figures of one unit in the sentence before a place."""
    for one in figures(text, sentence_start(text, at, limit), at):
        if one.unit == unit:
            yield one

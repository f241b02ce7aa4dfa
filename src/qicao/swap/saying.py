"""What stands beside quotation marks and tells whether somebody's words are between them, or a slogan."""

from __future__ import annotations

import re
from functools import cache

from qicao.swap.words import listed

_BEFORE, _AFTER = 8, 14  # characters beside a quotation in which it is said to be one
_SLOGAN = 45  # characters of a slogan at most, with its marks
_VERSE = frozenset([5, 7])  # characters of a line of verse
_STOPS = re.compile("[。；]|[！？](?!$)")


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether the words in marks, text[start:end], are the name of an activity or a slogan: “爱青川、建青川”活动."""
    if end - start > _SLOGAN or _STOPS.search(text[start + 1 : end - 1]) or said_before(text, start):
        return False
    behind, ahead, said = _slogans()
    head = text[max(start - _BEFORE, 0) : start]
    if behind.match(text[end : end + _AFTER]) and not said.search(head):
        return True
    return ahead.search(head) is not None


def is_slogan_alone(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but words in marks, in parts of one length (“人人都是形象，个个代表法院”); not a verse."""
    if end - start > _SLOGAN or text[:start].strip() or text[end:].strip():
        return False
    inner = text[start + 1 : end - 1]
    sizes = {len(one) for one in inner.split("，")}
    return "，" in inner and len(sizes) == 1 and not sizes & _VERSE and not _STOPS.search(inner)


def said_before(text: str, at: int) -> bool:
    return _saying()[0].search(text[max(at - _BEFORE, 0) : at]) is not None


def said_after(text: str, end: int) -> bool:
    return _saying()[1].match(text[end : end + _AFTER]) is not None


@cache
def _slogans() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind a slogan, what stands before it, and what tells that it is somebody's own words after all."""
    behind, ahead = "|".join(listed("口号后")), "|".join(listed("口号前"))
    said = "|".join(listed("引语前"))
    return (
        re.compile(rf"(?:的|这[一个][个条]?|等)?(?:(?![的是在令让使说])[一-鿿]){{0,4}}?(?:{behind})"),
        re.compile(rf"(?:{ahead})$"),
        re.compile(rf"(?:{said})的?$"),
    )


@cache
def _saying() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before somebody's own words (他说：), and behind them (，他说。)."""
    before, after = "|".join(listed("引语前")), "|".join(listed("引语后"))
    return (
        re.compile(rf"(?:[：:]|{before})[，,]?\s*$"),
        re.compile(rf"[，,]?[^，。！？；：:“”]{{0,8}}(?:{after})道?[，。：:！]"),
    )

"""What stands beside quotation marks and tells whether somebody's words are between them, or a slogan."""

from __future__ import annotations

import re
from functools import cache

from qicao.swap.words import listed

_BEFORE, _AFTER = 8, 14  # characters beside a quotation in which it is said to be one
_CITED = 40  # characters of a sentence in which a book may be named
_SLOGAN = 45  # characters of a slogan at most, with its marks
_VERSE = frozenset([5, 7])  # characters of a line of verse
_WHOM = "这里|我们|大家|他们|她们|他|她"
_LINES = frozenset([3, 4, 5, 7])
_WORDS = 7  # characters of somebody's words at least
_CLOSED = re.compile("[^“”‘’「」『』]*(?=[”’」』])")
_POETRY = re.compile("[诗词曲赋吟咏]|名句|写的是")
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
    """Whether what stands before a mark tells that somebody's words begin. After a word that may lead to a term as
    well (称赞“青川速度”) they must be long, or have a comma."""
    found = _saying()[0].search(text[max(at - _BEFORE, 0) : at])
    if found is None or not _weak().match(found[0]):
        return found is not None
    inner = _CLOSED.match(text, at + 1)
    return inner is None or len(inner[0]) >= _WORDS or "，" in inner[0]


def cited(text: str, at: int) -> bool:
    """Whether the sentence tells what stands in a book, so that words in marks are the book's: 《史记》里记载，秦筑长城“."""
    return _cited().search(text[max(at - _CITED, 0) : at]) is not None


def is_verse(text: str, start: int, end: int) -> bool:
    """Whether words in marks are lines of verse, of which what stands beside them speaks (“江南好，风景旧曾谙”，诗里的)."""
    sizes = [len(one) for one in text[start + 1 : end - 1].split("，")]
    beside = text[max(start - _AFTER, 0) : start] + text[end : end + _AFTER]
    return len(sizes) > 1 and set(sizes) <= _LINES and _POETRY.search(beside) is not None


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
    whom, names = "|".join(("称赞", "赞扬", "叮嘱", "告诫", "提醒", "勉励")), "|".join(listed("引语名"))
    return (
        re.compile(rf"(?:[：:]|{before}|(?:{whom})(?:{_WHOM})?)[，,]?\s*$"),
        re.compile(
            rf"[，,]?[^，。！？；：“”]{{0,8}}(?:{after})道?(?:[，。：:！]|$)"
            rf"|(?:[，,]|——)?这?是[^，。！？；：“”]{{1,10}}的(?:{names})|的(?:{names})"
        ),
    )


@cache
def _cited() -> re.Pattern[str]:
    return re.compile(f"》[一-鿿]{{0,4}}?(?:{'|'.join(listed('书上说'))})[^。；！？“”]*$")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(listed('弱引语前'))})(?:{_WHOM})?[，,]?\\s*$")

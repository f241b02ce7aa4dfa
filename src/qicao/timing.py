"""How far ahead a section looks, and how often it has something done: held against what the brief gives."""

from __future__ import annotations

import re

# Days that pass until what is said can have been done.
_SPANS = (
    (re.compile("年底|全年|年末|明年|[用花]一年|一年(?:[之以]?内|时间|[之以]?后)"), 365),
    (re.compile("半年"), 180),
    (re.compile("季度|三个月|第三个月|每季"), 90),
    (re.compile("两个月|第二个月|隔月|隔一个月"), 60),
)
_MONTHLY = re.compile("每月|每个月|月月|月底|月初|每季|季度")
_SHORT = ("每天", "每日", "每周", "每星期", "每旬", "每半月", "每半个月", "每十天")


def reach(words: str) -> int:
    """Days; 0 when nothing in it takes longer than a month."""
    return next((days for span, days in _SPANS if span.search(words)), 0)


def slower(words: str, beat: str) -> bool:
    """Whether something in it is done less often than the brief has it (每周, and here 每月)."""
    return beat.startswith(_SHORT) and _MONTHLY.search(words) is not None

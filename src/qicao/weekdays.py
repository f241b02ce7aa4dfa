"""Days named from the day of the meeting: on a Friday 明天 is no working day and 本周五前 is no time at all."""

from __future__ import annotations

import re
from datetime import date

_FRIDAY, _SUNDAY = 4, 6
_NEXT = re.compile("从明天|明天(?=起|早|上|一早|开始|开门)")


def spoken_on(text: str, day: date) -> str:
    """A sentence of the library as it is said on this day: 从明天起 and 本周 go over to the next week when what is
    left of this one is a weekend. Sentences that set this week against the next stay as they are."""
    weekday = day.weekday()
    if weekday < _FRIDAY or "下周" in text:
        return text
    if weekday < _SUNDAY:
        text = _NEXT.sub(lambda found: found.group().replace("明天", "下周一"), text)
    return text.replace("本周", "下周")

"""星期几和日期对不上。

“2026年3月12日（星期五）”：这一天是星期四。没写年份的，按离讲话最近的那一天算，不知道讲话日期就不查。
"""

import re
from collections.abc import Iterator
from datetime import date

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example
from qicao.rules._dates import real
from qicao.rules._near import near

ID = "星期不符"
FAMILY = "数据"
SEVERITY = "error"
BAD = (
    "⟦2026年3月12日（星期五）⟧召开动员会，⟦2026年3月13日，周四⟧，督查。",
    Example("今天是⟦4月16日，星期二⟧，我们召开大会。⟦4月20日（周日）⟧起开展活动。", day="2026-04-16"),
    "⟦2026年3月15日星期六⟧，⟦2026年3月15日上午（礼拜一）⟧。",
)
GOOD = (
    "2026年3月12日（星期四）召开动员会，2026年3月15日星期日，2026年3月15日（星期天），2026年3月15日，周日。",
    Example("今天是4月16日，星期四。4月20日（周一）起。3月14日是星期六。", day="2026-04-16"),
    "4月16日，星期二。",
    "2026年3月12日，周一至周五都要值班。2026年3月12日，每周二督查。2026年3月12日，周三强同志发言。",
    "2026年3月12日，周五路公交。",
)
_WEEKDAY = (
    r"(?<![\d.])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?:上午|下午|晚|晚上|凌晨)?[，（]?(?:是|为)?"
    r"(?P<name>(?:星期|礼拜)(?P<a>[一二三四五六日天])(?![至到、—～\-])|周(?P<b>[一二三四五六日])(?=[，。；、）！上下晚起]|$))"
)
_NAMES = "一二三四五六日"


def check(m: Manuscript) -> Iterator[Hit]:
    for found in [
        *near(m, _WEEKDAY, ("星期", "礼拜"), 20, 6),
        *near(m, _WEEKDAY, ("周",), 20, 6, "（，日号是为午上"),
    ]:
        said = _NAMES.index((found["a"] or found["b"]).replace("天", "日"))
        true = _true(m, found)
        if true is not None and said not in true:
            year = found["year"] or (m.day.year if m.day else "")
            when = f"{year}年{int(found['month'])}月{int(found['day'])}日"
            end = found.end() + (m.text.startswith("）", found.end()) and "（" in found[0])
            message = f"{when}是星期{_NAMES[true[0]]}，不是{found['name']}"
            yield Hit(found.start(), end, message, "核对日期和星期", None if found["year"] else "warning")


def _true(m: Manuscript, found: re.Match[str]) -> list[int] | None:
    """The weekday of the date, if it can be known."""
    if found["year"]:
        years = [int(found["year"])]
    elif m.day:
        years = [_nearest(m.day, int(found["month"]))]
    else:
        return None
    days = [real(year, int(found["month"]), int(found["day"])) for year in years if 1583 <= year <= 9999]
    return [day.weekday() for day in days if day] or None


def _nearest(today: date, month: int) -> int:
    """The year of the month of that name nearest to a day."""
    distance = month - today.month
    return today.year + (1 if distance < -6 else -1 if distance > 6 else 0)

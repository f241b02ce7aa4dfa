"""没有这样的日期或钟点：2月30日、6月31日、13月5日、25时、70分。

平年2月29日也算（有年份时）。汉字写的只查“六月三十一日”一类，农历的二月三十日是有的；“上午15时”是自相矛盾，只作警告。
"""

import re
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._dates import DAYS, real
from qicao.rules._near import DIGITS, near

ID = "日期不存在"
FAMILY = "数据"
SEVERITY = "error"
BAD = (
    "⟦6月31日⟧前完成，⟦2月30日⟧验收，⟦13月5日⟧总结，⟦4月0日⟧开始，⟦2026年2月29日⟧，⟦3月32号⟧。",
    "⟦六月三十一日⟧以前，⟦25时⟧开会，⟦9时70分⟧结束，⟦上午15时⟧集合，到⟦13月底⟧，⟦第五季度⟧。",
)
GOOD = (
    "6月30日，2月28日，2024年2月29日，2月29日，12月31日，十二月三十一日，农历二月三十日。",
    "用时25时，9时30分，上午9时，24时，10点15分，得了70分，百分制70分，下午15时，13个月。",
    "2026年13月1，第13月刊，比分4点60分，16.6月31日。",
)
_DAY = r"(?<![\d.])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?!楼|线)"
_HANZI = r"(?:(?<![十二])[二四六九]|十一)月(?:三十一|三十[二三四五六七八九])[日号]"
_HOUR = r"(?<![\d.时用耗])(?P<hour>\d{1,2})[时点](?P<minute>\d{2})分(?!钟|之|数|别)|(?<=[日午晚晨上，在])(?:2[5-9]|[3-9]\d)时(?!间|期|代|尚|分)|(?:^|(?<=[，。、\s]))(?:2[5-9])时(?=开|召|准|集|举)"
_MORNING = r"(?:上午|早上|清晨|早晨)(?:1[3-9]|2[0-4])(?:时(?!间)|点(?![多个])|：\d\d)"
_MONTH = r"(?<![\d.])(?:1[3-9]|[2-9]\d|0)月(?:底|初|中旬|上旬|下旬|末|份)"


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _DAY, ("日", "号"), 10, 2, DIGITS):
        if not _exists(found):
            yield Hit(*found.span(), f"没有“{found[0]}”这一天", "核对日期")
    unheard = [*near(m, _HANZI, ("月三十",), 3, 6), *near(m, _MONTH, ("月",), 3, 3, DIGITS)]
    for found in [*unheard, *matches(m, r"第[五六七八九5-9]季度", ("季度",))]:
        yield Hit(*found.span(), f"没有“{found[0]}”", "核对日期")
    for found in near(m, _HOUR, ("时", "点"), 4, 6, DIGITS):
        hour, minute = found["hour"], found["minute"]
        if hour is None or int(hour) > 24 or (int(minute) > 59 and "时" in found[0]):
            yield Hit(*found.span(), f"没有“{found[0]}”这个钟点", "核对时间")
    for found in matches(m, _MORNING, ("上午", "早上", "清晨", "早晨")):
        yield Hit(*found.span(), f"“{found[0]}”自相矛盾", "去掉“上午”一类的词，或者改钟点", "warning")


def _exists(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1]:
        return False
    return (
        found["year"] is None
        or not 1 <= int(found["year"]) <= 9999
        or real(int(found["year"]), month, day) is not None
    )

"""规划期和年份对不上：“十四五”开局之年2026年，或把过去的规划期当作现在。

“十五五”是2026—2030年，往前每五年一期。开局之年、收官之年和写明的年份对不上，是稿中自相矛盾，一律报错；
“今年是”“正在实施”“当前”后面的规划期和讲话日期对不上，知道日期报错，不知道的警告。说已往规划期的成绩不算。
"""

from collections.abc import Iterator
from datetime import date

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example, matches
from qicao.rules._dated import VERIFIED, Reading, reading, told_of_years

ID = "规划期"
FAMILY = "提法"
SEVERITY = "error"
BAD = (
    "2026年是⟦“十四五”规划的开局之年⟧，要开好局。",
    "⟦“十四五”开局之年2026年⟧，任务很重。",
    Example("当前，⟦“十五五”规划进入收官之年⟧，要抓紧。", "2026-04-16"),
    Example("今年是实施⟦“十四五”规划的关键一年⟧，任务繁重。", "2026-03-12"),
    "今年是实施⟦“十一五”规划的关键一年⟧，任务繁重。",
    Example("我们正处在⟦“十三五”时期⟧，要抢抓机遇。", "2024-03-12"),
    "⟦“十四五”时期（2016—2020年）⟧，全市经济总量翻番。",
)
GOOD = (
    "去年是2025年，今年是“十五五”开局之年。",
    Example("2026年是“十五五”规划开局之年，2025年是“十四五”规划收官之年。", "2026-03-12"),
    Example("“十四五”时期，我们取得了很大成绩；今年是“十四五”圆满收官、“十五五”开局起步之年。", "2026-03-12"),
    Example("今年是“十四五”收官之年，要谋划好“十五五”规划。", "2025-03-12"),
    Example("总结“十四五”规划实施情况，站在“十五五”新的起点上。", "2026-03-12"),
    Example("2021年是“十四五”开局之年，五年来我们干了几件大事。", "2026-03-12"),
    "“十五五”时期（2026—2030年）是夯实基础的关键时期。",
)
_PLAN = r"“?十(?P<plan>[一二三四五])五”?(?:规划|时期|期间)?(?:实施|建设|发展)?(?:的|进入|迎来)?"
_ROLE = r"(?P<first>开局之年|起步之年|第一年|首年)|(?P<last>收官之年|最后一年|决战之年|完美收官)|(?P<middle>中期之年|承上启下之年)"
_YEARS = (
    rf"(?P<year>20\d\d)年[，是]{{0,2}}(?:我[国省市县区]|实施|全面|落实){{0,3}}(?P<hit>{_PLAN}(?:{_ROLE}))",
    rf"(?P<hit>{_PLAN}(?:{_ROLE})[，（(]?(?:即|也就是|是)?(?P<year>20\d\d)年?(?!\d|年?是))",
)
_SPAN = rf"(?P<hit>{_PLAN}[（(，]?(?:即)?(?P<year>20\d\d)年?[—－\-至到～~]{{1,2}}(?P<end>20\d\d)年?[）)]?)"
_NOW = (
    r"(?:(?:今年|当前|目前|现在|眼下|正处|正在|正值|现阶段|站在)[^。；！？\n“”]{0,24}?|(?=“?十[一二三四五]五”?(?:规划|时期)?(?:进入|迎来)))"
    rf"(?P<hit>{_PLAN}(?:{_ROLE}|关键(?:一年|之年|时期|阶段)?|攻坚(?:之年|阶段|期)?|冲刺(?:阶段)?|深化之年)?)"
)
_TRIGGERS = ("十一五", "十二五", "十三五", "十四五", "十五五")


def first_year(plan: str) -> int:
    """The first year of a five-year plan: 十一五 began in 2006."""
    return 2006 + 5 * ("一二三四五".index(plan))


def check(m: Manuscript) -> Iterator[Hit]:
    if not any(word in m.text for word in _TRIGGERS):
        return
    taken = set[int]()
    for expression in (*_YEARS, _SPAN):
        for found in matches(m, expression):
            begin, year = first_year(found["plan"]), int(found["year"])
            names = found.groupdict()
            fits = year == begin + (4 if names.get("last") else 2 if names.get("middle") else 0)
            if names.get("end"):
                fits = year == begin and int(names["end"]) == begin + 4
            taken.update(range(*found.span()))
            if not fits:
                plan = f"“十{found['plan']}五”"
                message = f"{plan}是{begin}—{begin + 4}年，和“{year}年”对不上"
                yield Hit(*found.span("hit"), message, "核对年份和规划期，改成一致")
    yield from _as_current(m, taken, reading(m))


def _as_current(m: Manuscript, taken: set[int], now: Reading) -> Iterator[Hit]:
    """A plan spoken of as the present one."""
    for found in matches(m, _NOW):
        start, end = found.span("hit")
        begin, year = first_year(found["plan"]), now.day.year
        if not taken.isdisjoint(range(start, end)) or told_of_years(m, start, now.day.year - 1):
            continue
        right = range(begin, begin + 5)
        if found["first"] or found["last"]:
            right = range(begin, begin + 1) if found["first"] else range(begin + 4, begin + 5)
        years = {year} if now.given else {year, year + 1, VERIFIED.year}
        if years.isdisjoint(right) and not _turn(now.day, begin, m.text[end : end + 12]):
            message = f"“十{found['plan']}五”是{begin}—{begin + 4}年，和现在对不上（{now.why}）"
            hint = f"{year}年在“十{'一二三四五'[min(max(year - 2006, 0) // 5, 4)]}五”期间"
            yield Hit(start, end, message, hint, "error" if now.given else "warning")


def _turn(day: date, begin: int, after: str) -> bool:
    """The year a plan ends, or the one after it, may look both ways (“十四五”收官、“十五五”开局)."""
    return ("十" in after and "五" in after) or (day.year == begin - 1 and "谋划" in after)

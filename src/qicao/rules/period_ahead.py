"""还没有过去的一段时间，已经当成过去总结了。

7月的讲话里“今年前三季度完成投资60亿元”，6月5日的讲话里“今年1至8月共检查200家”：多半是旧稿的时段没有改。只查“今年”的和没写年份而句子
里没有“去年、上年”一类词的；有“力争、要、计划、预计、目标”的是安排，不查；离期末不到十五天的当作提前统计，不查。不知道讲话日期就不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example, compiled
from qicao.rules._dates import last_day, real

ID = "时段未到"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    Example("今年⟦前三季度⟧，全市完成投资60亿元，同比增长8%。⟦1至8月⟧，共检查企业200家。", day="2026-07-17"),
    Example("今年⟦上半年⟧，我们开展了三次检查，整改了120处隐患。", day="2026-04-02"),
    Example("⟦1—11月⟧，全局共受理投诉120件，办结118件。", day="2026-09-10"),
    Example("⟦截至9月底⟧，全市已完成投资80亿元。", day="2026-07-17"),
    Example("从今年⟦上半年⟧的情况看，全县发生了12起事故。", day="2026-03-02"),
)
GOOD = (
    Example("截至6月底，全市已完成投资80亿元。截至去年12月底，共有80家。报名截至9月底。", day="2026-07-17"),
    Example("去年前三季度完成投资60亿元，同比增长8%。今年1至6月，共检查企业200家。", day="2026-07-17"),
    Example(
        "今年前三季度要完成投资60亿元，力争上半年完成30亿元。今年上半年预计完成投资20亿元。", day="2026-04-17"
    ),
    Example(
        "2025年工作抓得紧。全年完成投资60亿元，前三季度完成40亿元，1至11月共检查200家。", day="2026-01-17"
    ),
    Example("今年1至3月，共检查企业200家，完成了任务。上半年，我们完成了任务。", day="2026-06-20"),
    Example("上半年的任务还没有完成，前三季度是关键期，1至8月是汛期。", day="2026-04-02"),
    Example("回顾过去一年，上半年我们完成了普查，下半年完成了整改。", day="2026-02-02"),
    Example("计划1至8月完成勘察，9至12月完成施工。确保在前三季度完成了再说。", day="2026-02-02"),
    "今年前三季度，全市完成投资60亿元。",
)
_PERIOD = (
    r"(?:前三季度|上半年|三季度|二季度|1(?<!\d1)(?:至|到|—|-|～)(?P<m>1[0-2]|[2-9])月份?)"
    r"(?=[，、]|的(?:情况|检查|数据|统计|工作)|全[省市县区局院校]|[我各]|共|累计|完成)"
)
_UNTIL = r"截[至止]到?(?:今年)?(?P<m>1[0-2]|[1-9])月(?:份?[底末]|(?P<d>\d{1,2})[日号])(?=，[^。；！？\n]{0,30}(?:已|共|累计|完成|实现|达到?))"
_ENDS = {"前三季度": 9, "三季度": 9, "上半年": 6, "二季度": 6}
_DONE = r"完成了|实现了|共(?:检查|受理|开展|完成|办理|发现|整改|组织|查处|办结|接待|立案)|同比(?:增长|下降|增加|减少|上升|提高)|累计(?:完成|投入|检查|实现)|已经?[完办整实检]|开展了|整改了|发生了|取得了|达到了|(?:完成|实现)[^，。；！？\n\d]{0,10}\d[\d.]*[亿万]?元，(?:同比|比|较|增长|占)"
_NOT = r"去年|上年|前年|往年|过去|历年|20\d\d年|力争|确保|计划|预计|目标|争取|将|打算|安排|(?<![主重需首紧次摘概])要(?![求素点闻])|必须|务必|明年|回顾|上一年|同期的?(?:上半年|前三)"


def check(m: Manuscript) -> Iterator[Hit]:
    if m.day is None or (not m.is_speech and len(m.text) > 400):
        return
    if not any(word in m.text for word in ("季度", "上半年", "月")):
        return
    if "截" in m.text and m.day.month > 3:
        yield from _closing(m, m.day)
    for found in compiled(_PERIOD).finditer(m.text):
        end = last_day(m.day.year, _ENDS.get(found[0]) or int(found["m"]))
        if (end - m.day).days > 15 and _told(m, found, m.day):
            words = found[0]
            message = f"讲话日期是{m.day.month}月{m.day.day}日，“{words}”还没有过完"
            yield Hit(*found.span(), message, "核对是不是旧稿的时段")


def _closing(m: Manuscript, today: date) -> Iterator[Hit]:
    """截至9月底 in July."""
    for found in compiled(_UNTIL).finditer(m.text):
        month, day = int(found["m"]), found["d"]
        end = real(today.year, month, int(day)) if day else last_day(today.year, month)
        first = (
            max([m.text.rfind(mark, max(found.start() - 60, 0), found.start()) for mark in "。！？\n"]) + 1
        )
        before = m.text[max(first, found.start() - 60) : found.start()]
        if end is not None and (end - today).days > 3 and not compiled(_NOT + "|报名|申报").search(before):
            message = f"讲话日期是{today.month}月{today.day}日，“{found[0]}”还没有到"
            yield Hit(*found.span(), message, "核对是不是旧稿的时段")


def _told(m: Manuscript, found: re.Match[str], day: date) -> bool:
    """Whether the sentence says what was done in the period, of this year."""
    text, at = m.text, found.start()
    this = text.endswith(("今年", "本年", "今年以来"), max(at - 4, 0), at)
    if not this and text[at - 1 : at] in tuple("去上前每明年第度内"):
        return False
    first = max([text.rfind(mark, max(at - 120, 0), at) for mark in "。！？\n"]) + 1
    ends = [stop for mark in "。！？\n" if (stop := text.find(mark, found.end(), found.end() + 80)) >= 0]
    last = min(ends, default=min(found.end() + 80, len(text)))
    before = text[max(first, at - 120) : at]
    if m.quoted(at) or compiled(_NOT).search(before) or compiled(_NOT).search(text, found.end(), last):
        return False
    if not this and day.month < 4:  # at the turn of the year the last one is meant
        return False
    earlier = text[max(first - 80, 0) : first]
    if not this and re.search(r"去年|上年|过去|20\d\d年|回顾", earlier):
        return False
    return compiled(_DONE).search(text, found.end(), last) is not None

"""要求今后完成的事，期限却在讲话日期之前。

2026年4月的讲话里“要在3月25日前完成”“力争2025年底全面达标”，多半是旧稿没有改。句子里有“已经”“去年”“当时”“提出”一类的词、
在引号里的、写明“明年”“每年”的不查；没写年份的月份，过去超过四个月的当作明年，也不查。不知道讲话日期就不查。
"""

import re
from collections.abc import Iterator
from datetime import date

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example, compiled, matches
from qicao.rules._dates import DAYS, last_day, real
from qicao.rules._near import near

ID = "期限已过"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    Example("要在⟦3月25日前⟧完成外墙粉刷，在5月8日前完成看台维修。", day="2026-04-16"),
    Example(
        "各单位务必于⟦2026年2月底前⟧上报方案。力争⟦2025年⟧实现创建目标，确保⟦今年3月底前⟧整改到位。",
        day="2026-04-16",
    ),
    Example("⟦2025年底前⟧完成全部整改任务。到⟦2025年⟧，全县要创成文明城市。", day="2026-04-16"),
    Example("到⟦2025年底⟧，要全面达到申报条件。⟦3月上旬前⟧完成自查。", day="2026-04-16"),
)
GOOD = (
    Example("要在5月8日前完成，务必于2026年12月底前上报，力争2027年实现目标。", day="2026-04-16"),
    Example("去年3月25日前已经完成。每年3月底前要报计划。明年3月底前完成。10月底前完成。", day="2026-04-16"),
    Example(
        "省里当时提出，到2025年要全面达标。规划明确，到2025年底前完成。到2025年底，我们将三项指标都完成了。",
        day="2026-04-16",
    ),
    Example("“到2025年底前要完成”的目标。到2025年底，全局共有党员80名。4月底前完成。", day="2026-04-16"),
    Example(
        "2025年，我们力争上游，确保了安全。力争在2025年的基础上再进一步。要巩固2025年成果。", day="2026-04-16"
    ),
    Example("明年工作要早谋划，2月底前完成计划，3月底前落实。", day="2026-04-16"),
    "要在3月25日前完成。",
)
_MONTHLY = r"(?<![\d.月年每])(?:(?P<year>\d{4})年|今年)?(?P<month>1[0-2]|[1-9])月(?:份)?(?:(?P<day>\d{1,2})[日号]|(?P<part>底|末|初|上旬|中旬|下旬))?(?:之前|以前|前)"
_YEARLY = r"20\d{2}(?<!\d....)年(?:年?底|末)?(?:之?前|以前)?(?!\d|[的度]?基础)"
_STRIVE = r"(?:力争|确保|争取|务必|务求|计划|必须)(?:在|到|于)?(?P<hit>(?P<year>20\d{2})年(?:年?底|末|上半年|下半年)?(?:之?前|以前|内)?)(?!的|[度]?基础|以来|成果|[0-9]|\d?月)"
_FUTURE = (
    r"(?<![主重需首紧次摘概])要(?![求素点闻])|将(?!近)|力争|确保|务必|必须|争取|计划|完成|应当|请|须|落实"
)
_MODAL = r"(?<![主重需首紧次摘概])要(?![求素点闻])|将(?!近)|力争|确保|务必|必须|争取|目标|应当"
_PAST = r"已|曾|去年|上年|前年|当时|原定|原计划|提出|指出|明确[，：要规提]|规定|印发|规划|回顾|如期|总结|过去|实现了|完成了|以来|明年|次年|每年|来年|翌年|下一年|后年|取得"
_DONE = r"[\u4e00-\u9fff]了(?![解])|已|过去了"


def check(m: Manuscript) -> Iterator[Hit]:
    if m.day is None:
        return
    for found in near(m, _MONTHLY, ("前",), 16, 1, "日号底末初旬份月之以"):
        due = _due(found, m.day)
        if due and due < m.day and _meant(m, found, True):
            yield _hit(m, *found.span())
    for found in matches(m, _YEARLY, ("20",)):
        open_end = m.text[found.start() - 1 : found.start()] == "到" or found[0].endswith("前")
        if open_end and int(found[0][:4]) < m.day.year and _meant(m, found, False):
            yield _hit(m, *found.span())
    for found in matches(m, _STRIVE, ("20",)):
        if int(found["year"]) < m.day.year and _meant(m, found, False):
            yield _hit(m, *found.span("hit"))


def _hit(m: Manuscript, start: int, end: int) -> Hit:
    day = m.day
    spoken = f"{day.year}年{day.month}月{day.day}日" if day else ""
    return Hit(start, end, f"期限“{m.text[start:end]}”在讲话日期（{spoken}）以前", "核对是不是旧稿的日期")


def _due(found: re.Match[str], today: date) -> date | None:
    """The last day of the time given; a month long past, without a year, is next year's."""
    year = int(found["year"] or today.year)
    month = int(found["month"])
    day = {"初": 10, "上旬": 10, "中旬": 20}.get(found["part"] or "", DAYS[month - 1])
    if found["day"]:
        day = int(found["day"])
    due = real(year, month, day) or last_day(year, month)
    if found["year"] is None and "今年" not in found[0] and (today - due).days > 120:
        return None
    return due


def _meant(m: Manuscript, found: re.Match[str], monthly: bool) -> bool:
    """Whether the sentence speaks of what is still to be done."""
    if m.quoted(found.start()):
        return False
    text = m.text
    first = max(
        max([text.rfind(mark, max(found.start() - 60, 0), found.start()) for mark in "。！？\n"]) + 1,
        found.start() - 60,
        0,
    )
    ends = [at for mark in "。！？；\n" if (at := text.find(mark, found.end(), found.end() + 40)) >= 0]
    last = min(ends, default=min(found.end() + 40, len(text)))
    before, after = text[first : found.start()], text[found.end() : last]
    clause = after.partition("，")[0] or after
    if (
        compiled(_PAST).search(before)
        or compiled(_DONE).search(clause)
        or (not monthly and compiled(_DONE).search(after))
    ):
        return False
    wanted = _FUTURE if monthly or found[0].endswith("前") else _MODAL
    return bool(compiled(wanted).search(before[-12:] + found[0] + after))

"""“还有多少天”“还剩几个月”和讲话日期对不上。

7月17日的讲话里“距离12月31日还有200余天”，实际是167天；7月说“离前三季度结束不到两个月”，实际还有两个半月。旧稿改日期时，这些数最容易
忘了改。相差三天以内不提，“余、多、不到、约”按它的意思放宽。不知道讲话日期就不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import value
from qicao.rulekit import Example, compiled
from qicao.rules._dates import last_day, real

ID = "余日不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    Example("⟦距离12月31日通水还有200余天⟧。⟦离年底不到三个月⟧了。", day="2026-07-17"),
    Example("⟦前三季度只剩下不到两个月⟧，拖一天就被动一天。⟦今年还剩三个月⟧。", day="2026-07-17"),
    Example("⟦距10月1日国庆节只有五十天⟧，⟦离9月底验收仅剩40天⟧。", day="2026-07-17"),
    Example(
        "从现在起⟦到12月31日，只有一百天⟧时间。⟦离9月20日正式检查还有整整90天⟧，⟦到年底还有半年多⟧。",
        day="2026-07-20",
    ),
)
GOOD = (
    Example(
        "从现在起到12月31日，只有160多天时间。到年底还有不到半年。到9月底，还有两个月。离9月20日检查还有整整62天。",
        day="2026-07-20",
    ),
    Example("到10月底还有2个点位没有开工。到年底有三个月的集中攻坚。至9月底，有30天达标。", day="2026-07-20"),
    Example("距离12月31日通水还有160余天。离年底不到半年了，离年底还有五个多月。", day="2026-07-17"),
    Example(
        "前三季度只剩下两个多月，今年还剩五个月，离9月底验收仅剩75天，距国庆节还有76天。", day="2026-07-17"
    ),
    Example("去年此时距离12月31日还有200余天。当时离年底不到三个月。离3月底还有30天。", day="2026-07-17"),
    Example("离年底还有不到半年，时间紧。距离12月31日不到200天。离9月底有三个节点。", day="2026-07-17"),
    "距离12月31日通水还有200余天。",
)
_UNTIL = (
    r"(?:距离?|离|[到至])(?:今年|(?P<y>20\d\d)年)?(?:(?P<mon>1[0-2]|[1-9])月(?:(?P<d>\d{1,2})[日号]|(?P<end>底|末))|(?P<feast>年底|年末|元旦|国庆节?|五一|七一|十一))"
    r"[^，。；！？\n\d]{0,14}?，?"
)
_WITHIN = r"(?P<span>前三季度|三季度|上半年|二季度|四季度|全年|今年|本年度?)(?:的?工作|已经|时间){0,2}"
_LEFT = (
    r"(?:还|已|就|仅|只|也){0,2}(?:有|剩下?|余|不到|不足|剩余)(?:了|整整|短短)?(?P<less>不到|不足)?(?P<near>约|近|大约|将近)?"
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十百]{1,5}|半)(?:来)?(?P<more>余|多|来)?(?P<u>个多月|个半月|个月|天|日|年)(?P<after>多)?(?P<about>左右)?"
)
_ENDS = {"前三季度": (9, 30), "三季度": (9, 30), "上半年": (6, 30), "二季度": (6, 30), "四季度": (12, 31)}
_FEASTS = {"国庆": (10, 1), "国庆节": (10, 1), "十一": (10, 1), "五一": (5, 1), "七一": (7, 1)}
_PAST = r"去年|当时|那时|上年|前年|曾|此前|那年|此时"


def check(m: Manuscript) -> Iterator[Hit]:
    if m.day is None:
        return
    for lead, words in (
        (_UNTIL, ("距", "离", "到", "至")),
        (_WITHIN, ("剩", "不到", "不足", "还有", "只有")),
    ):
        if not any(word in m.text for word in words):
            continue
        for found in compiled(lead + _LEFT).finditer(m.text):
            if found[0][0] in "到至" and not compiled("[还只仅剩足]|不到").search(found[0]):
                continue  # 到年底有三个月的攻坚
            due = _due(found, m.day)
            left = (due - m.day).days if due else -1
            before = m.text[max(found.start() - 24, 0) : found.start()]
            if (
                left < 0
                or m.quoted(found.start())
                or compiled(_PAST).search(re.split("[。！？]", before)[-1])
            ):
                continue
            said = _said(found)
            if said and not said[0] <= left <= said[1]:
                where = m.piece(*found.span(), last=True)
                yield Hit(*where, f"从{m.day.month}月{m.day.day}日算起还有{left}天", "核对日期和天数")


def _due(found: re.Match[str], today: date) -> date | None:
    groups = found.groupdict()
    if span := groups.get("span"):
        month, day = _ENDS.get(span, (12, 31))
        return real(today.year, month, day)
    year = int(groups["y"] or today.year)
    if feast := groups["feast"]:
        if feast == "元旦":
            return date(today.year + 1, 1, 1)
        return real(year, *_FEASTS.get(feast, (12, 31)))
    month = int(groups["mon"])
    return last_day(year, month) if groups["end"] else real(year, month, int(groups["d"]))


def _said(found: re.Match[str]) -> tuple[float, float] | None:
    """How many days may be meant: at least, at most."""
    word, unit = found["n"], found["u"]
    number = 0.5 if word == "半" else float(_number(word))
    if number <= 0 or (unit == "年" and number > 0.5) or (word == "半" and unit != "年"):
        return None
    size = 365 if unit == "年" else 1 if unit in ("天", "日") else 30.5
    less = found["less"] or any(short in found[0] for short in ("不到", "不足"))
    if unit == "个半月":
        number += 0.5
    days = number * size
    if less:
        return days * 0.5, days + 3
    if found["more"] or found["after"] or unit == "个多月":
        step = size if size > 1 else 10.0 ** (len(str(int(number))) - 1)
        return days - 3, days + step + 3
    slack = max(days * (0.15 if found["near"] or found["about"] else 0.0), 3 if size == 1 else 16)
    return days - slack, days + slack


def _number(word: str) -> int:
    if "百" not in word:
        return value(word)
    hundreds, _, rest = word.partition("百")
    return (value(hundreds) or 1) * 100 + (value(rest) if rest else 0)

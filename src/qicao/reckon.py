"""What follows from the facts of a brief by counting: how many compete for one place, how long is left.

A figure that was reckoned is as true as those it was reckoned from; only what comes out plainly is said.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from qicao import figures
from qicao.numerals import counted

# 剩余时间 is usually given
NAMES = (
    "竞争比",
    "整改天数",
    "日均处数",
    "剩余隐患数",
    "年度占比",
    "投资余额",
    "余下月数",
    "月均已干",
    "月均要干",
    *figures.NAMES,
)
_DAY = re.compile(r"(?:(今年|本年|(\d{4})年))?(\d{1,2})月(?:(\d{1,2})日|底)(?:前|之前|以前)?$")
_MONTH = re.compile(r"(今年|明年)(\d{1,2})月(?:底|份|中旬|上旬|下旬)?$")
_MONEY = re.compile(r"(\d+(?:\.\d+)?)(亿|万)元$")
_MENDED = re.compile(r"已经?(?:完成)?(?:整改|销号)(?:完成|销号|完毕)?了?([0-9]+)[处个项条]")
_SPENT = re.compile(
    r"(一季度|上半年|前三季度|前([2-9])个月|1[至到—-]([2-9]|1[01])月)完成投资([0-9.]+(?:亿|万)元)"
)
_QUARTERS = {"一季度": 3, "上半年": 6, "前三季度": 9}
_MOST_DAYS = 120  # a longer time is not counted in days


def reckoned(facts: Mapping[str, str], day: date) -> dict[str, str]:
    """Facts that nobody gave and that follow from those given, by name (NAMES and 剩余时间)."""
    found: dict[str, str] = {}
    places, rivals = _number(facts.get("名额")), _number(facts.get("竞争单位数"))
    if places and rivals and rivals >= 2 * places:
        found["竞争比"] = f"{counted(round(rivals / places))}家"
    if months := _months(facts.get("验收时间", ""), day):
        found["剩余时间"] = f"不到{counted(months)}个月"
    days = _days(facts.get("整改期限", ""), day)
    if days:
        found["整改天数"] = f"{days}天"
        if rest := _number(facts.get("隐患数")) - _mended(facts):
            found["日均处数"] = _pace(rest, days)
    if share := _share(facts.get("年度投资", ""), facts.get("总投资", "")):
        found["年度占比"] = share
    if _mended(facts):
        found["剩余隐患数"] = str(_number(facts.get("隐患数")) - _mended(facts))
    found |= figures.reread([facts[name] for name in ("数据", "成绩") if name in facts])
    found |= _investment(facts.get("年度投资", ""), facts.get("数据", ""))
    return {name: words for name, words in found.items() if name not in facts}


def contained(facts: Mapping[str, str]) -> frozenset[str]:
    """Facts that are said with what was reckoned from them: 已经整改41处 is said by 还剩26处."""
    whole = _MENDED.fullmatch(facts.get("数据", ""))
    return frozenset(["数据"]) if whole and _mended(facts) else frozenset()


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _days(text: str, day: date) -> int:
    """Days from the meeting to a date, or to the end of a month; 0 when that cannot be said."""
    found = _DAY.fullmatch(text)
    year, month = (int(found[2] or day.year), int(found[3])) if found else (day.year, day.month)
    if not found and text not in ("本月底", "月底", "这个月底"):
        return 0
    try:
        last = monthrange(year, month)[1]
        end = date(year, month, int(found[4]) if found and found[4] else last)
    except ValueError:
        return 0
    days = (end - day).days
    return days if 0 < days <= _MOST_DAYS else 0


def days_left(facts: Mapping[str, str], day: date) -> int:
    """Days until what the brief wants must be done; 0 when it does not say, or says it in no plain way."""
    term = re.fullmatch(r"([0-9]+)天", facts.get("攻坚期", ""))
    days = [
        int(term[1]) if term else 0,
        *[_days(facts.get(name, ""), day) for name in ("整改期限", "完成时限")],
    ]
    return min([one for one in days if one], default=0)


def _months(text: str, day: date) -> int:
    """Months to the one named, the present one included; 0 when there are fewer than three or it is past."""
    found = _MONTH.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= 12:
        return 0
    months = int(found[2]) - day.month + (12 if found[1] == "明年" else 0)
    return months if months >= 3 else 0


def _pace(dangers: int, days: int) -> str:
    if dangers >= 1.5 * days:
        return f"平均一天要改{counted(round(dangers / days))}处"
    if dangers * 1.5 >= days:
        return "差不多一天要改一处"
    return f"平均{counted(round(days / dangers))}天要改一处"


def _mended(facts: Mapping[str, str]) -> int:
    """How many of the dangers the brief says are mended; 0 when it does not, or when none would be left."""
    found = _MENDED.search(facts.get("数据", ""))
    done = int(found[1]) if found else 0
    return done if done < _number(facts.get("隐患数")) else 0


def _investment(plan: str, data: str) -> dict[str, str]:
    """What is left of the year's investment, and how much a month that makes beside what a month has brought."""
    whole, spent = _money(plan), _SPENT.search(data)
    done = _money(spent[4]) if spent else 0
    if not spent or not whole or not 0 < done < whole:
        return {}
    months = _QUARTERS.get(spent[1]) or int(spent[2] or spent[3])
    rest = 12 - months
    if done / months >= whole / 12:  # not behind: nothing to make up
        return {}
    return {
        "投资余额": _spoken(whole - done),
        "余下月数": counted(rest),
        "月均已干": _spoken(done / months, about=True),
        "月均要干": _spoken((whole - done) / rest, about=True),
    }


def _money(text: str) -> float:
    """In 万元; 0 when it is no plain sum."""
    found = _MONEY.fullmatch(text)
    return float(found[1]) * (10_000 if found[2] == "亿" else 1) if found else 0


def _spoken(money: float, about: bool = False) -> str:
    """A sum in 万元 as it is said; `about`: two figures and 多."""
    unit, name = (10_000, "亿元") if money >= 10_000 else (1, "万元")
    value = money / unit
    if not about:
        return f"{round(value, 2):g}{name}"
    step = 0.1 if unit > 1 else 100 if value >= 1000 else 10
    full = round(int(value / step + 1e-6) * step, 1)
    return f"{full:g}{'多' if value - full > step / 20 else ''}{name}"


def _share(part: str, whole: str) -> str:
    """How much of the whole, in tenths: 近四成."""
    one, all_ = _money(part), _money(whole)
    if not one or not all_:
        return ""
    tenths = 10 * one / all_
    full, rest = int(tenths), tenths - int(tenths)
    if not 1 <= tenths < 10:
        return ""
    if rest >= 0.6 and full < 9:
        return f"近{counted(full + 1)}成" if full + 1 != 2 else "近两成"
    return f"{counted(full)}成{'多' if rest >= 0.15 else ''}"

"""The day of a meeting in all ways of writing it, and with the day of the week behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qicao.numerals import chinese
from qicao.swap.changes import Change
from qicao.swap.words import listed

_WEEKDAYS = "一二三四五六日"
_GAPS = ("", "，", "、", ",", " ", "， ", "\u3000")


def days(old: date, new: date) -> Iterator[Change]:
    """The day of the meeting in all ways of writing it, the day of the week behind it included."""
    for one, other in zip(_written(old), _written(new), strict=True):
        for week in _weeks():
            yield Change(one + week.format(_weekday(old)), other + week.format(_weekday(new)), "会议日期")
    for form in (
        "{0.year}-{0.month:02}-{0.day:02}",
        "{0.year}.{0.month}.{0.day}",
        "{0.year}/{0.month}/{0.day}",
    ):
        yield Change(form.format(old), form.format(new), "会议日期")


def _written(day: date) -> list[str]:
    """2026年3月12日, 3月12日, 3月12号, 二〇二六年三月十二日 …"""
    year = "".join(["〇一二三四五六七八九"[int(digit)] for digit in str(day.year)])
    spelt = f"{chinese(day.month)}月{chinese(day.day)}日"
    short = f"{day.month}月{day.day}"
    return [
        f"{day.year}年{short}日", f"{day.year}年{day.month:02}月{day.day:02}日", f"{short}日", f"{short}号",
        f"{year}年{spelt}", spelt, f"{day.year} 年 {day.month} 月 {day.day} 日", f"{day.month} 月 {day.day} 日",
    ]  # fmt: skip


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _weeks() -> list[str]:
    """（星期{}）, ，星期{}, 下午 周{} …, and nothing."""
    called = [f"{gap}{week}{{}}" for gap in _GAPS for week in ("星期", "周", "礼拜")]
    called += [f"{first}{week}{{}}{last}" for first, last in ("（）", "()") for week in ("星期", "周")]
    return ["", *[time + one for time in ("", *listed("日期后")) for one in called]]

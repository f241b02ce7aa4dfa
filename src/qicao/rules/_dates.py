"""Dates in running text. Shared by the rules of 数据."""

from __future__ import annotations

from datetime import date

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def real(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return real(year, month, DAYS[month - 1]) or date(year, month, 28)

"""Chinese numerals for numbering and for small counts (GB/T 9704-2012 7.3.3; GB/T 15835-2011)."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "俩": 2}
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """An ordinal numeral from 0 to 9999: 10 → 十, 12 → 十二, 105 → 一百零五. Raises ValueError outside."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number < 10:
        return _DIGITS[number]
    out, rest, skipped = "", number, False
    for size, name in _UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            out += ("零" if skipped and out else "") + _DIGITS[digit] + name
            skipped = False
        else:
            skipped = True
    out += ("零" if skipped and rest and out else "") + (_DIGITS[rest] if rest else "")
    return out.removeprefix("一") if out.startswith("一十") else out


def counted(number: int) -> str:
    """A numeral before a measure word: 2 → 两 (两点意见), everything else as `chinese`."""
    return "两" if number == 2 else chinese(number)


def value(word: str) -> int:
    """三 → 3, 十二 → 12, 12 → 12; 0 for anything else (几)."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.partition("十")
    if not ten:
        return _VALUES.get(word, 0)
    return (_VALUES.get(tens, 0) if tens else 1) * 10 + (_VALUES.get(ones, 0) if ones else 0)

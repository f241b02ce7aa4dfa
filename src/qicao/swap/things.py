"""Names that are said in another sense: of a thing (那块青石), of a place of old (都城长安), of the word itself."""

from __future__ import annotations

import re
from functools import cache

from qicao.swap.words import han, listed

_COUNT = "像是说有多少"
_THING, _WORD, _OLD = "像是说一样东西", "像是说这个词本身", "像是历史上的地名"
_ITSELF = re.compile("[”’」』](?:一词|[一二两三四]个?字|这个(?:词|名字|地名))")
_CAPITAL = re.compile(
    "(?:都城|国都|帝都|唐都|汉都|(?:唐|汉|明|清|周|秦|宋|隋|元)[代朝]的?(?:京城|古都|首都)?)$"
)
_FAR = 6  # characters that are looked at


def named_only(text: str, start: int, end: int) -> str:
    """Why text[start:end] is not what the name means today, or ""."""
    if text[start - 1 : start] in ("“", "‘", "「", "『") and _ITSELF.match(text, end):
        return _WORD
    return _OLD if _CAPITAL.search(text[max(start - _FAR, 0) : start]) else ""


def counted(text: str, start: int, end: int) -> str:
    """Why 三台 is a number of things (新添了|三台|终端, 配了三台扫描仪) and no place, or ""."""
    if text[start:end] not in listed("也是数量") or not text.endswith(listed("数量前"), 0, start):
        return ""
    if not han(text[end : end + 1]) or text.startswith(
        (*listed("地名后"), *listed("地名已知后"), "的", *"一二两三四五六七八九十几"), end
    ):
        return ""
    return _COUNT


def is_thing(name: str) -> bool:
    """Whether a name may be that of a thing: 石桥, 清河, 青石."""
    return len(name) == 2 and name[-1] in (*listed("地尾"), *listed("物尾"))


def thing(text: str, start: int, end: int) -> str:
    """Why text[start:end] is rather a thing: how many, or what is made of it, stands beside it."""
    if _counted().search(text[max(start - _FAR, 0) : start]) and not text.startswith(listed("热土"), end):
        return _THING
    return _THING if text.startswith(listed("物后"), end) or text.endswith(listed("物前"), 0, start) else ""


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(f"[一二两三四五六七八九十几这那每某数半0-9]+(?:{'|'.join(listed('量词'))})$")

"""Places in the names of history: 黎平|会议, 四平|战役, 武安|君, 民国|青川县长. Such a name stays as it was."""

from __future__ import annotations

import re
from functools import cache

from qicao.names import SURNAMES
from qicao.swap.protect import HISTORIC
from qicao.swap.words import han, listed, ordinary

_TITLE, _PAST = "像是古代的封号、官名“{}”", "像是历史上的地名"
_NEAR = 24  # characters of the sentence in which an age of old may be named
_LED = re.compile(
    "(?:民国(?:时期|初年|年间|[一二三四五六七八九十]{1,3}年)?|[明清元宋唐汉晋隋秦](?:[初末]年?|中[期叶]|[早晚]期)?"
    "|[明清][一-鿿]{2}年间|[明清元宋唐汉晋隋秦][代朝]?[一-鿿]{2}(?:年间|[一二三四五六七八九十]{1,3}年)|旧社会|旧时)的?$"
)
_ENFEOFFED = re.compile("(?:封|拜|袭|授|任|为|号)[一-鿿]{0,2}$")
_STOP = re.compile("[。！？；\n]")
_MODERN = frozenset("市区镇乡村旗")  # endings of places that no title was ever named after
_KEPT = "墓陵府祠国"  # behind a rank they still speak of the title: 武安侯|府


def historic(text: str, start: int, end: int) -> str:
    """Why the place text[start:end] is part of a name of history, or ""."""
    name = text[start:end]
    if found := _events().match(text, end):
        return HISTORIC.format(name + found[0])
    if text.endswith(listed("根据地名"), 0, start):
        return _PAST
    if _LED.search(text[max(start - 9, 0) : start]) and not text[max(start - 9, 0) : start].endswith(
        listed("不是朝代")
    ):
        return _PAST
    return _title(text, start, end)


def _title(text: str, start: int, end: int) -> str:
    """武安君 where an age of old or the granting of a title is told, 青川知县 anywhere."""
    if sure := next((one for one in listed("古官名") if text.startswith(one, end)), ""):
        return _TITLE.format(text[start:end] + sure)
    rank, again = text[end : end + 1], text[end + 1 : end + 2]
    if not rank or rank not in listed("封号") or text[end - 1] in _MODERN or _plain(text, end):
        return ""
    before = _STOP.split(text[max(start - _NEAR, 0) : start])[-1]
    if rank in "侯君" and again in SURNAMES:  # 武安侯|田蚡
        return _TITLE.format(text[start:end] + rank)
    old = any(age in before for age in listed("古代")) or _ENFEOFFED.search(before) is not None
    alone = not han(again) or again in _KEPT
    return _TITLE.format(text[start:end] + rank) if old or (alone and rank in "侯王公") else ""


def _plain(text: str, end: int) -> bool:
    """Whether what looks like a rank begins a word of today (浮梁|公司, 浮梁|公墓) or a village's name (青川|王家庄)."""
    again = text[end + 1 : end + 2]
    word = text.startswith(listed("不是封号"), end) or (
        text[end : end + 2] in ordinary() and again not in _KEPT
    )
    return (
        word or (again in SURNAMES and text[end + 2 : end + 3] in listed("姓后")) or again in listed("姓后")
    )


@cache
def _events() -> re.Pattern[str]:
    """What an event of history is called behind the place where it was; modern ones (现场会议, 地震局) are not."""
    return re.compile(
        f"(?:革命|抗日|军民|农民|工人|人民|路矿工人|中央|大){{0,2}}(?:{'|'.join(listed('史事尾'))})"
        f"(?!{'|'.join(listed('史事后'))})"
    )

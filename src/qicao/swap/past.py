"""What has been and is not changed: honours that were won already, days of other years and of other people's."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.swap.words import listed, ordinary

_WON = "像是说已经得到的荣誉"
_OTHER_YEAR, _FEAST, _BODY = (
    "前面是“{}”，看不出是不是这一天",
    "像是说“{}”这个日子",
    "前面是“{}”，像是别的单位定的日子",
)
_FAR = 60  # characters of the sentence that are looked at
_STOP = re.compile("[。！？；\n]")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?!底|前|内)|([〇零一二三四五六七八九]{4})年")
_TIMES = re.compile("连续[一二三四五六七八九十两多几0-9]+[届年次]")
_MONTH = re.compile(r"(?:[0-9〇零一二三四五六七八九]{4} ?年 ?)?[0-9一二三四五六七八九十]{1,3} ?月")
# What sets the date in the same breath: 省委3月12日, but 全局3月12日 and 我们局3月12日.
_ORGAN = re.compile("(党中央|中央|国务院|[一-鿿]{1,3}(?:政府|文明委|文明办|委|厅|局|院|部|办))(?:于|在)?$")
_ABOVE = re.compile("(?:中央|国务院|[省市县区州旗](?:委|政府|文明委|文明办)|.厅)$")
_BODIES = re.compile("[局院部办委厅]\n")
_OURS = re.compile("(?:[我本全该大各布格开结破内外一]|我们|咱们)[局院部委办厅]$")


@cache
def is_honour(name: str) -> bool:
    """Whether a name is an honour with its level: 省级文明单位."""
    level = next((one for one in listed("荣誉级别") if name.startswith(one)), "")
    return bool(level) and len(name) > len(level) + 2 and name[len(level) :].startswith(listed("荣誉词"))


def won(text: str, start: int, end: int, year: int) -> str:
    """Why the honour text[start:end] is one that was won already, or "". `year`: that of the old text, 0 when
    nothing tells; what it names of earlier years is past."""
    if text.startswith(listed("荣誉后"), end):
        return ""
    head = _STOP.split(text[max(start - _FAR, 0) : start])[-1]
    clause = head.rpartition("，")[2]
    verbs = [*_verbs().finditer(clause)] or [*_verbs().finditer(head)]
    verb = verbs[-1][0] if verbs else ""
    past = _past_year(head, year)
    if head.endswith(listed("荣誉紧接")) or verb in listed("荣誉现有"):
        return _WON
    if verb in listed("荣誉争取") or (not past and any(word in clause for word in listed("荣誉将来"))):
        return ""
    if verb in listed("荣誉得了") and not past:
        told = any(word in clause for word in (f"{verb}了", *listed("荣誉过去")))
        past = told or _TIMES.search(clause) is not None
    return _WON if past or verb in listed("荣誉已得") else ""


def other_day(text: str, start: int, end: int, olds: str) -> str:
    """Why the day text[start:end] is another than that of the meeting, or "". `olds`: all the old names, one a
    line; a body that is among them is one's own."""
    if not _MONTH.match(text, start):
        return ""
    before = text[max(start - 8, 0) : start]
    for year in listed("别的年份"):
        if before.removesuffix("的").endswith(year):
            return _OTHER_YEAR.format(year)
    if feast := _feast().match(text, end):
        return _FEAST.format(feast[1])
    body = _ORGAN.search(before)
    if body is None or _OURS.search(body[1]) or f"{body[1][-3:]}\n" in olds:
        return ""
    theirs = _ABOVE.search(body[1]) or (_BODIES.search(olds) and body[1][-2:] not in ordinary())
    return _BODY.format(body[1]) if theirs else ""


def year_of(olds: Collection[str]) -> int:
    """The latest year that the old names tell of (2026年3月12日), or 0."""
    years = [int(found[0][:4]) for one in olds for found in re.finditer("20[0-9]{2}(?=[年.-])", one)]
    return max(years, default=0)


def _past_year(text: str, year: int) -> bool:
    for one in _YEAR.finditer(text):
        said = int(
            one[1] or "".join([str("零一二三四五六七八九".index(d)) for d in one[2].replace("〇", "零")])
        )
        if not year or said < year:
            return True
    return False


@cache
def _verbs() -> re.Pattern[str]:
    words = [word for kind in ("争取", "已得", "得了") for word in listed(f"荣誉{kind}")]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@cache
def _feast() -> re.Pattern[str]:
    feasts = "|".join(listed("节日"))
    return re.compile(
        rf"(?:是|为|即|也是|这天是|这一天是|[，、（(“])*((?:[^，。；！？]{{0,8}}(?:{feasts}))|"
        r"(?:第[0-9一二三四五六七八九十]+个)?(?:世界|全国|国际|中国)[^，。；]{1,8}[日节周])"
    )

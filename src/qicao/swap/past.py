"""Days that are not that of the meeting (of other years, of feasts, set by other bodies), and what was founded long ago."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.swap.words import listed, ordinary

_OTHER_YEAR, _FEAST, _BODY = (
    "前面是“{}”，看不出是不是这一天",
    "像是说“{}”这个日子",
    "前面是“{}”，像是别的单位定的日子",
)
_HISTORY = "像是说过去的事"
_FOUNDED_IN = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[初底春夏秋冬])?[，,]?$"
)
_FOUNDED = re.compile("[^，。！？；：\n]{0,14}?(?:成立|设立|建立|创办|创立|组建|诞生|挂牌)")
_LONG_AGO = 2000  # where no date tells which year the text is of, years before this one are past
_BYLINE = re.compile(
    r"^[（(\s]*([12二一][0-9〇零一二三四五六七八九]{3}) ?年 ?[0-9一二三四五六七八九十]{1,3} ?月 ?[0-9一二三四五六七八九十]{1,3} ?日[）)\s]*$",
    re.M,
)
_SPELT = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NEAR = 12  # characters before a name that a year takes
_MONTH = re.compile(r"(?:[0-9〇零一二三四五六七八九]{4} ?年 ?)?[0-9一二三四五六七八九十]{1,3} ?月")
# What sets the date in the same breath: 省委3月12日, but 全局3月12日 and 我们局3月12日.
_ORGAN = re.compile("(党中央|中央|国务院|[一-鿿]{1,3}(?:政府|文明委|文明办|委|厅|局|院|部|办))(?:于|在)?$")
_ABOVE = re.compile("(?:中央|国务院|[省市县区州旗](?:委|政府|文明委|文明办)|.厅)$")
_BODIES = re.compile("[局院部办委厅]\n")
_OURS = re.compile("(?:[我本全该大各布格开结破内外一]|我们|咱们)[局院部委办厅]$")


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


def founded(text: str, start: int, end: int, year: int) -> str:
    """Why a name is that of a body as it was founded in an earlier year (1951年泉阳县卫生院成立), or ""."""
    told = _FOUNDED_IN.search(text[max(start - _NEAR, 0) : start])
    past = told is not None and int(told[1]) < (year or _LONG_AGO)
    return _HISTORY if past and _FOUNDED.match(text, end) else ""


def year_of(olds: Collection[str]) -> int:
    """The latest year that the old names tell of (2026年3月12日), or 0."""
    years = [int(found[0][:4]) for one in olds for found in re.finditer("20[0-9]{2}(?=[年.-])", one)]
    return max(years, default=0)


def year_told(words: str) -> int:
    """The year of a text that has its day on a line by itself: （2026年3月12日）; or 0."""
    found = _BYLINE.search(words)
    return int(found[1].translate(_SPELT)) if found else 0


@cache
def _feast() -> re.Pattern[str]:
    feasts = "|".join(listed("节日"))
    return re.compile(
        rf"(?!(?:[，、]|今天)?(?:距|离|再过|临近|迎接|喜迎|迎来))(?:是|为|即|也是|这天是|这一天是|[，、（(“])*((?:[^，。；！？]{{0,8}}(?:{feasts}))|"
        r"(?:第[0-9一二三四五六七八九十]+个)?(?:世界|全国|国际|中国)[^，。；]{1,8}[日节周])"
    )

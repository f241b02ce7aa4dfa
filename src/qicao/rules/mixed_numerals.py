"""并列的几项里数字写法不一：有的用阿拉伯数字，有的用汉字。

GB/T 15835-2011 4.3：同类的数在同一场合形式要一致。只查排在一起的概括语（突出3个重点，把握四个关键，抓好五个落实）和同一
篇里的“第6届全国”“第七届全国”；统计数（完成3个项目）和概括语混在一段里不算。
"""

import re
from collections.abc import Iterator, Sequence

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches
from qicao.rules._near import near

ID = "数字不一"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "突出⟦3个⟧重点，把握四个关键，抓好五个落实。",
    "要强化⟦两种⟧意识，突出3个重点，把握4个关键，抓好⟦五个⟧落实，遵循6条标准。",
    "第六届全国文明单位评选结束，⟦第7届⟧全国文明单位评选已经开始。",
)
GOOD = (
    "突出三个重点，把握四个关键，抓好五个落实。",
    "全年突出三个重点，完成3个项目，新建5条公路。",
    "突出3个重点，完成四项任务",
    "把握3个重点，抓好5个落实，遵循6条标准。",
    "第六届文明单位、第七届文明单位，第6届运动会。",
)
_VERB = (
    "(?:突出|把握|强化|抓好|抓实|围绕|遵循|坚持|做到|实现|处理好|落实|增强|树立|提高|提升|推进|打造|聚焦|健全|完善"
    "|严守|守住|破解|注重|紧盯|抓住|用好|筑牢|坚定|夯实|实施|深化)"
)
_ITEM = rf"{_VERB}(?:好|住|了)?(?:[1-9]|[一二两三四五六七八九十])[个项条大种][\u4e00-\u9fff]{{2,4}}"
_RUN = rf"{_ITEM}(?:[，、；]{_ITEM}){{2,9}}(?![\u4e00-\u9fff])"
_COUNTS = r"(?:([1-9])|[一二两三四五六七八九十])[个项条大种](?=[\u4e00-\u9fff]{2})"


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _RUN, "个项条大种", 60, 120, "123456789"):
        counts = list(compiled(_COUNTS).finditer(m.text, *found.span()))
        for one in _minority(counts):
            yield Hit(
                *one.span(), f"并列的几项里，“{one[0]}”和别的数写法不一", "统一用汉字或统一用阿拉伯数字"
            )
    terms = list(matches(m, r"第\d{1,2}届(?=([\u4e00-\u9fff]{2}))", ("届",)))
    if terms:
        written = {one[1] for one in matches(m, r"第[一二三四五六七八九十]{1,3}届(?=([\u4e00-\u9fff]{2}))")}
        for one in terms:
            if one[1] in written:
                yield Hit(*one.span(), f"“{one[0]}”和别处的写法不一", "届次统一用汉字")


def _minority(counts: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The form fewer of them have; nothing when all have the same."""
    digits = [one for one in counts if one[1]]
    words = [one for one in counts if not one[1]]
    return words if len(words) < len(digits) else digits if words else []

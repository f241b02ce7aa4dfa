"""量词前面既没有数字，也组不成词。

“惠及群众户，”“烧毁房屋间”“对处占道经营的摊点”“每周至少检查遍”“间房屋倒塌”“保有量吨”：前面不论是什么词，量词前都该有数字。
“用户、讲座、首批、专项、等项工作、该篇文章、去年、美元”这类词不算；右边是标点的，只看少见的搭配，报提醒。别的“缺……”规则已经
指出的地方不再报。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules import (
    missing_amount,
    missing_count,
    missing_date,
    missing_items,
    missing_ordinal,
    missing_range,
    missing_share,
)
from qicao.rules._measures import find

ID = "缺数量"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "暴雨期间，⟦间房屋⟧倒塌，⟦处摊点⟧全部取缔。",
    "对企业⟦调研轮⟧，⟦干旱亩⟧。",
)
GOOD = (
    "用户、客户、讲座、首批、专项、等项工作、该篇文章、去年、美元、好处、专家。",
    "国家企业、厂家、事项、位次、车辆、年份、层次、旧车、各项工作、不少家工厂。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    found = list(find(m))
    if not found:
        return
    taken = {place for hit in others(m) for place in range(hit.start, hit.end)}
    for start, end, severity in found:
        if taken.isdisjoint(range(start, end)):
            left = start
            while left > max(start - 2, 0) and "\u4e00" <= m.text[left - 1] <= "\u9fff":
                left -= 1
            shown = m.text[left:end]
            taken.update(range(start, end))
            yield Hit(left, end, f"“{shown}”里量词前少了数字", "查原件补上数字，查不到的整句改写", severity)


def others(m: Manuscript) -> list[Hit]:
    """What the other rules of the family say about figures: their findings come first."""
    return m.once(_others)


def _others(m: Manuscript) -> list[Hit]:
    rules = (
        missing_amount,
        missing_count,
        missing_date,
        missing_items,
        missing_ordinal,
        missing_range,
        missing_share,
    )
    return [hit for rule in rules for hit in rule.check(m)]

"""同一篇里百分数写法不一：有的用%，有的用“百分之”。

GB/T 15835-2011 4.1.1：统计数用阿拉伯数字和%。全篇都用“百分之”的（法律、小说）不提；“百分之百”是惯用语，也不提。
每篇只提一次。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "百分之写法"
FAMILY = "数字"
SEVERITY = "info"
BAD = ("文件压减47%，会议压减⟦百分之四十六⟧，差旅压减百分之三十。",)
GOOD = ("文件压减47%，参与率达到百分之百。", "会议压减百分之四十六。", "百分之一百满意，占90%。")


def check(m: Manuscript) -> Iterator[Hit]:
    if "%" not in m.text:
        return
    for found in matches(m, r"百分之[一二三四五六七八九十零点]{1,7}(?![百\d])", ("百分之",)):
        yield Hit(*found.span(), f"别处用“%”，这里用“{found[0]}”", "统计数统一用阿拉伯数字和“%”")
        return

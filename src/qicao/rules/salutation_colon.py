"""讲话开头的称呼后面用冒号。

GB/T 15834—2011 4.7.3.4：称呼语后面用冒号，提示下文。只看开头几段里单独成段的称呼；正文中间“同志们，……”用逗号是对的。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "称呼冒号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "在动员大会上的讲话\n（2026年3月12日）\n同志们⟦，⟧\n今天我们召开动员大会。",
    "各位领导、同志们⟦！⟧\n现在开会。",
    "尊敬的各位来宾，老师们，同学们⟦。⟧\n大家上午好！",
)
GOOD = (
    "在动员大会上的讲话\n同志们：\n今天开会。",
    "同志们：\n今天开会，任务很重。\n同志们，创建没有终点。\n同志们！",
    "“同志们！”他喊道，“冲啊！”\n大家都动了起来。",
    "各位领导，大家辛苦了！\n现在开会。",
)
_CALL = (
    r"[ \u3000]*(?:尊敬的|亲爱的)?(?:[^\W\dA-Za-z_]{1,8}[，、 \u3000]{1,2}){0,4}"
    r"(?:尊敬的|亲爱的)?[^\W\dA-Za-z_]{0,6}(?:同志们|朋友们|同学们|老师们|战友们|乡亲们|来宾们|各位领导|各位来宾|各位同事)([，！。；])[ \u3000]*$"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for line in m.lines[:10]:
        text = m.text[line.start : line.end]
        if len(text) > 48:
            return
        if text.rstrip().endswith("：") and "们" in text:
            return
        if found := compiled(_CALL).match(text):
            start = line.start + found.start(1)
            yield Hit(start, start + 1, f"开头的称呼后面用了“{found[1]}”", "改成“：”")
            return

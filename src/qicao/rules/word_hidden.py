"""文件里有隐藏文字。

隐藏文字屏幕上看不到、一般不打印，但跟着文件发出去，别人一点“显示”就看得到。检查时它和别的字一样看待。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import whole

ID = "隐藏文字"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("一句话设成了“隐藏”",)
GOOD = ("没有隐藏文字",)


def check(m: Manuscript) -> Iterator[Hit]:
    count = m.layout.hidden if m.layout else 0
    if count:
        yield whole(f"有{count}处隐藏文字", "全选，在“字体”里去掉“隐藏”，看清楚再删")

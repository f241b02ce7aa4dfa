"""大半段落的字体、字号是一段一段直接设的，没有用样式。

直接设的格式改起来要一段一段改，漏一段就不一样；也没有导航和目录。小标题用“标题 1”“标题 2”，正文用“正文文本”，改样式就改了全文。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import settings, whole

ID = "直接格式"
FAMILY = "版式"
SEVERITY = "info"
BAD = ("二十段正文都在段落上直接设字体和字号",)
GOOD = ("字体和字号都在样式里", "只有一两段直接设了字体")
_MANY = 10  # paragraphs


def check(m: Manuscript) -> Iterator[Hit]:
    every = settings(m)
    found = [one for one in every if "字体" in one.direct or "字号" in one.direct]
    if len(found) >= _MANY and len(found) * 2 > len(every):
        said = f"{len(every)}段里有{len(found)}段的字体、字号是直接设的，没有用样式"
        yield whole(said, "把字体、字号设在样式里，再清除直接格式（Ctrl+空格）")

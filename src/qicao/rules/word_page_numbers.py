"""没有页码，或者页码不是“— 1 —”、宋体四号、单右双左。

GB/T 9704-2012 7.5：页码用 4 号半角宋体阿拉伯数字，左右各一条一字线，单页居右、双页居左。讲话稿的页码常居中，也算对；
没有一字线、字体字号不同的只提示。一页的短稿可以没有页码。
"""

import re
from collections.abc import Iterator

from qicao.layout import Layout, PageNumber
from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._word import SONG, is_font, size_name, together, whole

ID = "页码"
FAMILY = "版式"
SEVERITY: Severity = "warning"
BAD = ("两千字的稿子没有页码", "页码是“- 1 -”", "单页码居左、双页码居右", "页码是小五号 Calibri")
GOOD = ("宋体四号“— 1 —”，单页居右、双页居左", "宋体四号“—1—”，居中", "三百字的稿子没有页码")
_LONG = 700  # characters that do not fit one page
_RIGHT, _LEFT = ("right", "end"), ("left", "start", "both")


def check(m: Manuscript) -> Iterator[Hit]:
    layout = m.layout
    if layout is None:
        return
    found = layout.page_numbers
    if found:
        yield from together([*_marks(layout, found), *_sides(layout, found)], SEVERITY)
    elif len(m.body) > _LONG:
        yield whole("没有页码", "在页脚插入页码：“— 1 —”，宋体四号")


def _sides(layout: Layout, found: tuple[PageNumber, ...]) -> Iterator[Hit]:
    pages = {one.pages: one.align for one in found}
    odd, even = pages.get("default", ""), pages.get("even", "")
    if layout.odd_even and ((odd in _LEFT and even) or even in _RIGHT):
        yield whole("页码的左右放反了", "单页码居右空一字，双页码居左空一字")
    elif layout.odd_even and "even" not in pages and "default" in pages:
        yield whole("双页没有页码", "文件设了奇偶页不同，双页的页脚里也要插入页码")


def _marks(layout: Layout, found: tuple[PageNumber, ...]) -> Iterator[Hit]:
    texts = [one.text for one in found]
    if any(re.search(r"[-–－−]\s*\d|\d\s*[-–－−]", text) for text in texts) or any(
        one.dashed for one in layout.pages
    ):
        shown = next((text for text in texts if re.search(r"[-–－−]", text)), "- 1 -")
        yield whole(f"页码两边不是一字线：“{shown}”", "写成“— 1 —”，一字线占一个汉字宽")
    elif not all("—" in text for text in texts):
        yield whole(f"页码没有一字线：“{texts[0]}”", "公文的页码是“— 1 —”", "info")
    wrong = [f"字体“{one.font}”" for one in found if one.font and not is_font(one.font, SONG)]
    wrong += [size_name(one.size) for one in found if one.size != 28]
    if wrong:
        yield whole(f"页码是{'、'.join(dict.fromkeys(wrong))}", "公文的页码用宋体四号（14磅）", "info")

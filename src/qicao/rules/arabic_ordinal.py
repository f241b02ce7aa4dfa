"""阿拉伯数字序号写“1.”，不写“1、”；同一篇不混用“1.”和“1．”。

GB/T 15834—2011 B.3.3：不带括号的阿拉伯数字作序次语，后面用下脚点；公文层次序数也写作“1.”（GB/T 9704—2012 7.3.3）。
“1、2号楼”“3、4月份”是列举，不管；夹在（二）（四）之间的“3、”由“序号层次”去说。混用全角点和半角点只提示一次。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._marks import structure
from qicao.rules._points import HAN, LIMIT

ID = "数字序号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "⟦1、⟧加强领导\n⟦2、⟧落实责任",
    "抓好三件事。⟦1、⟧抓学习。⟦2、⟧抓落实。",
    "⟦3，⟧加强督查，严格考核",
    "1.加强领导\n2.落实责任\n⟦3．⟧搞好宣传",
)
GOOD = (
    "1.加强领导\n2. 落实责任",
    "1、2号楼由后勤科负责，3、4月份完成。",
    "时间：3、4月份。房号：1、3、5。",
    "9:30开会，3:1获胜。\n20，30，40，都是整数。",
    "（1）加强领导",
    "同志们：（一）抓消防。要清通道。（二）抓燃气。要查管网。3、抓施工。要停工撤人。（四）抓道路。要查校车。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    shown = 0
    odd: set[int] | None = None
    expression = rf"(?m)(?:^[ \u3000]*(?P<a>\d{{1,2}}[、，])|(?<=[。；：！？])(?P<b>\d{{1,2}}、))(?={HAN}|[“《])(?!{HAN}?[月日年号]{HAN}?份?[、。])"
    for found in matches(m, expression, ("、", "，")):
        start, end = found.span("a" if found["a"] else "b")
        if odd is None:
            odd = {mark.start for run in structure(m.body).runs for mark in run.mixed}
        if start in odd:  # 3、 between （二） and （四）: 序号层次 says that it should be （三）
            continue
        if m.text[start:end].startswith("0") or shown == LIMIT:
            continue
        shown += 1
        number = m.text[start : end - 1]
        yield Hit(start, end, f"序号写成“{m.text[start:end]}”", f"改成“{number}.”")
    wide, narrow = [
        list(matches(m, rf"(?m)^[ \u3000]*(\d{{1,2}}{dot})(?!\d)", (dot[-1],), raw=True))
        for dot in ("．", r"\.")
    ]
    if wide and narrow:
        few = min(wide, narrow, key=len)[0]
        start, end = few.span(1)
        yield Hit(start, end, f"序号“{m.raw[start:end]}”的点与别处不同", "全文统一用“1.”", "info")

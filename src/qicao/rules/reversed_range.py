"""数值范围的两头颠倒：“10%～5%”。

小数在前，大数在后：“5%～10%”。钟点、月份、星期、温度和“从10%到5%”不查；短横线连着的可能是编号、比分，只查带百分号的。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._figures import NUMBER, UNIT, number_value
from qicao.rules._near import near

ID = "范围颠倒"
FAMILY = "数据"
SEVERITY = "warning"
BAD = ("增长⟦10%～5%⟧，压减⟦30%-20%⟧，安排⟦50～30名⟧志愿者，投入⟦300万元～200万元⟧。",)
GOOD = (
    "增长5%～10%，30～50名，9时～17时，22:00～6:00，11月～3月，零下5～3度，5%—10%。",
    "2026～27年，第12～8位，从10%～5%，9000万元～1亿元，比分3—2，-10%～5%，100-50元优惠。",
)
_RANGE = rf"(?<![\d.:：第从由\-－下负])(?P<a>{NUMBER})(?P<ua>%|‰|万?{UNIT})?(?P<dash>[～~∼\-—－])(?P<b>{NUMBER})(?P<ub>%|‰|万?{UNIT})"


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _RANGE, ("～", "~", "∼", "%-", "%—", "%－"), 12, 16):
        same = found["ua"] in (None, found["ub"])
        sure = found["dash"] in "～~∼" or (found["ub"] == "%" and found["ua"] == "%")
        if (
            same
            and sure
            and found["ub"] not in ("年", "位", "点")
            and number_value(found["a"]) > number_value(found["b"])
        ):
            yield Hit(*found.span(), f"范围的两头颠倒：“{found[0]}”", "小数在前，大数在后")

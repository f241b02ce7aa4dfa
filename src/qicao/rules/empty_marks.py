"""引号、书名号、括号里面是空的。

“荣获“”称号”“印发了《》”“（）”“〔〕号”“〔2020〕号”“单位有、、等”：里面的字被删掉了。试题的括号里有空格，报提醒。程序里的
f() 不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._spots import Spot, look, pairs

ID = "空引号"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "荣获⟦“”⟧称号，印发了⟦《》⟧，单位⟦（）⟧，实施意见（政发⟦〔〕号⟧）。",
    "国发⟦〔2020〕号⟧文件，参加的有⟦、、⟧等单位，⟦【】⟧，责任人⟦（　　）⟧。",
)
GOOD = (
    "荣获“先进”称号，《意见》（国发〔2020〕1号）已经印发，调用print()函数，[]表示空。",
    "一、二、三、四。",
)
_SPOTS = (
    Spot(pairs("“", "” \u3000"), r"“[ \u3000]{0,8}”"),
    Spot(pairs("《", "》 \u3000"), r"《[ \u3000]{0,8}》"),
    Spot(("‘’", "「」", "〈〉", "【】", "［］"), r".."),
    Spot(pairs("【［", " \u3000"), r"【[ \u3000]{1,8}】|［[ \u3000]{1,8}］"),
    Spot(pairs("〔", "〕 \u3000"), r"〔[ \u3000]{0,8}〕号?"),
    Spot(("（）",), r"（）"),
    Spot(pairs("（", " \u3000"), r"（[ \u3000]{1,20}）", 0, "warning"),
    Spot(pairs("〔[［（", "12"), r"[〔\[［（](?:19|20)\d\d[〕\]］）]号"),
    Spot(("、、",), r"、{2,9}", 0, "warning"),
    Spot(("，、",), r"，、(?=等)", 0, "warning"),
)


def check(m: Manuscript) -> Iterator[Hit]:
    for found, spot in look(m, _SPOTS):
        start, end = found.span()
        if m.to_source(end - 1) - m.to_source(start) != end - start - 1:  # something was cut out here
            continue
        if m.raw[start] == "(" and start and m.raw[start - 1].isascii():  # f()
            continue
        yield Hit(start, end, f"“{found[0]}”里面是空的", "查原件补上被删掉的字", spot.severity)

"""“至、到”的一边或两边少了数字。

“年至年”“月至月为攻坚阶段”“点至点”“联系至户”“2018年至年”：起止的数字被删掉了。“年至年底、月至月底、时至今日、
送至家中、甚至个别人”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._spots import Spot, look, pairs

ID = "缺起止"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "我局⟦年至年⟧连续先进，⟦月至月⟧为攻坚阶段，每天⟦点至点⟧值守。",
    "每名干部联系⟦至户⟧群众，2018⟦年至年⟧，3⟦月至月⟧，奖金⟦元到元⟧不等。",
)
GOOD = (
    "2018年至年底，3月至月底，时至今日，送至家中，延至次日，甚至个别人，从年初到年终。",
    "3月至5月，8点至10点，点到点，人到人，从月初到月底，直至天黑，每人至家门口。",
)
_UNITS = "年月日号点时届户名件条项人元家次天岁个周"
_DOES = (
    "联系|帮扶|结对|选派|选择|确定|安排|召开|开展|组织|推荐|评选|抽查|走访|撰写|每年|每月|每周|每天|确保|帮带"
)
_SPOTS = (
    Spot(pairs(_UNITS, "至—－~～"), r"(.)[至—－~～]\1(?![年月日号点时底初终末中间别人性体])"),
    Spot(("元到", "岁到", "%到", "月到"), r"(?:元到元|岁到岁|%到%|月到个月)"),
    Spot(pairs("至", "名户家次件项篇天个条"), rf"(?<={_DOES})至[名户家次件项篇天个条](?![单额籍庭目幅气别人性体里中])"),
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    for found, _ in look(m, _SPOTS):
        yield Hit(*found.span(), f"“{found[0]}”里少了起止的数字", "查原件补上数字")

"""“待填、待定、此处填写、TBD、（略）”一类的话还留在稿子里。

齐稿自己写的【待填：…】在没有改过的草稿里只作提示，在别的稿子里是错误。“有待补充、等待定论、亟待填补”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._spots import Spot, look

ID = "待填"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "有⟦【待填：名额】⟧个名额，名单⟦待定⟧，⟦此处填写⟧数字，数字⟦TBD⟧，⟦（此处补充成绩）⟧，内容⟦（略）⟧。",
    "⟦请在此输入⟧内容，⟦待补充⟧，数字⟦待填⟧。",
)
GOOD = ("工作有待补充完善，亟待填补空白，等待定论，期待定下目标，略有增长，（以上略作说明）。",)
_HERE = (
    r"(?:此处|这里|在此|请在此处?)(?:填写|填|插入|添加|补充|输入|加入|列出|省略)"
    r"(?:[^，。；（）()【】\[\]\n]{0,8}[）)】\]])?"
)
_SPOTS = (
    Spot(("【待",), r"【待填[^】\n]{0,60}】"),
    Spot(("（此", "（在", "（请", "【此", "【请", "[此"), rf"[（【\[]{_HERE}"),
    Spot(("请在", "此处", "这里", "在此"), _HERE),
    Spot(("待填", "待补", "待核", "待确"), r"(?<![有亟急等期])待(?:填写|填(?!补)|补充|补(?=[，。；）])|核实|确认后填)", 0, "warning"),
    Spot(("待定",), r"(?<![有亟急等期])待定(?=[，。；）\n]|$)", 0, "warning"),
    Spot(("TB", "TO", "tb"), r"(?<![A-Za-z])(?:TBD|TODO|tbd)(?![A-Za-z])"),
    Spot(("（略", "（从", "（下", "（省", "（此", "（具", "（名", "（待", "（内"), r"（(?:略|从略|下略|省略|此处略|具体略|名单略|待定|待续|内容略)）", 0, "warning"),
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    for found, spot in look(m, _SPOTS):
        own = found[0].startswith("【待填")
        severity: Severity = "info" if own and m.drafted else spot.severity
        yield Hit(*found.span(), f"“{found[0][:20]}”还没有填", "填上内容，或者整句删去", severity)

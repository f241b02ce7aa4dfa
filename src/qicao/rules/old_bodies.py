"""机构旧名：已经撤并、改名的机构，还当作现在的机构提。

2018年、2023年机构改革等改掉的名称，见 data/bodies.tsv（核对到2026年11月24日）。“原国税局”“时任环保局局长”
和带当年年份的历史叙述不算；不知道讲话日期时一律只作警告。住建系统旧名、乡村振兴局等各地改名有先后，也只警告。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example
from qicao.rules._dated import places, reading, told_of

ID = "机构旧名"
FAMILY = "提法"
SEVERITY = "error"
DAY = "2026-03-12"
BAD = (
    Example("由⟦国税局⟧、市⟦工商局⟧和县⟦环保局⟧共同整治，⟦卫计委⟧配合。", DAY),
    "省⟦国土资源厅⟧、⟦安监局⟧、⟦农业局⟧要派人参加。",
    Example("⟦监察局⟧负责督查，⟦扶贫办⟧负责统计，⟦乡村振兴局⟧配合。", DAY),
)
GOOD = (
    Example("原国税局、原市工商局和税务局、市场监督管理局共同整治。", DAY),
    Example("时任环保局局长，2015年国土资源局被评为先进，农业局更名为农业农村局。", DAY),
    Example("国家矿山安全监察局、农业农村局、生态环境局、市委督查局。", DAY),
    Example("各农业部门要配合，监察部门要监督，美国农业部，环境卫生局面好转，工商局面。", DAY),
    Example("由国税局和环保局负责。", "2016-03-12"),
    Example("住房和城乡建设厅负责，劳动局面，法制办公厅。", DAY),
)


def check(m: Manuscript) -> Iterator[Hit]:
    now, taken = reading(m), set[int]()
    today = now.day.isoformat()
    for place in places(m, "bodies.tsv"):
        row = place.row
        if today <= row.until or not taken.isdisjoint(range(place.start, place.end)):
            continue
        if told_of(m, place, int(row.until[:4])):
            continue
        taken.update(range(place.start, place.end))
        severity = "warning" if row.severity == "error" and not now.given else row.severity
        word = m.text[place.start : place.end]
        message = f"“{word}”已经撤并、改名：{row.ground}（{now.why}）"
        yield Hit(place.start, place.end, message, f"现在是：{row.now}；说过去的事写明“原”", severity)

"""千分位的逗号，全文要么都加，要么都不加。

公文可以不加千分位；加就统一，“1,234人”和“5678人”不混在一篇里。年份、电话、文号、编号不算，一篇只提少的那一种。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches

ID = "千分位"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "全县有志愿者5678人，培训2300人次，发放资料⟦1,234⟧份。",
    "全县有志愿者5,678人，培训2,300人次，发放资料⟦1234⟧份。",
)
GOOD = (
    "全县有志愿者5,678人，培训2,300人次，2026年3月，电话8888777，共300人。",
    "全县有志愿者5678人，培训2300人次，5,6月，(1,234)。",
    "志愿者5,678人，1,024人，第1024号，1978年，2026届1500米跑。",
)
_UNITS = r"(?=[余多]?(?:万元|元|人|名|户|家|份|件|次|册|个|亩|吨|平方米|公里|条|场))"


def check(m: Manuscript) -> Iterator[Hit]:
    if not compiled(r"\d,\d{3}").search(m.text):
        return
    marked = list(matches(m, rf"(?<![\d,.])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?{_UNITS}"))
    bare = list(matches(m, rf"(?<![\d,.第〔])\d{{4,9}}(?:\.\d+)?{_UNITS}"))
    if marked and bare:
        few = marked if len(marked) < len(bare) else bare
        for found in few:
            how = "加了" if few is marked else "没有加"
            yield Hit(*found.span(), f"“{found[0]}”{how}千分位，和别处不一致", "全文统一")

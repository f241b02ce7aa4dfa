"""识别错字：扫描认错、又凑不成词的字，夹在词里的页码数字。

“环竟、氛圉、发动入人”：两字不成词，前后的字也不另外成词，换回形近的字就是常用词。错形表按《人民日报》语料和公文用语
生成，凡在语料里正常出现过的都不收；罕用字（圉、仼）换成形近字成词的也报。“整3改、文明城2市”是翻页的数字夹进了词里，
数字后面是量词的（近3年、每2天）不算。人名、古文里偶有巧合，所以只作警告。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._misread import found

ID = "识别错字"
FAMILY = "错字"
SEVERITY = "warning"
BAD = (
    "营造浓厚的⟦氛圉⟧，发动⟦入人⟧动手。",
    "限期⟦整3改⟧落实，争创文明⟦城2市⟧。",
    "落实各项⟦借施⟧，提高群众的满意度。",
)
GOOD = (
    "深入人心，引进人才，投入人力，加入人大代表小组；出入人员登记。",
    "近3年，每2天，全4册，前3天，今1点，第2次会议，上5级台阶，每月3号。",
    "养马人叫圉人，春秋有圉师；他的名字里有个仵字，姓仵。",
    "城2路公交车，整3层楼，全2区，色庆乡2村，除以12为月利率，不注水。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for start, end, right, kind in found(m):
        word = m.text[start:end]
        if kind == "误认":
            yield Hit(start, end, f"“{word}”不成词，像是“{right}”认错了", f"核对后改成“{right}”")
        elif kind == "夹数":
            yield Hit(start, end, f"“{right}”里夹着数字：“{word}”", f"多半是页码，删掉就是“{right}”")

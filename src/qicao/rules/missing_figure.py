"""固定搭配里的数字、序数、比例、称谓被删，前后接不上。

“村集体收入，占全市的，”“倒数第，”“分别下降和”“就有有名干部”“有个方面由我局牵头”“，个多月来”“辖个社区”“至少天”“连续年没有”
“给予元奖励”“每通报一次”“设在科，”““个到位””“分之的单位”“年满周岁”“由人组成”“是年启动的”“受的委托”。“今年月均、每召开一次
会议就、有名的干部、门第、部分之和”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules import missing_measure
from qicao.rules._figure_spots import SPOTS
from qicao.rules._spots import look

ID = "缺关键数"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "我们⟦占全市的⟧，倒数⟦第，⟧同比⟦分别下降和⟧，就有⟦有名干部⟧受到处分，⟦个多月⟧来，⟦辖个⟧社区。",
    "复审标准⟦中有个方面⟧由我局牵头，⟦至少天⟧要下沉，⟦连续年⟧没有事故，给⟦予元⟧奖励，⟦每通报一次⟧。",
    "办公室⟦设在科⟧，做到⟦“个到位⟧”，只有⟦分之⟧的单位报了，年满⟦周岁⟧的，小组⟦由人⟧组成，⟦截至，⟧已完成。",
    "保有量超过⟦万辆⟧，常住人口⟦万人⟧，排在全省⟦后位⟧的，联系两⟦到户⟧群众。",
    "三条道路的路基工程分别完成⟦62%、48%⟧。",
)
GOOD = (
    "有名的干部，门第。每召开一次会议就总结，部分之和，天生，连续年度考核，占用耕地的，设在科室。",
    "超过万人，千家万户，上百万辆，“个人”，两个多月，报名截止。有个方面大家看得清。由人民组成，今年月均。",
)


_EACH = (
    r"(?P<many>[两三四五六七八九])[条个家项座处名位](?:[\u4e00-\u9fff]{0,12})分别(?:[\u4e00-\u9fff]{0,4})"
    r"(?P<hit>\d[\d.]*[%万亿]?[\u4e00-\u9fff]{0,3}(?:[、和]\d[\d.]*[%万亿]?[\u4e00-\u9fff]{0,3})+)(?=[，。；])"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for each in matches(m, _EACH, ("分别",)):
        values = each["hit"].replace("和", "、").count("、") + 1
        if values < "零一两三四五六七八九".index(each["many"]):
            message = f"前面说“{each['many']}”，“分别”后面只有{values}个数"
            yield Hit(*each.span("hit"), message, "补上缺的一个，或者改前面的数", "warning")
    hits = list(look(m, SPOTS))
    if not hits:
        return
    taken = {place for hit in missing_measure.others(m) for place in range(hit.start, hit.end)}
    for found, spot in hits:
        if taken.isdisjoint(range(*found.span())):
            shown = found[0].strip("，。；\n")
            yield Hit(
                *found.span(), f"“{shown}”这里少了数字或者词语", "查原件补全，查不到的整句改写", spot.severity
            )

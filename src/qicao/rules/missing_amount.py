"""“余、多万元、亿元、公里、人次、个百分点”前面少了数字。

“投入资金余万元”“完成投资亿元”“整治河道公里”“累计多人次”“增长个百分点”：这些单位前面必有数字。“每公里、万元户、
亿元以上项目、业余人员、多元、单位：万元”和“吨公里、人公里”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._gaps import NUMERALS

ID = "缺数额"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "投入⟦资金余万元⟧，整治⟦河道公里⟧，服务⟦群众多人次⟧，同比⟦增长个百分点⟧。",
    "完成⟦投资亿元⟧，新建⟦书屋平方米⟧，每天⟦用时分钟⟧，⟦全局余名⟧干部。",
)
GOOD = (
    "投资亿元以上的项目，突破亿元大关，万元户，亿元企业，每公里造价，单位：万元。",
    "业余人员、其余人员、富余人员，多元文化，三百余万元，五百多公里，数万人次，几分钟。",
    "货运周转量按吨公里计算，每平方米单价，以平方公里为单位，元/平方米。",
)

_UNITS = {
    "余": r"余(?:名(?!单|额)|人(?!员|数|物|口|们)|家(?!庭)|个|项|条|件|户|万元?|亿元?|公里|篇|份|种|处|起|亩|吨|台|辆|座|所|次|小时|平方|天|元|分|盒|场|株|本书|页|里|年)",
    "多": r"多(?:万元?(?!多)|亿元?|公里|平方米|平方公里|公斤|吨|小时|分钟|个百分点|人次|岁)",
    "个": r"个百分点|个工作日|个小时|个位次|(?<![上下头末前后首有来过了该当])个月(?=[，。；的时工之以内后前左])",
    "百": r"百分点",
    "万": r"万元(?!户|产值|[Gg工地田]|村|级|以[上下]|钱|富翁|大关)|万[吨亩](?=[，。；、）])|万人次|万千瓦|万平方",
    "亿": r"亿(?:元|斤|美元)(?=[，。；、）的]|左右|用于)",
    "公": r"公里(?!数|处)|公顷(?!数)",
    "平": r"平方(?:米|公里)(?!数)",
    "立": r"立方米",
    "人": r"人次(?=[，。；、]|以上)",
    "分": r"分钟(?!时段)",
    "小": r"小时(?=[，。；、！）以内]|之内|值班|服务|轮班|在线|不间断|的(?:志愿|服务))",
    "千": r"千瓦时",
}
_SECONDS = {
    "余": "名人家个项条件户万亿公篇份种处起亩吨台辆座所次小平天元分盒场株本页里年",
    "多": "万亿公平吨小分个人岁",
    "个": "百工小位月",
    "百": "分",
    "万": "元吨亩人千平",
    "亿": "元斤美",
    "公": "里顷",
    "平": "方",
    "立": "方",
    "人": "次",
    "分": "钟",
    "小": "时",
    "千": "瓦",
}
_PAIRS = frozenset([first + second for first, seconds in _SECONDS.items() for second in seconds])
# What may stand before, besides figures: it makes another word or names the unit itself.
_BEFORE = {
    "余": "其业剩残盈富结课工劳空冗节年不绰赢下无公之词",
    "多": "许很个更最太够差不诸繁大居偏增过",
    "百": "个",
    "万": "百千亿值上近过超逾成至破",
    "亿": "上近过超逾至破达",
    "人": "吨客千",
    "公": "方海吨人车客平英华办里时箱元办主",
    "平": "水公",
    "立": "独国公",
    "分": "部分会",
    "小": "大缩学中从细短最以幼个我他她你时",
    "千": "兆万",
}
_NAMING = frozenset("/／按以论（：元用成由—“")


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    for pair in m.pairs.keys() & _PAIRS:
        first = pair[0]
        for at in m.pairs[pair]:
            before = text[at - 1] if at else "\n"
            if (
                before in NUMERALS
                or before in _BEFORE.get(first, "")
                or before in _NAMING
                or before.isascii()
            ):
                continue
            unit = compiled(_UNITS[first]).match(text, at)
            if unit is None or _named(text, at, unit.end()):
                continue
            start = at - 2 if compiled(r"[\u4e00-\u9fff]{2}").match(text, max(at - 2, 0)) and at > 1 else at
            found = text[start : unit.end()].strip()
            severity: Severity = "warning" if first in "亿人小" or before in "达到" else "error"
            yield Hit(
                start,
                unit.end(),
                f"“{found}”里“{unit[0]}”前面少了数字",
                "查原件补上数字，查不到的整句改写",
                severity,
            )


def _named(text: str, start: int, end: int) -> bool:
    """Whether the unit itself is spoken of: in brackets, before 为单位, after 、 in a list of units."""
    return text.startswith(("为单位", "计算", "）", "/", "和", "、"), end) or text[start - 1 : start] in (
        "、",
        "和",
        "或",
    )

"""“翻番”和前后两个数对不上。

翻一番是两倍，翻两番是四倍，翻三番是八倍：“由2.1亿元增加到6.3亿元，翻了两番”，实际是三倍。带“近”“多”“以上”的
放宽。只查同一句里写明“由……到……”“从……到……”的。
"""

from __future__ import annotations

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._figures import NUMBER, UNIT, Figure, figure, plain

ID = "翻番不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "新签合同额由去年同期的2.1亿元增加到6.3亿元，⟦翻了两番⟧。",
    "志愿者从800人发展到1200人，⟦翻了一番⟧。投入由100万元增加到200万元，⟦翻两番⟧。",
    "服务点由10个增加到40个，三年间⟦翻了一番⟧。",
)
GOOD = (
    "合同额由2.1亿元增加到8.4亿元，翻了两番。志愿者从800人发展到1600人，翻了一番。",
    "从95个增加到186个，翻了近一番。由2亿元增加到5亿元，翻了一番多。由2亿元增加到5亿元，翻了一番还多。",
    "由100万元增加到300万元，利润翻了两番。到2030年产值要翻一番，由多到少，从小到大翻了几番。",
)
_FOLD = r"翻了?(?P<near>近|将近|接近|约)?(?P<n>[一两二三四])番(?P<more>多|以上|还多|有余|左右)?"
_FROM = (
    rf"(?:由|从)[^，。；！？\n\d]{{0,10}}(?P<a>{NUMBER}[万亿千百]?(?:{UNIT})?)[^，。；！？\n\d]{{0,6}}?(?:到|至|为)[^，。；！？\n\d]{{0,6}}"
    rf"(?P<b>{NUMBER}[万亿千百]?(?:{UNIT}))，(?P<gap>[^，。；！？\n\d]{{0,8}})$"
)
_FOLDS = {"一": 2, "两": 4, "二": 4, "三": 8, "四": 16}
_SAME = (
    "",
    "整整",
    "已经",
    "足足",
    "实现",
    "已",
    "总量",
    "基本",
    "三年",
    "五年",
    "两年",
    "三年间",
    "五年间",
    "几乎",
    "就",
    "直接",
    "实现了",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for pair in ("翻了", "翻一", "翻两", "翻二", "翻近", "翻三"):
        for at in m.pairs.get(pair, ()):
            fold = compiled(_FOLD).match(m.text, at)
            grown = compiled(_FROM).search(m.text, max(at - 60, 0), at) if fold else None
            if fold is None or grown is None or grown["gap"] not in _SAME:
                continue
            a, b = figure(m.text, *grown.span("a")), figure(m.text, *grown.span("b"))
            if a is None or b is None or a.vague or b.vague or a.unit not in ("", b.unit) or a.low <= 0:
                continue
            if not _fits(a, b, _FOLDS[fold["n"]], bool(fold["near"]), bool(fold["more"])):
                message = f"“{grown['a']}”到“{grown['b']}”是{plain(b.value / a.value)}倍，“翻{fold['n']}番”是{_FOLDS[fold['n']]}倍"
                yield Hit(*m.piece(*fold.span(), last=True), message, "核对两个数，或者改说几倍")


def _fits(a: Figure, b: Figure, folds: int, near: bool, more: bool) -> bool:
    if a.unit == "" and a.slack != b.slack:  # 2.1 to 6300万元: the sizes are not known to be the same
        return True
    low, high = b.low / a.high, b.high / a.low
    least = folds * (0.8 if near else 0.95)
    most = folds * 2 * 0.99 if more else folds * 1.1
    return high >= least and low <= most

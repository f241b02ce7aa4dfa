"""各季度、各年度相加，和合计的数对不上。

“一季度完成3.2亿元，二季度完成4.5亿元，上半年合计完成7.9亿元”：加起来是7.7亿元。同一句里，两个季度和上半年，三个季度和前三季度，
四个季度或两个半年和全年，单位相同、说的是同一件事（或者写明“合计、共、累计”）就查；带“约”“余”“多”的不查。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._figures import FIGURE, Figure, figure, plain

ID = "分期合计"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "一季度完成投资3.2亿元，二季度完成投资4.5亿元，⟦上半年合计完成7.9亿元⟧。",
    "一季度办理120件、二季度办理150件、三季度办理130件，⟦前三季度共办理410件⟧。",
    "上半年接待群众3000人次，下半年接待群众4200人次，⟦全年累计接待群众8000人次⟧。",
    "2023年投入120万元、2024年投入150万元、2025年投入180万元，⟦三年累计投入460万元⟧。",
    "第一季度完成投资2.8亿元，第二季度完成投资3.6亿元，⟦上半年累计完成投资6.2亿元⟧。",
    "⟦全年共立案60起⟧，其中上半年立案22起，下半年立案40起。",
)
GOOD = (
    "2023年投入120万元、2024年投入150万元、2025年投入180万元，三年累计投入450万元，两年共投入270万元。",
    "一季度完成投资3.2亿元，二季度完成投资4.5亿元，上半年合计完成7.7亿元。",
    "一季度完成投资3.2亿元，二季度完成投资4.5亿元，上半年合计完成产值19.9亿元。",
    "一季度办理120件，二季度办理150多件，上半年共办理300件。一季度下降3个百分点，上半年下降5个百分点。",
    "去年上半年接待3000人次，下半年接待4200人次，今年全年计划接待9000人次。",
    "一季度检查30家，二季度检查50家，上半年共检查65家，有的单位查了两次。",
    "一季度末有120名，二季度末有126名，上半年共有126名。",
)
_PERIOD = (
    r"(?P<t>前三季度|三个季度|上半年|全年|一年|一季度|二季度|三季度|四季度|下半年|20\d\d年|[两三四五]年)"
    rf"(?P<what>[^，。；：！？、\n\d末底]{{0,12}}?)(?P<n>{FIGURE})"
)
_SUMS = {
    "上半年": (("一季度", "二季度"),),
    "下半年": (("三季度", "四季度"),),
    "前三季度": (("一季度", "二季度", "三季度"),),
    "三个季度": (("一季度", "二季度", "三季度"),),
    "全年": (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度")),
    "一年": (("上半年", "下半年"),),
}
_ALL = r"合计|总计|共计|累计|一共|总共|共"
_NOT = r"计划|目标|力争|预计|平均|每|同比|增长|下降|增加|减少|提高|[家户人名个]$"


class _Term(NamedTuple):
    """The figure of a period: what it counts, whether it is said to be a sum, where its words stand."""

    start: int
    what: str
    sums: bool
    number: Figure


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    if not any(word in text for word in ("季度", "半年", "两年", "三年", "四年", "五年")):
        return
    sentence, terms = -1, dict[str, _Term]()
    for found in compiled(_PERIOD).finditer(text):
        start = max([text.rfind(mark, max(found.start() - 160, 0), found.start()) for mark in "。！？\n"])
        if start != sentence:
            yield from _sums(m, terms)
            sentence, terms = start, {}
        number = figure(text, *found.span("n"))
        if (
            number is None
            or number.vague
            or number.unit in ("年", "天", "%", "个百分点")
            or found["t"] in terms
        ):
            continue
        what = compiled(f"(?:{_ALL})").sub("", found["what"])
        terms[found["t"]] = _Term(found.start(), what, what != found["what"], number)
    yield from _sums(m, terms)


def _sums(m: Manuscript, terms: dict[str, _Term]) -> Iterator[Hit]:
    years = [name for name in terms if name.startswith("20")]
    several = {f"{'两三四五'[len(years) - 2]}年": (tuple(years),)} if 2 <= len(years) <= 5 else {}
    for name, ways in {**_SUMS, **several}.items():
        total = terms.get(name)
        for way in ways if total else ():
            parts = [terms[part] for part in way if part in terms]
            if total is None or len(parts) < len(way) or not _alike(total, parts):
                continue
            low, high = sum([part.number.low for part in parts]), sum([part.number.high for part in parts])
            if high < total.number.low or low > total.number.high:
                summed, unit = sum([part.number.value for part in parts]), total.number.unit
                size = 1e8 if total.number.value >= 1e8 else 1e4 if total.number.value >= 1e4 else 1.0
                shown = (
                    f"{summed / size:.2f}".rstrip("0").rstrip(".")
                    + {1e8: "亿", 1e4: "万"}.get(size, "")
                    + unit
                )
                message = f"{'、'.join(way)}相加是{shown if size > 1 else plain(summed) + unit}，和“{name}”的数对不上"
                yield Hit(*m.piece(total.start, total.number.end, last=True), message, "核对各期的数和合计")
            break


def _alike(total: _Term, parts: list[_Term]) -> bool:
    """Whether all speak of one thing that can be added up: people and firms may be counted twice."""
    if any(compiled(_NOT).search(one.what) for one in (total, *parts)):
        return False
    if any(one.number.unit != total.number.unit for one in parts) or total.number.unit in (
        "家",
        "户",
        "人",
        "个",
    ):
        return False
    kinds = {one.what for one in parts}
    return len(kinds) == 1 and (
        total.what in kinds or (total.sums and next(iter(kinds)).startswith(total.what))
    )

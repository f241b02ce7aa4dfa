"""平均数和总数、时间对不上。

“23天里编发快报46期，平均每天3期”：实际2期；“去年开展调研14次，平均每月4次”。总数和时间取同一句里的，有一组对得上就不提；
相差不到一成的不提。每天的平均也可以按工作日算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches
from qicao.rules._figures import FIGURE, figure, figures, plain, sentence_start

ID = "平均不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "防汛值守的23天里，信息科编发快报⟦46期，平均每天3期⟧。",
    "去年综合科开展专题调研⟦14次，平均每月4次⟧，形成报告9篇。",
    "全年投诉总量⟦48件，月均6件⟧。",
    "上半年接待来访⟦360人次，平均每个月接待90人次⟧。",
)
GOOD = (
    "23天里编发快报46期，平均每天2期。去年一年检查119次，平均每月10次。",
    "去年受理500件，平均每天2件。上半年检查12次，平均每月2次，平均每季度6次。",
    "平均每天3期。今年开展14次，平均每月4次的目标没有实现。",
    "去年每月检查3次，全年共检查36次，平均每周1次不到。",
)
_AVERAGE = rf"(?:平均(?:下来)?每个?(?P<per>天|日|周|星期|月|季度|季|年)|(?<![\d一二三四五六七八九十])(?P<short>[日周月年])均)[^，。；！？\n\d比较增减超]{{0,6}}(?P<said>{FIGURE})"
_SPAN = r"(?<![\d.])(?P<n>\d{1,3})(?P<unit>天|个月|周|年)(?!级|代)|(?P<year>全年|去年|上年|一年|每年)|(?P<half>上半年|下半年|半年)|(?P<quarter>[一二三四]季度)"
_DAYS = {"天": (1.0, 1.0), "日": (1.0, 1.0), "周": (5.0, 7.0), "星期": (5.0, 7.0), "月": (20.0, 31.0), "个月": (20.0, 31.0),
         "季度": (60.0, 92.0), "季": (60.0, 92.0), "半年": (120.0, 184.0), "年": (240.0, 366.0)}  # fmt: skip
_MONTHS = {"月": 1.0, "个月": 1.0, "季度": 3.0, "季": 3.0, "半年": 6.0, "年": 12.0}


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, _AVERAGE, ("平均每", "平均下来每", "均")):
        said = figure(m.text, *found.span("said"))
        first = sentence_start(m.text, found.start())
        if said is None or said.vague:
            continue
        totals = [one for one in figures(m.text, first, found.start()) if one.unit == said.unit]
        spans = [_span(one.groupdict()) for one in compiled(_SPAN).finditer(m.text, first, found.start())]
        if not totals or not spans or any(one.vague for one in totals):
            continue
        rates = [(one.value / most, one.value / least) for one in totals for n, unit in spans
                 for least, most in [_periods(n, unit, found["per"] or found["short"])] if least > 0]  # fmt: skip
        step = 0.5 if said.value == int(said.value) else 0.1
        allowed = max(step, said.value * 0.1)
        if rates and not any(low - allowed <= said.value <= high + allowed for low, high in rates):
            right = plain(sum(rates[0]) / 2)
            start = totals[-1].start if found.start() - totals[-1].end <= 12 else found.start()
            yield Hit(
                start,
                found.end(),
                f"“{found[0]}”和前面的总数对不上，按前面的数约为{right}",
                "核对总数、时间和平均数",
            )


def _span(groups: dict[str, str | None]) -> tuple[float, str]:
    if groups["n"]:
        return float(groups["n"]), groups["unit"] or ""
    return 1.0, "年" if groups["year"] else "半年" if groups["half"] else "季度"


def _periods(count: float, unit: str, per: str) -> tuple[float, float]:
    """How many of one period there are in another: least and most (days may be working days)."""
    if unit in _MONTHS and per in _MONTHS:
        return count * _MONTHS[unit] / _MONTHS[per], count * _MONTHS[unit] / _MONTHS[per]
    inner, outer = _DAYS[per], _DAYS[unit]
    return count * outer[0] / inner[1], count * outer[1] / inner[0]

"""说早了的提法：讲话那一天还没有的会议、思想和教育活动。

只在知道讲话日期时查（二十届五中全会、二十一大除外：到核对之日 2026年11月24日还没有查到）。时段见
data/formulations.tsv 的“自”一栏；旧稿改日期、网站批量改年份时最容易出这种错。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example
from qicao.rules._dated import places, reading

ID = "提前的提法"
FAMILY = "提法"
SEVERITY = "error"
BAD = (
    Example("深入学习贯彻⟦党的二十大精神⟧，学习⟦习近平文化思想⟧。", "2021-05-10"),
    Example("学习贯彻⟦党的二十届四中全会⟧精神，发展⟦新质生产力⟧。", "2023-05-10"),
    "全校上下要认真学习贯彻⟦党的二十届五中全会⟧精神。",
    Example("⟦树立和践行正确政绩观学习教育已经圆满结束⟧，要运用好学习成果。", "2026-04-16"),
)
GOOD = (
    Example("深入学习贯彻党的二十大精神，学习习近平文化思想。", "2026-03-12"),
    Example("迎接党的二十大胜利召开，迎接党的二十一大。", "2021-05-10"),
    "党的二十大和二十届三中、四中全会精神，党的二十届历次全会精神。",
    Example("树立和践行正确政绩观学习教育已经圆满结束。", "2026-09-01"),
    Example("党的十九大以来，以习近平同志为核心的党中央高度重视。", "2019-03-12"),
)
_NEVER = "9999"


def check(m: Manuscript) -> Iterator[Hit]:
    now, taken = reading(m), set[int]()
    today = now.day.isoformat()
    for place in places(m, "formulations.tsv"):
        row = place.row
        if not row.since or today >= row.since or not (now.given or row.since.startswith(_NEVER)):
            continue
        if taken.isdisjoint(range(place.start, place.end)):
            taken.update(range(place.start, place.end))
            word = m.text[place.start : place.end]
            message = f"“{word}”说早了：{row.ground}（{now.why}）"
            yield Hit(place.start, place.end, message, row.now, row.severity)

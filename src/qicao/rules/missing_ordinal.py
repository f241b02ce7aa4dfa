"""“第”后面、“届、大、中全会”前面少了数字。

“位居全市第位”“第届文明城市”“排名全省第，”“党的大精神”“十九届中全会”“由第位上升到第位”：序数被删掉了。
“门第、及第、次第、科第、等第、府第”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "缺序数"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "位居全市⟦第位⟧，⟦第届⟧评选已经启动，⟦第季度⟧完成，排名全省⟦第，⟧。",
    "党的⟦大精神⟧，十九⟦届中全会⟧精神，党的⟦届四中全会⟧作了部署。",
    "全国⟦届人大⟧会议之后，我们作了部署。",
)
GOOD = (
    "第一名、第二届、门第观念、进士及第、次第开放、科第出身、府第。",
    "党的二十大精神、党的大政方针、本届政府、历届全会、十九届四中全会、党的大家庭。",
)
_ORDER = r"(?<![门及次等科府登落宅甲邸不里阀乡])第(?:(?<=[居名省市县国区列于]第)[，。；、！]|[届次位条期章款项号轮周页版步课]|季度?|名(?!望)|个|批(?!评|判)|天(?!子))"
_CONGRESS = (
    r"党的(?P<hit>大(?:精神|报告|以来|召开|胜利|提出|开幕|闭幕|作出|明确))|(?<=[一二三四五六七八九十])(?P<hit2>届中全会)"
    r"|(?<![一二三四五六七八九十0-9百本历这上每各])(?P<hit3>届(?:[一二三四五六七]中全会|人大|政协|全国人大))|党的(?P<hit4>中全会)|(?P<hit5>“五”(?=规划|期间|时期|末|以来))"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, _ORDER, ("第",)):
        yield Hit(*found.span(), f"“{found[0]}”里少了序数", "查原件补上序数")
    for found in matches(
        m, _CONGRESS, ("党的大", "届中全会", "中全会", "届人大", "届政协", "“五”", "届全国人大")
    ):
        span = next(found.span(name) for name in ("hit", "hit2", "hit3", "hit4", "hit5") if found[name])
        yield Hit(
            *span,
            f"“{m.text[span[0] : span[1]]}”里少了第几届、第几次",
            "写全，例如“党的二十大”“二十届四中全会”",
        )

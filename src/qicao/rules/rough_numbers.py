"""概数用汉字，不用阿拉伯数字加“几”，也不用“3、4个”。

GB/T 15835-2011 4.2.2：带“几”的数和相邻两个数连用的概数用汉字：“20几年”写“二十几年”，“3、4个”写“三四个”。编号和
“1、2号楼”“5、6月”指确定的几个，不查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import matches
from qicao.rules._near import DIGITS, near

ID = "概数写法"
FAMILY = "数字"
SEVERITY = "error"
BAD = (
    "⟦20几年⟧来，全局⟦几10个⟧科室，每个科室有⟦3、4个⟧人，用了⟦2、3年⟧时间。",
    "来了⟦30来位⟧同志，抽出⟦十3、4天⟧。",
)
GOOD = (
    "二十几年来，几十个科室，三四个人，十来位同志，20多年，几百家，几1年。",
    "1、2号楼，5、6月份，3、4年级，第3、4个，一共1、3、5个，3、5个。2、3个重点要抓好。",
    "工作如下：2、3名同志驻村。\n3、4个小组分头行动",
    "3、4季度，7、8、9个，1.2、3个，表3、4个，2024、2025年，10、11个。",
)
_SOME = r"(?<![\d.第])\d{1,3}几[年个名人岁天次家户万元里]"
_TENS = r"几\d0{1,3}[年个名人岁天次家户万元多]"
_ABOUT = r"(?<![\d.第])\d{1,3}0来[年个名位人岁天次家户]|(?<![\d.第])10来[年个名位人岁天次家户]"
_PAIR = r"(?<![\d.、，。；：！？（）\s第表图])十?([1-8])、([2-9])(?:个(?!重点|问题|方面|意见)|名|人|天|年(?!级|代|期|初|底|末)|次|家|户|岁|位|遍)"


def check(m: Manuscript) -> Iterator[Hit]:
    some = [*near(m, _SOME, ("几",), 4, 3, DIGITS), *matches(m, _TENS, ("几",))]
    for found in [*some, *near(m, _ABOUT, ("来",), 5, 3, "0")]:
        severity: Severity | None = "warning" if "来" in found[0] else None
        hint = "改用汉字，如“二十几年”“三十来位”"
        yield Hit(*found.span(), f"概数用了阿拉伯数字：“{found[0]}”", hint, severity)
    for found in near(m, _PAIR, ("、",), 3, 6, "12345678"):
        if int(found[2]) == int(found[1]) + 1 and not _item(m.text, found.start(), int(found[1])):
            yield Hit(
                *found.span(),
                f"概数用了阿拉伯数字和顿号：“{found[0]}”",
                "改用汉字，不加顿号，如“三四个”",
                "warning",
            )


def _item(text: str, at: int, number: int) -> bool:
    """Whether 3、 may be the number of an item in a text without paragraphs: 2、 stands before it."""
    return f"{number - 1}、" in text[max(at - 600, 0) : at] or f"{number - 1}." in text[max(at - 600, 0) : at]

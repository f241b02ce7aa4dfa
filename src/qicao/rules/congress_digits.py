"""党代会、全会和人大政协的届次用汉字。

GB/T 15835-2011 4.3：届次、会议名称等庄重场合的惯用写法用汉字：党的二十大、二十届四中全会、十四届全国人大四次会议。
“前20大股东”“19大类”不是会议，不查；全国人大、政协的届次媒体也有用阿拉伯数字的，只作警告。
"""

import re
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import chinese
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._near import DIGITS, near

ID = "届次数字"
FAMILY = "数字"
SEVERITY = "error"
BAD = (
    "党的⟦20大⟧和⟦20届4中全会⟧精神，要学深悟透。",
    "深入贯彻⟦19大⟧精神，⟦十九届6中全会⟧作出部署。⟦18大⟧以来，成绩很大。",
    "⟦14届全国人大4次会议⟧胜利召开，⟦第3次全体会议⟧闭幕。",
    "党的⟦2十大⟧报告，⟦二0届四中全会⟧公报。",
)
GOOD = (
    "党的二十大和二十届四中全会精神，十四届全国人大四次会议。",
    "前20大股东，20大品牌，10大民生实事，评出20大代表性成果，2020届毕业生，20届学生。",
    "第20届运动会，20大类，100大精神地标。",
)
_CONGRESS = (
    r"(?<=党的)(?:1\d|20|2十|二[0O〇]|1[一二三四五六七八九])大(?![类项型])"
    r"|(?<![\d.前第])(?:1[5-9]|20)大(?=精神|报告|以来|代表(?![性作])|召开|闭幕|胜利|提出|党章|部署|通过)"
)
_PLENUM = (
    r"(?<![\d第])第?(?:[12]?\d|二[0O]|2十|[二三四五六七八九十]{1,3})届第?(?:[1-9]|[一二三四五六七八九])中全会"
)
_PEOPLE = (
    r"(?<!\d)第?\d{1,2}届(?:全国|省|市|县|区)?(?:人民代表大会|人大|政协|委员会)(?:常务?委员?会)?(?:第?\d{1,2}次(?:全体)?会议)?"
    r"|(?<!\d)第?\d{1,2}次全体会议"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _CONGRESS, ("大",), 3, 8, DIGITS + "十〇O一二三四五六七八九"):
        yield _hit(found, None)
    for found in near(m, _PLENUM, ("中全会",), 9, 3):
        if compiled(r"[\dO]").search(found[0]):
            yield _hit(found, None)
    for found in near(m, _PEOPLE, ("届", "次全体会议"), 4, 30, DIGITS):
        yield _hit(found, "warning")


def _hit(found: re.Match[str], severity: Severity | None) -> Hit:
    words = re.sub(r"2十|二[0O〇]", "20", found[0])
    right = re.sub(r"\d+", lambda number: chinese(int(number[0])), words)
    right = re.sub(r"1(?=[一二三四五六七八九])", "十", right)
    return Hit(*found.span(), f"届次写成了数字：“{found[0]}”", f"改成“{right}”", severity)

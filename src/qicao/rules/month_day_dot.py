"""用月日简称的事件：“一二·九”运动、五四运动、“3·15”，间隔号用“·”。

GB/T 15834—2011 4.14.3.4、4.8.3.6：一月、十一月、十二月的用汉字写时，月日之间加间隔号；别的月份不加（五四、七一、九一八）；用阿拉伯数
字写的，都加“·”并加引号。外国人名中间的“•”也要用“·”，只作提示。
"""

from collections.abc import Iterator
from itertools import islice

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._points import HAN

ID = "间隔号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "纪念⟦“12.9”⟧运动，做好⟦“3.15”⟧消费者权益日宣传。",
    "⟦“五.四”⟧青年节前后，纪念⟦五·四⟧运动，庆祝⟦七·一⟧建党节。",
    "纪念“⟦一二•九⟧”运动。",
    "马克思的全名是卡尔⟦•⟧马克思。",
)
GOOD = (
    "“12·9”运动、“3·15”、“一二·九”运动、五四运动、九一八事变、“一·二八”。",
    "版本“2.0”，气温“1.5”摄氏度，“2.5”产业。",
    "卡尔·马克思。\n• 加强领导\n• 落实责任",
    "3.15万元，12.9%。",
)
_DAYS = r"(?:3[.．•・]15|12[.．•・]9|5[.．•・]4|7[.．•・]1|8[.．•・]1|9[.．•・]18|5[.．•・]12|12[.．•・]4|4[.．•・]15|6[.．•・]5|3[.．•・]8|7[.．•・]7|12[.．•・]13|9[.．•・]3)"
_EVENT = r"运动|精神|青年节|妇女节|劳动节|建[党军]|消费|事[变故件]|讲话|指示|批示|大?地震|国耻|抗战|专案|宪法|国家|期间|前后|活动|慰问|起义|惨案|世界|国际"
_SHORT = (
    r"(?:五[.·•・]四|五[.·•・]一|七[.·•・]一|八[.·•・]一|七[.·•・]七|三[.·•・]八|十[.·•・]一|九[.·•・]一八)"
)


def check(m: Manuscript) -> Iterator[Hit]:
    dots = (".", "•", "・")
    for found in matches(m, rf"“{_DAYS}”(?={_EVENT})", dots):
        yield Hit(*found.span(), f"{found[0]}中间用了点", "改成间隔号“·”，如“3·15”")
    for found in matches(m, rf"“{_SHORT}”|{_SHORT}(?={_EVENT})", (*dots, "·")):
        plain = "".join([mark for mark in found[0] if mark not in ".·•・"])
        yield Hit(
            *found.span(),
            f"“{found[0].strip('“”')}”中间用了点",
            f"这几个月份不加间隔号，写成{plain.strip('“”')}",
        )
    for found in matches(m, r"一二[.•・]九|一[.•・]二八|一一[.•・]一", dots):
        yield Hit(*found.span(), f"“{found[0]}”的间隔号不对", "改成“·”，如“一二·九”")
    names = matches(m, rf"(?<={HAN})[•・](?={HAN})(?!九|二八)", ("•", "・"))
    for found in islice(names, 20):
        if m.text[found.start() - 1] not in "一二三五七八九十":
            yield Hit(*found.span(), f"间隔号用了“{found[0]}”", "改成“·”", "info")

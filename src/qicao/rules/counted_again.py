"""前一句说几个人发言，后一句数目变了。

“四个项目部的负责人作了表态发言。三位负责人的发言都有措施”：多半是后来加了一家，后面没有改。只看紧接着的下一句，称呼相同（负责人、
代表、单位、科室一类）的才比；“其中两位”“前三位”不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import value
from qicao.rules._near import near

ID = "人数前后不一"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "刚才，城东水厂、污水处理厂、北堤和来雁路四个项目部的负责人作了表态发言。⟦三位负责人⟧的发言都有目标、有措施。",
    "刚才，办公室等5个科室作了交流发言，讲得很好。⟦这四个科室⟧的做法值得学习。",
    "三名代表作了发言。⟦两位代表⟧讲得都很实在。",
)
GOOD = (
    "刚才，城东水厂等四个项目部的负责人作了表态发言。四位负责人的发言都有目标、有措施。",
    "刚才，5个科室作了交流发言，讲得很好。其中两个科室的做法有新意。三个支部的做法也不错。",
    "四个项目部的负责人作了表态发言，一位分管领导通报了情况。这五位同志讲得都很好。",
    "全局有十二个科室作了承诺。五个科室的承诺书要重写。",
)
_N = r"(?:[二两三四五六七八九十]{1,2}|\d{1,2})"
_NOUN = r"(?P<noun>负责人|负责同志|代表|同志|单位|部门|科室|支部|学校|企业|社区|乡镇|医院|书记|同学|老师)"
_AGAIN = (
    rf"(?<![第{'一二三四五六七八九十'}\d])(?P<a>{_N})[个家位名][^，。；！？、\n\d]{{0,10}}?{_NOUN}(?:代表)?(?:分别|都|先后|也|向大会|还){{0,2}}"
    rf"(?:作了|进行了|做了)[^。！？；\n\d]{{0,24}}?发言[^。！？；\n\d]{{0,24}}。(?P<hit>这?(?P<b>{_N})[个家位名](?P=noun))(?=的|都|讲|既)"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _AGAIN, ("发言",), 40, 110):
        before, now = value(found["a"]), value(found["b"])
        if before and now and before != now and not m.quoted(found.start()):
            message = f"前一句说的是“{found['a']}”，这里是“{found['hit']}”"
            yield Hit(*m.piece(*found.span("hit"), last=True), message, "数一数，前后统一")

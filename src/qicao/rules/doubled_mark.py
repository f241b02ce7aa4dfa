"""两个点号不连用：“，，”“、、”“，。”总有一个是多余的。

GB/T 15834—2011 的点号（句号、逗号、顿号、分号、冒号）各占一个位置，不会接连出现；接连出现，多半是改稿时删漏了，或者删掉了中间的
词。“？！”“……。”“。”后面的引号不在此列；“。。。”见“省略号”。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "重复标点"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "发现问题当场交办⟦，，⟧限期整改⟦。，⟧不留尾巴。",
    "建立健全学习⟦、、⟧考勤等制度⟦；。⟧",
    "具体要求如下⟦：，⟧各科室要抓紧。",
    "大家辛苦了⟦！。⟧",
    "抓紧抓实,务求实效⟦,,⟧不得有误。",
)
GOOD = (
    "好！”他说，“走？！”……。",
    "逗号（，）和句号（。）不一样。“，”“。”",
    "写作std::vector。C++的用法：std::sort。",
    "这个……这个，——就这样。",
    "真的吗？！！",
)


def check(m: Manuscript) -> Iterator[Hit]:
    marks = "，。、；："
    when = [one + two for one in marks + "！？" for two in marks if one + two != "。。"] + [
        one + two for one in "，、；：" for two in "！？"
    ]
    if not any(pair in m.pairs for pair in when):
        return
    for found in matches(
        m, r"[，、；：]++[，。、；：！？]*+|。++[，、；：]++[，。、；：]*+|[！？][，。、；：]++"
    ):
        if len(found[0]) < 2 or m.raw[found.start() : found.end()] == "::":
            continue
        yield Hit(*found.span(), f"标点“{found[0]}”连用", "只留一个；中间若是漏了词，补上")

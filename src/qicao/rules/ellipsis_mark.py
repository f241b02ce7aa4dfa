"""省略号是六个连点“……”，不与“等”并用。

GB/T 15834—2011 4.11：省略号的形式为“……”，占两个字的位置；“...”“。。。”和半个省略号“…”都不对。A.9.2：省略号和“等”“等等”都
表示列举未尽，只用一个。目录里引到页码的连点不管，“等……等一下”这样的话不管。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import matches
from qicao.rules._points import AFTER_DENG, HAN

ID = "省略号"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "有的同学常说“反正没人看见⟦...⟧”，其实不然。",
    "还有很多问题⟦。。。⟧大家都清楚。",
    "话说到一半⟦…⟧大家都笑了。",
    "用好升旗仪式、主题班会、校园广播⟦……等⟧阵地。",
    "学习、培训、考核⟦等……⟧，样样都要抓。",
    "大家都知道⟦………⟧不多说了。",
)
GOOD = (
    "用好升旗仪式、主题班会……这些阵地都要用起来。",
    "他喊道：“等……等一下！”我……等你。",
    "第一章　总则......3\n第二章　创建…………12",
    "She said wait... and left.",
    "a1，a2，…，an。",
    "诗里说：“…………”",
)


def check(m: Manuscript) -> Iterator[Hit]:
    around = rf"(?:(?<={HAN})|(?<=[”》）！？%]))(?:\.{{3,}}+|。{{2,}}+|…++|·{{3,}}+)(?!\s?\d)"
    for found in matches(m, around, ("...", "。。", "…", "···")):
        text = found[0]
        if text[0] == "…" and (len(text) == 2 or len(text) % 4 == 0):
            continue
        severity: Severity = "warning" if text[0] in "…·" else "error"
        what = "重复的句号" if text == "。。" else f"省略号写成“{text[:6]}”"
        hint = "删去一个句号；要省略就写“……”" if text == "。。" else "改成“……”"
        yield Hit(*found.span(), what, hint, severity)
    yield from _with_deng(m)


def _with_deng(m: Manuscript) -> Iterator[Hit]:
    """……等 and 等…… behind a list."""
    expression = rf"……等等?(?=[，。；：]|{AFTER_DENG})|(?<=[^。！？；：“等]{{2}})等等?……(?!等)"
    for found in matches(m, expression, ("……等", "等……", "等等……")):
        begin = max(found.start() - 24, 0)
        before = m.text[begin : found.start()]
        cut = max([before.rfind(mark) for mark in "。！？；：“”\n"])
        if "、" in before[cut + 1 :]:
            yield Hit(*found.span(), "省略号和“等”只用一个", "删去省略号或者“等”", "warning")

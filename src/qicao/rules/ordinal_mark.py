"""汉字序号“一、”后面用顿号，不用逗号、点和冒号。

GB/T 15834—2011 B.3.2：不带括号的汉字数字作序次语，后面用顿号；公文层次序数也写作“一、”（GB/T 9704—2012 7.3.3）。
段首的小标题写错，在任何文章里都是错；段落中间“。一，……；二，……”只作提醒，“一，二，三！”这样的数数不管。
“第一章：总则”后面空一格，不用标点（B.3.6），只作提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._points import HAN, NUMERAL, begun, opens_line, words
from qicao.speech import HEADINGS

ID = "序号标点"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "同志们：\n⟦一．⟧提高认识\n今天开会，是为了统一思想。\n⟦二，⟧狠抓落实\n各科室要抓紧。",
    "我讲两个意见。⟦一，⟧提高认识，增强信心。⟦二，⟧真抓实干，务求实效。",
    "⟦三：⟧加强组织领导\n各单位要高度重视。",
    "⟦第一章：⟧总则",
)
GOOD = (
    "一、提高认识\n二、狠抓落实",
    "大家一起喊：一，二，三！",
    "这三件事，一是学习，二是落实。其一，要抓早；其二，要抓小。",
    "第一章　总则\n第一条　为了加强管理，制定本办法。",
    "比分是三：一，主队赢了。",
)
_HINTS = {"，": "逗号", ".": "点", "：": "冒号"}


def check(m: Manuscript) -> Iterator[Hit]:
    when = ("，", ".", "：")
    for found in matches(
        m,
        rf"({begun(NUMERAL)}(?<!{NUMERAL}：{NUMERAL}){NUMERAL}{{0,2}})([.，：])(?={HAN}|[“《])(?!{NUMERAL})",
        when,
    ):
        heading = False
        if opens_line(m, found.start()):
            line = m.line_at(found.start())
            heading = line.block.role in HEADINGS and not words(m, line).endswith(
                ("。", "！", "？", "；", "，")
            )
        message = f"序号“{found[1]}”后面用了{_HINTS[found[2]]}"
        yield Hit(*found.span(), message, f"改成“{found[1]}、”", None if heading else "warning")
    chapter = rf"(?m)^[ \u3000]*(第(?:{NUMERAL}|百|\d){{1,5}}[章节条])[：、，](?=[^\n])"
    for found in matches(m, chapter, ("章", "节", "条")):
        message = f"“{found[1]}”后面用了标点"
        yield Hit(found.start(1), found.end(), message, f"改成“{found[1]}　”，空一格", "info")

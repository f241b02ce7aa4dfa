"""引号要成对，开口朝里。

GB/T 15834—2011 4.8.2：前引号“，后引号”，一前一后。先后颠倒、两个都朝一边、只有半个，都报。跨段的引文（每段开头一个前引号，最
后一段才有后引号）不管。直角引号「」在简体文稿里一般不用，只提示一次。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._quotes import faults

ID = "引号配对"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "要把⟦”教书育人“⟧落实到每一节课。",
    "开展⟦“文明宿舍评比⟧，每周公布。要抓好“课堂文明”“课间文明”。",
    "⟦要坚持以人为本”⟧的理念。要用好“红黑榜”。",
    "评选⟦“文明科室“⟧，树立典型。",
    "评选⟦”文明职工”⟧，弘扬正气。",
    "⟦「⟧四风」问题要警惕。",
)
GOOD = (
    "“好。”他说，“就这么办。”",
    "信上写道：“长顺兄：别后三年。\n“然江水不会倒流。\n“弟慕云。”",
    "将第五条修改为：“第五条　电梯应当检验。\n“检验合格的，方可使用。”",
    "诗里写道：“轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。”",
    '屏幕是27"的，他说"你好"。',
    "“强化“四个意识”，坚定“四个自信”，做到知行合一”。",
)
_SAYS = {
    "turned": ("引号“{0}”的方向不对", "改成一前一后的“ ”"),
    "open": ("前引号没有配对：“{0}”", "在引文末尾补上后引号"),
    "close": ("后引号没有配对：“{0}”", "在引文开头补上前引号"),
}


def check(m: Manuscript) -> Iterator[Hit]:
    for kind, start, end in faults(m):
        if kind in _SAYS:
            message, hint = _SAYS[kind]
            yield Hit(start, end, message.format(m.text[start:end].strip("“”")), hint)
    at = min([m.text.find(mark) for mark in "「『" if mark in m.text], default=-1)
    if at >= 0:
        yield Hit(at, at + 1, f"用了直角引号“{m.text[at]}”", "简体文稿用“ ”和‘ ’", "info")

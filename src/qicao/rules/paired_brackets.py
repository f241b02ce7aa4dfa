"""书名号、括号要成对。

GB/T 15834—2011 4.9、4.15：《》（）【】〔〕一前一后，少了半个，后面的话就分不清里外。“1）”“（一）”这样的序号和表情符号不管。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "括号配对"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "认真学习⟦《⟧公民道德建设实施纲要，引导大家爱岗敬业。",
    "认真学习公民道德建设实施纲要⟦》⟧，引导大家爱岗敬业。",
    "各村⟦（⟧含社区都要参加。",
    "全局干部职工（含离退休人员）都要参加⟦）⟧。",
)
GOOD = (
    "认真学习《公民道德建设实施纲要》（2001年印发）。",
    "1）加强领导\n2）落实责任\na）一\n一）二",
    "今天真高兴:) ：）",
    "（2026年3月26日通过\n2026年5月28日批准）",
    "开会(54页)后再说。",
)
_PAIRS = {"》": "《", "）": "（", "】": "【", "〕": "〔"}
_WIDE = str.maketrans("()", "（）")
_FAR = 600  # characters within one pair


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    open_marks: dict[str, list[int]] = {mark: [] for mark in _PAIRS.values()}
    lone: list[int] = []
    for found in compiled("[《》（）()【】〔〕]").finditer(text):
        at, mark = found.start(), found[0].translate(_WIDE)
        if mark in open_marks:
            open_marks[mark].append(at)
            continue
        waiting = open_marks[_PAIRS[mark]]
        if waiting and at - waiting[-1] <= _FAR:
            waiting.pop()
        elif not (
            mark == "）"
            and compiled(r"[\dA-Za-z:：;；一二三四五六七八九十]\s?$").search(text, max(at - 2, 0), at)
        ):
            lone.append(at)
    alone = frozenset(lone)
    for at in sorted([*lone, *[place for places in open_marks.values() for place in places]]):
        side = "后" if at in alone else "前"
        other = "前" if at in alone else "后"
        name = "书名号" if text[at] in "《》" else "括号"
        yield Hit(at, at + 1, f"{name}只有{side}半个“{text[at]}”", f"补上{other}半个，或者删掉")

"""独立成段的小标题末尾不用句号、分号、逗号。

GB/T 15834—2011 B.4：标题的末尾一般不用标点，可以用问号、叹号和省略号。只看单独成段的短标题：上下都是同一级编号的，是一
条一条的条款，不是标题；小标题后面接着正文的（一、提高认识。……），句号是对的。
"""

from collections.abc import Iterator, Sequence

from qicao.manuscript import Hit, Line, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._points import words
from qicao.speech import HEADINGS, Role

ID = "标题句号"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "我讲三点意见。\n一、提高站位，充分认识创建的重要意义⟦。⟧\n今年是创建的关键一年，任务很重，大家要有充分的思想准备，把工作做在前面。",
    "一、提高认识\n（一）创建是民心所向⟦；⟧\n群众盼望有一个整洁的环境，也盼望有一个和谐的邻里关系，这就是民心，也是我们的动力。",
)
GOOD = (
    "一、提高站位，充分认识创建的重要意义\n今年是创建的关键一年。",
    "申报单位应当符合下列条件：\n（一）有固定的场所；\n（二）有章程。\n申报材料应当在规定的时间内送达，逾期不再受理，由此产生的后果由申报单位自己承担。",
    "一、提高认识。创建是民心所向，也是发展所需。\n二、狠抓落实。各科室要抓紧。",
    "一、我们为什么要创建？\n今年是创建的关键一年，任务很重，大家要有充分的思想准备，把工作做在前面。",
)
_LEVELS = {Role.HEADING1: r"[一二三四五六七八九十]", Role.HEADING2: r"[（(]", Role.HEADING3: r"\d"}


def _alone(m: Manuscript, lines: Sequence[Line], index: int, role: Role) -> bool:
    """Whether neither neighbour is numbered at the same level, and text of some length follows."""
    level = compiled(_LEVELS[role])
    before = words(m, lines[index - 1]) if index else ""
    after = words(m, lines[index + 1]) if index + 1 < len(lines) else ""
    if level.match(before) or level.match(after):
        return False
    return len(after) >= 30 or bool(after and lines[index + 1].block.role in HEADINGS)


def check(m: Manuscript) -> Iterator[Hit]:
    lines = [line for line in m.lines if line.end > line.start and line.end <= m.body_end]
    for index, line in enumerate(lines):
        if line.block.role not in HEADINGS or line.end - line.start > 44:
            continue
        text = m.text[line.start : line.end].rstrip()
        if text.endswith(("。", "；", "，", "、")) and _alone(m, lines, index, line.block.role):
            end = line.start + len(text)
            severity: Severity = "error" if line.block.role is Role.HEADING1 else "warning"
            yield Hit(end - 1, end, f"小标题末尾用了“{text[-1]}”", "删掉标题末尾的标点", severity)

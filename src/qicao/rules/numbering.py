"""序号要一个接一个，不跳号、不重复、不倒退。

GB/T 9704-2012 7.3.3 规定层次序数依次用“一、”“（一）”“1.”“（1）”；讲话里还常用“第一，”“一是”“一要”。删改、粘贴之后最容易
漏掉一项或者重号：（一）（二）（二）（四）、一要二要四要。序号从一重新开始，或者隔着小标题接着往下排，都不算错；缺的那一个用别的
写法给出了（其三、第三、三则），也不算错。没有“一”就从“二”开始的，只在讲话里查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._marks import DIGITS, Mark, structure

ID = "序号断续"
FAMILY = "结构"
SEVERITY: Severity = "warning"
BAD = (
    "同志们：\n一、提高认识\n二、突出重点\n⟦四、⟧加强领导",
    "有三条理由。（一）这是上级的要求。（二）这是群众的期盼。⟦（二）⟧这是自身的需要。（四）这是现实的选择。",
    "一要落实责任。二要营造氛围。⟦四要⟧严格考核。",
    "第一，抓教育。第二，抓服务。⟦第二，⟧抓管理。",
    "同志们：\n一、抓认识\n二、抓落实\n⟦（二）⟧明确任务\n（三）明确责任",
)
GOOD = (
    "同志们：\n一、提高认识\n（一）讲政治\n（二）讲大局\n二、抓好落实\n（一）定任务\n（二）定责任",
    "（一）自愿的；\n（二）被迫的。\n第三条　有下列情形的：\n（一）逾期的；\n（二）拒绝的。",
    "一是抓学习，二是抓服务，三还要抓管理，四是抓作风。",
    "第一，抓教育。第二，抓服务。其三，抓管理。第四，抓作风。",
    "同志们：首先，统一思想。第二，落实责任。第三，严格考核。",
    "前面三点很重要：一是一，二是二。一是认真，二是负责。他排第二，我排第四。",
    "\n".join(
        [f"{number}、加强领导" for number in "一二三四五六七八九"] + ["十、抓", "十一、干", "十二、成"]
    ),
    "一、二季度完成；三、四季度验收。",
    "同志们：一靠学习，二靠自觉，三是靠监督。",
)
_FIRST = (
    "第一", "一是", "一要", "首先", "其一", "一、", "（一）", "一方面", "一来", "一则", "一个", "一种", "一类", "1.", "1、", "①",
)  # fmt: skip
_BEFORE = 800  # characters in which a 一 of another form may stand
_FIRM = "HP"


def check(m: Manuscript) -> Iterator[Hit]:
    found = structure(m.body)
    for run in found.runs:
        for last, mark, what in run.faults:
            if what != "跳号" or not _given(m.body, last, mark):
                firm = run.kind in _FIRM and run.whole and bool(found.speeches)
                yield _hit(m, mark, _said(m, last, mark, what), "error" if firm else None)
    if not found.speeches:
        return
    for mark in found.strays:
        if mark.start < found.speeches[0] or mark.kind in "NQ" or _opened(m.body, mark):
            continue
        shown = mark.shown(m.body)
        yield _hit(m, mark, f"“{shown}”前面没有第{DIGITS[0]}项", None)


def _hit(m: Manuscript, mark: Mark, message: str, severity: Severity | None) -> Hit:
    return Hit(mark.start, mark.end, message, "核对是漏了一项，还是序号写错了", severity)


def _said(m: Manuscript, last: Mark, mark: Mark, what: str) -> str:
    before, now = last.shown(m.body), mark.shown(m.body)
    return f"序号“{now}”重复" if what == "重复" else f"序号“{before}”后面是“{now}”，{what}了"


def _given(text: str, last: Mark, mark: Mark) -> bool:
    """Whether the number that seems to be missing stands between the two in another form."""
    if mark.number - last.number > 3 or mark.number > 10:
        return False
    between = text[last.end : mark.start]
    missing = DIGITS[last.number : mark.number - 1]
    forms = (rf"[。！？；：，、\n“]\s*[第其（]?{one}|[第其（]{one}|{one}[是要、]" for one in missing)
    return all(compiled(form).search(between) for form in forms)


def _opened(text: str, mark: Mark) -> bool:
    """Whether the list began in another form: 首先…第二…, 一靠…二靠…三是…"""
    before = text[max(mark.start - _BEFORE, 0) : mark.start]
    if mark.kind == "P":
        return "（一" in before
    return any(word in before for word in _FIRST) or bool(
        compiled(r"[。！？；：，、\n]\s*[一二]").search(before)
    )

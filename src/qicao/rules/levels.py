"""层次序数由高到低，同一层用同一种写法，不能只有一个“（一）”。

GB/T 9704-2012 7.3.3：依次用“一、”“（一）”“1.”“（1）”。“一、二、三、”之后改成“第四，”，是从别处粘来的；“1.”“2.”中间插进一组
“（一）（二）”，层次倒了；只有“（一）”没有“（二）”，不是漏了，就是用不着分项；“一、”下面直接用“（1）”跳了层（只提示）。只看有称呼的
讲话：法律、汇编各有各的排法。
"""

from bisect import bisect_right
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._marks import HEADS, Mark, Run, Structure, structure

ID = "序号层次"
FAMILY = "结构"
SEVERITY = "warning"
BAD = (
    "同志们：\n一、提高认识\n二、突出重点\n三、从我做起\n⟦第四，⟧压实责任\n大家要抓紧。",
    "同志们：\n一、提高认识\n⟦（一）⟧这是大局的需要\n要讲政治。\n二、抓好落实\n大家去办。",
    "同志们：\n一、提高认识\n1.学习要紧\n⟦（一）⟧学原文\n（二）学原理\n2.工作也要紧\n大家去办。",
    "同志们：\n一、提高认识\n⟦（1）⟧学原文\n（2）学原理\n二、抓好落实",
    "同志们：要抓好工作。⟦第一，⟧要落实责任，层层负责。大家去办吧。",
    "同志们：要抓好整治。（一）突出消防安全。要清通道。（二）突出燃气安全。要查管网。⟦3、⟧突出施工安全。要停工撤人。（四）突出道路安全。要查校车。",
    "同志们：（一）压实责任。各单位要抓。⟦二、⟧改进作风。要实。（三）严肃问责。要严。",
    "同志们：一要压实责任。要带队检查。⟦其次，⟧要改进作风。要少开会。⟦三是⟧严肃问责。要通报批评。",
    "同志们：一是抓学习，人人要过关。⟦第二，⟧抓服务，事事有回音。第三，抓管理，件件有人管。",
    "同志们：第一，抓学习，人人要过关。⟦二是⟧抓服务，事事有回音。三是抓管理，件件有人管。",
)
GOOD = (
    "同志们：\n一、提高认识\n第一，学原文。\n第二，学原理。\n二、抓好落实\n（一）定任务\n（二）定责任\n三、加强领导",
    "第四条　有下列情形的：\n（一）逾期的。\n第五条　本条例自公布之日起施行。",
    "同志们：\n一、提高认识\n1.学原文\n2.学原理\n二、抓好落实\n（一）定任务\n1.主要任务\n2.具体任务\n（二）定责任",
    "同志们：开会。\n（一）这是大局的需要。要讲政治，",
    "同志们：第一，要落实责任。其次，要严格考核。",
    "同志们：第一，抓学习。一是学原文，二是学原理。第二，抓服务。一是热情，二是周到。第三，抓管理。",
    "同志们：（一）突出消防安全。抓三件事：1.清通道。2.查管网。3.建台账。（二）突出燃气安全。（三）突出施工安全。",
    "同志们：一要讲政治。首先，要学原文。其次，要学原理。二要讲大局。三要讲纪律。",
    "同志们：发展是第一要务，第一，就是要争第一，不当第二。",
)
_ON = (
    "第二", "第三", "其次", "再次", "另外", "此外", "二是", "二要", "最后", "其二", "再一", "（二）", "二、", "还有",
    "同时", "再就是",
)  # fmt: skip


_NEAR = 600  # characters from 一是 to 第二


def check(m: Manuscript) -> Iterator[Hit]:
    found = structure(m.body)
    if not found.speeches:
        return
    text = m.body
    for run in found.runs:
        for mark in run.mixed:
            yield _mixed(text, run.marks[0], mark)
        if run.mixed and run.kind == "I":  # 一要 其次 三是: none of the three is like another
            first = run.marks[0]
            late = [mark for mark in run.marks if text[mark.end - 1] != text[first.end - 1]]
            yield from [_mixed(text, first, mark) for mark in late]
        if run.whole and run.kind in "HPD" and _lone(text, run, found):
            mark = run.marks[0]
            yield Hit(
                mark.start, mark.end, f"只有“{mark.shown(text)}”，没有第二项", "补上后面的，或者去掉序号"
            )
    for mark in found.strays:
        if mark.kind in "DI" and mark.number == 2 and (one := _opened(mark, found)) is not None:
            yield _mixed(text, one, mark)
    yield from _turned(text, found)
    yield from _jumps(text, found)


def _mixed(text: str, first: Mark, mark: Mark) -> Hit:
    """第四， after 三、; 3、 between （二） and （四）; 其次 or 第二 after 一是."""
    before = first.shown(text) + ("、" if first.kind == "H" else "")
    message = f"这一层前面用“{before}”，这里用“{mark.shown(text)}”"
    return Hit(mark.start, mark.end, message, "同一层用同一种序号")


def _opened(mark: Mark, found: Structure) -> Mark | None:
    """The 一是 right before 第二，, or the 第一， right before 二是."""
    index = bisect_right(found.marks, mark.start - 1, key=lambda one: one.start) - 1
    last = found.marks[index] if index >= 0 else None
    near = last is not None and last.number == 1 and mark.start - last.end < _NEAR
    return last if near and last is not None and last.kind in "DI" and last.kind != mark.kind else None


def _lone(text: str, run: Run, found: Structure) -> bool:
    """Whether a list has one item and ends there. Where the text breaks off, the rest may be lost."""
    mark = run.marks[0]
    if len(run.marks) > 1 or run.mixed or mark.start < found.speeches[0]:
        return False
    end = found.speech_end(mark.start, text)
    over = HEADS[: HEADS.index(run.kind)] if run.kind in HEADS else HEADS[:1]
    later = next((one for one in found.marks_from(mark.start) if one.kind in over + run.kind), None)
    if later is not None and later.start < end:
        end = later.start
    elif not text[max(end - 20, 0) : end].rstrip().endswith(("。", "！", "？", "”", "…")):
        return False
    rest = text[mark.end : end]
    return not any(word in rest for word in _ON)


def _turned(text: str, found: Structure) -> Iterator[Hit]:
    """（一） within a list of 1. 2., 一、 within a list of （一）（二）: the higher below the lower."""
    below = {"H": "P", "P": "N"}
    last: dict[str, Run] = {}  # the run of each kind that began last
    for run in found.runs:
        last[run.kind] = run
        low = last.get(below.get(run.kind, ""))
        if low is None or not (low.whole and run.whole) or len(run.marks) < 2:
            continue
        at = bisect_right(low.marks, run.start, key=lambda one: one.start)
        if 0 < at < len(low.marks) and run.marks[-1].start < low.marks[at].start:
            under, after = low.marks[at - 1], low.marks[at]
            if after.number == under.number + 1:
                mark = run.marks[0]
                message = f"“{under.shown(text)}”下面又用了“{mark.shown(text)}”，层次倒了"
                yield Hit(mark.start, mark.end, message, "依次用一、（一）1.（1）")


def _jumps(text: str, found: Structure) -> Iterator[Hit]:
    higher = ""
    for mark in found.marks:
        if mark.kind == "Q" and mark.number == 1 and higher == "H":
            yield Hit(mark.start, mark.end, "“一、”下面直接用了“（1）”", "依次用一、（一）1.（1）", "info")
        if mark.kind in HEADS:
            higher = mark.kind

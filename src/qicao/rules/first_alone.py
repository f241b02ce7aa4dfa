"""“首先”之后要有“其次”，不能只有一个“首先”。

“首先，”“首先：”在句首是序数，后面要有“其次”“第二”“再次”“最后”“然后”一类接下去；只有一个“首先”，多半是后面的删掉了。“首先要”
“首先是”“首先应当”作副词用，不算。找到下一个大标题或者讲话结束为止，只看讲话。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import structure

ID = "首先无其次"
FAMILY = "结构"
SEVERITY = "warning"
BAD = (
    "同志们：推进要分两步走。⟦首先⟧，要把方案学透，人人写出承诺。要防止开头热热闹闹、最后不了了之。\n三、加强领导\n大家要管。",
    "老师们，同学们：⟦首先⟧，我代表学校向大家问好。今天的大会开得很好。谢谢大家！",
)
GOOD = (
    "同志们：首先，要学方案。其次，要写承诺。",
    "同志们：首先，要学方案。在此基础上，各科室再写承诺。",
    "同志们：首先要做到行业领先，首先是一个党员。首先，统一思想。第二，抓落实。",
    "他首先，也是最后，想到的是孩子。",
    "同志们：首先，请允许我代表市委，向大家表示祝贺！刚才几位同志讲得很好。下面，我讲三点意见。",
)
_ON = (
    "其次", "再次", "再者", "第二", "第三", "其二", "二是", "二要", "（二）", "2.", "2、", "然后", "接着", "接下来", "随后", "之后",
    "而后", "此后", "其后", "再就是", "再有", "再一", "另外", "此外", "同时", "还要", "还有", "也要", "进而", "继而", "再说",
    "再看", "后来", "下面", "下一步", "在此基础上", "借此", "除此", "与此", "更要", "再把", "再由", "再去", "才能", "二、",
)  # fmt: skip
_FAR = 3000


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "首先，" not in text and "首先：" not in text:
        return
    found = structure(text)
    if not found.speeches:
        return
    for run in found.runs:
        if run.kind != "F" or len(run.marks) > 1 or not run.whole:
            continue
        mark = run.marks[0]
        end = min(found.speech_end(mark.start, text), mark.end + _FAR)
        behind = found.marks_from(mark.end)
        later = next((one.start for one in behind if one.start >= end or _ends(one.kind, one.number)), end)
        rest = text[mark.end : min(end, later)]
        if not any(word in rest for word in _ON) and not compiled(r"[。！？；，\n]最后").search(rest):
            yield Hit(
                mark.start,
                mark.start + 2,
                "有“首先”，没有“其次”“再次”“最后”",
                "补上后面的几步，或者不用“首先”",
            )


def _ends(kind: str, number: int) -> bool:
    """Whether an ordinal ends the passage a 首先 stands in: the next heading, not the first item below 首先."""
    return kind in "HF" or (kind == "P" and number > 1)

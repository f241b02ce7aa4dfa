"""讲话人是“我们”里的人，还是外面来的人，前后要一致。

前面一直说“我局”“我校”“本单位”，末了却“希望你们”，像是上级或者来宾的口气：要么是拼稿，要么讲话人换了身份。只提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import structure

ID = "人称前后不一"
FAMILY = "结构"
SEVERITY = "info"
_MIDDLE = "我局工作扎实，我局队伍过硬。我们要再接再厉。" * 3
BAD = (f"同志们：今天开会。{_MIDDLE}同志们，⟦希望你们⟧勇于争先，取得更好的成绩。谢谢大家！",)
GOOD = (
    f"同志们：今天开会。{_MIDDLE}同志们，让我们勇于争先，取得更好的成绩。谢谢大家！",
    "同学们：今天开会。你们是早晨八九点钟的太阳，我校为你们骄傲，我校老师为你们加油。希望你们好好学习。",
    "同志们：你们局的工作很好，我代表市委感谢你们。希望你们再接再厉。",
)
_INSIDE = r"本单位|我(?:局|院|厅|委|办|所|站|处|公司|行|单位|系统)|我们(?:单位|局|院|厅|机关|公司)"
_TAIL = 300


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "希望你们" not in text:
        return
    found = structure(text)
    for start in found.speeches:
        end = found.speech_end(start, text)
        at = text.rfind("希望你们", max(end - _TAIL, start), end)
        before = text[start:at] if at > 0 else ""
        if (
            before
            and "你们" not in before
            and "同学" not in before
            and len(compiled(_INSIDE).findall(before)) > 2
        ):
            yield Hit(at, at + 4, "前面以“我们”自居，这里改称“你们”", "按讲话人的身份统一口气")

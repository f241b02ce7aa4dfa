"""一篇讲话要有头有尾：最后一句要说完，最好有号召或者结束语。

复制、汇编时常把结尾截掉：最后一段没有句号、叹号，停在半句话、半个词上。这样的稿子念到最后会卡住。落款、日期、单独成行的短句不算。结尾
说完了，却没有号召、没有“谢谢大家”的，只提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import structure

ID = "文末残缺"
FAMILY = "结构"
SEVERITY = "warning"
BAD = (
    "同志们：今天我们召开动员大会，目的就是统一思想、明确任务。在今年的工作中，我们要强化责任，突出重点，确保创建文明单位⟦工⟧",
    "同志们：今天我们召开动员大会，目的就是统一思想、明确任务，把各项工作往前推。在今年的工作中，我们要强化责任⟦，⟧",
    "同志们：\n一、提高认识\n要学。\n二、突出重点\n要干。\n三、加强领导\n"
    + "要管，办公室负责督促检查，每月通报进展。" * 30
    + "⟦一件一件查清楚。⟧",
)
GOOD = (
    "同志们：今天我们召开动员大会，目的就是统一思想、明确任务。让我们行动起来，为建设美丽家园而努力奋斗！",
    "同志们：今天我们召开动员大会，目的就是统一思想。让我们行动起来，大家一起干，把这件事办好！谢谢大家\n",
    "同志们：今天我们召开动员大会，目的就是统一思想、明确任务，把各项工作往前推。谢谢大家！\n某市委办公室\n2026年3月12日",
    "他走了很远很远，一直走到看不见的地方，走到天黑，走到月亮升起来，走到再也没有人认得他，走到",
)
_END = "。！？”’…）.!?～~》—"
_CALL = (
    r"让我们|我们要|同志们，|努力|奋斗|谢谢|希望|携手|贡献|共同|大家|一起|！|祝|再见|完了|行动起来|相信|一定"
)
_TALK = 40  # characters; a shorter last line may be a signature
_TAIL = 400
_SHORT = 500  # a shorter text is an outline or an excerpt


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    found = structure(text)
    for start in found.speeches:
        end = found.speech_end(start, text)
        if end < len(text):
            end = _before_title(text, start, end)
        end = start + len(text[start:end].rstrip(" \t\u3000\n"))
        line = text.rfind("\n", start, end) + 1 or start
        last = text[end - 1 : end]
        if last not in _END and (end - line > _TALK) and not text[:end].endswith(("谢谢大家", "谢谢各位")):
            yield Hit(
                end - 1,
                end,
                f"最后一句“……{text[max(end - 10, line) : end]}”没有说完",
                "找回后面的文字，把结尾补全",
            )
        elif last in _END:
            heads = sum(len(run.marks) for run in found.runs_from(start, end - 1) if run.kind == "H")
            tail = text[max(end - _TAIL, start) : end]
            if heads >= 3 and end - start > _SHORT and not compiled(_CALL).search(tail):
                begin = max([text.rfind(mark, start, end - 1) for mark in "。！？\n"]) + 1
                yield Hit(begin, end, "结尾没有号召，也没有结束语", "加一段号召或“谢谢大家”", "info")


def _before_title(text: str, start: int, end: int) -> int:
    """Where a speech ends that another one, with its title, is glued to."""
    at = text.rfind("在", max(end - 80, start), end)
    title = text[at:end] if at > 0 else ""
    while title and "上的" not in title[:50]:
        at = text.rfind("在", max(end - 80, start), at)
        title = text[at:end] if at > 0 else ""
    line = text.rfind("\n", max(end - 80, start), end)
    return at if title else line if line > 0 else end

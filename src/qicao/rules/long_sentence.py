"""句子太长，念的人没处换气，听的人记不住。

讲话是念给人听的，一句话超过八十字，就要断开。全篇只提示一处，指出最长的那一句，并说明这样的句子一共有几句；列举（有顿号、分号的）、
引文和带序号的小标题不算，只看有称呼的讲话。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import salutations

ID = "长句"
FAMILY = "结构"
SEVERITY = "info"
_PART = "各单位要按照方案的安排把每一项任务分到每一个岗位落到每一个具体的人身上"
BAD = (f"同志们：今天开会。⟦{_PART}，{_PART}，{_PART}。⟧大家去办。",)
GOOD = (
    f"同志们：今天开会。{_PART}。{_PART}。{_PART}。",
    "同志们：要抓好" + "学习、宣传、教育、服务、管理、督促、检查、考核、" * 5 + "总结。",
    f"今天开会。{_PART}，{_PART}，{_PART}。",
    f"同志们：他说：“{_PART}，{_PART}，{_PART}。”",
)
_LIMIT = 80
_LIST = "、；“《"


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    starts = salutations(text)
    if not starts:
        return
    longest, count = (0, 0), 0
    for found in compiled(r"[^。！？：\n.]+[。！？]?").finditer(text, starts[0]):
        words = found[0]
        if len(words) <= _LIMIT or any(mark in words for mark in _LIST):
            continue
        count += 1
        if len(words) > longest[1] - longest[0]:
            longest = found.span()
    if count:
        many = f"，全篇这样的有{count}句" if count > 1 else ""
        length = longest[1] - longest[0]
        yield Hit(*longest, f"这句有{length}字，超过{_LIMIT}字{many}", "断成两三句")

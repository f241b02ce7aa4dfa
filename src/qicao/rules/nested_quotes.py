"""引号里面再用引号，用单引号。

GB/T 15834—2011 4.8.3.4：外层用双引号，里层用单引号：“强化‘四个意识’”。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._quotes import faults

ID = "引号嵌套"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "文件提出，“强化⟦“四个意识”⟧，坚定⟦“四个自信”⟧，做到知行合一”，这是总的要求。",
    "口号是“争做⟦“文明职工”⟧”。",
)
GOOD = (
    "文件提出，“强化‘四个意识’，坚定‘四个自信’”。",
    "“好。”他说，“就这么办。”",
    "信上写道：“长顺兄：别后三年。\n“然江水不会倒流。”",
    "“强化“四个意识”，这一句少了一个引号。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for kind, start, end in faults(m):
        if kind == "nested":
            yield Hit(start, end, f"引号里面套了双引号{m.text[start:end][:20]}", "里层改用单引号‘ ’")

"""叹号、问号不叠用；最多三个。

GB/T 15834—2011 4.2、4.3：叹号、问号一般只用一个，语气特别强时最多叠用三个。讲话稿一般只用一个，两三个只作提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "叹号叠用"
FAMILY = "标点"
SEVERITY = "warning"
BAD = ("全力以赴，奋勇争先⟦！！！！⟧", "这样行吗⟦？？？？⟧", "再加一把劲⟦！！⟧")
GOOD = ("全力以赴，奋勇争先！", "哪个说我舍不得？！", "你说什么！？")


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, r"！{2,}+|？{2,}+", ("！！", "？？")):
        name = "叹号" if found[0][0] == "！" else "问号"
        few = len(found[0]) <= 3
        yield Hit(
            *found.span(), f"{len(found[0])}个{name}叠用", f"只留一个“{found[0][0]}”", "info" if few else None
        )

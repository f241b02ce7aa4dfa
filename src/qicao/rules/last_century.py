"""“上世纪90年代”宜写明“20世纪90年代”。

年代前的“上世纪”到下个世纪就不准了，正式文稿写“20世纪90年代”。只是提示，每篇提一次。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "上世纪"
FAMILY = "数字"
SEVERITY = "info"
BAD = ("我们单位⟦上世纪90年代⟧建成，上世纪末搬迁。", "⟦上个世纪八十年代⟧的老同志。")
GOOD = ("20世纪90年代，上世纪末，本世纪初，马上世纪之交。",)


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, r"上个?世纪[一二三四五六七八九\d][十0]年代", ("世纪",)):
        decade = found[0][-4:]
        yield Hit(*found.span(), f"“{found[0]}”没有写明是哪个世纪", f"改成“20世纪{decade}”")
        return

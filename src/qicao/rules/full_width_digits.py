"""阿拉伯数字、百分号、字母用半角。

GB/T 15835-2011 5.1.7：“２０２６年”“１０％”写成“2026年”“10%”。旧的电子文本里全角数字很多，所以只作警告；超过二十处
的只报第一处。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches

ID = "全角数字"
FAMILY = "数字"
SEVERITY = "warning"
BAD = ("⟦２０２６⟧年投入⟦４６．５⟧万元，增长⟦１０％⟧，达到⟦85％⟧，拨打⟦ＡＢ⟧。",)
GOOD = ("2026年投入46.5万元，增长10%。", "全角的点：．；％单独出现", "～——")
_WIDE = r"[０-９](?:[０-９．，]{0,12}[０-９])?％?|\d{1,4}(?:\.\d{1,3})?％|(?<![Ａ-Ｚａ-ｚ])[Ａ-Ｚａ-ｚ]{1,20}"
_MARKS = "".join(
    [*"０１２３４５６７８９％", *map(chr, range(0xFF21, 0xFF3B)), *map(chr, range(0xFF41, 0xFF5B))]
)


def check(m: Manuscript) -> Iterator[Hit]:
    if m.raw.isascii() or not compiled(f"[{_MARKS}]").search(m.raw):
        return
    found = list(matches(m, _WIDE, raw=True))
    if len(found) > 20:
        first = found[0]
        message = f"全文有{len(found)}处全角的数字、字母或百分号，这里是第一处：“{first[0]}”"
        yield Hit(*first.span(), message, "全部换成半角")
        return
    for one in found:
        yield Hit(*one.span(), f"用了全角的数字、字母或百分号：“{one[0]}”", "换成半角")

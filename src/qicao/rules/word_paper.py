"""纸张不是 A4 竖排。

公文用纸 A4，210×297 毫米（GB/T 9704-2012 5.1）。从国外软件或网上模板来的文件常是 Letter（216×279 毫米），打印时版面会变。
"""

from collections.abc import Iterator

from qicao.layout import MM, Layout
from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import whole

ID = "纸张"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("纸张是 Letter（216×279 毫米）", "纸张是 A4，但横放")
GOOD = ("纸张是 A4（210×297 毫米），竖放",)
_NEAR = MM  # one millimetre


def check(m: Manuscript) -> Iterator[Hit]:
    for number, page in enumerate((m.layout or Layout()).pages, 1):
        if abs(page.width - 11906) <= _NEAR and abs(page.height - 16838) <= _NEAR:
            continue
        where = f"第{number}节的" if number > 1 else ""
        said = f"{where}纸张是{page.width / MM:.0f}×{page.height / MM:.0f}毫米"
        yield whole(said, "在“布局—纸张大小”里选 A4（210×297毫米），竖放")
        return

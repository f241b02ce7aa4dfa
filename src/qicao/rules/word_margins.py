"""页边距不是公文的上 37、下 35、左 28、右 26 毫米。

GB/T 9704-2012 5.2.1 规定天头 37 毫米、订口 28 毫米、版心 156×225 毫米，各差 1 毫米以内算对；下 35、右 26 毫米是由此算出来的。
GB/T 33476.2-2016 按软件坐标写作上 34.58、下 32.58 毫米，也算对。讲话稿参照公文。
"""

from collections.abc import Iterator

from qicao.layout import MM, Layout
from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import whole

ID = "页边距"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("上下 25.4、左右 31.8 毫米（Word 自带的页边距）",)
GOOD = ("上 37、下 35、左 28、右 26 毫米", "上 34.58、下 32.58、左 28、右 26 毫米")
_RIGHT = {"上": (37.0, 34.58), "下": (35.0, 32.58), "左": (28.0,), "右": (26.0,)}
_NEAR = 1.05  # millimetres; lengths are rounded to twips


def check(m: Manuscript) -> Iterator[Hit]:
    for number, page in enumerate((m.layout or Layout()).pages, 1):
        sizes = {"上": page.top / MM, "下": page.bottom / MM, "左": page.left / MM, "右": page.right / MM}
        wrong = {
            name: size
            for name, size in sizes.items()
            if min([abs(size - one) for one in _RIGHT[name]]) > _NEAR
        }
        if wrong:
            where = f"第{number}节的" if number > 1 else ""
            said = "、".join([f"{name}{size:.1f}" for name, size in wrong.items()])
            right = "、".join([f"{name}{_RIGHT[name][0]:.0f}" for name in wrong])
            yield whole(f"{where}页边距{said}毫米", f"公文是{right}毫米")
            return

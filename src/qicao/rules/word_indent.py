"""段首没有缩进两个字，或者是用空格顶出来的。

GB/T 9704-2012 7.3.3：每个自然段左空二字。要用“段落—首行缩进 2 字符”，不用空格和制表符：换了字号、改了字就对不齐。
称呼比照主送机关（7.3.2），居左顶格。居中、右对齐和自动编号的段落不管。
"""

from collections.abc import Iterator

from qicao.layout import Setting
from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import first_of, settings
from qicao.speech import HEADINGS, Role

ID = "首行缩进"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("三号字的段落首行缩进 0.74 厘米", "段首用两个全角空格", "称呼前面空了两个字")
GOOD = ("首行缩进 2 字符", "三号字首行缩进 32 磅", "称呼顶格")
_NEAR = 0.2  # characters
_HINT = "在“段落—特殊格式”里设首行缩进 2 字符"


def check(m: Manuscript) -> Iterator[Hit]:
    found = [one for one in settings(m, Role.BODY, *HEADINGS) if _ordinary(one)]
    padded = [one for one in found if one.padding]
    yield from first_of(padded, "{0}段首用空格或制表符代替缩进", f"删掉段首的空格，{_HINT}")
    none = [one for one in found if not one.padding and abs(one.indent) <= _NEAR]
    yield from first_of(none, "{0}没有首行缩进", _HINT)
    wrong = [
        one for one in found if not one.padding and abs(one.indent) > _NEAR and abs(one.indent - 2) > _NEAR
    ]
    if wrong:
        indent = wrong[0].indent
        how = f"首行缩进{indent:.1f}个字" if indent > 0 else f"悬挂缩进{-indent:.1f}个字"
        yield from first_of(wrong, f"{{0}}{how}", _HINT)
    called = [
        one for one in settings(m, Role.SALUTATION) if one.padding or one.indent > _NEAR or one.left > 200
    ]
    yield from first_of(called, "{0}称呼没有顶格", "称呼居左顶格，首行缩进设成“无”")


def _ordinary(one: Setting) -> bool:
    return one.align not in ("center", "right", "end") and not one.label

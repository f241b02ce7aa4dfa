"""序号是自动编号，不在文字里。

自动编号的“一、”“（一）”不是打上去的字：复制到别处会丢，在 WPS 和 LibreOffice 里缩进会变，这里的检查也看不到。公文惯例是把序号打成文字。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import first_of, settings

ID = "自动编号"
FAMILY = "文件"
SEVERITY = "info"
BAD = ("小标题的“一、”“二、”是 Word 自动编的",)
GOOD = ("小标题的“一、”是打上去的字",)


def check(m: Manuscript) -> Iterator[Hit]:
    found = [one for one in settings(m) if one.label]
    if found:
        said = f"自动编号的序号看不到：{{0}}，第一个是“{found[0].label}”"
        yield from first_of(found, said, "序号没有参加检查；公文一般把序号打成文字")

"""标题不是二号，或者正文、小标题不是三号。

GB/T 9704-2012 7.3.1：标题 2 号；5.2.2：其余各要素一般用 3 号。二号是 22 磅，三号是 16 磅。整篇都放大到小二以上的，
当作给讲话人念的大字稿，只提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import first_of, settings, size_name, title
from qicao.speech import HEADINGS, Role

ID = "字号"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("正文是五号（10.5 磅）", "标题是三号", "“一、”是四号")
GOOD = ("标题二号，其余三号",)
_TITLE, _REST, _LARGE = 44, 32, 36


def check(m: Manuscript) -> Iterator[Hit]:
    wrong = [one for one in title(m) if one.size != _TITLE]
    if wrong:
        yield from first_of(wrong, f"标题（{{0}}）是{size_name(wrong[0].size)}", "公文的标题用二号（22磅）")
    body = settings(m, Role.BODY, Role.SALUTATION)
    read_aloud = bool(body) and all(one.size >= _LARGE for one in body)
    for what, found in (("正文", body), ("小标题", settings(m, *HEADINGS))):
        other = [one for one in found if one.size != _REST]
        if other:
            said = f"{what}（{{0}}）是{size_name(other[0].size)}"
            if read_aloud:
                yield from first_of(other, said, "像是念稿用的大字版；发文用三号（16磅）", "info")
            else:
                yield from first_of(other, said, f"公文的{what}用三号（16磅）")

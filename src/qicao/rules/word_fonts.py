"""标题、正文、小标题的字体不合公文格式。

GB/T 9704-2012 7.3.1、7.3.3、5.2.2：标题小标宋体，正文仿宋体，第一层黑体，第二层楷体，第三层仿宋体。标准不管字体的商品名，
各家的仿宋、楷体、黑体、小标宋和开源字体都算对；宋体代替小标宋是常见的办法，只提示。
"""

from collections.abc import Iterator, Sequence

from qicao.layout import Setting
from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import FANG, HEI, KAI, SONG, SONG_TITLE, first_of, is_font, majority, settings, title
from qicao.speech import Role

ID = "字体"
FAMILY = "版式"
SEVERITY = "warning"
BAD = ("正文是宋体", "标题是黑体", "“一、”是宋体加粗", "“（一）”是仿宋加粗")
GOOD = (
    "标题方正小标宋简体，正文仿宋_GB2312，“一、”黑体，“（一）”楷体_GB2312",
    "正文 FandolFang，“（一）”AR PL UKai CN",
)


def check(m: Manuscript) -> Iterator[Hit]:
    rows: Sequence[tuple[str, list[Setting], Sequence[str], str]] = (
        ("标题", title(m), SONG_TITLE, "小标宋"),
        ("称呼", settings(m, Role.SALUTATION), FANG, "仿宋"),
        ("正文", settings(m, Role.BODY), FANG, "仿宋"),
        ("一级标题", settings(m, Role.HEADING1), HEI, "黑体"),
        ("二级标题", settings(m, Role.HEADING2), KAI, "楷体"),
        ("三级标题", settings(m, Role.HEADING3), FANG, "仿宋"),
    )
    for what, found, kind, name in rows:
        wrong = [one for one in found if one.font and not is_font(one.font, kind)]
        font = majority([one.font for one in wrong])
        wrong = [one for one in wrong if one.font == font] if len(wrong) == len(found) else wrong
        spare = what == "标题" and is_font(font, SONG)
        yield from first_of(
            wrong, f"{what}（{{0}}）的字体是“{font}”", f"公文的{what}用{name}", "info" if spare else None
        )

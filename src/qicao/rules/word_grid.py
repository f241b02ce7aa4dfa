"""文档网格和行距排不出每面 22 行。

GB/T 9704-2012 5.2.3：一般每面 22 行、每行 28 字。网格“只指定行”，行距取 28.95 磅（579），或者正文用固定值 28～30 磅，都可以。
“指定行和字符”又压缩字距的，在 LibreOffice 里每行只剩一半的字。行距多少是惯例，所以只是提示。
"""

from collections.abc import Iterator

from qicao.layout import Layout, Page
from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._word import majority, settings, together, whole
from qicao.speech import Role

ID = "行数"
FAMILY = "版式"
SEVERITY: Severity = "info"
BAD = (
    "没有网格，正文单倍行距",
    "网格“指定行和字符”，字距压缩",
    "网格每面 44 行",
    "正文有的固定值 28 磅，有的 1.5 倍",
)
GOOD = ("网格只指定行，每面 22 行", "没有网格，正文固定值 28 磅")
_LINES = "固定值 28～29 磅，或者网格“只指定行”每页 22 行"


def check(m: Manuscript) -> Iterator[Hit]:
    yield from together(_all(m), SEVERITY)


def _all(m: Manuscript) -> Iterator[Hit]:
    body = settings(m, Role.BODY)
    pages = (m.layout or Layout()).pages[:1]
    if not body:
        return
    kinds = [f"{one.line_rule} {one.line}" for one in body]
    usual = majority(kinds)
    if pages:
        yield from _page(pages[0], usual)
    other = [one for one, kind in zip(body, kinds, strict=True) if kind != usual]
    if len(other) * 10 >= len(body) and len(body) >= 5:
        said = f"正文行距不一样：第{other[0].number}段等{len(other)}段与其他{len(body) - len(other)}段不同"
        yield whole(said, f"统一成一种，{_LINES}")


def _page(page: Page, usual: str) -> Iterator[Hit]:
    rule, _, line = usual.partition(" ")
    if page.grid in ("linesAndChars", "snapToChars") and page.char_space < 0:
        hint = "改成“只指定行网格”，字距在正文样式里紧缩 0.25 磅"
        yield whole("网格压缩了字距，在 LibreOffice 里每行只剩一半的字", hint)
        return
    height = page.height - page.top - page.bottom
    if rule == "exact":
        lines, said = height / max(int(line), 1), f"行距固定值{int(line) / 20:g}磅"
    elif page.grid in ("lines", "linesAndChars", "snapToChars") and page.pitch:
        lines, said = height / page.pitch, f"网格行距{page.pitch / 20:g}磅"
    else:
        yield whole("没有设网格，正文也不是固定行距，每面行数没有保证", f"行距用{_LINES}")
        return
    if not 20 <= int(lines) <= 23:
        yield whole(f"{said}，每面{int(lines)}行", f"一般每面 22 行：{_LINES}")

"""修订没有接受或拒绝。

修订会跟着文件发出去，删掉的话别人还看得到。检查时插入的字算在内，删除的字不算。定稿前在“审阅”里全部接受或拒绝。
一段里的几处修订并成一条。
"""

from collections.abc import Iterator

from qicao.layout import Change, Layout
from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._word import together, whole

ID = "修订"
FAMILY = "版式"
SEVERITY: Severity = "warning"
BAD = ("删除了“去年”两个字，修订没有接受", "改了字体，格式修订没有接受")
GOOD = ("没有修订",)
_SHOWN = 20  # paragraphs
_HINT = "在“审阅”里接受或拒绝全部修订"


def check(m: Manuscript) -> Iterator[Hit]:
    changes = (m.layout or Layout()).changes
    by_paragraph: dict[int, list[Change]] = {}
    for change in changes:
        if change.kind != "格式":
            by_paragraph.setdefault(m.block_at(change.start)[1], []).append(change)
    groups = list(by_paragraph.values())
    for group in groups[:_SHOWN]:
        start, end = min([one.start for one in group]), max([one.end for one in group])
        yield Hit(start, end, f"修订没有处理：{_said(group)}", _HINT, in_source=True)
    rest = [whole(f"还有{len(groups) - _SHOWN}段里有没处理的修订", _HINT)] if len(groups) > _SHOWN else []
    formats = sum([one.kind == "格式" for one in changes])
    if formats:
        rest.append(whole(f"有{formats}处格式修订没有处理", _HINT))
    yield from together(rest, SEVERITY)


def _said(group: list[Change]) -> str:
    author = group[0].author
    words = [f"{one.kind}“{_short(one.text)}”" for one in group if one.text != "¶"] or [
        f"{group[0].kind}段落标记"
    ]
    rest = f"等{len(words)}处" if len(words) > 3 else ""
    return (f"{author}" if author else "") + "，".join(words[:3]) + rest


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"

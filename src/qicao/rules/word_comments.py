"""文件里留着批注。

批注会跟着文件发出去，里面往往是改稿时的话。定稿前在“审阅”里逐条处理、全部删除。起草时挂在“【待填】”上的批注，
填好以后也要删，这里只提示一次。
"""

from collections.abc import Iterator

from qicao.layout import Layout, Note
from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._word import together, whole

ID = "批注"
FAMILY = "版式"
SEVERITY: Severity = "warning"
BAD = ("正文上挂着一条批注“这里再核实一下”",)
GOOD = ("没有批注",)
_OURS = "起草"
_CHECKED = ("【错误】", "【提醒】", "【提示】")  # findings that an earlier check hung there


def check(m: Manuscript) -> Iterator[Hit]:
    waiting, loose = 0, []
    for note in (m.layout or Layout()).notes:
        if note.author == _OURS and (_on_gap(m, note) or note.text.startswith(_CHECKED)):
            waiting += 1
            continue
        author = f"{note.author}：" if note.author else ""
        text = note.text if len(note.text) <= 30 else note.text[:30] + "…"
        said, hint = f"批注没有删：“{author}{text}”", "处理完，在“审阅”里删除批注"
        if note.start < 0:
            loose.append(whole(said, hint))
        else:
            yield Hit(note.start, note.end, said, hint, in_source=True)
    if waiting:
        loose.append(whole(f"还有{waiting}条起草或体检留下的批注", "处理好以后删掉批注", "info"))
    yield from together(loose, SEVERITY)


def _on_gap(m: Manuscript, note: Note) -> bool:
    return "待填" in m.source[max(note.start, 0) : max(note.end, 0)]

"""并列的引号之间、书名号之间通常不用顿号。

GB/T 15834—2011 4.5.3.5：标有引号、书名号的并列成分之间通常不用顿号；如果并列成分后面有括注，就用顿号。写成“两个意
识”“三个重点”、《条例》《准则》。一篇最多报二十处。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._points import LIMIT

ID = "并列顿号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "围绕“两个意识⟦”、“⟧三个重点”抓创建。",
    "认真学习《条例⟦》、《⟧准则》。",
    "读《论语⟦》、《⟧孟子⟦》、《⟧大学》。",
)
GOOD = (
    "围绕“两个意识”“三个重点”抓创建。",
    "认真学习《条例》《准则》。",
    "根据《公务员法》（2018年修订）、《监察法》（2024年修正），制定本办法。",
    "依照《安全法》、《消防法》（以下合称两法）执行。",
    "他先说“好。”、“行。”，又摇了摇头。",
)
_AFTER = r"[^”》\n]{0,60}[”》](?:（|、(?:“[^”\n]{0,60}”|《[^》\n]{0,60}》)（)"


def check(m: Manuscript) -> Iterator[Hit]:
    text, shown = m.text, 0
    for name, marks in (("引号", "”、“"), ("书名号", "》、《")):
        at = text.find(marks)
        while at >= 0 and shown < LIMIT:
            opened = text.rfind(marks[2], max(at - 80, 0), at)
            noted = opened > 1 and text[opened - 2 : opened] == "）、"
            said = text[at - 1 : at] in ("。", "！", "？", "…")
            if not (noted or said or compiled(_AFTER).match(text, at + 3)):
                shown += 1
                yield Hit(at, at + 3, f"并列的{name}之间用了顿号", f"删掉顿号，写成“{marks[0]}{marks[2]}”")
            at = text.find(marks, at + 3)

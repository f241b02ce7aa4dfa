"""首行缩进不用空格凑。

用全角空格缩进，换了字号、加了编号就对不齐；Word 里用样式的首行缩进两个字。纯文本没有别的缩进办法，只在有的段缩进、有的段不缩进时提
示；一个文件只提示一次。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, in_body
from qicao.speech import Role

ID = "缩进空格"
FAMILY = "标点"
SEVERITY = "info"
BAD = (
    "⟦　　⟧今天我们召开动员大会，任务很重，大家要努力。\n　　下面我讲三点意见，供大家参考。\n　　各单位要抓紧。\n创建工作任务很重，大家要努力。\n各科室要抓紧，按时完成。\n最后再强调一点，安全第一。",
)
GOOD = (
    "　　今天我们召开动员大会。\n　　下面我讲三点意见。",
    "今天我们召开动员大会。\n下面我讲三点意见。",
    "书记　张三",
)
_FEW = 3


def check(m: Manuscript) -> Iterator[Hit]:
    if "\u3000\u3000" not in m.text:
        return
    spaced, plain = [], 0
    for line in m.lines:
        if line.block.role is not Role.BODY or not in_body(line.block):
            continue
        text = m.text[line.start : line.end]
        if text.startswith("\u3000\u3000"):
            spaced.append(line)
        elif text.strip().endswith("。"):
            plain += 1
    word = m.name.lower().endswith(".docx")
    if spaced and (word or (len(spaced) >= _FEW and plain >= _FEW)):
        start = spaced[0].start
        end = start + len(m.text[start : spaced[0].end]) - len(m.text[start : spaced[0].end].lstrip("\u3000"))
        yield Hit(start, end, f"{len(spaced)}段用空格缩进", "去掉空格，用“首行缩进2字符”")

"""看不见的字符、乱码和全角字母。

零宽空格、方向控制符、软回车标记、替换符“�”夹在字里，看不出来，查找和朗读都会出错，多半是从网页、PDF里带来的；全角字母（ＡＢＣ）改成半角。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._points import LIMIT

ID = "看不见的字符"
FAMILY = "标点"
SEVERITY = "error"
BAD = (
    "同志⟦\u200b⟧们，今天⟦\ufeff⟧开会。",
    "精神文明⟦\ufffd⟧建设⟦⏎⟧要抓好。",
    "推广⟦ＡＰＰ⟧办事。",
)
GOOD = (
    "同志们，今天开会，推广APP办事。",
    "书记　张三",
    "👨\u200d👩\u200d👧一家三口",
)
_NAMES = {
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e", "零宽字符"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "方向控制符"),
    **dict.fromkeys("\u2028\u2029\x0b\x0c⏎↵", "换行标记"),
    **dict.fromkeys([chr(code) for code in (*range(9), *range(14, 32), *range(127, 160))], "控制字符"),
    "\ufffd": "乱码",
}
_PRINTED = "⏎↵\ufffd"
_LETTERS = {chr(code) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def check(m: Manuscript) -> Iterator[Hit]:
    raw = m.raw
    plain = raw.replace("\n", "").replace("\u3000", "").replace("\t", "").isprintable()
    if plain and not any(mark in raw for mark in (*_PRINTED, *_LETTERS)):
        return
    shown, at = 0, 0
    while at < len(raw) and shown < LIMIT:
        mark, start = raw[at], at
        at += 1
        if mark in _LETTERS:
            while at < len(raw) and raw[at] in _LETTERS:
                at += 1
            shown += 1
            yield Hit(start, at, f"全角字母“{raw[start:at][:20]}”", "改成半角字母", "warning")
        elif mark in _NAMES and not (mark == "\u200d" and start and ord(raw[start - 1]) > 0xFFFF):
            shown += 1
            yield Hit(start, at, f"夹着{_NAMES[mark]}（U+{ord(mark):04X}）", "删掉；若是乱码，补上原来的字")

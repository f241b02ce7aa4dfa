"""汉字之间的逗号、冒号、括号、引号等用全角，不用半角。

中文句子里的标点占一个字的位置：，。；：？！（）“ ”。英文句子、网址、时刻（9:30）、小数和千分位里的半角标点不管。一篇最多报二十处，第一处
说明全文有多少。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._points import HAN, LIMIT

ID = "半角标点"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "同志们⟦:⟧今天开会⟦,⟧任务很重⟦.⟧大家要努力⟦!⟧",
    "全局干部职工⟦(⟧含离退休人员⟦)⟧都要参加⟦;⟧谁不参加⟦?⟧",
    '强化⟦"⟧四个意识⟦"⟧，做到知行合一。',
)
GOOD = (
    "同志们：今天开会，9:30开始，比分3:1，1,234人，增长3.5%。",
    'He said: "Hello, world! (really?)" 大家都笑了。',
    "见https://a.cn/b?c=1，用PPT（第3版）。",
    "1.加强领导\n一.提高认识\n(1)抓学习\n1)抓落实",
    'It said: "up 3.5%, not down." 他译成中文。',
    "联系邮箱a.b@c.cn，文件a.docx。",
    "坚持持续高效的.原则。",
)
_NAMES = {",": "逗号", ":": "冒号", ";": "分号", "!": "叹号", "?": "问号", ".": "句号", '"': "引号"}
_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）", '"': "“ ”"}


def _places(m: Manuscript) -> Iterator[int]:
    raw, text = m.raw, m.text
    if raw != text:
        for found in compiled('[,:;!?()"]').finditer(raw):
            at = found.start()
            if raw[at] == text[at] or (raw[at] == ")" and raw[max(at - 1, 0)].isascii()):
                continue
            if (
                raw[at + 1 : at + 3].isascii()
                and raw[at + 1 : at + 2] == " "
                and raw[at + 2 : at + 3].isalpha()
            ):
                continue  # English: 3.5%, up from
            if raw[at] != '"' or not (raw[at - 1 : at] + raw[at + 1 : at + 2]).isascii():
                yield at
    if "." in raw:
        stop = rf"(?<={HAN})(?<![\n。！？；：. \u3000][一二三四五六七八九十的])(?<!^[一二三四五六七八九十])(?<![的和与及把被将])\.(?={HAN}|[“《]|[ \u3000]?$)(?<![一二三四五六七八九十]\.(?=[一二三四五六七八九十]))"
        yield from [found.start() for found in compiled(f"(?m){stop}").finditer(raw)]


def check(m: Manuscript) -> Iterator[Hit]:
    places = sorted(_places(m))
    for index, at in enumerate(places[:LIMIT]):
        mark = m.raw[at]
        total = f"（全文共{len(places)}处）" if index == 0 and len(places) > 1 else ""
        yield Hit(
            at, at + 1, f"{_NAMES.get(mark, '括号')}“{mark}”是半角的{total}", f"改成全角“{_WIDE[mark]}”"
        )

"""句子里有疑问词，但不是发问，末尾不用问号。

GB/T 15834—2011 A.2：“要想清楚为谁创建、怎样创建”是要求，不是提问，疑问词只在宾语里，末尾用句号。真正的提问（句末有“吗”“呢”，或
者问的是“你”“您”）不管。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "非疑问问号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "大家要想清楚为谁创建、怎样创建⟦？⟧",
    "必须弄明白创建什么、怎么创建⟦？⟧然后再动手。",
    "我们要搞清楚什么是文明单位，怎样创建文明单位⟦？⟧",
    "每个科室都应当认真思考差距在哪里、怎样补上⟦？⟧",
)
GOOD = (
    "大家要想清楚为谁创建、怎样创建。",
    "你要想清楚怎么走？",
    "我们要明确什么？要明确方向。",
    "难道还要讲清楚为什么创建吗？",
    "为什么要弄清怎么创建？",
    "创建为了谁？怎么创建？",
)
_ASKED = (
    r"(?:要|必须|应当|应该|务必|需要|得先|首先)[^，]{0,8}"
    r"(?:弄清楚?|搞清楚?|想清楚?|理清楚?|讲清楚?|说清楚?|看清楚?|弄懂|搞懂|弄明白|想明白|搞明白|明确|思考|反思|掌握|了解)"
    r"(?P<asked>[^，]{0,24}(?:为谁|谁|什么|怎么|怎样|如何|为何|哪|多少|是否)[^，]{0,24}(?:，[^，]{0,6}(?:怎|如何|谁|为什么|什么|哪|多少)[^，]{0,20}){0,2})$"
)
_QUESTIONS = ("吗", "呢", "吧", "么", "啊", "了没有")
_ASKING = (
    "你",
    "您",
    "难道",
    "岂",
    "为什么要",
    "要不要",
    "是不是",
    "能不能",
    "何必",
    "怎么能",
    "怎能",
    "谁要",
)


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    at = text.find("？")
    while at >= 0:
        begin = max(at - 60, 0)
        sentence = text[begin:at]
        cut = max([sentence.rfind(mark) for mark in "。！？；：“”\n"])
        sentence = sentence[cut + 1 :]
        found = None
        if not sentence.endswith(_QUESTIONS) and not any(word in sentence for word in _ASKING):
            found = compiled(_ASKED).search(sentence)
        if found and found["asked"] not in ("什么", "谁", "哪里", "哪些", "怎么", "如何"):
            yield Hit(at, at + 1, "这句话不是提问，末尾用了问号", "改成“。”")
        at = text.find("？", at + 1)

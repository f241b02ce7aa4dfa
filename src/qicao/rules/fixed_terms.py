"""固定提法的数目、搭配、各项和次序：四个意识、四个自信、两个维护、价值观。

“四个意识”是政治意识、大局意识、核心意识、看齐意识，“四个自信”是道路、理论、制度、文化自信；句式是增强“四个意识”、
坚定“四个自信”、做到“两个维护”。数目写错、字写错、缺项、改序都是政治性差错（2025年5月23日第七届全国文明单位决定
的导语）。别的“两个意识”“三个意识”是本单位的概括，不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "固定提法"
FAMILY = "提法"
SEVERITY = "error"
BAD = (
    "增强⟦“三个意识”、坚定“四个自信”、做到“两个维护”⟧。",
    "领悟⟦“两个确定”⟧的决定性意义，增强⟦“四个意思”⟧，做到⟦“两个维持”⟧。",
    "牢固树立⟦政治意识、核心意识、大局意识、看齐意识⟧。",
    "坚定⟦道路自信、理论自信、文化自信⟧。",
    "倡导⟦富强、文明、民主、和谐⟧，倡导⟦自由、公正、平等、法治⟧。",
    "⟦坚定“四个意识”⟧、⟦增强“四个自信”⟧，⟦坚定“四个自倍”⟧，⟦做到“两个维扩”⟧。",
    "统筹推进⟦“四个全面”总体布局⟧，协调推进⟦“五位一体”战略布局⟧。",
)
GOOD = (
    "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    "围绕“两个意识”抓创建，强化创建意识和参与意识，有两个确定性因素，作出四个意思表示。",
    "增强政治意识、大局意识、核心意识、看齐意识，坚定道路自信、理论自信、制度自信、文化自信。",
    "富强、民主、文明、和谐，自由、平等、公正、法治，爱国、敬业、诚信、友善。",
    "增强大局意识、服务意识、责任意识，坚持依法治国、爱国、守法。",
    "增强“四个意识”、“四个自信”，统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局。",
    "我说的这两个确定的目标，要靠大家去实现；有三个意识最重要。",
)
_ITEMS = (
    ("意识", ("政治", "大局", "核心", "看齐"), ("核心", "看齐"), "四个意识"),
    ("自信", ("道路", "理论", "制度", "文化"), ("道路", "理论", "制度"), "四个自信"),
)
_VALUES = (
    ("富强", "民主", "文明", "和谐"),
    ("自由", "平等", "公正", "法治"),
    ("爱国", "敬业", "诚信", "友善"),
)
_COUNTS = r"“?(?P<a>.)个意识”?[、，和]{1,2}坚定“?(?P<b>.)个自信”?[、，和]{1,2}(?:坚决)?做到“?(?P<c>.)个维护”?"
_WORDS = (
    (r"“?四个意思”?(?!表示)", "四个意思", "“四个意识”"),
    (r"“两个确定”|(?:领悟|拥护|捍卫)“?两个确定”?(?!性|因素)", "两个确定", "“两个确立”"),
    (r"“?两个维持”?", "两个维持", "“两个维护”"),
    (r"增强“四个(?!意识”|自信”|全面”)[\u4e00-\u9fff]{1,3}”", "增强“四个", "“四个意识”"),
    (r"坚定“四个(?!自信”|意识”|全面”)[\u4e00-\u9fff]{1,3}”", "坚定“四个", "“四个自信”"),
    (r"做到“两个(?!维护”)[\u4e00-\u9fff]{1,3}”(?=，|。|、|；)", "做到“两个", "“两个维护”"),
    (r"“两个(?!确立|确定)[\u4e00-\u9fff]{1,3}”(?=的决定性意义)", "的决定性意义", "“两个确立”"),
    (r"“?四个字信”?", "四个字信", "“四个自信”"),
    (r"“?四个全面”?总体布局|“?五位一体”?战略布局", "布局", "“五位一体”总体布局、“四个全面”战略布局"),
    (r"(?:坚定|做到)“?四个意识”?", "四个意识", "增强“四个意识”"),
    (r"(?:增强|做到)“四个自信”", "四个自信", "坚定“四个自信”"),
    (r"(?:增强|坚定)“两个维护”", "两个维护", "做到“两个维护”"),
)


def check(m: Manuscript) -> Iterator[Hit]:
    taken = set[int]()
    for found in matches(m, _COUNTS, ("个自信",)):
        if (found["a"], found["b"], found["c"]) != ("四", "四", "两"):
            message = "数目不对：应是“四个意识”“四个自信”“两个维护”"
            yield Hit(*found.span(), message, "增强“四个意识”、坚定“四个自信”、做到“两个维护”")
    for expression, word, right in _WORDS:
        for found in matches(m, expression, (word,)):
            start = found.start() + (2 if found[0][:2] in ("领悟", "拥护", "捍卫") else 0)
            if taken.isdisjoint(range(start, found.end())):
                taken.update(range(start, found.end()))
                yield Hit(
                    start, found.end(), f"固定提法写错：“{m.text[start : found.end()]}”", f"改成{right}"
                )
    yield from _lists(m)


def _lists(m: Manuscript) -> Iterator[Hit]:
    for noun, items, telling, name in _ITEMS:
        expression = rf"(?:[\u4e00-\u9fff]{{2}}{noun}[、和]){{2,5}}[\u4e00-\u9fff]{{2}}{noun}"
        for found in matches(m, expression, [f"{word}{noun}" for word in telling]):
            said = [part.removesuffix(noun) for part in found[0].replace("和", "、").split("、")]
            known = [item for item in said if item in items]
            if len(known) >= 3 and set(telling) & set(known) and tuple(said[: len(items)]) != items:
                right = "、".join([item + noun for item in items])
                yield Hit(*found.span(), f"“{name}”的各项或次序不对", f"应是{right}")
    for group in _VALUES:
        one = "|".join(group)
        for found in matches(m, rf"(?:{one})(?:、(?:{one})){{3}}", (f"{group[0]}、",)):
            if tuple(found[0].split("、")) != group:
                yield Hit(*found.span(), "社会主义核心价值观的次序不对", f"应是{'、'.join(group)}")

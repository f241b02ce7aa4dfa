"""不是本次会议的人名。

给了要素单，稿子里带职务或“同志”的人名，要素单里没有提到的都列出来；从网上下载的稿子，人名都是别人的。书名号、引号里的和众所周知的
人名不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.names import persons
from qicao.rulekit import Example

ID = "外单位人名"
FAMILY = "串稿"
SEVERITY = "warning"
_OWN = Own(unit="青川市水利局", speaker="周明", words=("李芳同志宣读了方案",))
BAD = (
    Example("同志们：\n刚才，⟦吴国梁⟧副局长宣读了方案，由⟦孙建民⟧同志牵头。", own=_OWN),
    Example("同志们：\n请⟦欧阳振华⟧局长讲话，⟦李和平⟧书记、⟦张建新⟧局长要求，由⟦王有才⟧同志牵头。", own=_OWN),
    "《讲话.docx》由会员分享，可在线阅读，更多相关《讲话》请搜索。\n同志们：请⟦郝建国⟧书记作指示。",
)
GOOD = (
    Example(
        "同志们：\n刚才，李芳同志宣读了方案，周明局长作了部署，有关方面同志参加，向雷锋同志学习。", own=_OWN
    ),
    Example(
        "同志们：\n方案由局长签发，高校教授、高中老师、许多委员、任务组长、任职主任、马上主任、石油部长、江苏省长、郑州市长都到会。"
        "李强总理、丁薛祥同志、李大钊同志、彭德怀同志。",
        own=_OWN,
    ),
    "同志们：\n刚才，吴国梁副局长宣读了方案。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    if m.own is None and not m.downloaded:
        return
    said = m.own.said if m.own else ""
    if m.own and not m.own.unit:
        return
    for person in m.once(persons):
        if person.name not in said:
            why = "要素单里没有" if m.own else "是下载的原稿里的"
            yield Hit(person.start, person.end, f"人名“{person.name}”{why}", "核对是不是别处的稿子留下来的")

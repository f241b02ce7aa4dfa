"""“我局”“我院”“我校”用成了别的单位的自称。

机关的稿子拿到医院用，“我局”要一处处改成“我院”。给了要素单，与本单位自称不同的列出来；没有要素单，一篇里有几种自称，就列出少的。
“我部”“我所”“我行”等还有别的意思，只认后面像单位的。
"""

from collections import Counter
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, matches
from qicao.speech import Role

ID = "自称"
FAMILY = "串稿"
SEVERITY = "warning"
_BUREAU = Own(unit="青川市水利局", self_name="我局")
BAD = (
    Example("同志们：\n⟦我院⟧干部职工要行动起来，⟦我校⟧近年来成绩不错。", own=_BUREAU),
    "在创建文明校园动员大会上的讲话\n涪滨中学校长　周明\n同志们：\n我校抓得早，影响着⟦我院⟧的形象。",
    "同志们：\n我校抓得早，我校老师很努力，我校的学生也有进步，⟦我院⟧要继续努力。",
)
GOOD = (
    Example(
        "同志们：\n我局干部职工要行动起来，不能我行我素，把我所说的记下来，自我部署，我办事你放心。",
        own=_BUREAU,
    ),
    "同志们：\n我校抓得早，我站在这里讲，我部分同意，我院落里种了树。",
)
# Words that stand for a unit wherever they are, and words that do so only before 全体, 干部, 近年来 …
_SURE = "局(?![限部势面长])|校(?![对正长])|厅(?![长堂])|公司|集团|中心(?!里|中)|医院|学院|分局|支行|分行|街道|社区|机关"
_PERHAPS = "院(?![子落内长])|行|委(?!托|员|屈|婉)|部|办|所|站|段|队|馆|处|镇|乡|村"
_AFTER = "(?=近年|全体|全[院行委部办所站段队馆]|干部|职工|员工|党[委组总支]|领导班子|班子|创建|自|的|要|将|在|各|被|荣获|广大|目前|现有|已|历来|始终|决定|召开|[，、。])"
_WORD = rf"(?<![自由使令让给])我(?:{_SURE})|(?<![自由使令让给])我(?:{_PERHAPS}){_AFTER}(?!所在|行我)"
_LOOSE = {
    "我中心",
    "我机关",
    "我处",
    "我部",
    "我队",
    "我村",
    "我社区",
}  # parts of a unit may call themselves so


_FRONT = (("中学", "我校"), ("小学", "我校"), ("学校", "我校"), ("大学", "我校"), ("人民医院", "我院"), ("中医院", "我院"), ("人民法院", "我院"), ("检察院", "我院"), ("银行", "我行"))  # fmt: skip


def _front(m: Manuscript) -> str:
    """What the unit named in title or signature (or by 全校, 全局 …) calls itself, where that is beyond doubt."""
    lines = [
        m.text[line.start : line.end]
        for line in m.lines[:8]
        if line.block.role in (Role.TITLE, Role.SIGNATURE)
    ]
    named = {word for line in lines for ending, word in _FRONT if ending in line}
    if len(named) == 1:
        return named.pop()
    counts = sorted([(m.text.count(f"全{word}"), word) for word in "校院局行厅"])
    return f"我{counts[-1][1]}" if counts[-1][0] >= 3 and counts[-2][0] <= 1 else ""


def check(m: Manuscript) -> Iterator[Hit]:
    if not m.is_speech:
        return
    found = [one for one in matches(m, _WORD, ("我",)) if not m.quoted(one.start())]
    own = m.own.self_name if m.own else _front(m)
    if own:
        for one in found:
            if (
                one[0] != own
                and one[0] not in _LOOSE
                and not own.startswith(one[0])
                and one[0] not in (m.own.said if m.own else "")
            ):
                yield Hit(
                    one.start(), one.end(), f"“{one[0]}”不是本单位的自称", f"改成“{own}”，或者写明是哪个单位"
                )
        return
    counts = Counter([one[0] for one in found if one[0] not in _LOOSE])
    if len(counts) < 2:
        return
    usual, most = counts.most_common(1)[0]
    for one in found:
        if one[0] in counts and one[0] != usual and counts[one[0]] < most:
            message = f"全文自称“{usual}”{most}次，这里是“{one[0]}”"
            yield Hit(one.start(), one.end(), message, "核对是不是别的单位的稿子留下来的")

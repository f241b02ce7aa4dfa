"""“我局”“我院”“我校”用成了别的单位的自称。

机关的稿子拿到医院用，“我局”要一处处改成“我院”。给了要素单，与本单位自称不同的列出来，“我们医院”“本院”“全院上下”和同级别的
单位的“干部职工要……”也算；没有要素单，一篇里有几种自称，就列出少的。“我部”“我所”“我行”等还有别的意思，只认后面像单位的；单位名称里有的
（公司、集团、支行）、所在乡镇街道的不算。
"""

import re
from collections import Counter
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, compiled, matches
from qicao.rules._framed import framed
from qicao.speech import Role

ID = "自称"
FAMILY = "串稿"
SEVERITY = "warning"
_BUREAU = Own(unit="青川市水利局", self_name="我局")
_FIRM = Own(unit="青川能源集团有限公司", self_name="集团公司", region="青川市")
_BRANCH = Own(unit="青川银行城东支行", unit_type="银行", self_name="我行")
_STREET = Own(unit="城东街道办事处", self_name="我街道", region="城东街道", tier="乡")
_WATER = Own(unit="青川市水利局", short="市水利局", self_name="我局", region="青川市")
BAD = (
    Example(
        "同志们：\n⟦我们医院⟧要走在前列，⟦我们镇⟧的群众，⟦本院⟧全体职工。⟦全院⟧上下一条心，⟦全校⟧上下一条心。⟦市交通局的干部职工⟧要努力。",
        own=_WATER,
    ),
    Example("同志们：\n⟦我局⟧干部职工要行动起来，⟦全行⟧上下一条心。", own=_FIRM),
    Example("同志们：\n⟦我院⟧干部职工要行动起来，⟦我校⟧近年来成绩不错。", own=_BUREAU),
    "在创建文明校园动员大会上的讲话\n涪滨中学校长　周明\n同志们：\n我校抓得早，影响着⟦我院⟧的形象。",
    "同志们：\n我校抓得早，我校老师很努力，我校的学生也有进步，⟦我院⟧要继续努力。",
)
GOOD = (
    Example(
        "同志们：\n我局干部职工要行动起来，不能我行我素，把我所说的记下来，自我部署，我办事你放心。",
        own=_BUREAU,
    ),
    Example("同志们：\n我公司要努力，我集团近年来发展快，我们公司的员工。", own=_FIRM),
    Example("同志们：\n我支行要努力，我行近年来发展快，全行上下一条心，本行员工。", own=_BRANCH),
    Example("同志们：\n我街道要努力，我们街道，某中学全校师生来参观，全校都在看，我站在这里。", own=_STREET),
    Example(
        "同志们：\n我所在的岗位，我站在这里，顾全局，健全校园安防，全行业，安全行车，我院里种树，市教育局、市交通局的干部职工也来了。"
        "县市水利局的干部职工要努力。",
        own=_WATER,
    ),
    "同志们：\n我校抓得早，我站在这里讲，我部分同意，我院落里种了树。",
)
# Words that stand for a unit wherever they are, and words that do so only before 全体, 干部, 近年来 …
_SURE = "局(?![限部势面长])|校(?![对正长])|厅(?![长堂])|公司|集团|中心(?!里|中)|医院|学院|分局|支行|分行|街道|社区|机关"
_PERHAPS = "院(?![子落内长里])|行|委(?!托|员|屈|婉)|部|办(?!的|自)|所(?!在|有|能|知|见|说)|站(?!在|立|起|得)|段|队|馆|处|镇|乡|村"
_AFTER = "(?=近年|全体|全[院行委部办所站段队馆]|干部|职工|员工|党[委组总支]|领导班子|班子|创建|自|的|要|将|在|各|被|荣获|广大|目前|现有|已|历来|始终|决定|召开|[，、。])"
_WORD = rf"(?<![自由使令让给])我(?:{_SURE})|(?<![自由使令让给])我(?:{_PERHAPS}){_AFTER}(?!所在|行我)"
# 我们医院, 本院, 全院上下: with a brief only.
_WHOLLY = "(?=上下|各|全体|干部|员工|职工|师生|教师|学生|医护|教职工|党员|同志|广大|要|都|一盘棋|[，。、])"
_OURS = (
    r"我们(?:医院(?!里)|学校(?!里)|公司|集团|学院|大学|法院|检察院|银行|支行|社区|街道|镇(?!定|静)|乡(?!下|亲|里)|村(?!里|民))|"
    r"(?<![日资根基成原样书课版文剧蓝标])本(?:院(?![子落])|校(?![正对])|厅(?!堂))(?=全体|干部|职工|教职工|师生|的|要|上下|实际|各|[，。、])|"
    rf"(?<![安健完齐周保成顾])全(?:院|校|行|厅){_WHOLLY}"
)
# The staff of another office of the same level, told what to do: 市交通局的干部职工要.
_OTHERS = (
    r"(?<=[，。；！？：\n])(?:全体)?[省市县区州](?P<name>[\u4e00-\u9fff]{2,6}[局厅])的?(?:全体|广大)?(?:干部职工|党员干部|全体干部)"
    r"(?=要|必须|应当|一定|近年来|始终|上下)"
)
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
    found = [one for one in matches(m, _WORD, ("我",)) if not framed(m, one.start())]
    own = m.own.self_name if m.own else _front(m)
    if own:
        if m.own:
            found += [one for one in matches(m, _OURS, ("我们", "本", "全")) if not _of_another(m, one)]
        for one in found:
            name = one[0].removeprefix("我们").lstrip("我本全")
            if not _fits(m.own, own, one[0], name):
                yield Hit(
                    one.start(), one.end(), f"“{one[0]}”不是本单位的自称", f"改成“{own}”，或者写明是哪个单位"
                )
        yield from _strangers(m, own)
        return
    counts = Counter([one[0] for one in found if one[0] not in _LOOSE])
    if len(counts) < 2:
        return
    usual, most = counts.most_common(1)[0]
    for one in found:
        if one[0] in counts and one[0] != usual and counts[one[0]] < most:
            message = f"全文自称“{usual}”{most}次，这里是“{one[0]}”"
            yield Hit(one.start(), one.end(), message, "核对是不是别的单位的稿子留下来的")


# What a unit of a kind may call itself besides the word its 自称 has.
_ALSO = {
    "院": ("医院", "学院", "法院", "检察院", "院"),
    "校": ("学校", "学院", "大学", "院", "校"),
    "行": ("银行", "支行", "分行", "行"),
    "公司": ("公司", "集团"),
    "街道": ("街道", "镇"),
}
_SECTORS = (
    ("卫生", "医院"),
    ("卫健", "医院"),
    ("教育", "学校"),
    ("教育", "校"),
)  # they speak of theirs as ours


def _fits(brief: Own | None, own: str, words: str, name: str) -> bool:
    """Whether a word such as 我院, 我们医院, 全校 may stand for this unit."""
    if words == own or words in _LOOSE or own.startswith(words):
        return True
    if brief is None:
        return False
    kind = own.removeprefix("我们").removeprefix("我")
    if (
        kind.endswith(name)
        or words in brief.said
        or any(
            kind.endswith(key)
            and name in also
            and (key != "校" or name != "院" or "院" in brief.unit)
            and (len(name) == 1 or key == "公司" or name == "学校" or name in brief.unit)
            for key, also in _ALSO.items()
            if key != "街道"
        )
    ):
        return True
    if brief.unit.endswith(name) or (len(name) > 1 and name in brief.unit + brief.short):
        return True
    if brief.region.endswith(("镇", "乡", "街道", "村", "社区")) and name in brief.region:
        return True
    if brief.region.endswith(("村", "社区")) and name in ("镇", "乡", "街道"):
        return True
    if name == "校" and any(word in brief.unit for word in ("校", "中学", "小学", "大学", "学院")):
        return True
    return any(sector in brief.unit and name == thing for sector, thing in _SECTORS)


def _of_another(m: Manuscript, one: re.Match[str]) -> bool:
    """Quoted, or 全校, 全院 of a school or hospital the sentence has named."""
    at = one.start()
    if framed(m, at):
        return True
    if one[0][0] != "全":
        return False
    before = m.text[max(at - 40, 0) : at]
    before = before[max(before.rfind(mark) for mark in "。！？\n") + 1 :]
    named = _NAMED[one[0][1]]
    return any(found[0] not in "我全本" for found in compiled(named).findall(before))


_NAMED = {
    "院": r"[\u4e00-\u9fff]院",
    "校": r"[\u4e00-\u9fff]校|中学|小学|大学|学院",
    "行": "银行|支行|分行",
    "厅": r"[\u4e00-\u9fff]厅",
}  # what a sentence calls the school, the hospital it speaks of


def _strangers(m: Manuscript, own: str) -> Iterator[Hit]:
    if m.own is None or own not in ("我局", "我厅", "我院", "我校", "我行"):
        return
    for one in matches(m, _OTHERS, ("局的", "局全", "局干", "局党", "厅的", "厅全", "厅干", "厅党")):
        name = one["name"]
        if any(char in "各与和、市县区委" for char in name) or name in m.own.said or framed(m, one.start()):
            continue
        yield Hit(one.start(), one.end(), f"“{one[0]}”不是本单位的人", "核对是不是别的单位的稿子留下来的")

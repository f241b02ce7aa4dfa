"""“%、以上、左右、以内”前面，“达到、控制在、占”后面少了数字。

“达到以上”“稳定在左右”“控制在以内”“下降%”“参与率达到。”“占总数的，”“不少于，”“岁之间”：比例或数额被删掉了。
“达到以上标准、以上意见、左右两侧、控制在合理范围”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._gaps import words
from qicao.rules._spots import Spot, look, pairs

ID = "缺比例"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "满意度要⟦达到以上⟧，办结率⟦稳定在左右⟧，投诉率⟦控制在以内⟧，文件数量同比⟦下降%⟧。",
    "覆盖率⟦达到⟧，高于平均，参与率⟦达到⟧。",
    "党员⟦占局属单位总数的⟧，其余是群众，他⟦一干就是⟧，从没叫过苦，年龄⟦在岁之间⟧。",
)
GOOD = (
    "达到以上标准的，控制在合理范围内，以上意见请落实，左右为难，占用耕地的依法处理。",
    "增长8%，目标已经达到。百分号（%）不要漏，女党员占三分之一，稳定在较低水平。",
    "比上年增长%",
)
_TO = words(
    "达到 高达 多达 达 超过 稳定在 控制在 保持在 维持在 提高到 提升到 下降到 上升到 增加到 减少到 降低到 降到 降至 增至 升至"
    " 压缩到 缩短到 压减 增长 下降 提高 缩短 降低 减少 增加 提升 不低于 覆盖 完成"
)
_END = r"(?=[，。；、！])"
_AMOUNT = "率|意度|晓度|持度|比重|比例|总值|总量|总额|总数|面积|收入|产值|投资|人数|得分|分数|占比|度已|度要|率已|率均|率都|率要|率将|率应|率须"
_OPEN = (
    "达到|约为|为|增加到|提高到|上升到|下降到|降到|降至|升至|增至|控制在|稳定在|保持在|高达|不低于|不少于|达"
)
_ALONE = (
    "不少于|不低于|不得少于|不得低于|多达|高达|增至|降至|升至|增加到|减少到|下降到|上升到|稳定在|控制在|保持在|维持在|时隔|每隔|约为|分别为"
    "|累计达|共计达|为期|历时|只差|仅差|长达|总共有|平均为|合计为"
)
_LENGTHS = {size: "|".join([one for one in _ALONE.split("|") if len(one) == size]) for size in (2, 3, 4)}
_BEFORE_AMOUNT = "|".join([rf"(?<={size})" for size in (_AMOUNT.replace("率|", "", 1), "率")])
_WHOLE = "总数|总量|总额|总人口|面积|人数|比重|比例|总值|收入|支出|投资|任务|员工"
_SPOTS = (
    *[
        Spot(pairs({verb[-1] for verb in _TO if len(verb) == size} | {"了"}, "左以之上"),
             rf"(?:{'|'.join([verb for verb in _TO if len(verb) == size])})了?(?:左右|以上|以下|以内|之内|上下)(?=[，。；、！）]|的?(?:[，。]|$)|$)", 1 - size)
        for size in (1, 2, 3)
    ],
    *[
        Spot(pairs({verb[-1] for verb in _OPEN.split("|") if len(verb) == size}, "，。；、！"),
             rf"(?:{_BEFORE_AMOUNT})(?:{'|'.join([verb for verb in _OPEN.split('|') if len(verb) == size])}){_END}", 1 - size)
        for size in (1, 2, 3)
    ],
    *[
        Spot(pairs({verb[-1] for verb in verbs.split("|")}, "，。；！"), rf"(?:{verbs})(?=[，。；！])", 1 - size)
        for size, verbs in _LENGTHS.items()
    ],
    Spot(pairs("有的", "，。；"), r"(?<!绝无)仅有的(?=[，。；])", -2),
    Spot(("就是",), r"一[干住守待做蹲熬忙]就是(?=[，。；])", -2),
    Spot(pairs("占", "全总局市县区校院单我党干机在整其所"), rf"占[^，。；\n]{{0,12}}?(?:{_WHOLE})的(?=[，。；])"),
    Spot(pairs("占", "，。；"), r"(?<=党员|干部|学历|群众|同志|人数|比例|人员|青年|员工|职工|人口|企业)占(?=[，。；])"),
    Spot(pairs("在到", "岁分元米度"), r"[在到][岁分元米度]之间"),
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    for found, _ in look(m, _SPOTS):
        yield _hit(*found.span(), m.text)
    for found in matches(m, "[\u4e00-\u9fff，。；、]%", ("%",)):
        at = found.start()
        line = m.line_at(at)
        begins = m.text[at] in "，。；、"
        if (
            m.text.startswith(("以上", "以下", "左右", "的"), at + 2)
            if begins
            else line.end - line.start > 14
        ):
            yield _hit(at if begins else max(at - 1, line.start), at + 2, m.text)


def _hit(start: int, end: int, text: str) -> Hit:
    return Hit(
        start,
        end,
        f"“{text[start:end].strip('，。；！、 ')}”这里少了数字",
        "查原件补上数字，查不到的整句改写",
    )

"""脱敏、套用留下的遮盖符号没有填实。

X、XX、×、某某、20-年、20XX年、年-月、***、___、##、●●、□□、N个、{姓名}、<单位>、【单位名称】：范文里用来代替真名实数的
符号，念稿前都要换成真的。X光、x轴、3×4、200×300、长×宽、〇（零）、某些、某种、书名号里的字、Markdown 的 **粗体** 不算。小说、
案例里也会用的“某某、某局、N个”报提醒。
"""

import re
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._spots import Spot, look, pairs

ID = "遮盖符号"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "⟦20-年⟧，⟦20XX年⟧，⟦20__年⟧，⟦20**年⟧，⟦202×年⟧，全县⟦XX⟧个村，⟦X⟧同志，⟦××⟧市，周⟦×⟧同志。",
    "由⟦***⟧任组长，共⟦___⟧个，⟦##⟧县，⟦●●⟧区，⟦□□⟧局，⟦某某⟧同志，⟦某局⟧的做法，⟦N个⟧单位，⟦○○⟧县。",
    "⟦{姓名}⟧讲话，⟦{{单位}}⟧落实，⟦<单位名称>⟧负责，⟦【单位名称】⟧，⟦［数字］⟧个，⟦年-月⟧，⟦x⟧县。",
)
GOOD = (
    "X光检查，x轴，X射线，X型，X染色体，iPhone X手机，3×4＝12，200×300毫米，单价×数量，XML格式。",
    "某些单位，某种程度，某个时候，某人某事，某年某月，二〇〇八年，二○○九年，一九九○年，__init__方法。",
    "【案例】，[1]，【导语】，第N次方，**重点**是这个，□是　□否，●加强领导，20—30年，1998-2000年，★★★。",
)
_X = r"(?<![A-Za-z0-9.\-/+*])[XxＸｘ]+(?![A-Za-z0-9\-])"
# X and x among 汉字: what makes one of them a word of science, and what shows that it stands for something.
_SCIENCE = "光射线轴型形染战档世因系坐值方的衫档射和、，。；为是与或等＝=＞＜+)）"
_FOR = (
    "市县区省镇乡村局校院厅部委办处科室司企厂街路号年月日时分名个家项条件次届户人元万亿千百%％同书主任长领老社公斤米吨亩里平位起台辆座所份篇场"
    "集单机支组副党政校州旗团岗期天岁字"
)
_SPOKEN = "同市县区省镇乡村局校院厅部委办处科室司街路年月日副书主党政州旗集单集"
_LOW = "〇○OoＯ"
_SPOTS = (
    Spot(
        ("19", "20"),
        r"(?<![0-9.])(?:19|20)(?:\d?[XxＸｘ×*_＿□?？○●#]{1,4}|[-—－–]{1,3})年|(?<![0-9.])(?:19|20)\d?[XxＸｘ×＿_]{1,3}(?![0-9A-Za-z_])",
    ),
    Spot(("××",), r"(?<!×)×{2,}(?![0-9])"),
    Spot(
        pairs("×", "同书市县省区镇乡局主年月日号"),
        r"(?<![0-9a-zA-Z积价宽长量数×])×(?=同志|书记|[市县省区镇乡局]长|主任|[市县区省镇乡局](?![积率值])|年|月|日|号)",
    ),
    Spot(("**", "＊＊"), r"(?<![*＊])[*＊]{2,}"),
    Spot(("__", "＿＿"), r"(?<![A-Za-z0-9_＿])[_＿]{2,}(?![A-Za-z_＿])"),
    Spot(pairs("#", "#市县区省镇乡村局校院厅部委同年月日个名家公"), r"(?<![\n#])#{1,6}(?=[\u4e00-\u9fff])"),
    Spot(
        ("●●", "□□", "■■", "◆◆", "▲▲", "△△", "◎◎", "◇◇"),
        r"(?P<mark>[●□■◆▲△◎◇])(?P=mark)+(?:(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]..)|(?<=[\u4e00-\u9fff]...))",
    ),
    Spot(("○○", "〇〇"), rf"(?<![0-9一二三四五六七八九十百千零{_LOW}])[○〇]{{2,}}(?![0-9一二三四五六七八九十百千零年{_LOW}])"),
    Spot(("某某",), r"(?<!某)某{2,}", 0, "warning"),
    Spot(
        pairs("某", "市县区省镇乡村局厅同书处科院校"),
        r"(?<!某)某(?:[市县区省镇乡村局厅](?!某)|同志|书记|[局处科县市院校]长)",
        0,
        "warning",
    ),
    Spot(pairs("N", "个家名项条件份位"), r"(?<![A-Za-z0-9])N.(?!理由|可能|版本|未知)", 0, "warning"),
    Spot(("{{",), r"\{\{[^{}\n]{0,20}\}\}"),
)  # fmt: skip
_FRAMED = (
    (("{", "｛"), r"[{｛][\u4e00-\u9fff]{1,12}[}｝]"),
    (("<", "＜"), r"[<＜][\u4e00-\u9fff]{0,6}(?:单位|姓名|名称|时间|日期|地点|数字|职务|地名|人名|年份|数量)[>＞]"),
    (
        ("【", "［", "["),
        r"[【［\[](?!待填)[^【】［］\[\]\n]{0,12}?(?:名称|姓名|填写|插入|此处|地名|人名|职务|年份|数字|具体|XX|××|日期|时间|地点"
        r"|数量|补充|待定)[^【】［］\[\]\n]{0,12}[】］\]]",
    ),
    (("年-", "月-", "-年"), r"(?<![0-9一二三四五六七八九十])年-月(?:-日)?(?!格式|的)|(?<=[，。；：\n])-年|(?<=\d年)-月"),
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    text, taken = m.text, set[int]()
    for found, spot in look(m, _SPOTS):
        if found[0] in ("**", "＊＊") and _bold(m, found.start()):
            continue
        if found[0][0] in "*＊" and not found[0].strip("*＊") and _rule(m, found.start()):
            continue
        taken.update(range(*found.span()))
        yield _hit(m, found, spot.severity)
    more = [
        found
        for marks, expression in _FRAMED
        if any(mark in text for mark in marks)
        for found in compiled(expression).finditer(text)
    ]
    if any(mark in text for mark in "XxＸｘ"):
        more += [found for found in compiled(_X).finditer(text) if _stands_for_something(text, *found.span())]
    for found in more:
        if taken.isdisjoint(range(*found.span())):
            yield _hit(m, found, "error")


def _rule(m: Manuscript, at: int) -> bool:
    """Whether the line holds nothing but marks: a dividing line."""
    line = m.line_at(at)
    return line.end - line.start < 200 and not m.text[line.start : line.end].strip("*＊ \u3000")


def _stands_for_something(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    hanzi = [char for char in (before, after) if "\u4e00" <= char <= "\u9fff"]
    if not hanzi:
        return (
            end - start >= 2
            and (before in "，。；：、“（\n " and after in "，。；：、”）\n ")
            and end - start <= 4
            and before != " "
        )
    if end - start >= 2:
        return not text.startswith(("染色体", "大码", "号"), end)
    if text[start] in "xｘ" and after in "个名元年":  # x个苹果
        return before not in "有为设求"
    return after in _FOR or (before in "在由请为是和与对被，：" and after not in _SCIENCE and after != "")


def _bold(m: Manuscript, at: int) -> bool:
    """Whether ** at this place opens or closes bold words of Markdown, and stands for nothing."""
    line = m.line_at(at)
    if line.end - line.start > 2000 or m.text.count("**", line.start, line.end) % 2:
        return False
    return not m.text.startswith(tuple(_SPOKEN), at + 2)


def _hit(m: Manuscript, found: re.Match[str], severity: Severity) -> Hit:
    shown = found[0].strip("{}｛｝")[:20]
    return Hit(*found.span(), f"遮盖符号“{shown}”没有填实", "换成真实的名称、人名或者数字", severity)

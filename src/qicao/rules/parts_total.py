"""分项相加和总数对不上，或者部分比整体大。

“共出现差错12起，分别是错字5起、格式4起、超时2起”：加起来11起；“投入1200万元，其中甲500万元、乙800万元”：超过总数；
“三年投入100万元、200万元、300万元，共计700万元”。人员、项目的“其中”可以重叠（女党员、青年党员），只查单项超过总数的；
“其他”“其余”收尾的，各项加起来就应当等于总数；带“等”“约”“余”的不查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches
from qicao.rules._figures import FIGURE, Figure, figure, figures, plain, sentence_start
from qicao.rules._near import near

ID = "合计不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "上半年共出现差错⟦12起，分别是错字漏字5起、格式差错4起、报送超时2起⟧，没有一起是避免不了的。",
    "今年投入⟦1200万元，其中财政资金500万元、自筹资金800万元⟧。",
    "三年分别投入⟦100万元、200万元、300万元，共计700万元⟧。",
    "共有职工⟦126人，其中男职工80人、女职工48人⟧。征求意见⟦46条，其中采纳58条⟧。",
    "意见⟦86条，其中工作作风类32条、服务态度类28条、环境卫生类30条⟧。",
    "已完成⟦12个项目中的15个⟧。",
    "发现隐患⟦836处，其中消防类310处、用电类286处、燃气类204处、其他46处⟧；目前已整改792处。",
    "发现问题隐患⟦120处。其中用电35处，燃气40处，其余为消防类50处⟧。",
    "收到建议⟦120条，其中作风类60条、服务类40条，其余30条⟧是关于环境的。",
)
GOOD = (
    "平均每个村有3.2人。其中，农机员8人。户均2.6人；其中从事农业的42人、务工的30人。",
    "发现隐患836处，其中消防类310处、用电类286处、燃气类204处、其他36处；全年120件，其中来信60件、其他渠道60件。",
    "共300人，其中党员120人，其他人员中有团员50人。全年120件，其中重点件40件，其余的80件已转办。",
    "共出现差错11起，分别是错字漏字5起、格式差错4起、报送超时2起。",
    "投入1200万元，其中财政资金500万元、自筹资金600万元。投入1.2亿元，其中市级4800万元、县级5400万元、社会1800万元。",
    "共有党员120名，其中女党员70名、35岁以下的60名、大专以上的110名。",
    "共12起，分别是错字5起、格式4起等。共12起，其中错字5起，比去年减少20起。",
    "投入100万元、200万元、300万元，三项共计600万元。今年投入200万元，三年合计900万元。",
    "共有12个项目，分为基础类5个、提升类4个，其余3个是示范类。完成12个项目中的8个。",
    "表彰30人，其中先进10人，带动群众50人。投入500万元，其中设备300万元，撬动社会投资1000万元。",
    "每天3小时、每周15小时，共计60小时。",
)
_LIST = rf"(?<![\d.·第])(?P<total>{FIGURE})[^，。；！？\n\d]{{0,10}}[，：（—。；]{{1,2}}(?P<how>其中包括|其中有|其中|包括|分别是|分别为|分为|具体是|具体为|即|分布在)[：，]?"
_ENTRY = rf"(?P<name>[^，。；：！？、\n\d]{{0,14}}?)(?P<count>{FIGURE})(?![^，、；。]{{0,6}}\d)"
_SUM = rf"[，、]?(?:以上|这|上述)?[两三四五六七八九十几]?(?:项|者|类|处|笔|年)?(?:资金|费用)?(?:共计|合计|总计|总共|一共)(?:投入|为|达到?|有)?(?P<total>{FIGURE})"
_AMONG = rf"(?<![\d.·第])({FIGURE})[^，。；！？\n\d]{{0,6}}(?:中的|中有)({FIGURE})"
_OTHER = r"共|比|较|减少|增加|增长|下降|占|平均|超过|超出|每|同比|含|余|带动|撬动|新增|吸引|预计|累计|去年|今年|明年|另|此外|惠及|服务群众|服务对象|覆盖|完成|达到"
_REST = r"(?:其[他它余]|剩[下余])[^中里外另]{0,8}$"  # closes a list
_ADDING = (*"元亩吨米件起场篇份期宗例台辆座", "公里", "平方米", "公顷", "平方公里", "立方米", "场次", "件次")


def check(m: Manuscript) -> Iterator[Hit]:
    for hit in _all(m):
        start, end = m.piece(hit.start, hit.end, last=True)  # the stated figure stands last
        yield hit._replace(start=start, end=end)


def _all(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _LIST, ("其中", "分别", "分为", "包括", "具体", "即", "分布"), 30, 8):
        total = figure(m.text, *found.span("total"))
        parts, names, open_end = _entries(m.text, found.end(), total.unit if total else "")
        apart = any(
            mark in found[0] for mark in "。；"
        )  # another sentence: the list must say that it is complete
        if apart and not (names and compiled(_REST).match(names[-1])):
            continue
        if total and parts and not total.vague and not any(part.vague for part in parts):
            why = _contradiction(total, parts, found["how"], names, open_end)
            if why:
                yield Hit(total.start, parts[-1].end, why, "核对总数和各分项")
    for found in matches(m, _SUM, ("共计", "合计", "总计", "总共", "一共")):
        yield from _summed(m.text, found.start(), figure(m.text, *found.span("total")))
    for found in near(m, _AMONG, ("中的", "中有"), 20, 16):
        whole, part = figure(m.text, *found.span(1)), figure(m.text, *found.span(2))
        if whole and part and whole.unit == part.unit and part.low > whole.high and not whole.vague:
            yield Hit(*found.span(), f"“{found[2]}”比“{found[1]}”还多", "核对两个数")


def _entries(text: str, at: int, unit: str) -> tuple[list[Figure], list[str], bool]:
    """The parts listed from a place on, their names, and whether the list may go on (等, 其余)."""
    parts: list[Figure] = []
    names: list[str] = []
    while found := compiled(_ENTRY).match(text, at):
        part = figure(text, *found.span("count"))
        rest = bool(compiled(_REST).match(found["name"]))
        if part is None or part.unit != unit or (not rest and compiled(_OTHER).search(found["name"])):
            return parts, names, True
        parts.append(part)
        names.append(found["name"])
        if rest:
            return parts, names, False
        at = found.end()
        tail = compiled(
            r"[^，。；：！？、\n\d]{0,8}?([、，；]|和(?=[^，。；\d]{0,10}\d)|(?=[。！？\n）]|$))"
        ).match(text, at)
        if tail is None or "等" in tail[0]:
            return parts, names, True
        at = tail.end()
        if not tail[1]:
            break
    return parts, names, False


def _contradiction(total: Figure, parts: list[Figure], how: str, names: list[str], open_end: bool) -> str:
    low, high = sum([part.low for part in parts]), sum([part.high for part in parts])
    summed = f"{plain(sum([part.value for part in parts]))}"
    biggest = max(parts, key=lambda part: part.value)
    if biggest.low > total.high:
        return f"其中一项（{plain(biggest.value)}）比总数（{plain(total.value)}）还大"
    labels = "".join(names)
    whole = ("男" in labels and "女" in labels and len(parts) == 2) or (
        "一季度" in labels and "四季度" in labels and len(parts) == 4
    )
    closed = bool(compiled(_REST).match(names[-1]))
    adds = how.startswith(("分", "具体", "即")) or whole or closed
    alike = len(parts) > 2 and len({name[-1:] for name in names}) == 1 and total.unit != "人"
    if len(parts) > 1 and low > total.high and (adds or alike or total.unit in _ADDING):
        return f"各项相加是{summed}，超过总数{plain(total.value)}"
    if len(parts) > 1 and adds and not open_end and high < total.low:
        return f"各项相加是{summed}，总数写的是{plain(total.value)}"
    return ""


def _summed(text: str, at: int, total: Figure | None) -> Iterator[Hit]:
    """甲、乙、丙，共计丁: the last two or more figures before must give the total."""
    if "计" in text[max(at - 16, 0) : at]:  # a sum of sums
        return
    known = figures(text, sentence_start(text, at, 80), at)[-8:]
    if total is None or total.vague or not known or at - known[-1].end > 4:
        return
    parts: list[Figure] = []
    later = at
    for one in reversed(known):
        gap = text[one.end : later]
        if one.unit != total.unit or one.vague or len(gap) > 18 or compiled(rf"\d|{_OTHER}").search(gap):
            break
        parts.append(one)
        later = one.start
        low, high = sum([part.low for part in parts]), sum([part.high for part in parts])
        if len(parts) > 1 and low <= total.high and high >= total.low:
            return
    lead = text[max(later - 12, 0) : later]
    if len(parts) > 1 and not compiled(_OTHER).search(lead):
        summed = plain(sum([part.value for part in parts]))
        message = f"前面几项相加是{summed}，合计写的是{plain(total.value)}"
        yield Hit(parts[-1].start, total.end, message, "核对总数和各分项")

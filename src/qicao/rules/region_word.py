"""“我市”“我县”用错了层级。

县里的稿子改给市里用，“我县”最容易漏改。给了要素单，凡与本单位所在地层级不合的“我市、我县、我区、我镇”都列出来（上级的“我省”、区里的“我市”除外，自治区里“我区”也是上级）；市里的稿子把
“县委、县政府”当成自己的上级，也列出来；
没有要素单，一篇里“我市”“我县”混着用，就列出少的那一种；说的是区里、街道的事（全区、区委、区应急局），冒出“我县”“全县”和只有区、没有县的
“某某县”，也列出来。
"""

import re
from collections import Counter
from collections.abc import Iterator

from qicao.gazetteer import named, own_places
from qicao.manuscript import Hit, Manuscript, Own
from qicao.regions import TIERS, region
from qicao.rulekit import Example, compiled, matches
from qicao.rules._framed import framed
from qicao.speech import Role

ID = "地区称谓"
FAMILY = "串稿"
SEVERITY = "warning"
_CITY = Own(unit="青川市水利局", region="青川市", tier="市")
_COUNTY = Own(unit="安澜县水利局", region="安澜县", tier="县")
_DISTRICT = Own(unit="临江区水利局", region="临江区", tier="县")
_QUARTER = Own(unit="城东街道办事处", region="城东街道", tier="乡")
_REGION = Own(unit="南宁市水利局", region="南宁市", tier="市")
BAD = (
    Example("同志们：\n⟦我区⟧近年来成绩显著。按照⟦县委、县政府⟧的决策部署，由⟦县委宣传部⟧牵头。", own=_CITY),
    Example("同志们：\n⟦我镇⟧近年来进步大。", own=_QUARTER),
    Example("同志们：\n我省很重视，我市也很重视，⟦我县⟧更要抓紧。", own=_CITY),
    Example("同志们：\n⟦我市⟧文明单位创建进入关键时期。", own=_COUNTY),
    "在创建文明校园动员大会上的讲话\n绵阳市涪滨中学校长　周明\n同志们：\n为⟦我县⟧的发展作贡献。",
    "同志们：\n街道党工委传达了全区会议精神，区应急局通报了情况，各街道要抓落实。⟦我县⟧的事故是警示。⟦全县⟧有三名干部受处分，"
    "区委有要求，街道要办，街道要管，街道要盯。为⟦荷塘县⟧高质量发展作贡献。",
    Example("同志们：\n⟦全县⟧上下都要动起来，全市一盘棋。", own=_CITY),
    "同志们：\n我市有19家，我市名额有限，我市竞争激烈，⟦我县⟧要抓紧。",
)
GOOD = (
    Example("同志们：\n我省、我市都有要求。", own=_CITY),
    Example("同志们：\n我区、我市抓得紧，全市、全区都动了。", own=_DISTRICT),
    Example("同志们：\n我市抓得紧，我区是自治区，全区各地都在干。", own=_REGION),
    Example(
        "同志们：\n各县县委、县政府要落实，青山县委、县政府抓得紧，县委书记来了，我镇定自若，我县域经济发展。",
        own=_CITY,
    ),
    Example("同志们：\n我县抓得紧，我省有要求，自我区别，我市场占有率高。", own=_COUNTY),
    "同志们：\n我县有19家，我县名额有限，我省有要求。",
    Example("同志们：\n青山县抓得紧，全县干部住村，健全县级机制，建好安全区域。", own=_CITY),
    "同志们：\n全区要抓紧，区委有要求，区应急局牵头。外地有个青山县，全县停产整顿。各县区都在抓，市县两级都要管。",
    "同志们：\n全县要抓紧，县委有要求，县应急局牵头。社区、园区、小区都要查，开发区全区域覆盖，各社区委员会要管。",
    "“我县城里有个亲戚。”他说，“我市里也有。”",
)
_WORD = r"我(?:(?<![自本使令让给]我)([省市县区州盟旗镇乡])(?![场民级里城别分间划块直下情长委域吃钱心力静]|定(?:自若|地|下来|从容|[，。]))|(?<![自本]我)([市县])(?=[民委]))"
_WHOLE = r"全(?<![安健完齐周保]全)(?P<k>[县区])(?![域级间分块位长镇县])"
_PLACE = r"[\u4e00-\u9fff]{2,3}([市县])(?![场民容级里])"
_BODIES = "委|政府|里|应急|住建|城管|卫健|卫生|教育|公安|市场|市监|纪委|监委|安监|文明办|妇联|总工会|团委|人大|政协|直|财政|民政|疾控"
_VOTE = rf"[区县](?:(?={_BODIES})(?<![小社园校街片战灾考厂景辖林牧山库矿省市治新地各学这该邻区].)|(?<=[全我].)(?<![安健完齐周保自]..)(?![域级间分块别]))"
# 县委、县政府 whose decisions the speaker carries out.
_SEAT = (
    r"(?<=[，。；！？：\n照据彻实绕由经在])(?P<k>[县区])委(?:、?(?P=k)政府|宣传部|组织部|办公室|统战部|政法委)"
    r"(?=高度重视|决定|的?(?:正确|坚强)?领导|的?(?:决策)?部署|的?要求|提出|作出|召开|印发|先后|始终|要|牵头|负责|将|对|研究)"
)
# What the speaker says of his own place: 为荷塘县高质量发展作贡献.
_OURS = "的?(?:高质量|经济|社会|发展|人民|大地|振兴|改革|现代化|建设|明天|未来|形象|事业|广大|干部|各项)"
_LONGEST = 30_000  # characters of a speech; longer texts are collections
_STREET = 5  # times 街道 must stand in a speech that is made in one


def check(m: Manuscript) -> Iterator[Hit]:
    if not m.is_speech:
        return
    found = [(one, one[1] or one[2]) for one in matches(m, _WORD, ("我",)) if not framed(m, one.start())]
    if m.own and m.own.region:
        yield from _against_own(m, m.own, found)
        return
    rival = _rival(m)
    if rival:
        yield from _rivals(m, rival, found)
    found = [(one, word) for one, word in found if word != rival]
    front = "" if rival else _front(m)
    for one, word in found:
        if front and word in "市县区" and word not in front:
            message = f"全文说的是{front}里的事，这里是“{one[0]}”"
            yield Hit(one.start(), one.end(), message, "核对是不是别处留下来的")
    counts = Counter([word for _, word in found if word not in "省镇乡" and not front])
    if len(counts) < 2:
        return
    usual, most = counts.most_common(1)[0]
    for one, word in found:
        if word in counts and word != usual and counts[word] < most:
            message = f"全文用“我{usual}”{most}次，这里是“{one[0]}”"
            yield Hit(one.start(), one.end(), message, f"核对是不是别处留下来的，统一成“我{usual}”")


def _against_own(m: Manuscript, own: Own, found: list[tuple[re.Match[str], str]]) -> Iterator[Hit]:
    ours, right = _fitting(m, own)
    for one, word in found:
        if word not in right and one[0] != own.self_name and one[0] not in own.said:
            message = f"“{one[0]}”与本单位所在地{own.region}的层级不合"
            yield Hit(one.start(), one.end(), message, f"改成“我{ours}”，或者写明是哪个{word}")
    for one in matches(m, _WHOLE, ("全县", "全区")):
        if one["k"] not in right and one[0] not in own.said and not _told(m, one):
            message = f"“{one[0]}”与本单位所在地{own.region}的层级不合"
            yield Hit(one.start(), one.end(), message, f"核对是不是别处留下来的，改成“全{ours}”")
    for one in matches(m, _SEAT, ("县委", "区委")):
        if one["k"] not in right and one[0] not in own.said and not _told(m, one):
            message = f"“{one[0]}”与本单位所在地{own.region}的层级不合"
            yield Hit(one.start(), one.end(), message, f"核对是不是别处留下来的，或者写明是哪个{one['k']}")


def _told(m: Manuscript, one: re.Match[str]) -> bool:
    """Whether the paragraph names the county or district the words 全县, 全区 stand for, or quotes them."""
    line = m.line_at(one.start())
    before = m.text[max(line.start, one.start() - 200) : one.start()]
    return framed(m, one.start()) or any(
        mark == one["k"] and before[at - 1 : at] not in "全我" and before[at + 1 : at + 2] not in "委政"
        for at, mark in enumerate(before)
    )


def _rival(m: Manuscript) -> str:
    """县 in a text about a 区, 区 in one about a 县: what cannot be meant. Empty when neither is certain."""
    if "县" not in m.text or "区" not in m.text or len(m.text) > _LONGEST:
        return ""
    votes = Counter([one[0] for one in compiled(_VOTE).finditer(m.text)])
    if m.text.count("街道") >= _STREET:
        votes["区"] += 2
    usual, rival = ("区", "县") if votes["区"] > votes["县"] else ("县", "区")
    sure = votes[usual] >= 3 and votes[usual] >= 2 * votes[rival]
    return rival if sure and not (rival == "区" and "自治区" in m.text) else ""


def _rivals(m: Manuscript, rival: str, found: list[tuple[re.Match[str], str]]) -> Iterator[Hit]:
    usual = "区" if rival == "县" else "县"
    ours = [one for one, word in found if word == rival]
    whole = [one for one in matches(m, _WHOLE, ("全" + rival,)) if one["k"] == rival and not _told(m, one)]
    for one in (*ours, *whole):
        message = f"全文说的是{usual}里的事，这里是“{one[0]}”"
        yield Hit(one.start(), one.end(), message, "核对是不是别处留下来的")
    for found_at in compiled(rival).finditer(m.text):
        at = found_at.start()
        ours_here = compiled(_OURS).match(m.text, at + 1) is not None
        for size in (3, 2):
            name = m.text[max(at - size, 0) : at]
            if len(name) < size or framed(m, at) or not named(name + usual) or named(name + rival):
                continue
            if ours_here or name + usual in m.text:
                message = f"“{name}{rival}”应当是“{name}{usual}”"
                yield Hit(at - size, at + 1, message, f"查不到这个{rival}，核对名称")
                break


def _front(m: Manuscript) -> str:
    """市 or 县, where title and signature, or 全市, 市委, 市政府 … speak of one kind only."""
    lines = [
        m.text[line.start : line.end]
        for line in m.lines[:8]
        if line.block.role in (Role.TITLE, Role.SIGNATURE)
    ]
    kinds = {one[1] for line in lines for one in compiled(_PLACE).finditer(line)}
    if len(kinds) == 1:
        return kinds.pop()
    votes = {
        kind: sum(
            [m.text.count(kind.join(pair)) for pair in (("全", ""), ("", "委"), ("", "政府"), ("", "文明"))]
        )
        for kind in "市县"
    }
    return next((kind for kind in "市县" if votes[kind] >= 3 and sum(votes.values()) - votes[kind] <= 1), "")


_AUTONOMOUS, _DIRECT = ("15", "45", "54", "64", "65"), ("11", "12", "31", "50")  # codes of provinces


def _fitting(m: Manuscript, own: Own) -> tuple[str, str]:
    """The word for the own place (县), and all that may follow 我: that, and what is above it."""
    place = region(own.region, own.tier or None)
    if place is None:
        return "市", "省市县区州盟旗镇乡"
    right = place.word
    if place.tier in TIERS[1:]:
        right += _province(m, own)
    if place.tier == "县" and place.word in ("区", "旗"):
        right += "市盟" if place.word == "旗" else "市"
    if place.tier == "乡":
        right += "市县旗区"
        if place.word in ("村", "社区"):
            right += "镇乡"
    return place.word, right


def _province(m: Manuscript, own: Own) -> str:
    """What one calls the province a place lies in: 省, in an 自治区 区, in a 直辖市 市."""
    codes = {one.code[:2] for one in own_places(own)}
    if not codes:
        steppe = own.region.endswith(("旗", "盟")) or "自治区" in m.text or "自治区" in own.said
        return "省区" if steppe else "省"
    words = ["区" if code in _AUTONOMOUS else "市" if code in _DIRECT else "省" for code in codes]
    return "".join(words)

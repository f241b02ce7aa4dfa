"""“我市”“我县”用错了层级。

县里的稿子改给市里用，“我县”最容易漏改。给了要素单，凡与本单位所在地层级不合的“我市、我县、我区、我镇”都列出来（上级的“我省”除外）；
没有要素单，一篇里“我市”“我县”混着用，就列出少的那一种。
"""

from collections import Counter
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.regions import TIERS, region
from qicao.rulekit import Example, compiled, matches
from qicao.speech import Role

ID = "地区称谓"
FAMILY = "串稿"
SEVERITY = "warning"
_CITY = Own(unit="青川市水利局", region="青川市", tier="市")
_COUNTY = Own(unit="安澜县水利局", region="安澜县", tier="县")
BAD = (
    Example("同志们：\n我省很重视，我市也很重视，⟦我县⟧更要抓紧。", own=_CITY),
    Example("同志们：\n⟦我市⟧文明单位创建进入关键时期。", own=_COUNTY),
    "在创建文明校园动员大会上的讲话\n绵阳市涪滨中学校长　周明\n同志们：\n为⟦我县⟧的发展作贡献。",
    "同志们：\n我市有19家，我市名额有限，我市竞争激烈，⟦我县⟧要抓紧。",
)
GOOD = (
    Example("同志们：\n我省、我市都有要求。", own=_CITY),
    Example("同志们：\n我县抓得紧，我省有要求，自我区别，我市场占有率高。", own=_COUNTY),
    "同志们：\n我县有19家，我县名额有限，我省有要求。",
    "“我县城里有个亲戚。”他说，“我市里也有。”",
)
_WORD = r"(?<![自本使令让给])我([省市县区州盟旗镇乡])(?![场民级里城别分间划块直下情长委])|(?<![自本])我([市县])(?=[民委])"

_PLACE = r"[\u4e00-\u9fff]{2,3}([市县])(?![场民容级里])"


def check(m: Manuscript) -> Iterator[Hit]:
    found = [(one, one[1] or one[2]) for one in matches(m, _WORD, ("我",)) if not m.quoted(one.start())]
    if not found or not m.is_speech:
        return
    if m.own and m.own.region:
        right = _fitting(m.own)
        for one, word in found:
            if word not in right and one[0] != m.own.self_name and one[0] not in m.own.said:
                message = f"“{one[0]}”与本单位所在地{m.own.region}的层级不合"
                yield Hit(one.start(), one.end(), message, f"改成“我{right[0]}”，或者写明是哪个{word}")
        return
    front = _front(m)
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


def _fitting(own: Own) -> list[str]:
    """The words that may follow 我: that of the place, and 省 above it."""
    place = region(own.region, own.tier or None)
    if place is None:
        return list("省市县区州盟旗镇乡")
    above = ["省", "区"] if place.tier in TIERS[1:] else []
    if place.tier == "乡":
        above += ["市", "县", "旗"]
    return [place.word[-1], *above] if len(place.word) == 1 else [place.word[-1], *above, place.word[0]]

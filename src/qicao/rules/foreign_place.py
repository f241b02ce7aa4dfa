"""别处的地名留在稿子里。

改旧稿最怕的就是这一条。给了要素单（--brief），凡不是本单位所在地、不在它的上级或下级、要素单里也没有提到的地名，都列出来；
没有要素单，就看题目、署名说的是哪里，或者全文至少三次、六成以上说的是哪里，与它不沾边的列出来，看不出来就不查。从网上下载的
稿子（有翻页标记一类痕迹）地名都是别人的，一个不漏地列。书名号里的、直接引语里的、领导同志在某地考察的、学习取经的、
“延安精神”“上海合作组织”“哈密瓜”这类固定名称不算。地名取自 GB/T 2260 的历年代码，已撤销的县市也认得；本单位所在地查不到的，
省名、市名写成上级的（省委、某市某地）不算。给了要素单，“建设和谐安澜”这样查不到的地名，像地名的也列出来。
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from qicao.gazetteer import Mention, Place, mentions, named_within, own_places, related, short_form
from qicao.manuscript import Hit, Manuscript, Own
from qicao.regions import TIERS, region
from qicao.rulekit import Example, compiled, matches
from qicao.rules._framed import frame
from qicao.speech import Role

ID = "外地地名"
FAMILY = "串稿"
SEVERITY = "warning"
_HOME = Own(unit="宜阳县水利局", short="县水利局", region="宜阳县", tier="县")
_TOWN = Own(unit="伊川县城关镇人民政府", region="城关镇", tier="乡")
_MADE_UP = Own(unit="青川市水利局", short="市水利局", region="青川市", tier="市")
BAD = (
    Example("同志们：\n为建设富裕和谐美丽新⟦濮阳⟧作出贡献。⟦伊川县⟧的同志也来了。", own=_HOME),
    "在宜昌市水利局动员大会上的讲话\n同志们：\n宜昌市抓得紧，宜昌的干部很努力，可是⟦滁州⟧人民盼着呢。",
    Example("同志们：\n伊川县在洛阳市，河南省有要求，⟦宜阳县⟧也来了人。", own=_TOWN),
    Example(
        "同志们：\n建设和谐⟦安澜⟧、美丽⟦安澜⟧。为⟦宜阳⟧的发展作贡献。每一个⟦伊川⟧人都要努力。", own=_MADE_UP
    ),
    "《讲话.docx》由会员分享，可在线阅读，更多相关《讲话》请搜索。\n同志们：构建和谐⟦伊川⟧，是⟦河南省⟧的部署。",
)
GOOD = (
    Example("同志们：\n宜阳县是洛阳市的大县，河南省有要求，弘扬延安精神。", own=_HOME),
    "在宜昌市水利局动员大会上的讲话\n同志们：\n宜昌市抓得紧，湖北省有要求，宜都市也来了人。",
    Example("习近平总书记在浙江考察时指出，要实干。落实《安徽省文明单位管理办法》。", own=_HOME),
    Example(
        "同志们：\n沿海城市要适应城市更新，今天全县、责任城区都要动，各项城市工作会同县公安局抓，隆重庆祝，提高均衡水平，统一经营口径，"
        "形成都市圈，召开封闭会议，来自贡献大的科室，二十四平方公里，推广州级做法，民政和县残联，争创平安县。",
        own=_HOME,
    ),
    Example(
        "同志们：\n桂林山水甲天下，洛阳纸贵，喝普洱茶，西安事变，唐山大地震，驰援武汉，新华社北京电，杭州亚运会，湖南卫视报道。"
        "总书记考察浙江时、在福建宁德工作时都讲过。赴延安开展红色教育，郑州“7·20”暴雨是教训。总书记说：“北京有句老话。”",
        own=_HOME,
    ),
    Example("同志们：\n市委、四川省委有要求，我们要建设和谐家园、美丽江山。", own=_MADE_UP),
    "在动员大会上的讲话\n同志们：\n济南来了人，我市发展快。",
    "振兴和县域经济，推广西部经验，国泰民安，确保定期检查，建设新乡村。",
)
_VISIT = (
    r"的?(?:重要)?讲话|[^。！？；\n]{0,12}(?:考察|视察|调研|看望|座谈|主持召开|会见|工作(?:期间|过|时|的时候)|任职|代表团|主政|"
    r"(?:作出|做出)(?:重要|过))"
)
_VISITED = "(?:考察|视察|调研|参加|出席|寄语|致信|回信|来到|走进)[^。！？；，\\n]{0,4}$"
_COMPARED = r"(?:[、和与][\u4e00-\u9fff]{2,4}){0,4}等(?:兄弟|先进|发达|周边|[省市县地])"
_LEADER = "(?:习近平|总书记|毛泽东|毛主席|邓小平|江泽民|胡锦涛|周恩来|李克强|李强总理)"
_SAID = "(?:说|说过|道|指出|强调|要求|写道|讲过?|谈到|表示|回忆|号召|告诫|提出|题词|嘱托|勉励|明确)[：，]?$"
# 向上海、深圳学习; 学习浙江“千万工程”经验; 与厦门结对
_LEARNED_FROM = (
    (
        r"(?:向|赴|到|去|前往)[^，。；！？\n]{0,10}$",
        r"[^，。；！？\n]{0,10}(?:学习|看齐|取经|考察|观摩|招商|学访)",
    ),
    (r"(?:学习|借鉴|对标|推广|复制)[^，。；！？\n]{0,8}$", r"[^，。；！？\n]{0,10}(?:经验|做法|模式|工程)"),
    (r"(?:对口支援|结对|协作|援建|驰援|支援|帮扶)[^，。；！？\n]{0,8}$", ""),
    ("", "[^，。；！？\\n]{0,3}(?:结对|对口|协作)"),
)
_UPPER = "委|政府|人大|政协|级|直|厅|文明|人民政府|水利厅"
_PRAISED = (
    "(?:和谐|美丽|幸福|魅力|活力|富裕|富强|大美)新?(?P<x>[\u4e00-\u9fff]{2})"
    "(?=作出|做出|作贡献|做贡献|贡献|而努力|而奋斗|增光|添彩|[。，、！])"
)
_EARTH = frozenset(
    "州川江河湖海岭阳阴宁城泉溪塘源澜津浦港陵洲潭峰坪坝屏昌"
)  # last characters of many names of towns
_NO_TOWN = frozenset(
    ["长江", "黄河", "江河", "大河", "山河", "大海", "河湖", "江湖", "江海", "湖海", "四海", "起源", "资源", "水源", "能源", "电源", "光源", "财源", "货源", "生源", "安宁", "康宁", "心宁", "都城", "新城", "全城", "水城", "山城", "县城", "省城", "江城", "古城", "名城", "之城", "商城", "花城", "书城", "车城", "朝阳", "夕阳", "太阳", "向阳", "神州", "九州", "温泉", "清泉", "池塘", "小溪", "山川", "海港", "河川", "高峰", "山峰", "长城", "城河", "护城", "绿洲", "五洲", "荧屏", "库坝", "一城", "满城"]
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    if not (m.own or m.downloaded or m.is_speech):
        return
    every = mentions(m)
    found = [one for one in every if not _exempt(m, one)]
    if m.own and m.own.region:
        yield from _made_up(m, m.own, found)
    if not found:
        return
    home, why = _home(m, every, found)
    if not why:
        return
    said = m.own.said if m.own else ""
    unknown = bool(m.own and not home)
    provinces = {place.code[:2] for one in found for place in one.places if place.code.endswith("0000")}
    for number, one in enumerate(found):
        if said and (one.words in said or short_form(one.words) in said):
            continue
        if any(related(place, own) for place in one.places for own in home):
            continue
        if unknown and _upper(m, one, found[number + 1 : number + 2], len(provinces)):
            continue
        yield Hit(
            one.start, one.end, f"地名“{one.words}”{why}", "核对是不是别处的稿子留下来的，换成本地的名称"
        )


def _upper(m: Manuscript, one: Mention, following: list[Mention], provinces: int) -> bool:
    """Whether a province or prefecture may be what a home unknown to us lies in."""
    if not any(place.code.endswith("00") for place in one.places) or m.downloaded:
        return False
    place = region(m.own.region, m.own.tier or None) if m.own else None
    province = any(one_place.code.endswith("0000") for one_place in one.places)
    if not province and place is not None and place.tier in TIERS[:2]:
        return False  # a prefecture lies in no other
    rest = m.text[one.end : one.end + 12]
    region_name = m.own.region if m.own else ""
    if rest.startswith((region_name, region_name[:-1] or region_name)) or compiled(_UPPER).match(rest):
        return True
    if province and provinces == 1:
        return not following or following[0].start != one.end
    return False


def _made_up(m: Manuscript, own: Own, found: list[Mention]) -> Iterator[Hit]:
    """和谐安澜, where no list of places knows 安澜 and the brief does not speak of it."""
    known = {at for one in found for at in range(one.start, one.end)}
    for one in matches(m, _PRAISED, ("和谐", "美丽", "幸福", "魅力", "活力", "富裕", "富强", "大美")):
        name, at = one["x"], one.start("x")
        if name[1] not in _EARTH or name in _NO_TOWN or at in known or name in own.said:
            continue
        if named_within(name + "县") or named_within(name + "市"):
            continue
        yield Hit(
            at, at + 2, f"地名“{name}”不是本单位的（本单位在{own.region}）", "核对是不是别处的稿子留下来的"
        )


def _exempt(m: Manuscript, one: Mention) -> bool:
    """In a 书名号, in a quotation, where a leader was when he said it, or whom one learns from."""
    if _framed(m, one) or compiled(_COMPARED).match(m.text, one.end):
        return True
    head = m.text[max(one.start - 24, 0) : one.start]
    clause = head[max(head.rfind(mark) for mark in "。！？；\n") + 1 :]
    if compiled(_LEADER).search(clause) and (
        compiled(_VISIT).match(m.text, one.end) or compiled(_VISITED).search(clause)
    ):
        return True
    return any(
        compiled(before).search(clause) and compiled(after).match(m.text, one.end)
        for before, after in _LEARNED_FROM
    )


def _framed(m: Manuscript, one: Mention) -> bool:
    """In a 书名号, in a long quotation, or in one that somebody is said to have said."""
    starts, ends = m.quotes
    if m.quoted(one.start):
        index = bisect_right(starts, one.start) - 1
        span = starts[index], ends[index]
    elif (found := frame(m, one.start)) is not None:
        span = found
    else:
        return False
    start, end = span
    if m.text[start] == "《" or end - start > 20:
        return True
    return compiled(_SAID).search(m.text, max(start - 8, 0), start) is not None


def _home(m: Manuscript, every: list[Mention], found: list[Mention]) -> tuple[list[Place], str]:
    """The places that are this speech's own, and how to say that another is not. Nothing where nobody knows."""
    if m.own and m.own.region:
        return own_places(m.own), f"不是本单位的（本单位在{m.own.region}）"
    if m.downloaded:
        return [], "是下载的原稿里的"
    fronts = [line for line in m.lines if line.block.role in (Role.TITLE, Role.SIGNATURE)]
    first = [one for one in found if any(line.start <= one.start < line.end for line in fronts)]
    counted = {one.start for one in found}
    named = [one for one in every if one.start in counted or m.quoted(one.start)]
    votes = Counter([place for one in (first or named) for place in one.places])
    best = votes.most_common(1)[0][0]
    ours = [one for one in named if any(related(place, best) for place in one.places)]
    unit = any(best in one.places and compiled(_UNIT).match(m.text, one.end) for one in ours)
    enough = len(ours) >= 3 and len(ours) >= 0.6 * len(named)
    if not (first or enough or (unit and votes[best] >= 2 and len(ours) >= 0.5 * len(named))):
        return [], ""
    return [place for place in votes if place.name == best.name], f"与全文说的“{best.name}”不是一处"


_UNIT = r"[\u4e00-\u9fff]{1,10}(?:局|委|厅|院|校|中学|小学|公司|银行|中心|集团|系统)"

"""Provinces, cities and counties: full names (with those abolished since 1980), short forms, and who lies in whom.

The names come from the data file of python-stdnum (stdnum/cn/loc.dat, the codes of GB/T 2260 with their years),
read from the installed package; what is ambiguous about the short forms is in data/places.tsv.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from qicao.datafiles import table
from qicao.manuscript import Manuscript, Own
from qicao.regions import region
from qicao.rulekit import WordList, compiled

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|俄罗斯|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_ENDINGS = (
    "特别行政区",
    "特別行政區",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "联合旗",
    "地区",
    "林区",
    "特区",
    *"省市县区盟旗州",
)
_GENERIC = ("市辖区", "省直辖", "县级", "郊区", "城区", "矿区", "新区", "林区", "市区", "老城区", "新城区", "新市区", "市中区", "城中区", "城东区", "城西区", "城北区", "城南区", "向阳区", "市南区", "市北区", "滨海新区", "开发区")  # fmt: skip
_DIRECT = ("11", "12", "31", "50")  # 直辖市: the city is the province
# Beside these a short form means the place, however ordinary the word.
_BEFORE = "和谐|美丽|幸福|魅力|活力|大美|富裕|富强|繁荣|实力|品质|生态|智慧|书香|诚信|法治|数字|健康|平安|文明|壮美|锦绣|最美|善美"
_AFTER = (
    "人民|大地|儿女|各界|干群|百姓|速度|实际|实践|篇章|县域|撤县|全境|的?(?:广大)?(?:干部群众|党员干部|父老乡亲)|"
    "各级(?:党|干部|各部门|部门|领导)"
)
# 为宜阳的发展作贡献, 作为伊川人
_FOR = "的?(?:发展|振兴|建设|腾飞|崛起|明天|未来|文明创建|经济|繁荣)[^，。；！？\\n]{0,8}(?:作|做|贡献|添砖|增光|添彩|而|出力)"
_PEOPLE = "(?:作为|每一个|每一位|每个|每位|我们|全体|广大)$"
# Places that stand for a piece of history or a fixed name, not for somebody's county.
_HISTORY = (
    "精神|会议|整风|时期|起义|谈判|公报|时间|合作组织|宣言|共识|奥运|冬奥|保卫战|战役|会战|暴动|大学|大?地震|世博|进博|方言|"
    "事变|事件|惨案|大屠杀|解放|会师|会谈|条约|自贸|速度|亚运|大运会|青运|全运|园博|证券|卫视|浦东发展银行|"
    "茅台|啤酒|白药|火锅|拉面|豫剧|坠子|快书|黄梅戏|火腿|烤鸭|麻花|枸杞|大枣|牛肉面|热干面|铁路局|铁路|长江大桥|纸贵|学步|山水甲|茶|瓜|楼记|岭|临风|岛|红色|"
    "革命|加油|[^，。；\\n]{0,6}(?:特别重大|特大|重大)[^，。；\\n]{0,8}(?:事故|火灾|爆炸)|"
    "[^，。；、\\n]{0,4}(?:“[0-9]{1,2}[·・.．][0-9]{1,2}”|[0-9]{1,2}[·・][0-9]{1,2})|[^，。；\\n]{0,3}(?:督察|巡视)|电[（，：]"
)
# What every province has for all: 河北日报, 北京银行, 党中央在北京召开会议.
_WIDELY = "日报|晚报|电视台|银行|(?:主持)?召开|举行|开幕|闭幕"
# What stands before them: 驰援武汉, 新华社北京4月1日电.
_HISTORY_BEFORE = "(?:驰援|支援|对口支援|对口帮扶|对口援建|援建|新华社|中新社)$"
# 赴延安开展红色教育: places one travels to for what happened there.
_RED = frozenset(
    [
        "延安",
        "延安市",
        "遵义",
        "遵义市",
        "井冈山",
        "井冈山市",
        "瑞金",
        "瑞金市",
        "韶山",
        "临沂",
        "嘉兴",
        "西柏坡",
    ]
)
_RED_WORDS = r"红色|党性|革命|干部学院|圣地|重走|初心|老区"
# Full names that are ordinary words: they count only right behind the name of what they lie in (荆州市公安县),
# or, of the second group, before what only a place has (公安县委).
_VERBS = frozenset(["会同", "合作", "解放", "振兴", "互助", "友好", "和平", "复兴", "前进", "建设", "团结"])
_ORDINARY = frozenset(
    ["资源", "南部", "公园", "东方", "动力", "港口", "公安", "通道", "平安", "安定", "光明", "新兴", "东风", "南岸", "富裕", "前锋", "清新", "宏伟", "莲花", "平和", "同心", "共和", "古城", "太平", "新建", "新城", "向阳", "长寿", "滨海", "全州", "山城", "工农", "二道", "大观", "民主", "爱民", "民权", "富民", "东郊", "西郊", "北郊", "七星", "三元", "露天", "新星", "回民", "中方", "惠农", "健康"]
)  # fmt: skip
_SEATS = r"委(?!员)|政府|人民|大地|人大|政协|高质量|经济社会|(?![级局区域直城民乡镇])[\u4e00-\u9fff]{2,4}(?:局|医院|中学)"
# What follows a name by accident: 振兴和县域经济, 和平区域, 宁波市场.
NOT_AFTER = {
    "县": "域级直",
    "区": "域别间分块位县",
    "市": "场值面民圈",
    "旗": "帜袍下",
    "州": "",
    "盟": "约友主",
    "省": "钱",
}


class Place(NamedTuple):
    """A place: six digits of GB/T 2260 (pp province, ccdd city, county) and its full name."""

    code: str
    name: str


class Mention(NamedTuple):
    """A place named in a text: offsets, the words, and which places they can mean."""

    start: int
    end: int
    words: str
    places: tuple[Place, ...]


def short_form(name: str) -> str:
    """The name without its ending: 伊川县 → 伊川, 恩施土家族苗族自治州 → 恩施."""
    stem = next((name[: -len(ending)] for ending in _ENDINGS if name.endswith(ending)), name)
    return compiled(f"(?:(?:{_PEOPLES})族)+$").sub("", stem) if stem.endswith("族") else stem


@cache
def all_places() -> tuple[Place, ...]:
    """Every place, read once in a process; empty when python-stdnum is not installed."""
    spec = find_spec("stdnum")
    if spec is None or not spec.submodule_search_locations:
        return ()
    data = Path(next(iter(spec.submodule_search_locations)), "cn", "loc.dat").read_text(encoding="utf-8")
    found, province = list[Place](), ""
    for line in data.split("\n"):
        code, _, value = line.strip().partition(" ")
        if not code.isdecimal():
            continue
        names = value.partition('"')[2].rstrip('"')
        if len(code) == 2:
            province = code
            found.append(Place(code + "0000", names))
            continue
        for name in names.split(","):
            bare = name.rpartition("]")[2]
            if len(bare) > 2:
                found.append(Place(province + code, bare))
    return tuple([place for place in found if not place.name.startswith(_GENERIC)])


@cache
def _by_pair() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in all_places():
        found.setdefault(place.name[:2], []).append(place)
    return found


@cache
def all_provinces() -> tuple[Place, ...]:
    """The provinces and what ranks with them."""
    return tuple([place for place in all_places() if place.code.endswith("0000")])


def named(name: str) -> list[Place]:
    """The places of this full name."""
    return [place for place in _by_pair().get(name[:2], ()) if place.name == name]


@cache
def _by_short() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in all_places():
        found.setdefault(short_form(place.name), []).append(place)
    return found


def called(name: str) -> list[Place]:
    """The places of this full name, or else those that are called so without their ending."""
    return named(name) or _by_short().get(name, [])


def is_short(name: str) -> bool:
    """Whether some place is called so without its ending."""
    return name in _by_short()


def is_word(name: str) -> bool:
    """Whether the short form of a place is an ordinary word as well: 平安, 光明, 会同."""
    return name in _VERBS or name in _ORDINARY


def by_accident(text: str, at: int, word: str) -> bool:
    """Whether the short form of a place stands in the text only as parts of other words: 资|阳光, 隆|重庆|祝."""
    return _accident(text, at, word, _guards()) or _overlapped(text, at, word)


_ENDS = frozenset("省市县区州盟旗")
_NEW_AREAS = {
    "雄安新区": "河北省", "贵安新区": "贵州省", "西咸新区": "陕西省", "两江新区": "重庆市", "滨海新区": "天津市", "赣江新区": "江西省",
    "天府新区": "四川省", "湘江新区": "湖南省", "郑东新区": "郑州市",
}  # fmt: skip


def named_within(words: str) -> list[Place]:
    """The innermost place that words begin with: 伊川县城关镇人民政府 → 伊川县, 北京市海淀区水务局 → 海淀区,
    恩施州 → the prefecture, 洛阳高新区 → 洛阳市. Of namesakes only those in the place named before."""
    found: list[Place] = []
    at = 0
    while at < len(words):
        size, places = _longest(words, at)
        if not size:
            break
        inside = [one for one in places if any(_within(one, other) for other in found)]
        if found and not inside:
            break
        found, at = inside or places, at + size
    return found


def _longest(words: str, at: int) -> tuple[int, list[Place]]:
    for size in range(min(len(words) - at, 14), 1, -1):
        part = words[at : at + size]
        if part in _NEW_AREAS:
            return size, named(_NEW_AREAS[part])
        if exact := named(part):
            return size, exact
        stem = part[:-1] if part[-1] in _ENDS and len(part) > 2 else part
        short = _by_short().get(stem, []) if len(stem) > 1 else []
        if stem is part:  # the short form of a city or province only: the county's may be any word
            short = [one for one in short if one.code.endswith("00")]
        else:
            short = [one for one in short if one.name.endswith((part[-1], "自治" + part[-1]))]
        if short:
            return size, short
    return 0, []


@cache
def _overlaps() -> dict[str, tuple[str, str]]:
    return {word: (before, after) for word, before, after in table("overlaps.tsv", 3)}


@cache
def _guards() -> dict[str, tuple[str, str]]:
    return {word: (before, after) for word, before, after in table("places.tsv", 3)}


@cache
def _epithets() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, name in table("epithets.tsv", 2):
        found.setdefault(name, []).append(word)
    return found


def mentions(m: Manuscript) -> list[Mention]:
    """The places a text names, in order, none inside another; history and fixed names left out."""
    text, guards, found = m.text, _guards(), list[Mention]()
    full, city, county = _Table(), _Table(), _Table()
    for pair in _by_pair().keys() & m.pairs.keys():  # most places are out of question at once
        for place in _by_pair()[pair]:
            full.add(place.name, place)
            stem = short_form(place.name)
            before = guards.get(stem, ("", ""))[0]
            if len(stem) > 1 and before != "=":
                (city if place.code.endswith("00") and before != "-" else county).add(stem, place)
    for place in all_provinces():
        for word in filter(lambda one: one[:2] in m.pairs, _epithets().get(place.name, ())):
            city.add(word, place)
    for at, word in WordList(full).find(m.pairs, text):
        after = text[at + len(word) : at + len(word) + 1]
        if not (after and after in NOT_AFTER.get(word[-1], "")) and not _overlapped(text, at, word):
            found.append(Mention(at, at + len(word), word, tuple(full[word])))
    counties = {short_form(mention.words) for mention in found}
    for at, word in WordList(city).find(m.pairs, text):
        if not _accident(text, at, word, guards) and not _overlapped(text, at, word):
            found.append(Mention(at, at + len(word), word, (*city[word], *county.get(word, ()))))
    for at, word in WordList(county).find(m.pairs, text):
        if word in counties or _beside(text, at, at + len(word)):
            found.append(Mention(at, at + len(word), word, tuple(county[word])))
    return _outermost(found, text)


def _overlapped(text: str, at: int, word: str) -> bool:
    """Whether a name is the end of one word and the beginning of the next: 隆|重庆|祝, 沿|海城市."""
    before, after = _overlaps().get(word, ("", ""))
    end = at + len(word)
    if at == 0 or not before or text[at - 1] not in before:
        return False
    return not after or (end < len(text) and text[end] in after)


def _ordinary(text: str, one: Mention, ends: set[int]) -> bool:
    """Whether a full name is rather an ordinary word (会同县公安局, 平安县); after what it lies in it is not."""
    stem = one.words[:-1]
    if len(one.words) != 3 or one.start in ends or (stem not in _VERBS and stem not in _ORDINARY):
        return False
    before = text[one.start - 1 : one.start]
    return bool(
        stem in _VERBS
        or before not in "，。！？；：（\n在到赴与为"
        or not compiled(_SEATS).match(text, one.end)
    )


class _Table(dict[str, list[Place]]):
    def add(self, word: str, place: Place) -> None:
        self.setdefault(word, []).append(place)


def _outermost(found: list[Mention], text: str) -> list[Mention]:
    kept: list[Mention] = []
    ends = {mention.end for mention in found}
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if (kept and mention.start < kept[-1].end) or _ordinary(text, mention, ends):
            continue
        kept.append(mention)
    named_in_vain = {one.start for one in kept if _fixed(text, one)}
    for one in reversed(kept):  # 河南郑州“7·20”: what stands before goes with it
        if one.end in named_in_vain:
            named_in_vain.add(one.start)
    return [one for one in kept if one.start not in named_in_vain]


def _fixed(text: str, one: Mention) -> bool:
    """Whether the name stands for a piece of history, a fixed name, a product."""
    if compiled(_HISTORY).match(text, one.end):
        return True
    if compiled(_WIDELY).match(text, one.end) and any(len(_stem(place.code)) == 2 for place in one.places):
        return True
    head = text[max(one.start - 12, 0) : one.start]
    if compiled(_HISTORY_BEFORE).search(head):
        return True
    near = text[max(one.start - 10, 0) : one.end + 16]
    return one.words in _RED and compiled(_RED_WORDS).search(near) is not None


def _accident(text: str, at: int, word: str, guards: dict[str, tuple[str, str]]) -> bool:
    before, after = guards.get(word, ("", ""))
    end = at + len(word)
    return (at > 0 and text[at - 1] in before) or (end < len(text) and text[end] in after)


def _beside(text: str, start: int, end: int) -> bool:
    """Whether 和谐…, 美丽新…, …人民 stand beside the word."""
    head = text[max(start - 3, 0) : start].removesuffix("新")
    if compiled(f"(?:{_BEFORE})$").search(head) or compiled(_AFTER).match(text, end):
        return True
    if head.endswith("为") and compiled(_FOR).match(text, end):
        return True
    return text.startswith("人", end) and compiled(_PEOPLE).search(head) is not None


def _within(one: Place, other: Place) -> bool:
    a, b = _stem(one.code), _stem(other.code)
    return a.startswith(b) or b.startswith(a)


def related(one: Place, other: Place) -> bool:
    """Whether one place lies in the other, or both are the same (county in city, city in province)."""
    return one.name == other.name or _within(one, other)


def _stem(code: str) -> str:
    """The part of a code that the places inside share: 410000 → 41, 410300 → 4103. 直辖市 are provinces."""
    if code.endswith("0000") or (code.startswith(_DIRECT) and code.endswith("00")):
        return code[:2]
    return code[:4] if code.endswith("00") else code


def own_places(own: Own) -> list[Place]:
    """Where a unit is, by its region, by its name, or by what else the brief says; of namesakes the right one."""
    by_unit = named_within(own.unit.removeprefix("中共").removeprefix("国家税务总局"))
    by_region = named_within(own.region)
    place = region(own.region)
    if by_region and place is not None and place.tier != "乡":
        return [one for one in by_region if any(_within(one, other) for other in by_unit)] or by_region
    return by_unit or by_region or [one for line in own.words for one in named_within(line)]

"""Provinces, cities and counties: full names (with those abolished since 1980), short forms, and who lies in whom.

The names come from the data file of python-stdnum (stdnum/cn/loc.dat, the codes of GB/T 2260 with their years),
read from the installed package; what is ambiguous about the short forms is in data/places.tsv.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from qicao.manuscript import Manuscript
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
_AFTER = "人民|大地|儿女|各界|干群|百姓|速度|实际|实践|篇章|县域|撤县|全境"
# Places that stand for a piece of history or a fixed name, not for somebody's county.
_HISTORY = "精神|会议|整风|时期|起义|谈判|公报|时间|合作组织|宣言|共识|奥运|冬奥|保卫战|战役|会战|暴动|大学|地震|世博|进博|方言"
# What follows a name by accident: 振兴和县域经济, 和平区域, 宁波市场.
_NOT_AFTER = {
    "县": "域级直",
    "区": "域别间分块位",
    "市": "场值面",
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


def _rows(name: str) -> list[list[str]]:
    text = Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@cache
def _guards() -> dict[str, tuple[str, str]]:
    return {word: (before, after) for word, before, after in _rows("places.tsv")}


@cache
def _epithets() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, name in _rows("epithets.tsv"):
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
        if not after or after not in _NOT_AFTER.get(word[-1], ""):
            found.append(Mention(at, at + len(word), word, tuple(full[word])))
    counties = {short_form(mention.words) for mention in found}
    for at, word in WordList(city).find(m.pairs, text):
        if not _accident(text, at, word, guards):
            found.append(Mention(at, at + len(word), word, (*city[word], *county.get(word, ()))))
    for at, word in WordList(county).find(m.pairs, text):
        if word in counties or _beside(text, at, at + len(word)):
            found.append(Mention(at, at + len(word), word, tuple(county[word])))
    return _outermost(found, text)


class _Table(dict[str, list[Place]]):
    def add(self, word: str, place: Place) -> None:
        self.setdefault(word, []).append(place)


def _outermost(found: list[Mention], text: str) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and mention.start < kept[-1].end:
            continue
        if not compiled(_HISTORY).match(text, mention.end):
            kept.append(mention)
    return kept


def _accident(text: str, at: int, word: str, guards: dict[str, tuple[str, str]]) -> bool:
    before, after = guards.get(word, ("", ""))
    end = at + len(word)
    return (at > 0 and text[at - 1] in before) or (end < len(text) and text[end] in after)


def _beside(text: str, start: int, end: int) -> bool:
    """Whether 和谐…, 美丽新…, …人民 stand beside the word."""
    head = text[max(start - 3, 0) : start].removesuffix("新")
    return bool(compiled(f"(?:{_BEFORE})$").search(head) or compiled(_AFTER).match(text, end))


def related(one: Place, other: Place) -> bool:
    """Whether one place lies in the other, or both are the same (county in city, city in province)."""
    a, b = _stem(one.code), _stem(other.code)
    return one.name == other.name or a.startswith(b) or b.startswith(a)


def _stem(code: str) -> str:
    """The part of a code that the places inside share: 410000 → 41, 410300 → 4103. 直辖市 are provinces."""
    if code.endswith("0000") or (code.startswith(_DIRECT) and code.endswith("00")):
        return code[:2]
    return code[:4] if code.endswith("00") else code

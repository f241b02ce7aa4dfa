"""Persons named with a title: 周明局长, 由吴国梁同志牵头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.rulekit import WordList, compiled

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许吕张孔曹魏陶姜谢邹喻潘葛范彭鲁韦马苗俞袁柳鲍史唐费薛雷贺倪汤罗郝邬卞傅顾孟黄穆萧尹姚邵汪毛臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵贾娄郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞柯管卢莫裘缪丁邓龚程嵇邢裴陆翁曲侯宁仇甘祖武刘龙叶黎乔翟阎肖谭温庄冉曾易廖耿文聂方何任石金江白于万余"  # fmt: skip
_OFFICES = (
    "书记|部长|局长|处长|科长|主任|校长|院长|厅长|市长|县长|区长|镇长|乡长|省长|州长|主席|会长|行长|所长|站长|队长|组长|秘书长|"
    "检察长|庭长|经理|董事长|总经理|理事长|常委|委员|参谋长|政委|支队长|大队长|园长|馆长|巡视员|调研员|总监|总工程师|老师|教授|同志"
)
# Before a name stands no 汉字, or a word that leads to it, or an office.
_LEAD = (
    "由", "请", "让", "和", "与", "及", "对", "向", "以", "是", "书记", "主任", "长", "常委", "经理", "委员", "主席", "总监",
    "程师", "政委", "院士", "教授", "专员", "干事", "总裁", "助理", "督学", "视员", "研员", "代表", "同志", "医师", "老师", "家",
)  # fmt: skip
# After an office a name stands bare: 副总经理罗卫东通报了情况.
_BARE = (
    rf"(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=(?:分别|首先|代表[^，。；！？\n]{{2,8}})?(?:通报|宣读|主持|宣布|传达|部署|讲话|发言|"
    r"任(?:组长|副组长|总指挥)|担任|牵头|负责|带队|到会|出席|介绍|解读|签订|作了|作(?:工作)?(?:报告|动员|部署|讲话|总结)|将作|分管|"
    r"具体抓|总负责))"
)
# Characters that are in no given name: 方面同志, 白天同志 …
_NOT_GIVEN = frozenset(
    "面体部们各位科室处局组的了是在有不和与及等为个一二三四五六七八九十年月日老新副总市县区省级同天时任何"
)
# Nor are these where no office follows: 主任马上部署, 书记高度重视.
_NOT_BARE = frozenset(
    "要会将已先再也都就还又应须可能把被并且亲度格务作职责工事件案务安全代表出来去到着过进行督查办领"
)
_WORDS = frozenset(
    re.findall(
        "..",
        "任务方案方式马上高度严格全体万一于是何时时间安全安排常态程序水平曾经许多余下管理路线高效严重任何向前项目金融平安和谐万名江河田间",
    )
)
KNOWN = ("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "刘少奇", "朱德", "陈云", "雷锋", "焦裕禄", "孔繁森", "谷文昌", "杨善洲", "廖俊波", "黄文秀", "张桂梅", "黄大年", "王进喜", "钱学森", "王继才", "李保国", "孙家栋", "钟南山", "张富清", "白求恩", "张思德")  # fmt: skip


class Person(NamedTuple):
    """A name with its office, and where the name stands."""

    start: int
    end: int
    name: str
    office: str


def persons(m: Manuscript) -> Iterator[Person]:
    """Persons named with an office or 同志, outside 《》 and quotations; well-known ones left out."""
    found: dict[int, Person] = {}
    end = 0
    for at, office in sorted(_office_words().find(m.pairs, m.text)):
        if at < end:  # 经理 within 总经理
            continue
        end = at + len(office)
        for person in (_before(m, at, office), _behind(m, end, office)):
            if person is not None:
                found.setdefault(person.start, person)
    yield from sorted(found.values())


@cache
def _office_words() -> WordList:
    return WordList(_OFFICES.split("|"))


def _before(m: Manuscript, at: int, office: str) -> Person | None:
    """The name before an office: 周明副局长, 吴国梁同志."""
    text = m.text
    rank = next(
        (word for word in ("常务副", "副", "原") if text.endswith(word, max(at - len(word), 0), at)), ""
    )
    end = at - len(rank)
    for size in (3, 2):
        start, name = end - size, text[max(end - size, 0) : end]
        if len(name) < size or name[0] not in _SURNAMES or not all(map(_han, name[1:])):
            continue
        before = text[max(start - 2, 0) : start]
        if before and _han(before[-1]) and not before.endswith(_LEAD):
            continue
        if name not in KNOWN and not _NOT_GIVEN & set(name[1:]) and not m.quoted(start):
            return Person(start, end, name, rank + office)
        return None
    return None


def _behind(m: Manuscript, at: int, office: str) -> Person | None:
    """The name between an office and what its holder does: 副总经理罗卫东通报了进展."""
    if m.text[at : at + 1] not in _SURNAMES:
        return None
    found = compiled(_BARE).match(m.text, at)
    if found is None or found["name"] in KNOWN or found["name"][:2] in _WORDS or m.quoted(at):
        return None
    if set(found["name"][1:]) & (_NOT_GIVEN | _NOT_BARE):
        return None
    return Person(*found.span(), found["name"], office)


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

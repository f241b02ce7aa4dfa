"""Persons named with a title: 周明局长, 由吴国梁同志牵头."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.rulekit import compiled

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许吕张孔曹魏陶姜谢邹喻潘葛范彭鲁韦马苗俞袁柳鲍史唐费薛雷贺倪汤罗郝邬卞傅顾孟黄穆萧尹姚邵汪毛臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵贾娄郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞柯管卢莫裘缪丁邓龚程嵇邢裴陆翁曲侯宁仇甘祖武刘龙叶黎乔翟阎肖谭温庄冉曾易廖耿文聂方何任石金江白于万余"  # fmt: skip
_OFFICES = (
    "书记|部长|局长|处长|科长|主任|校长|院长|厅长|市长|县长|区长|镇长|乡长|省长|州长|主席|会长|行长|所长|站长|队长|组长|秘书长|"
    "检察长|庭长|经理|董事长|总经理|理事长|常委|委员|参谋长|政委|支队长|大队长|园长|馆长|巡视员|调研员|总监|总工程师|老师|教授|同志"
)
_NAME = rf"(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?P<office>(?:副|常务副|原)?(?:{_OFFICES}))"
# Before a name stands no 汉字, or a word that leads to it, or an office.
_LEAD = ("由", "请", "让", "和", "与", "及", "对", "向", "以", "是", "书记", "主任", "长", "常委")
# Characters that are in no given name: 方面同志, 白天同志 …
_NOT_GIVEN = frozenset(
    "面体部们各位科室处局组的了是在有不和与及等为个一二三四五六七八九十年月日老新副总市县区省级同天时任何"
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
    for found in compiled(_NAME).finditer(m.text):
        name, at = found["name"], found.start()
        before = m.text[max(at - 2, 0) : at]
        if before and "\u4e00" <= before[-1] <= "\u9fff" and not before.endswith(_LEAD):
            continue
        if name in KNOWN or _NOT_GIVEN & set(name[1:]) or m.quoted(at):
            continue
        yield Person(*found.span("name"), name, found["office"])

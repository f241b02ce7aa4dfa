"""Persons named with a title: 周明局长, 由吴国梁同志牵头."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.rulekit import WordList, compiled

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许吕张孔曹魏陶姜谢邹喻潘葛范彭鲁韦马苗俞袁柳鲍史唐费薛雷贺倪汤罗郝邬卞傅顾孟黄穆萧尹姚邵汪毛臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵贾娄郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞柯管卢莫裘缪丁邓龚程嵇邢裴陆翁曲侯宁仇甘祖武刘龙叶黎乔翟阎肖谭温庄冉曾易廖耿文聂方何任石金江白于万余"  # fmt: skip
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
    rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=(?:分别|首先|代表[^，。；！？\n]{{2,8}})?(?:通报|宣读|主持|宣布|传达|部署|讲话|发言|"
    r"任(?:组长|副组长|总指挥)|担任|牵头|负责|带队|到会|出席|介绍|解读|签订|作了|作(?:工作)?(?:报告|动员|部署|讲话|总结)|将作|分管|"
    r"具体抓|总负责))"
)
# Characters that are in no given name: 方面同志, 白天同志 …
_NOT_GIVEN = frozenset(
    "面体部们各位科室处由局组的了是在有不和与及等为个一二三四五六七八九十年月日老新副总市县区省级同天时任何"
)
# Nor are these where no office follows: 主任马上部署, 书记高度重视.
_NOT_BARE = frozenset(
    "要会将已先再也都就还又应须可能把被并且亲度格务作职责工事件案务安全代表出来去到着过进行督查办领"
)
_WORDS = frozenset(
    re.findall(
        "..",
        "任务方案方式马上高度严格全体万一于是何时时间安全安排常态程序水平曾经许多余下管理路线高效严重任何向前项目金融平安和谐万名江河田间"
        "高校高中高级高层高新高职高考高铁任职任期任意任教任用任命方针方向方法方位石油石化江苏江西江阴郑州徐州杭州苏州常州温州福州柳州梅州"
        "贺州金华黄山黄石汪洋马路马力包括包容田径项上白天白领金牌金属金矿银行文明文化文艺文教文秘文体易地易于程控农业成本成为成立成员"
        "支部舒适舒心祝愿祝贺宋代唐代明确明代常务常规常委常任常驻时任毛巾汤药向上向外罗列计划钱款柳条范围范例金额水利路局路政路段田地石材"
        "丁点万事万家万里万众管道管护管控管委解决解放章程华东华南华北汤圆温馨时尚单位单项连同连队边防党政党组党委党风党务严肃严密严把"
        "常见常年于此安保安装安监安置何况莫非应急应当房管房产林业林场林地梁柱花园童年叶片雷达鲁迅史料史志伍长应对凌晨童心相关相互印刷"
        "项部康复康养项领边境湛江梅花云南云计关心关于关爱江北江东江南江山江岸河长牛羊沙场公共公益公关公安公司公开公路公示公正",
    )
)
# 李和平, 张建新: what is in no name of one character may be in one of two, after a surname that is no word.
_MAYBE_GIVEN = frozenset("新和天有同一三二")
_SURE_SURNAMES = frozenset(
    "李王张刘陈杨黄赵吴周徐孙朱胡郭林罗梁宋唐韩冯邓曹彭曾肖董潘袁蔡蒋杜魏吕丁卢姚沈姜崔谭陆汪廖韦贾夏邹熊孟秦邱侯尹薛阎段雷龙陶贺毛郝龚邵钱"
)
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "皇甫",
    "尉迟",
    "司徒",
    "夏侯",
    "慕容",
    "端木",
    "令狐",
    "宇文",
    "公孙",
    "轩辕",
    "东方",
)
KNOWN = ("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "刘少奇", "朱德", "陈云", "雷锋", "焦裕禄", "孔繁森", "谷文昌", "杨善洲", "廖俊波", "黄文秀", "张桂梅", "黄大年", "王进喜", "钱学森", "王继才", "李保国", "孙家栋", "钟南山", "张富清", "白求恩", "张思德", "李强", "赵乐际", "王沪宁", "蔡奇", "丁薛祥", "李希", "李大钊", "方志敏", "彭德怀", "董必武", "任弼时", "郑培民", "罗阳", "李克强", "温家宝", "林伯渠", "叶剑英", "贺龙", "陈毅", "罗荣桓", "刘伯承", "徐向前", "聂荣臻", "瞿秋白", "黄继光", "邱少云", "董存瑞", "刘胡兰", "王杰", "欧阳海", "杨靖宇", "赵一曼", "路遥", "邓稼先", "袁隆平", "屠呦呦", "郭明义", "吴天祥", "任长霞", "沈浩", "牛玉儒", "吴仁宝", "许振超", "龚全珍", "邹碧华", "王瑛", "文朝荣", "兰辉", "燕振昌", "李连成", "申纪兰", "吴孟超", "时传祥", "史来贺", "吴登云", "郎平", "孟泰", "马永顺", "李向群", "张海迪")  # fmt: skip


class Person(NamedTuple):
    """A name with its office, and where the name stands."""

    start: int
    end: int
    name: str
    office: str


def persons(m: Manuscript) -> list[Person]:
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
    return sorted(found.values())


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
    for size in (4, 3, 2):
        start, name = end - size, text[max(end - size, 0) : end]
        double = name.startswith(_DOUBLE) and size > 2
        if len(name) < size or not (double or (size < 4 and name[0] in SURNAMES)) or not all(map(_han, name)):
            continue
        before = text[max(start - 2, 0) : start]
        if before and _han(before[-1]) and not before.endswith(_LEAD):
            continue
        given = name[2:] if double else name[1:]
        if name not in KNOWN and _may_be_given(name, given) and not m.quoted(start):
            return Person(start, end, name, rank + office)
        return None
    return None


def _may_be_given(name: str, given: str) -> bool:
    """Whether characters before an office can be a name: not 高校教授, 许多委员; 李和平 can, 方面 cannot."""
    if name[:2] in _WORDS:
        return False
    strange = _NOT_GIVEN & set(given)
    return not strange or (
        len(name) == 3 and name[0] in _SURE_SURNAMES and len(strange) == 1 and strange <= _MAYBE_GIVEN
    )


def _behind(m: Manuscript, at: int, office: str) -> Person | None:
    """The name between an office and what its holder does: 副总经理罗卫东通报了进展."""
    if m.text[at : at + 1] not in SURNAMES:
        return None
    found = compiled(_BARE).match(m.text, at)
    if found is None or found["name"] in KNOWN or found["name"][:2] in _WORDS or m.quoted(at):
        return None
    if set(found["name"][1:]) & (_NOT_GIVEN | _NOT_BARE):
        return None
    return Person(*found.span(), found["name"], office)


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

"""What the rules of 漏填 share: measure words, and a search for a left word and a measure with no figure between.

A privacy filter deletes a number and closes the text up. What is left is two neighbours that do not belong
together (共有|个, 抽调|名), so the search goes through the index of character pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from qicao.manuscript import Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled

# What may stand before a measure word instead of a figure, or is one.
NUMERALS = frozenset(
    "0123456789.%一二三四五六七八九十百千万亿兆零〇○Ｏ两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟几数多余来半每各某这那哪整满双第好大小"
    "Nn×*_xX■□●…"
)
END = r"(?=[，。；、：！？）”\n]|$)"

# Measure words, each with what must not follow: there it begins another word (个|人, 名|单, 家|庭).
UNITS = {
    "个": "个(?![人别体性案个头子中税展股把私位例旧儿啥够])",
    "名": "名(?![称字胜叫牌城单额片义贵为列词人誉茶副将声山次气头闻著目曰士望利录言堂门流作臣古存唤下帖句画满实园产角"
    "花酒曲噪垂落节车菜模厨店村镇点册不之而正家扬]|师(?!生)|优(?!秀)|医(?!生|护|务)|校(?!长)|老(?!师|党|人|干|同)|特优)",
    "位": "位(?:(?=同志|领导|老师|同学|代表|专家|委员|负责)|次|[，。；、])",
    "家": "家(?![庭里长族中伙乡务属人具门电境园畜家当常用庙丁喻教业禽眷事数父居传奴破住室财世书小私养法宴底兄谱道村母"
    "什训宅规蚕学装风丑史犬国访校暴禁的和])",
    "项": "项(?![目羽链城英圈上])",
    "次": "次(?![数日年之要生序子于第级长声大官席品货贷氯元方])",
    "届": "届(?![时满])",
    "条": "条(?![件例约款子文令纹石目理码陈形块凳状幅])",
    "件": "件(?!数)",
    "台": "台(?![湾上阶下北独海基词后胞灯球面资阁港账帐风柱步])",
    "辆": "辆",
    "座": "座(?![谈位舱椅右席机落标无])",
    "批": "批(?![准评判量复发示驳阅改捕号转文条])",
    "支": "支(?![持付援配柱撑出流部行书线票点取吾派招脉教农前左]|队(?!伍))",
    "场": "场(?![所合面景地内外馆边院址域长站下里区])",
    "篇": "篇(?![幅章目])",
    "份": "份(?![额量子内])",
    "户": "户(?![部口籍外主均型头县内名])",
    "亩": "亩(?!产)",
    "吨": "吨(?![位级])",
    "元": "元(?![旦年素代大朝帅首件宵气宝音宫器凶始明仁曲老月勋])",
    "倍": "倍(?![增数感加受率])",
    "起": "起(?![来义身源到点伏草诉步火因降落居始用哄色重家劲跑航价讫搏锚码早])",
    "株": "株(?![连洲])",
    "册": "册(?![封子])",
    "期": "期(?![间望限待货刊满盼末权中许价房颐求冀])",
    "所": "所(?=(?:中|小|高)?学校|高校|幼儿园|医院|院校)",
    "处": "处(?=隐患|文物|违|景|示范|[，。；])",
    "例": rf"例{END}",
    "套": "套(?![餐路装话用间近取管现牢])",
    "部": "部(?=(?:作品|著作|电影|电视剧|法律|法规|图书|书))",
    "张": "张(?![贴力望罗扬开口嘴灯大家])",
    "美元": "美元",
    "人": rf"人(?:以[上下内]|左右|次|{END}|(?=全部|参加|参与|到会|出席|报名|受到|获得|被评|脱贫))",
    "天": rf"天(?:以[上下内]|左右|时间|{END}|(?=[的内就后前才]))",
    "年": rf"年(?:以[上来内]|左右|时间|{END}|(?=[的就获被保蝉荣夺位稳实无零取成受]))",
    "周": rf"周(?:以[上内]|左右|时间|{END})",
    "岁": rf"岁(?:以[上下]|左右|{END}|(?=[的了高]))",
    "米": rf"米(?:以[上下内]|左右|{END})",
    "成": rf"成(?:以上|左右|{END})",
    "分": rf"分(?:以[上下]|左右|{END})",
}


class Gap(NamedTuple):
    """A figure is missing between one of `lefts` and one of `units`, unless the left is part of a guard."""

    lefts: tuple[str, ...]
    units: tuple[str, ...]
    severity: Severity = "error"
    guards: tuple[str, ...] = ()
    after: str = ""  # expression for what must follow the measure


class Found(NamedTuple):
    """One gap, from the left word to the end of the measure."""

    start: int
    end: int
    severity: Severity


class GapTable:
    """Many gaps looked for at once."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self._gaps = tuple(gaps)

    @cached_property
    def _by_pair(self) -> dict[str, list[tuple[Gap, str]]]:
        table: dict[str, list[tuple[Gap, str]]] = {}
        for gap in self._gaps:
            for last in {left[-1] for left in gap.lefts}:
                for unit in gap.units:
                    table.setdefault(last + unit[0], []).append((gap, UNITS[unit] + gap.after))
        return table

    def find(self, m: Manuscript) -> Iterator[Found]:
        text, places, table = m.text, m.pairs, self._by_pair
        for pair in table.keys() & places.keys():
            for place in places[pair]:
                found = next(filter(None, [_one(text, place + 1, *row) for row in table[pair]]), None)
                if found:
                    yield found


def _one(text: str, at: int, gap: Gap, expression: str) -> Found | None:
    if text[at : at + 1] == text[at + 1 : at + 2]:  # 项项, 家家
        return None
    low = max(at - 10, 0)
    if not text.endswith(gap.lefts, low, at) or (gap.guards and text.endswith(gap.guards, low, at)):
        return None
    unit = compiled(expression).match(text, at)
    if unit is None:
        return None
    left = max([len(word) for word in gap.lefts if text.endswith(word, low, at)])
    return Found(at - left, unit.end(), gap.severity)


def words(text: str) -> tuple[str, ...]:
    """The words of a list written with spaces."""
    return tuple(text.split())

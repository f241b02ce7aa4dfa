"""同一个数前后说法不一：测评项目一处13个，一处12个。

只查一篇里只该有一个值的数：测评项目、测评指标、测评标准等的个数，和“全局（全校、全县……）共有”“现有”后面同一名称的数。
写明不同年份的不查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import chinese, counted
from qicao.rulekit import compiled, matches
from qicao.rules._near import near

ID = "前后数不一"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "测评体系有13个测评项目、6条测评标准。要对照⟦12个⟧测评项目，吃透6条测评标准。",
    "测评项目一共13个，个个落到人。⟦十二个⟧测评项目逐条过。",
    "全局现有党员126名，干劲很足。全局现有党员⟦128名⟧。",
)
GOOD = (
    "13个测评项目，十三个测评项目，测评项目13个，6条测评标准，重点抓好3个测评项目。",
    "全局现有党员126名。2020年全局现有党员110名。全局现有党员126名。",
    "一级指标12个，二级指标13个，每个测评项目，其中5个测评项目丢了分。涉及13个测评项目，还有2个测评项目没有过。",
)
_N = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_NAMES = r"(测评项目|测评指标|测评内容|测评标准|测评点|考评项目|考评指标|一级指标|二级指标|三级指标)"
_AFTER = rf"(?<![二三第])(?:共有?|有|的|对照|围绕|按照|，|。|：|、|把|、|^){_N}[个项条大]{_NAMES}"
_BEFORE = rf"{_NAMES}(?:一?共|总共|共有|有|为|是|一共有)?{_N}[个项条]"
_OWN = r"(全[局县市校院镇乡区行系统公司厅]|我[局县市校院镇乡区行厅])(?:共有|现有|共)([\u4e00-\u9fff]{2,6}?)(\d{1,6})([名人个家户所])(?![多余])"
_KEYS = ("测评", "考评", "级指标")
_PARTIAL = r"其中|还有|重点|只有|仅有|失分|丢|未|没|另|剩|部分|前|后|涉及|新增|增加|减少"
_VALUES = {word(number): number for number in range(1, 100) for word in (chinese, counted)}


def check(m: Manuscript) -> Iterator[Hit]:
    known: dict[str, int] = {}
    found = [(one, one[2], one.span(1), one[1]) for one in near(m, _AFTER, _KEYS, 12, 12)]
    found += [(one, one[1], one.span(2), one[2]) for one in near(m, _BEFORE, _KEYS, 4, 20)]
    for one, name, span, number in sorted(found, key=lambda item: item[2]):
        start = one.start()
        value = int(number) if number.isdigit() else _VALUES.get(number, 0)
        nearby = m.text[max(start - 6, 0) : start + 2] + m.text[span[1] : one.end() + 6]
        if value < 2 or compiled(_PARTIAL).search(nearby):
            continue
        if known.setdefault(name, value) != value:
            message = f"“{name}”前面是{known[name]}，这里是{value}"
            yield Hit(span[0], span[1] + 1, message, "核对，全文统一")
    for one in matches(m, _OWN, ("共有", "现有", "共")):
        key = one[1][1:] + one[2] + one[4]
        sentence = m.text[max(one.start() - 12, 0) : one.start()]
        if compiled(r"\d年|[去上当前]年|时").search(sentence):
            continue
        if known.setdefault(key, int(one[3])) != int(one[3]):
            yield Hit(
                one.start(3),
                one.end(4),
                f"“{one[2]}”前面是{known[key]}{one[4]}，这里是{one[3]}{one[4]}",
                "核对，全文统一",
            )

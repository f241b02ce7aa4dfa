"""题目里的荣誉要和正文里要创的是同一个。

题目写“创建全国文明单位”，通篇讲的却是创建省级文明单位，或者题目写文明城市、正文创文明单位：题目是套来的。只比要“创建”“争创”“建成”的
那一个；讲到已有的荣誉（被授予省级文明单位）不算。题目里的那个目标在正文里一次也没有出现，正文又不止一次写着另一个，才报。
"""

from collections import Counter
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import salutations

ID = "题文荣誉不符"
FAMILY = "结构"
SEVERITY = "error"
BAD = (
    "在创建⟦全国⟧文明单位动员大会上的讲话\n同志们：\n今天召开创建省级文明单位动员大会。要把创建省级文明单位摆上日程。",
    "在创建⟦全国⟧文明单位动员大会上的讲话同志们：今天召开创建省级文明单位动员大会，大家要动员起来，争创省级文明单位。",
    "在创建⟦全国文明城市⟧动员大会上的讲话\n同志们：\n大家要为争创全国文明单位而奋斗。开展创建全国文明单位活动，人人有责。",
)
GOOD = (
    "在创建全国文明单位动员大会上的讲话\n同志们：\n我局已建成省级文明单位，创建省级文明单位时大家出了力，现在要创建全国文明单位。",
    "在创建省级文明单位动员大会上的讲话\n同志们：\n要创建安徽省省级文明单位，将来再争创全国文明单位、冲刺全国文明单位。",
    "创建全国文明城市\n我们要争创省级文明单位，创建省级文明单位。",
    "在创建文明单位动员大会上的讲话\n同志们：\n要创建省级文明单位，争创省级文明单位。",
)
_LEVEL = r"(?P<l>全国|国家级|省级|市级|县级|区级|州级)"
_GOOD = r"(?P<h>文明(?:单位|校园|城市|城区|县城|村镇|村|乡镇|机关|社区|行业|家庭)|卫生(?:城市|县城|乡镇|单位)|园林城市|森林城市|双拥模范[城县])"
_TITLE = rf"(?:创建|争创|建设)(?P<w>{_LEVEL}{_GOOD})"
_AIM = rf"(?:创建|争创|申报|冲刺|创成|建成|争当|争做|争取)[《“]?[^。，；！？、\n《“]{{0,6}}?{_LEVEL}{_GOOD}"
_SAME = {"国家级": "全国"}


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "创" not in text or not ("全国" in text or "级" in text):
        return
    starts = salutations(text)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        title = _title(text, starts[number - 1] if number else 0, start)
        if title is None:
            continue
        level, honour, at = title
        aims = Counter[tuple[str, str]]()
        for found in compiled(_AIM).finditer(text, start, end):
            aims[_SAME.get(found["l"], found["l"]), found["h"]] += 1
        if not aims or aims[level, honour] or text.count(level + honour, start, end) > 1:
            continue
        (other, thing), count = aims.most_common(1)[0]
        said = f"题目写“{text[at : at + len(level)]}{honour}”"
        if count >= 2 and thing == honour:
            yield Hit(
                at, at + len(level), f"{said}，正文创建的是“{other}{honour}”", "核对是哪一级，题目和正文统一"
            )
        elif count >= 2 and not any(name == honour for _, name in aims):
            yield Hit(
                at,
                at + len(level + honour),
                f"{said}，正文创建的是“{other}{thing}”",
                "核对是哪一项，题目和正文统一",
            )


def _title(text: str, floor: int, start: int) -> tuple[str, str, int] | None:
    """Level and honour in the title before a salutation, and where the level stands."""
    zone = max(floor, start - 160)
    for found in compiled(_TITLE).finditer(text, zone, start):
        rest = text[found.end() : min(found.end() + 30, start)]
        if "讲话" in rest or "动员" in rest or "致辞" in rest:
            return _SAME.get(found["l"], found["l"]), found["h"], found.start("l")
    return None

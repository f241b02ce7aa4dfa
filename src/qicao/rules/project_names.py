"""同一个项目、同一个部门，前后的名称差一两个字。

“城东水厂二期”后面成了“城东水厂三期”，“安全环保部”后面成了“安全质量部”：可能本来就是两个，也可能有一个写错了，只提示。
隔着四十字以内一起说的（一期、二期）、写明“一期”的、各出现两次以上的不提；部门只比开头两个字和结尾相同的。
"""

from __future__ import annotations

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "项目名称"
FAMILY = "串稿"
SEVERITY = "info"
BAD = (
    "同志们：\n城东水厂二期是全市最大的民生工程，建成以后能供四十万人用水，眼下主体已经封顶，设备正在安装，大家要抢时间。"
    "⟦城东水厂三期⟧要建成示范工地。",
    "同志们：\n由安全环保部牵头，对在建工地开展一次检查，重点查看脚手架和临时用电，查清楚深基坑、高边坡和起重机械有没有人管。对发现的问题，⟦安全质量部⟧要建立清单。",
)
GOOD = (
    "同志们：\n城东水厂一期建成，城东水厂二期开工，城东水厂三期立项。",
    "同志们：\n安全环保部、安全质量部都要上。由办公室牵头，对在建工地开展一次检查，重点查看脚手架。办事处要配合。",
)
_PHASE = r"(?P<head>[\u4e00-\u9fff]{4})(?P<n>[二三四五])期(?![间盼待望限])"
_OFFICE = r"(?<=[由，。、；：\n和与])(?P<head>[\u4e00-\u9fff]{2})(?P<mid>[\u4e00-\u9fff]{2})(?P<end>部)(?=要|牵头|负责|会同|每[周月]|抓|把|[、，。])"
_APART = 40


def check(m: Manuscript) -> Iterator[Hit]:
    if not m.is_speech:
        return
    if "期" in m.text:
        yield from _variants(m, _PHASE, ("二期", "三期", "四期", "五期"))
    if "部" in m.text:
        yield from _variants(m, _OFFICE, ("部",))


def _variants(m: Manuscript, expression: str, when: tuple[str, ...]) -> Iterator[Hit]:
    """Names that agree but for one part, two forms of them, the later one once and far from the other."""
    if not any(word in m.text for word in when):
        return
    seen: dict[str, list[tuple[int, int, str]]] = {}
    for found in compiled(expression).finditer(m.text):
        key = found["head"] + found[0][-1]
        seen.setdefault(key, []).append((found.start(), found.end(), found[0]))
    for key, places in seen.items():
        names = dict.fromkeys([name for _, _, name in places])
        if len(names) != 2 or key[:-1] + "一期" in m.text:
            continue
        start, end, name = places[-1]
        others = [one for one in places if one[2] != name]
        if len(places) - len(others) == 1 and start - others[-1][1] > _APART:
            message = f"前面写的是“{others[-1][2]}”，这里是“{name}”"
            yield Hit(start, end, message, "核对是两个，还是写错了一个")

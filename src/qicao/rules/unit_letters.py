"""计量单位符号的大小写：KV、KM、Kg、kw、Mpa。

千是小写k，兆是大写M；来自人名的单位大写（V、W、A、Pa、Hz），其余小写（m、g、t）。电压等级写成“110KV”、里程写成“10KM”是常见
错误。只查数字后面的，和写错的pH值。依据：GB 3100—1993、GB 3101—1993。型号（KV-2、KM300）不查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "单位符号"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "建成110⟦KV⟧变电站2座，35⟦Kv⟧线路20⟦KM⟧，装机500⟦kw⟧，气压2⟦Mpa⟧。",
    "日处理10⟦Kg⟧，频率50⟦HZ⟧，用电3000⟦KWH⟧，水的⟦PH值⟧达标。",
)
GOOD = (
    "110kV变电站，35千伏，20km，500kW，2MPa，10kg，50Hz，3000kWh，pH值，3M公司，KV型，5G网络，4K高清，100M带宽。",
    "第3KM标段，2KVM切换器，3W原则，5A级景区，2T内存，10MB。",
)
_RIGHT = {
    **dict.fromkeys(("KV", "Kv", "kv"), "kV"),
    **dict.fromkeys(("KM", "Km"), "km"),
    **dict.fromkeys(("KG", "Kg"), "kg"),
    **dict.fromkeys(("KW", "Kw", "kw"), "kW"),
    **dict.fromkeys(("KWH", "Kwh", "kwh", "KWh", "KW·h", "kw·h", "KW.h"), "kWh"),
    **dict.fromkeys(("KVA", "Kva", "kva", "KvA"), "kVA"),
    **dict.fromkeys(("MPA", "Mpa", "mpa"), "MPa"),
    **dict.fromkeys(("KPA", "Kpa", "kpa", "KPa"), "kPa"),
    **dict.fromkeys(("HZ", "hz"), "Hz"),
    **dict.fromkeys(("CM", "Cm"), "cm"),
    **dict.fromkeys(("MM", "Mm"), "mm"),
    **dict.fromkeys(("Mw",), "MW"),
    **dict.fromkeys(("DB", "db"), "dB"),
    **dict.fromkeys(("PH值", "Ph值", "ph值"), "pH值"),
}

_MORE = frozenset("0123456789-")


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, r"[A-Za-z]+(?:[·.]h)?(?:(?<=[Hh])值)?"):
        right = _RIGHT.get(found[0])
        start, end = found.span()
        if right and (right[0] == "p" or _counted(m.text, start)) and m.text[end : end + 1] not in _MORE:
            yield Hit(start, end, f"单位符号“{found[0]}”的大小写不对", f"改成“{right}”")


def _counted(text: str, at: int) -> bool:
    """Whether a number stands before a place, and is no ordinal: 第3KM标段."""
    at -= text[at - 1 : at] == " "
    start = at
    while start > 0 and text[start - 1] in "0123456789.万":
        start -= 1
    return start < at and text[start - 1 : start] != "第"

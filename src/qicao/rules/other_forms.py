"""繁体字、异体字、日文字形和部首字符混在简体稿子里。

“督査”的査（U+67FB）是日文字形，扫描识别常见；PDF 里复制出来的“⼯作”用的是康熙部首字符，看起来一样，查找、排序、
朗读都会出错，这两类报错；其余繁体字、异体字（强→強、说→説）报警告。全文是繁体字的不查。依据：《通用规范汉字表》
（2013年）；常用于人名的异体字（昇、堃）不收。
"""

from collections.abc import Iterator
from functools import cache

from qicao.datafiles import lines
from qicao.manuscript import Hit, Manuscript

ID = "繁体异体字"
FAMILY = "错字"
SEVERITY = "warning"
BAD = (
    "加强督⟦査⟧检⟦査⟧，认真调⟦査⟧研究，把任务落到实处，抓好责⟦仼⟧。",
    "要增⟦強⟧责任感，⟦説⟧到做到，把各项⟦⼯⟧作抓紧抓实抓到位，让群众满意。",
)
GOOD = (
    "加强督查检查，认真调查研究，王堃、李昇两位同志到会。",
    "各位來賓，女士們、先生們，今天的會議非常重要，感謝各位的參與，讓我們一起為創建文明單位而努力。",
    "乾坤、瞭望、著作、慰藉、覆盖、叮咛，都是规范字。",
)
_SERIOUS = "査仼囯巿釆"
_SHARE = 0.05  # with more of its characters in other forms, the text is meant to be in traditional characters
_FEW = 5  # so many are a slip in a short text too
_RADICALS = dict(
    zip(
        "⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻰⻮⻳",
        "民母西见角贝车长门青页风飞食马鱼鸟麦黄齐龙齿龟",
        strict=True,
    )
)


@cache
def _forms() -> dict[str, str]:
    pairs = "".join(lines("other_forms.txt"))
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def check(m: Manuscript) -> Iterator[Hit]:
    used = set(m.text)
    other = _forms().keys() & used
    parts = {one for one in used if "\u2e80" <= one <= "\u2fdf" or "\uf900" <= one <= "\ufaff"}
    if not other and not parts:
        return
    found = [(at, one) for at, one in enumerate(m.text) if one in other or one in parts]
    if sum([one in other and one not in _SERIOUS for _, one in found]) > max(_SHARE * len(m.text), _FEW):
        return
    for at, one in found:
        right = _plain(one) if one in parts else _forms()[one]
        if right == one:
            continue
        kind = "部首字符" if one in parts else "繁体字、异体字或日文字形"
        serious = one in parts or one in _SERIOUS
        yield Hit(at, at + 1, f"“{one}”是{kind}", f"改成“{right}”", "error" if serious else None)


def _plain(one: str) -> str:
    from unicodedata import normalize

    return _RADICALS.get(one) or normalize("NFKC", one)

"""别的行业的话留在稿子里。

医院的稿子改给学校用，“患者”“临床科室”最容易漏。给了要素单，按单位类型查；没有要素单，看全文说的主要是哪一行，别的行业只冒出
一两处的列出来。只查各行业说自己才用的词；“群众”“学生”“医院”这类谁都会提到的词不查。
"""

from collections.abc import Iterator
from functools import cache

from qicao.datafiles import table
from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, WordList, compiled
from qicao.rules._framed import framed

ID = "行业用语"
FAMILY = "串稿"
SEVERITY = "warning"
BAD = (
    Example("同志们：\n干部职工要行动起来，让⟦患者⟧满意。", own=Own(unit="青川市水利局", unit_type="机关")),
    Example(
        "同志们：\n⟦各支行⟧、⟦各网点⟧要抓好，⟦各派出所⟧要抓好。",
        own=Own(unit="青川市水利局", unit_type="机关"),
    ),
    "同志们：\n师德师风要抓紧。德育为先，班主任带头，教职工参与，校风教风一起抓，讲课要认真，严禁收受家长礼金和⟦药品回扣⟧。",
)
GOOD = (
    Example("同志们：\n医护人员要行动起来，让患者满意。", own=Own(unit="青川市人民医院", unit_type="医院")),
    "同志们：\n患者满意是标准，门诊病房都要抓。医护人员向患者问好，诊疗规范。",
    Example(
        "同志们：\n到市医院看望患者，联系学校师生员工，到派出所慰问民警。",
        own=Own(unit="青川市水利局", unit_type="机关"),
    ),
    Example(
        "同志们：\n镇卫生院迁建，要保证正常诊疗。",
        own=Own(unit="青川市柳河镇", unit_type="乡镇街道", words=("镇卫生院迁建",)),
    ),
    "同志们：\n干部职工要行动起来，到医院看望患者，到学校看望师生员工。",
)
# 到市医院看望患者: a place of that trade, just named, is visited.
_VISIT = (
    "(?:到|去|赴|走进|深入|联系|慰问|看望|走访|服务|帮助|结对|邀请|请)[^，。；！？\\n]{0,6}"
    "(?:医院|卫生院|学校|校园|中学|小学|大学|学院|派出所|公安局|交警|法院|检察院|银行|税务局)[^，。；！？\\n]{0,8}$"
)
_MANY, _SHARE = 6, 0.5  # a trade is the text's own from 6 words on; another is foreign up to half as many


@cache
def _groups() -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Group → unit types, words, places."""
    rows = table("trades.tsv", 4)
    return {
        group: (tuple(types.split()), tuple(words.split()), tuple(places.split()))
        for group, types, words, places in rows
    }


@cache
def _words() -> tuple[WordList, dict[str, str]]:
    owner = {word: group for group, (_, words, _) in _groups().items() for word in words}
    return WordList(owner), owner


def check(m: Manuscript) -> Iterator[Hit]:
    if not m.is_speech:
        return
    words, owner = _words()
    found = [(at, word, owner[word]) for at, word in words.find(m.pairs, m.text) if not _visited(m, at)]
    if not found:
        return
    home = m.own.unit_type if m.own else ""
    if home:
        said = m.own.said if m.own else ""
        for at, word, group in found:
            types, _, places = _groups()[group]
            # 镇卫生院迁建 is the township's own
            named = word in said or any(place in said for place in places)
            if home not in types and not named:
                yield _hit(at, word, group, f"本单位是{home}")
        return
    counts: dict[str, int] = {}
    for _, _, group in found:
        counts[group] = counts.get(group, 0) + 1
    own = max(counts, key=lambda group: counts[group])
    for at, word, group in found:
        kin = set(_groups()[group][0]) & set(_groups()[own][0])  # 检察院 speaks of 法官 as well
        if group != own and not kin and counts[own] >= _MANY and counts[group] <= counts[own] * _SHARE:
            yield _hit(at, word, group, f"全文说的是{own}")


def _visited(m: Manuscript, at: int) -> bool:
    return framed(m, at) or compiled(_VISIT).search(m.text, max(at - 24, 0), at) is not None


def _hit(at: int, word: str, group: str, why: str) -> Hit:
    return Hit(at, at + len(word), f"“{word}”是{group}用的词，{why}", "核对是不是别的单位的稿子留下来的")

"""紧挨着的两句话几乎一样，只换了一个词，多半是改稿时忘了删旧的一句。

“由集团党委约谈主要负责人。”后面又来一句“由集团领导约谈主要负责人。”两个人改稿、两个版本合并时常见。只比相邻的两个句子（也看分号隔开的），
二十字以上，前后都一样，中间只差三个字以内；一字不差的十二字以上就算。排比句换的是关键词，往往换得多；换的是数字、年份、次序的，
换的是反义词、并列对象的（上/下、男/女）不查。法律条文不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "相邻重句"
FAMILY = "重复"
SEVERITY = "warning"
BAD = (
    "对连续两个月排名末位的，由集团党委约谈主要负责人。⟦对连续两个月排名末位的，由集团领导约谈主要负责人⟧。要加强监督。",
    "各单位要按照方案要求，抓紧制定本单位的实施细则；⟦各单位要按照方案的要求，抓紧制定本单位实施细则⟧。",
    "会后请大家结合实际抓好落实。⟦会后请大家结合实际抓好落实⟧。下面，我讲三点意见。",
    "今年是全面攻坚的关键之年，任务重、要求高、时间紧。\n⟦今年是全面攻坚的关键一年，任务重、要求高、时间紧⟧。",
)
GOOD = (
    "第一组由办公室牵头，负责综合协调工作的推进落实。第二组由人事科牵头，负责综合协调工作的推进落实。",
    "要让创建的过程成为凝聚人心、锻炼队伍的过程；要让创建的过程成为推动工作、促进发展的过程。",
    "上半年要完成十二个老旧小区的改造任务并通过验收；下半年要完成十二个老旧小区的改造任务并通过验收。",
    "谢谢大家！谢谢大家！加油！加油！加油！",
    "没有全局同志的齐心协力，就没有今天的好局面；有了全局同志的齐心协力，才会有明天的好局面。",
    "第一条　违反规定的，由县级主管部门责令限期改正。第二条　违反规定的，由市级主管部门责令限期改正。",
    "2024年，全局获得市级表彰的先进集体有三个。2025年，全局获得市级表彰的先进集体有五个。",
    "凡是群众拥护的事情，我们就要坚决办好。凡是群众反对的事情，我们就要坚决不办。",
    "“人民有信仰，民族有希望，国家有力量，中国有未来。”“人民有信仰，民族有希望，国家有力量，中国有未来。”",
)
_SENTENCE = r"[^。！？；\n]{12,}"  # shorter ones (谢谢大家！) may be said twice, and do not part two others
_LEAST, _SAME = 20, 12  # characters of a sentence with a word changed, and of one without
_CHANGED = 3
_FAR = 40  # characters that may stand between the two
_SKIP = str.maketrans("", "", "，、：,:“”‘’（）() \t\u3000")
# Words by which two sentences of one pattern rightly differ.
_PATTERN = r"[\d一二三四五六七八九十两百千第上下前后左右内外男女东南西北春夏秋冬早晚大小多少高低省市县区镇乡村甲乙丙谁何不没未无非正反昨今明去来每各先再既又也甚更最新老]"


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "条" in text and compiled(r"第[一二三四五六七八九十百]+条[\s\u3000]").search(text):
        return
    last = (0, 0)
    for found in compiled(_SENTENCE).finditer(text):
        start, end = found.span()
        before, last = last, (start, end)
        if start - before[1] > _FAR or abs(end - start - before[1] + before[0]) > 2 * _CHANGED:
            continue
        if not _ends_agree(text, before, last):
            continue
        if _twice(text[slice(*before)].translate(_SKIP), found[0].translate(_SKIP)):
            begin = end - len(found[0].lstrip(" \u3000"))
            if not (m.quoted(begin + 1) or m.quoted(before[0] + 1)):
                message = f"这句话和上一句几乎一样：“{found[0].strip()[:12]}……”"
                yield Hit(*m.piece(begin, end), message, "删去一句")


def _ends_agree(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sentences begin or end alike: most neighbours do not, and need no closer look."""
    begin = text[one[0] : one[0] + 4].strip("\n \u3000“")[:2]
    end = text[one[1] - 3 : one[1]]
    return text.startswith(begin, other[0], other[1]) or text.endswith(end, other[0], other[1])


def _twice(one: str, other: str) -> bool:
    """Whether two sentences are the same but for a few characters at one or two places."""
    if one == other:
        return len(one) >= _SAME
    if min(len(one), len(other)) < _LEAST:
        return False
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    gone, come = one[start : len(one) - end], other[start : len(other) - end]
    if (
        max(len(gone), len(come)) > _CHANGED
    ):  # two small changes: only when each is the loss of a 的 or the like
        light = str.maketrans("", "", "的地得了要和与并")
        return one.translate(light) == other.translate(light)
    if compiled(_PATTERN).search(gone) or compiled(_PATTERN).search(come):
        return _light(gone) and _light(come)
    return start >= 6 or _light(gone + come)  # A changed subject at the head makes another sentence


def _light(words: str) -> bool:
    return all(char in "的地得了要之一和与并" for char in words)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))

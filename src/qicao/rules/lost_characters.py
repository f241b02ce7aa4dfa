"""固定说法里掉了字，剩下的字连不成词。

“岗双责”“如既往”“路通秩序”“国卫生运动”“时展要求”“进步完善”一类：数字或者敏感词过滤程序把“一、百、爱、代开、代发、路交”
连着删掉，剩下的接在一起。说法和残余都登在 lost_characters.tsv 里，凡是报纸和词典里出现过的残余都不收；删在开头的，看前面是不是还有那
个字。引文改动、缩写可能碰上，报提醒。
"""

from collections.abc import Iterator
from functools import cache

from qicao.datafiles import table
from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import WordList

ID = "掉字"
FAMILY = "漏填"
SEVERITY = "warning"
BAD = (
    "落实⟦岗双责⟧，⟦如既往⟧地抓，维护⟦路通秩序⟧，适应⟦时展要求⟧，⟦方百计⟧完成。",
    "开展⟦国卫生运⟧动，⟦进步完善⟧制度，⟦务院安委⟧会发文。",
)
GOOD = (
    "落实一岗双责，一如既往，千方百计，爱国卫生运动，道路交通秩序，时代发展要求，十分重要。",
    "部分重要岗位，系统指挥，总统指挥，国务院安委会，全国卫生运动会，进步很大，人行道交通安全。",
)
# Before the remains of a phrase that lost its first character: another word (部分|重要, 系统|指挥, 全国|卫生).
_ELSE = frozenset(
    "部成充处系传总体全中我本各祖两外该他一二三四五六七八九十百千万双爱国街人轨铁河航行隧0123456789"
)


@cache
def _remains() -> tuple[WordList, dict[str, tuple[str, int, str]]]:
    rows = {left: (lost, int(at), whole) for left, lost, at, whole in table("lost_characters.tsv", 4)}
    return WordList(rows), rows


def check(m: Manuscript) -> Iterator[Hit]:
    words, rows = _remains()
    for start, left in words.find(m.pairs, m.text):
        lost, at, whole = rows[left]
        before = m.text[max(start - 3, 0) : start]
        if (at < 2 and before and before[-1] in _ELSE) or whole in m.text[max(start - 8, 0) : start + 12]:
            continue
        end = start + len(left)
        yield Hit(start, end, f"“{left}”掉了“{lost}”", f"应是“{whole}”，查原件补上")

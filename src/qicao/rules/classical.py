"""古语、名言引错字句、安错作者：荀子的话说成孟子的。

引号里的话和名言表（data/classical.tsv，一百多句讲话里常引的）比：差一两个字的，多半是引错；字句对、说成别人的，是张冠李戴。
有几种通行写法的（凡事豫/预则立、民惟/为邦本）都算对；领导人讲话里转引的不查。只看引号里的话。
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qicao.datafiles import table
from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._cited import Cited, bare, cited, grams

ID = "古语引用"
FAMILY = "引语"
SEVERITY = "warning"
BAD = (
    "古人说：“⟦不积硅步，无以至千里⟧。”⟦孟子⟧说：“锲而不舍，金石可镂。”",
    "正如⟦范仲淹⟧所言：“天下兴亡，匹夫有责。”《⟦论语⟧》中说：“天行健，君子以自强不息。”",
    "“⟦先天下之忧而乐，后天下之乐而忧⟧”，这是古人的情怀。",
)
GOOD = (
    "荀子在《劝学》中说：“不积跬步，无以至千里；不积小流，无以成江海。”",
    "“凡事豫则立，不豫则废。”“民为邦本，本固邦宁”，范仲淹说“先天下之忧而忧，后天下之乐而乐”。",
    "习近平总书记多次引用“功崇惟志，业广惟勤”，孔子的学生曾子说：“吾日三省吾身。”",
    "“青出于蓝而胜于蓝”，“水能载舟，亦能覆舟”，“无规矩不成方圆”，“三人行必有我师”。",
    "老子说“合抱之木，生于毫末；九层之台，起于垒土”，大家说“不积小成绩，哪来大成绩”。",
)
_NEAR = 0.6  # share of pairs of characters, both ways
_LEAST, _LEAST_NEAR = 6, 8  # 汉字
_SAME = str.maketrans("唯垒豫彫预", "惟累预凋预")
_SAID = r"(?:说|云|曰|言|道|讲|写|告诫|指出|名言|警句|名句|诗句|诗|话|载|认为|主张|提出|强调|教导)(?:过|得好|到|中|里|的)?[：，]?$"
_LEADERS = r"习近平|总书记|毛泽东|毛主席|邓小平|江泽民|胡锦涛|周恩来|引用"


class Line(NamedTuple):
    """One famous line: as it is written, bare, who said it, where."""

    words: str
    bare: str
    who: tuple[str, ...]
    work: str


@cache
def _lines() -> tuple[tuple[Line, ...], dict[str, list[int]], str]:
    """All lines; which of them hold a pair of characters; a pattern of all authors."""
    found = [
        Line(words, bare(words).translate(_SAME), tuple(who.split("/")) if who else (), work)
        for words, who, work in table("classical.tsv", 3)
    ]
    pairs: dict[str, list[int]] = {}
    for number, line in enumerate(found):
        for pair in grams(line.bare):
            pairs.setdefault(pair, []).append(number)
    names = sorted({one for line in found for one in line.who}, key=len, reverse=True)
    return tuple(found), pairs, "|".join(names)


def check(m: Manuscript) -> Iterator[Hit]:
    for one in cited(m):
        words = bare(m.text[one.start : one.end]).translate(_SAME)
        if not _LEAST <= len(words) <= 60:
            continue
        same, near = _nearest(words)
        if same:
            yield from _attributed(m, one, same)
        elif near and len(words) >= _LEAST_NEAR:
            whose = f"（{near.who[0]}{f'《{near.work}》' if near.work else ''}）" if near.who else ""
            end = one.start + len(m.text[one.start : one.end].rstrip("。！？；，… "))
            yield Hit(one.start, end, f"和通行的字句不一样{whose}", f"原文是“{near.words}”")


def _nearest(words: str) -> tuple[list[Line], Line | None]:
    """The lines that hold these words, or the one that nearly does."""
    known, pairs, _ = _lines()
    mine = grams(words)
    counts = Counter([number for pair in mine for number in pairs.get(pair, ())])
    best = [number for number, count in counts.most_common(4) if count >= _NEAR * len(mine)]
    same = [known[number] for number in best if words in known[number].bare]
    if same or not best:
        return same, None
    line = known[best[0]]
    return [], line if any(_close(words, part) for part in _parts(line.words)) else None


def _parts(line: str) -> Iterator[str]:
    """Every run of clauses of a line."""
    clauses = [bare(part).translate(_SAME) for part in compiled("[，；？！]").split(line)]
    for start in range(len(clauses)):
        for end in range(start + 1, len(clauses) + 1):
            yield "".join(clauses[start:end])


def _close(words: str, part: str) -> bool:
    if abs(len(words) - len(part)) > 2 or len(part) < _LEAST_NEAR:
        return False
    shared = len(grams(words) & grams(part))
    kept = sum((Counter(words) & Counter(part)).values())
    return shared >= _NEAR * len(grams(part)) and kept >= max(len(words), len(part)) - 2


def _attributed(m: Manuscript, one: Cited, same: Sequence[Line]) -> Iterator[Hit]:
    """Is it the one named who said it?"""
    intro = one.intro
    right = {name for line in same for name in (*line.who, line.work) if name}
    if not right or not compiled(_SAID).search(intro) or compiled(_LEADERS).search(intro):
        return
    named = list(compiled(rf"{_lines()[2]}|(?<=《)[^《》]{{2,12}}(?=》)").finditer(intro))
    if named and not any(name[0] in right or any(word in name[0] for word in right) for name in named):
        start = one.start - 1 - len(intro) + named[-1].start()
        line, said = same[0], m.text[one.start : one.end][:12]
        work = f"《{line.work}》" if line.work else ""
        message = f"“{said}”不是“{named[-1][0]}”的话"
        yield Hit(start, start + len(named[-1][0]), message, f"出自{line.who[0]}{work}")

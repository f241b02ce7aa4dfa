"""Which honours are the aim that changes, and which were won or missed already, or are other people's."""

from __future__ import annotations

import re
from functools import cache

from qicao.swap.words import listed

_WON, _PAST, _THEIRS = "像是说已经得到的荣誉", "像是说过去评荣誉的事", "像是说别的单位的荣誉"
_BARE = 4  # characters of an honour without its level
_BEFORE, _BEHIND, _TOLD = 60, 20, 40  # characters of the sentence that are looked at
_STOP, _PAUSE = re.compile("[。！？；\n]"), re.compile("[，。！？；\n]")
_NOW = re.compile("今年|明年|后年|接下来|下一步")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年|([〇零一二三四五六七八九]{4})年")
_RANGE = re.compile("年[到至]$")  # 从2012年到2015年 is over
_WILL = re.compile("(?<![重主需只首])要|将(?!近)|力争|确保|争取|必须|务必")
_AIM = re.compile(
    "^[^。；]{0,3}[，,](?:这?就?是|作为)[^。；！]{0,18}(?:任务|目标|军令状|承诺|期限|心愿|愿望|梦想)"
)
_DEADLINE = ("底", "年底", "末", "前", "之前", "内", "以前")
_TIMES = re.compile("连续[一二三四五六七八九十两多几0-9]+[届年次]")
_IS = re.compile("(?<![的而只仅不])是$")  # 已经是 tells of a state, 要的是 of an aim
_HOW_MANY = re.compile(
    "(?:一?共有|已达|已有|达到?)[^，。]{0,6}[家个]|有[0-9一二三四五六七八九十百千两几多]+家"
)
_UNIT = re.compile("[省市县区州][一-鿿]{0,8}?(?:[局院]|中学|小学|公司|银行|委员会)")


@cache
def is_honour(name: str) -> bool:
    """Whether a name is an honour, with its level or without: 省级文明单位, 文明校园."""
    if name.startswith(listed("荣誉头")) and len(name) == _BARE and name.endswith(listed("荣誉尾")):
        return True
    level = next((one for one in listed("荣誉级别") if name.startswith(one)), "")
    rest = name[len(level) :]
    if not level or len(rest) < 3 or rest.endswith(listed("荣誉不是")):
        return False
    named = any(word in rest for word in (*listed("荣誉词"), *listed("荣誉词中")))
    return rest.startswith(listed("荣誉词")) or (named and rest.endswith(listed("荣誉尾")))


def named(words: str) -> list[str]:
    """The honours that words name: 省级文明单位 in 2019年获评省级文明单位."""
    return [one[0] for one in _whole().finditer(words)]


def won(text: str, start: int, end: int, year: int) -> str:
    """Why the honour text[start:end] is no aim of one's own, or "". `year`: that of the old text, 0 when nothing
    tells; what it names of earlier years is past."""
    head = _STOP.split(text[max(start - _BEFORE, 0) : start])[-1]
    clause, behind = head.rpartition("，")[2], _PAUSE.split(text[end : end + _BEHIND])[0]
    if any(word in clause for word in listed("荣誉上次")) or any(
        word in behind for word in listed("荣誉落选")
    ):
        return _PAST
    if _theirs(clause, behind):
        return _THEIRS
    if behind.startswith(listed("荣誉后")):
        return ""
    verb = _verb(head, clause, behind)
    coming = any(word in clause for word in listed("荣誉将来"))
    past, future = _years(_NOW.split(head)[-1], year)
    if _AIM.match(text[end : end + _TOLD]) and not (past and year):  # ，这是县委交给我们的任务
        return ""
    if future and verb not in listed("荣誉现有"):
        return ""
    if head.endswith(listed("荣誉紧接")) or verb in listed("荣誉现有"):
        return _WON
    if verb in listed("荣誉争取"):
        return ""
    if coming and not past:
        return ""
    if (not verb and _IS.search(clause) and not coming) or _TIMES.search(clause[-8:]):
        return _WON
    if verb in listed("荣誉得了") and not past:
        told = any(word in clause for word in (f"{verb}了", *listed("荣誉过去")))
        past = told or _TIMES.search(clause) is not None
    return _WON if (past and verb) or verb in listed("荣誉已得") else ""


def _theirs(clause: str, behind: str) -> bool:
    """邻县医院……, 学习〇〇市一院的经验, 全省〇〇共有三百家."""
    if clause.startswith(listed("荣誉别人")) or clause.endswith(listed("荣誉学习")):
        return True
    return _UNIT.match(behind) is not None or _HOW_MANY.match(behind) is not None


def _verb(head: str, clause: str, behind: str) -> str:
    """The verb whose object the honour is: the last before it in its clause, or one behind it (〇〇要冲刺), or that
    of an earlier clause which has no honour of its own."""
    if verbs := _verbs().findall(clause):
        return str(verbs[-1])
    if found := _verbs_behind().search(behind):
        return found[0]
    earlier = [*_verbs().finditer(head)]
    return "" if not earlier or _others().search(head, earlier[-1].end()) else earlier[-1][0]


def _years(text: str, year: int) -> tuple[bool, bool]:
    """Whether the last year that is named is past, and whether it is still to come: later than that of the text, or
    named as an end (到2027年). Where nothing tells of which year the text is, a bare year is past."""
    found = [*_YEAR.finditer(text)]
    if not found:
        return False, False
    last = found[-1]
    spelt = (last[2] or "").replace("〇", "零")
    said = int(last[1] or "".join([str("零一二三四五六七八九".index(digit)) for digit in spelt]))
    if year and said != year:
        return said < year, said > year
    led = text.endswith(listed("荣誉年份前"), 0, last.start()) and not _RANGE.search(text[: last.start()])
    led = led or _WILL.search(text, last.end()) is not None
    deadline = text.startswith(_DEADLINE, last.end())
    return not (year or led or deadline), led


@cache
def _verbs() -> re.Pattern[str]:
    return _any("荣誉争取", "荣誉已得", "荣誉得了")


@cache
def _verbs_behind() -> re.Pattern[str]:
    return _any("荣誉争取", "荣誉现有")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(f"(?:{_any('荣誉级别').pattern})(?:{_any('荣誉词').pattern})")


@cache
def _whole() -> re.Pattern[str]:
    """An honour with its level, up to what such names end in."""
    ends = "|".join(sorted(listed("荣誉尾"), key=len, reverse=True))
    words = f"(?:{_any('荣誉词').pattern})"
    return re.compile(
        f"(?:{_any('荣誉级别').pattern}){words}(?:{words}|(?![和与及的])[一-鿿]){{0,8}}?(?:{ends})(?:标兵)?"
    )


@cache
def _any(*kinds: str) -> re.Pattern[str]:
    words = [word for kind in kinds for word in listed(kind)]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))

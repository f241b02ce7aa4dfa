"""What tells that an ordinary word is a person's name in one place: a post beside it, what only persons do, a list."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.swap.rosters import grouped, in_cell, labelled
from qicao.swap.words import addressed, han, listed, ordinary

_ROLE = re.compile(r"(?:[人持长任记员席稿录者师理]|主持|讲话|报告|发言|联系|校对)[：:]\s*$")
_BY_LEAVE = re.compile("[经须需得未征报获]")  # 经局长许可
_GREETING = re.compile(r"\s*(?:各位|同志们|大家|尊敬|谢谢|同事们|朋友们|老师们|同学们)")
_NEAR = 8  # characters before a title in which that is looked for
_LINKS = "、和与及同跟"
_SIZES = (3, 2, 4)  # characters of a name in a list


def plainly(text: str, start: int, end: int, people: Collection[str]) -> bool:
    """Whether what stands beside text[start:end] can only stand beside a person. `people`: other persons' names."""
    name = text[start:end]
    if name in listed("也作部门") and text.startswith(listed("职务尾"), end):  # 司法局长
        return False
    how = name in listed("也作状语")  # 成功指出 may be said of anybody
    if addressed(text, end) or (not how and text.startswith(listed("人名言行"), end)):
        return True
    if labelled(text, start, end) or in_cell(text, start, end, people) or grouped(text, start, end):
        return True
    if _led(text, start, end) or _alone(text, start, end) or _in_list(text, start, end, people):
        return True
    if not text.endswith(listed("职务尾"), 0, start):
        return False
    if not han(text[end : end + 1]):
        return _BY_LEAVE.search(text, max(start - _NEAR, 0), start) is None
    if how:
        return False
    follows = text.startswith((*listed("人名后"), *listed("人名动作"), *_LINKS), end)
    return follows or (text.startswith(listed("职务人名后"), end) and text[end : end + 2] not in ordinary())


def acts(text: str, start: int, end: int, known: bool) -> bool:
    """Whether a clause begins with the name and says what only a person does (高远到任第一天), or a line with the
    name of who speaks (方圆：各位同事). `known`: another place of the text tells that a person is called so."""
    if text[start:end] in listed("也作状语"):
        return False
    if not text[:start].strip() and text[end : end + 1] in ("：", ":"):
        return known or _GREETING.match(text, end + 1) is not None
    before = text[start - 1 : start] if start else ""
    if han(before) and not (known and before in listed("前字")):
        return False
    if _office().match(text, end) or (known and text.startswith(listed("已知人动作"), end)):
        return True
    return text.startswith(listed("人名动作"), end) or (han(before) and text[end : end + 1] in ("：", ":"))


def _led(text: str, start: int, end: int) -> bool:
    """由高峰主持, 请许可同志; not 自由高峰."""
    lead = next((one for one in listed("人名前") if text.endswith(one, 0, start)), "")
    if not lead or (len(lead) == 1 and text[max(start - 2, 0) : start] in ordinary()):
        return False
    return text.startswith((*listed("人名后"), *listed("由人")), end)


def _alone(text: str, start: int, end: int) -> bool:
    """A line of its own, behind 讲话人：, in （） behind or before a post."""
    before, after = text[:start], text[end:].lstrip()
    if han(text[end : end + 1]):
        return False
    if not before.strip():
        return not after or after[0] in "（("
    if before[-1] in "：:":
        return _ROLE.search(before[-6:]) is not None
    if before[-1].isspace():
        return before.rstrip().endswith((*listed("职务尾"), "人"))
    return before[-1] in "（(" and after[:1] in "，,）)" and bool(after)


def _in_list(text: str, start: int, end: int, people: Collection[str]) -> bool:
    """陪同的有李伟、高明."""
    if start > 1 and text[start - 1] in _LINKS:
        last = start - 1
        for size in _SIZES:
            first = last - size
            if first >= 0 and _name(text[first:last], people):
                bounded = not han(text[first - 1 : first]) if first else True
                lead = text[first - 1 : first] in listed("前字") or text.endswith(listed("职务尾"), 0, first)
                if bounded or lead or text[first:last] in people:
                    return True
    if text[end : end + 1] not in _LINKS or end == len(text):
        return False
    for size in _SIZES:
        after = end + 1 + size
        if after <= len(text) and _name(text[end + 1 : after], people):
            bounded = not han(text[after : after + 1]) or text[after] in _LINKS + "等"
            if bounded or text.startswith(_behind(), after) or text[end + 1 : after] in people:
                return True
    return False


def _name(words: str, people: Collection[str]) -> bool:
    if words in people:
        return True
    return words[0] in listed("常见姓") and len(words) < 4 and words[:2] not in ordinary() and _all_han(words)


def _all_han(words: str) -> bool:
    return all(map(han, words))


@cache
def _office() -> re.Pattern[str]:
    """What only a person does or is: 任办公室主任, 等五位同志, 是书记员, 到院第一年, 同法规股一起."""
    posts = "|".join(listed("职务尾"))
    several = "[二两三四五六七八九十几0-9]+(?:位|名|人)"
    return re.compile(
        f"作为[^，。；！？]{{0,8}}(?:{posts})|(?:{'|'.join(listed('人的东西'))})"
        f"|兼?任[^，。；！？]{{0,10}}(?:{posts}|成员|队员)(?=[，。；、！]|$)"
        f"|是[^，。；！？每]{{0,8}}(?:{posts}|书记员|党员)(?=[，。；、！]|$)"
        f"|等{several}|到[院局校村岗任](?![落外])|同[^，。；！？]{{1,8}}(?:一起|一道|一同)"
    )


@cache
def _behind() -> tuple[str, ...]:
    return (*listed("人名称呼"), *listed("人名言行"))

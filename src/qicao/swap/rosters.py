"""Persons in forms: behind 分管领导：, in a cell between wide blanks, in 方正、何敏两位同志."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from qicao.swap.words import listed, surnames

_WIDE = re.compile("[\u3000\t]|[ \xa0]{2,}")
_ENDS = re.compile(r"$|[\s\u3000，、；。,;（(）)/|]")


def labelled(text: str, start: int, end: int) -> bool:
    """分管领导：方正; 责任人：田野（副镇长）; nothing but the name, or names, behind what calls for a person."""
    if not _ENDS.match(text, end):
        return False
    head = _label().search(text[max(start - 24, 0) : start])
    return head is not None


def in_cell(text: str, start: int, end: int, people: Collection[str]) -> bool:
    """学工部　文静　行政楼205: a row of a list, in which a unit, a post or another person stands before the name."""
    before, after = text[:start], text[end:]
    if not before or not _WIDE.search(before[-2:]) or not before[-1:].isspace():
        return False
    if after and not after[0].isspace() and after[0] not in "（(、，。；":
        return False
    cell = re.split(r"\s+", before.rstrip())[-1]
    return cell.endswith((*listed("职务尾"), *listed("名单前"))) or cell in people


def grouped(text: str, start: int, end: int) -> bool:
    """方正、何敏两位同志; 由方正与何敏二人."""
    return _group().match(text, end) is not None


@cache
def _label() -> re.Pattern[str]:
    """What calls for persons, a colon, and persons that are named before this one."""
    one = _name()
    return re.compile(f"(?:{'|'.join(listed('人名标签'))})[：:]\\s*(?:{one}[、，,\\s])*$")


@cache
def _group() -> re.Pattern[str]:
    count = "[两二三四五六七八九几多]|[0-9]+"
    whom = "[位名](?:同志|领导|老师|干部|代表|成员|委员|队员|党员|副?[一-鿿]{1,2}长|书记)|人"
    return re.compile(f"(?:[、和与及]{_name()})+等?(?:{count})(?:{whom})")


@cache
def _name() -> str:
    return f"(?:[{surnames()}][\u3000 ]?[一-鿿]{{1,2}})"

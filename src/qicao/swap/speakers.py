"""Persons of two briefs: the speaker's name and posts, and those whom the facts name with their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from qicao.brief import Brief
from qicao.facts import FactValue
from qicao.swap.changes import Change
from qicao.swap.words import listed, surnames

_TWO = 2  # characters of a name that is spread to the width of three
_PARTY = re.compile("书记|常委|党")


def spread(old: str, new: str) -> Iterator[Change]:
    """A name of two characters is spread to the width of three: 周　明."""
    if len(old) == _TWO and new:
        for blank in ("\u3000", "\u3000\u3000", " ", "  "):
            yield Change(blank.join(old), blank.join(new) if len(new) == _TWO else new, "姓名")


def posts(old: Brief, new: Brief) -> Iterator[Change]:
    """党组书记、局长 → 党委书记、院长 post by post, those of the Party apart; 周局长 → 何院长. One who has no such post
    any more is called by the first that the new speaker holds."""
    for party in (True, False):
        ones, others = held(old.post, party), held(new.post, party)
        for one, other in zip(reversed(ones), reversed(others), strict=False):
            if old.unit != new.unit:  # or else others of the unit hold posts named like this one
                yield Change(one, other, "职务", proposed=True)
            yield from _called(old.speaker, one, new.speaker, other)
    for one in lost(old.post, new.post):
        yield from _called(old.speaker, one, new.speaker, new.post.split("、")[0])


def lost(old: str, new: str) -> list[str]:
    """The posts of the old speaker that are no Party ones and have no counterpart: 院长 of 党委书记、院长."""
    ones, others = held(old, party=False), held(new, party=False)
    return ones[: max(len(ones) - len(others), 0)]


def _called(speaker: str, post: str, other: str, instead: str) -> Iterator[Change]:
    """周明局长 → 何志远院长, 周局长 → 何院长."""
    if speaker and other and instead:
        one, two = ["书记" if each.endswith("书记") else each for each in (post, instead)]
        if one != two:
            yield Change(speaker + one, other + two, "称呼", proposed=True)
        yield Change(speaker[0] + one, other[0] + two, "称呼", proposed=True)


def held(posts: str, party: bool) -> list[str]:
    return [one for one in posts.split("、") if bool(_PARTY.search(one)) is party and len(one) > 1]


def named(old: Mapping[str, FactValue], new: Mapping[str, FactValue]) -> Iterator[Change]:
    """副院长郝晓梅 → 副院长严守正: the bare name, and as it is spread, to be asked for."""
    for name, fact in old.items():
        other = new.get(name)
        if other is None:
            continue
        for one, two in zip(fact.items or (fact.words,), other.items or (other.words,), strict=False):
            before, after = _with_post().fullmatch(one), _with_post().fullmatch(two)
            known = before or after  # a rare surname on one side is one all the same
            before, after = before or _any_name().fullmatch(one), after or _any_name().fullmatch(two)
            if known and before and after and before[1] != after[1]:
                yield Change(before[1], after[1], "姓名", proposed=True)
                for change in spread(before[1], after[1]):
                    yield change._replace(proposed=True)


@cache
def _with_post() -> re.Pattern[str]:
    """A person behind a post."""
    return _behind_post(f"[{surnames()}][一-鿿]{{1,3}}")


@cache
def _any_name() -> re.Pattern[str]:
    """Two or three characters behind a post."""
    return _behind_post("[一-鿿]{2,3}")


def _behind_post(name: str) -> re.Pattern[str]:
    return re.compile(f"[一-鿿]*?(?:{'|'.join(listed('职务尾'))})({name})")

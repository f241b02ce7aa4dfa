"""What kind of a unit a name is that of, and how such a unit calls itself and its bodies: 我们法院, 校党委."""

from __future__ import annotations

from collections.abc import Iterator

from qicao.swap.changes import Change
from qicao.swap.words import listed

_OWN = "自称"


def kind_of(name: str) -> str:
    """学校 for 青川市第一中学, 法院 for 桐川县人民法院; "" when the ending tells nothing."""
    for row in listed("单位种类"):
        kind, _, endings = row.partition("=")
        if name.endswith(tuple(endings.split(","))):
            return kind
    return ""


def own_bodies(called: str, other: str, old: str, new: str) -> Iterator[Change]:
    """The bodies of a unit that calls itself 我校 and those of one that calls itself 我院, all to be asked for.
    `old`, `new`: the names of the two units."""
    one, two = called.removeprefix("我们").removeprefix("我"), other.removeprefix("我们").removeprefix("我")
    if len(one) == 1 and len(two) == 1 and one != two:
        for body in listed("单位式"):
            yield Change(one + body, two + body, _OWN, proposed=True)
    kinds = kind_of(old), kind_of(new)
    if all(kinds) and kinds[0] != kinds[1]:
        yield Change(f"我们{kinds[0]}", f"我们{kinds[1]}", _OWN, proposed=True)


def with_place(region: str, short: str, new_region: str, new: str) -> Iterator[Change]:
    """桐川县法院 and 桐川法院 for the 县法院 of 桐川县. `short`, `new`: what the units are called without the place."""
    place, other = _stem(region), _stem(new_region)
    if not place or short[0] != region[-1] or len(short) < 3:
        return
    rest = short[1:]
    instead = new[1:] if new[0] == new_region[-1] else ""
    yield Change(region + rest, new_region + instead if instead else new, "单位简称")
    yield Change(place + rest, other + instead if instead and other else new, "单位简称")


def _stem(region: str) -> str:
    """The smallest place without its ending; "" when that would be one character."""
    from qicao.swap.locality import parts, stem

    last = stem(parts(region)[-1])
    return last if len(last) > 1 else ""

"""Whose place it is: 安平县 behind 衡水市, 安平县 where the names to be changed know an 安平市 only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from qicao.regions import ENDINGS, HEADS
from qicao.swap.changes import Change
from qicao.swap.words import ordinary

_ENDING = "|".join(ENDINGS)
_AT_END = re.compile(f"(?:{_ENDING})$")
_NEXT = re.compile(_ENDING)
# An ending is the last before other words, so that 景德镇市 is one place.
_PART = re.compile(f".{{1,8}}?(?:{_ENDING})(?!(?:{_ENDING})$)")
_LED = re.compile(f"(?![我全各本该两])[一-鿿]{{2,7}}?(?:{_ENDING})(?![级直长])")
_HAN = re.compile("[一-鿿]+$")
_WITHIN = frozenset(
    ["新区", "开发区", "高新区", "街道", "社区"]
)  # what lies in a place and is called by its name
_TOWNS = ("民", "委", "干部", "两级")  # 青川乡|村民
_TOWN = ("镇", "乡", "村", "街道", "社区")
_CITY = 5  # characters of the short form of a city, and one more
_LONGEST = 12  # characters of a place that stands before another
# No name of a place has these directly before its ending: 兄弟县市, 各地区, 我市.
_NO_NAME = frozenset("我全各本该外两每某这那在由请与和及等的几多数邻省市县区州盟旗镇乡村")


def parts(name: str) -> list[str]:
    """青川省青川市云河县 → its places, from the largest; those of the gazetteer are known, others are guessed."""
    found, rest = list[str](), name
    while rest:
        size = next((size for size in range(len(rest), 1, -1) if _known(rest[:size])), 0)
        guess = None if size else _PART.match(rest)
        size = size or (guess.end() if guess else len(rest))
        found.append(rest[:size])
        rest = rest[size:]
    return found


def stem(place: str) -> str:
    """The name without its ending: 安平县 → 安平; whole when nothing would be left."""
    return _AT_END.sub("", place) or place


def leading_place(name: str) -> str:
    """The place that a name begins with (青川市水利局 → 青川市), or ""."""
    found = _LED.match(name)
    return found[0] if found else ""


class Localities:
    """Knows the old names, and tells when a place in a text is not theirs."""

    def __init__(self, olds: Collection[str]) -> None:
        self._all = "".join([f"{one}\n" for one in olds])
        self._olds = frozenset(olds)
        self._kin: dict[str, str] = {}  # 安平 → 安平市, when both may be looked for
        for one in olds:
            if leading_place(one) == one and (short := stem(one)) != one:
                self._kin.setdefault(short, one)

    def without_ending(self, old: str) -> str:
        """The old name that is this place's without its ending (青川市 → 青川), or ""."""
        short = stem(old)
        return short if self._kin.get(short) == old and short in self._olds else ""

    def other(self, text: str, start: int, end: int, change: Change) -> str:
        """Why the place text[start:end] is another than is meant, or ""."""
        old = change.old
        if old[-1] != change.new[-1] and (word := _ended_by_word(text, end, old)):
            return f"像是“{word}”一词的一部分"
        ending = self._ending(text, end)
        if ending and old in self._kin and old + ending not in self._olds:
            return f"写的是“{old}{ending}”，不是“{self._kin[old]}”"
        beside = start > 0 and _HAN.match(text[start - 1])
        if not (beside and (ending or old in self._kin or leading_place(old) or _short(old))):
            return ""
        above = _before(text, start)
        if (
            not above
            or above in self._all
            or stem(above) in self._olds
            or not self._elsewhere(old, ending, above)
            or _lies_in(change.new, above)
        ):
            return ""
        return f"前面是“{above}”，像是别处的"

    def elsewhere(self, text: str, start: int, change: Change) -> bool:
        """Whether a unit that is named without its place stands behind a place that is none of ours."""
        if leading_place(change.old):
            return False
        above = _before(text, start)
        return bool(above and above[-1] in HEADS and above not in self._all and stem(above) not in self._olds)

    def abroad(self, text: str, end: int) -> str:
        """Why what stands behind the 的 at text[end] lies in a place that is none of ours (连云港的云台山), or ""."""
        from qicao.gazetteer import called, named_within, related

        above = _before(text, end) or _city(text, end)
        places = [] if above in self._all or stem(above) in self._olds else named_within(above)
        ours = [one for old in self._olds for one in called(old)] if places else []
        if not places or any(related(one, other) for one in ours for other in places):
            return ""
        return f"前面是“{above}”，像是别处的"

    def _elsewhere(self, old: str, ending: str, above: str) -> bool:
        """Whether the place is known to lie in another than the one named before it."""
        from qicao.gazetteer import called, named_within, related

        place = leading_place(old) or old
        town = (place + ending).endswith(_TOWN)  # 石门镇 is not the 石门 that is a county
        inner = called(place + ending) or ([] if town else called(place))
        if not inner:  # nothing to differ from, unless the old names say where it lies
            return self._all.count(place + "\n") > (place in self._olds)
        return not any(related(one, other) for one in inner for other in named_within(above))

    def _ending(self, text: str, end: int) -> str:
        found = _NEXT.match(text, end)
        if text.startswith("乡村", end) and not text.startswith(_TOWNS, end + 2):  # 青川|乡村振兴
            return ""
        whole = found and found[0] not in _WITHIN and not _runs_on(text, found.end())
        return found[0] if found and whole else ""


def _lies_in(new: str, above: str) -> bool:
    """Whether the new name is that of a place in what is named before the old one: then that is said of it."""
    from qicao.gazetteer import called, named_within, related

    inner = called(leading_place(new) or new)
    return any(related(one, other) for one in inner for other in named_within(above))


def _ended_by_word(text: str, end: int, old: str) -> str:
    """安平|市场: the word that makes the end of 安平市 no ending; 安平市|民政局 has one."""
    if leading_place(old) == old and _runs_on(text, end) and text[end : end + 2] not in ordinary():
        return text[end - 1 : end + 1] if text[end] not in "直级" else ""
    return ""


def _runs_on(text: str, end: int) -> bool:
    """Whether the ending of a place that ends here is rather the beginning of a word: 市场, 区域."""
    from qicao.gazetteer import NOT_AFTER  # a large table, wanted by few files

    return end < len(text) and text[end] in NOT_AFTER.get(text[end - 1], "")


def before_ending(text: str, start: int) -> str:
    """The place whose ending is the character text[start], as 市 in 衡水市水利局; "" when it is none's."""
    return next((one for one in _tails(text, start + 1) if _known(one)), "")


def _before(text: str, start: int) -> str:
    """The place directly before text[start:], or ""."""
    tails = list(_tails(text, start))
    if known := next((one for one in tails if _known(one)), ""):
        return known
    if province := next((one for one in tails if one in _provinces()), ""):
        return province
    ending = _AT_END.search(tails[0]) if tails else None
    if ending is None:
        return ""
    name = tails[0][: ending.start()][-2:]
    if len(name) < 2 or not _NO_NAME.isdisjoint(name) or name[-1] + ending[0] in ordinary():
        return ""
    return name + ending[0]


def _city(text: str, end: int) -> str:
    """The city or province directly before a place in the text that is called without its ending, or ""."""
    from qicao.gazetteer import called

    for one in _tails(text, end):
        if (
            len(one) < _CITY
            and one not in ordinary()
            and any(each.code.endswith("00") for each in called(one))
        ):
            return one
    return ""


def _tails(text: str, end: int) -> Iterator[str]:
    """The 汉字 before a place in the text, from many to two."""
    found = _HAN.search(text, max(end - _LONGEST, 0), end)
    words = found[0] if found else ""
    yield from [words[at:] for at in range(len(words) - 1)]


def _known(name: str) -> bool:
    from qicao.gazetteer import named

    return bool(named(name))


@cache
def _provinces() -> frozenset[str]:
    from qicao.gazetteer import all_provinces, short_form

    return frozenset([short_form(one.name) for one in all_provinces()])


def _short(name: str) -> bool:
    from qicao.gazetteer import is_short

    return is_short(name)

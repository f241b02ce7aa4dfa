"""How persons, units and honours of the old text are said that no change names: 孙院长, 立民同志, 县医院, 党政办, the
honours that only the old unit has. Nothing of it is changed; all of it is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from qicao.regions import HEADS
from qicao.swap.changes import Change
from qicao.swap.finder import Finder
from qicao.swap.locality import leading_place, stem
from qicao.swap.words import addressed, han, listed, over

_FULL = 3  # characters of a name whose last two are said alone
_FAR = 16  # characters before a name in which its posts stand
_STOP = re.compile("[。；！？：\n]")
_OFFICE, _OFFICE_SHORT, _PUBLIC = "办公室", "办", "人民"
_CHIEF = "总"  # 江总 for 总经理江涛
_NUMBERED = re.compile("^第([一二三四五六七八九十]+)([中小])学$")
_MONTH = re.compile("[0-9]{4}年([0-9]{1,2})月")
_UNITS = frozenset(["", "单位名称", "单位简称"])
_HONOUR = "是旧单位的荣誉"


class Callings:
    """Knows the changes of one call, and what the parts read so far tell of the posts of persons."""

    def __init__(
        self,
        changes: Sequence[Change],
        people: Collection[str],
        olds: Collection[str],
        honours: Collection[str] = (),
    ) -> None:
        """`olds`: everything that is changed or proposed already."""
        self._olds = frozenset(olds)
        self._honours = {one: one for one in honours if one not in self._olds}
        self._persons = {one.old: one.new for one in changes if one.old in people and len(one.old) <= _FULL}
        self._given = {
            name[1:]: name for name in self._persons if len(name) == _FULL and name[1:] not in olds
        }
        self._titles: dict[str, str] = {}
        places = [one.old for one in changes if leading_place(one.old) == one.old]
        units = {short: one.old for one in changes for short in _short(one, places)}
        self._known = {short: old for short, old in units.items() if short not in self._olds} | self._honours

    def read(self, words: str) -> None:
        """Look in the words of a part, as they were, for the posts of the persons."""
        for name, new in self._persons.items():
            if new[0] == name[0] or name[0] in listed("不作姓"):
                continue
            for one in re.finditer(name, words):
                head = _STOP.split(words[max(one.start() - _FAR, 0) : one.start()])[-1]
                for post in listed("职务尾"):
                    if post in head or words.startswith((post, f"副{post}", f"总{post}"), one.end()):
                        called = (post, f"副{post}", *([_CHIEF] if post in listed("也称总") else []))
                        self._titles.update({name[0] + each: name for each in called})

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, the name) of what is said for it."""
        titles = {one: name for one, name in self._titles.items() if one not in self._olds}
        names = titles | self._given | self._known
        for start, end in Finder(names).find(text) if names else ():
            said = text[start:end]
            led = said not in self._given or addressed(text, end)
            if said in self._known or (led and _alone(text, start)):
                yield start, end, names[said]

    def why(self, said: str) -> str:
        return _HONOUR if said in self._honours else ""


def _short(change: Change, places: Sequence[str]) -> Iterator[str]:
    """县医院 for 泉阳县人民医院, 市一中 for 同江市第一中学 and 同江一中, 党政办 for 党政办公室, 10月 for 2025年10月."""
    old = change.old
    if old.endswith(_OFFICE) and len(old) > len(_OFFICE) + 1 and old != change.new:
        yield old[: -len(_OFFICE)] + _OFFICE_SHORT
    if change.fact and (month := _MONTH.fullmatch(old)) and not change.new.endswith(f"年{month[1]}月"):
        yield f"{month[1]}月"
    if change.label not in _UNITS:
        return
    for place in dict.fromkeys([*places, leading_place(old)]):
        short = stem(place)
        if not place or place[-1] not in HEADS or not old.startswith(short) or len(old) < len(place) + 1:
            continue
        rest = old.removeprefix(place) if old.startswith(place) else old.removeprefix(short)
        plain = _NUMBERED.sub(r"\1\2", rest.removeprefix(_PUBLIC))
        if len(plain) > 1 and (plain != rest or not old.startswith(place)):
            yield place[-1] + plain


def _alone(text: str, start: int) -> bool:
    """Whether a name may begin here."""
    before = text[start - 1 : start]
    return not han(before) or before in listed("前字") or over(text, start - 1) != ""

"""Wrong words: pairs written down one by one, set phrases with one character wrong, words misread by a scanner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qicao.datafiles import lines, table
from qicao.rulekit import compiled

_FREE = ("决不", "绝不", "决无", "绝无", "决非", "绝非")  # two spellings, both right
Pairs = Mapping[str, Sequence[int]]


class Wrong(NamedTuple):
    """A place where a word is wrong: its offsets, and the word meant. `kind` as in typos.tsv, or "认错"."""

    start: int
    end: int
    right: str
    kind: str


@cache
def _listed() -> tuple[dict[str, list[str]], dict[str, tuple[str, str, str]]]:
    """typos.tsv: the words by their first two characters (longest first), and the row of each."""
    rows = {wrong: (right, kind, guard) for wrong, right, kind, guard in table("typos.tsv", 4)}
    starts: dict[str, list[str]] = {}
    for word in sorted(rows, key=len, reverse=True):
        starts.setdefault(word[:2], []).append(word)
    return starts, rows


@cache
def _phrases() -> tuple[frozenset[str], dict[str, list[str]], dict[str, list[str]]]:
    """All set phrases; those with a given first half; those with a given second half."""
    words = " ".join(lines("set_phrases.txt")).split()
    first: dict[str, list[str]] = {}
    second: dict[str, list[str]] = {}
    for word in words:
        first.setdefault(word[:2], []).append(word)
        second.setdefault(word[2:], []).append(word)
    return frozenset(words), first, second


@cache
def _misread() -> tuple[str, frozenset[str]]:
    """look_alikes.txt as one text (right: wrong wrong …), and the wrong words in it."""
    text = "\n" + "\n".join(lines("look_alikes.txt")) + "\n"
    return text, frozenset(text.split())


@cache
def _triggers() -> frozenset[str]:
    """All pairs of characters that are worth a look: one pass over the pairs of a text is enough."""
    return _misread()[1].union(_listed()[0], *_phrases()[1:])


@cache
def _groups() -> str:
    return "\n" + "\n".join(lines("confusable.txt")) + "\n"


@cache
def like(one: str) -> str:
    """All characters confusable with this one."""
    if one <= " ":
        return ""
    groups = _groups()
    found, at = "", groups.find(one)
    while at >= 0:
        end = groups.index("\n", at)
        found += groups[groups.rindex("\n", 0, at) + 1 : end]
        at = groups.find(one, end)
    return found


def _alike(one: str, other: str) -> bool:
    return other in like(one)


def find(text: str, pairs: Pairs) -> tuple[list[Wrong], list[Wrong], list[Wrong]]:
    """Words of typos.tsv, set phrases with one character wrong, misread words."""
    (starts, rows), (phrases, first, second), (blob, misread) = _listed(), _phrases(), _misread()
    one: list[Wrong] = []
    two: list[Wrong] = []
    three: list[Wrong] = []
    for pair in _triggers().intersection(pairs):
        places = pairs[pair]
        if pair in starts:
            one += _words(text, places, starts[pair], rows)
        if pair in first:
            heads, tails = _sides(pair, 2)
            for at in places:
                if text[at + 2 : at + 3] in heads or text[at + 3 : at + 4] in tails:
                    two += _near(text, at, first[pair], phrases, 2)
        if pair in second:
            heads, tails = _sides(pair, 0)
            for at in places:
                if at > 1 and (text[at - 2] in heads or text[at - 1] in tails):
                    two += _near(text, at - 2, second[pair], phrases, 0)
        if pair in misread:
            line = blob[: blob.index(f" {pair}")].rpartition("\n")[2]
            right = line.partition(":")[0]
            three += [Wrong(at, at + 2, right, "认错") for at in places if not split(text, at)]
    return one, two, three


@cache
def _sides(pair: str, half: int) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that stand in the other half of the phrases with this half: first, last."""
    _, first, second = _phrases()
    words = first[pair] if half else second[pair]
    return frozenset([word[half] for word in words]), frozenset([word[half + 1] for word in words])


def _words(
    text: str, places: Sequence[int], words: Sequence[str], rows: Mapping[str, tuple[str, str, str]]
) -> Iterator[Wrong]:
    for at in places:
        for word in words:
            if text.startswith(word, at):
                right, kind, guard = rows[word]
                if not guard or guarded(text, at, len(word), guard):
                    yield Wrong(at, at + len(word), right, kind)
                    break


def guarded(text: str, at: int, size: int, guard: str) -> bool:
    """Whether a guard (a word with look-behind and look-ahead) matches at a place where its word stands."""
    found = compiled(guard).match(text, at)
    return found is not None and found.end() == at + size


def _near(text: str, at: int, among: Sequence[str], phrases: frozenset[str], half: int) -> Iterator[Wrong]:
    """Phrases one character away. `half`: where in the phrase the two characters not compared yet stand."""
    said = text[at : at + 4]
    if len(said) < 4 or said in phrases or said[:2] in _FREE:
        return
    one, two = said[half], said[half + 1]
    for word in among:
        if word[half] == one:
            if _alike(two, word[half + 1]) and not (half and common(text[at + 3 : at + 5])):
                yield Wrong(at, at + 4, word, "成语")
        elif (
            word[half + 1] == two
            and _alike(one, word[half])
            and (half or not at or not common(text[at - 1 : at + 1]))
        ):
            yield Wrong(at, at + 4, word, "成语")


def split(text: str, at: int) -> bool:
    """Whether two characters are the end of an everyday word or the beginning of another."""
    return common(text[at + 1 : at + 3]) or (at > 0 and common(text[at - 1 : at + 1]))


def common(word: str) -> bool:
    """Whether two characters are an everyday word: 以此为借 is the beginning of 以此为借口."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(" ".join(lines("words.txt")).split())

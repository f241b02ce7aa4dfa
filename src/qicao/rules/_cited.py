"""Quotations in a text held against the verified ones of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qicao.library.model import Library, Quotation
from qicao.manuscript import Manuscript
from qicao.rulekit import compiled

_NOT_HANZI = r"[^\u4e00-\u9fff]+"
_SENTENCE = r"[^。！？；…]+[。！？；…]*"
_GRAM = 2


class Cited(NamedTuple):
    """Words in “”: offsets within the marks, the clause that introduces them, and who is named in it."""

    start: int
    end: int
    intro: str
    speaker: str  # "" when nobody is named; "?" for a reporting verb whose subject is missing


def bare(text: str) -> str:
    """Only the 汉字."""
    return compiled(_NOT_HANZI).sub("", text)


def grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}


class Index:
    """The verified quotations, by pairs of characters."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = tuple(quotations)
        self.words = [bare(one.words) for one in self.quotations]
        self._by_gram: dict[str, list[int]] = {}
        for number, words in enumerate(self.words):
            for gram in grams(words):
                self._by_gram.setdefault(gram, []).append(number)

    def exact(self, words: str) -> list[int]:
        """Quotations that hold these 汉字, one directly after the other."""
        found = [number for number, whole in enumerate(self.words) if words in whole]
        if not found and words.startswith("我们"):
            return self.exact(words[2:])
        return found

    def nearest(self, words: str) -> tuple[int, float]:
        """The quotation that holds most of the pairs of these 汉字, and the share it holds."""
        mine = grams(words)
        counts = Counter([number for gram in mine for number in self._by_gram.get(gram, ())])
        if not counts:
            return -1, 0.0
        number, shared = counts.most_common(1)[0]
        return number, shared / max(len(mine), 1)


_made: list[tuple[Library, Index]] = []


def index(library: Library) -> Index:
    """The index of a library; the last one made is kept."""
    if not _made or _made[0][0] is not library:
        _made[:] = [(library, Index(tuple(library.quotations.values())))]
    return _made[0][1]


_NAMES = r"习近平|毛泽东|毛主席|邓小平|江泽民|胡锦涛|周恩来|刘少奇|朱德|陈云|列宁|马克思|恩格斯"
_REPORT = r"(?:指出|强调|说过?|讲过?|要求|提出|告诫|教导|教诲|勉励|寄语|号召|明确|论述|论断|嘱托|指示|名言|话)[^，：“”]{0,4}[：，]?$"
_LED = r"党的[一二三四五六七八九十]+大报告|总书记"
_AGAIN = {"毛主席": "毛泽东"}
_INTRO = 90


def cited(m: Manuscript) -> Iterator[Cited]:
    """Every quotation of some length, with what introduces it."""
    text = m.text
    for start, end in zip(*m.quotes, strict=True):
        if text[start] != "“" or end - start < 8:
            continue
        low = max(start - _INTRO, 0)
        begin = max([text.rfind(mark, low, start) for mark in "。！？；\n”"])
        intro = text[max(begin + 1, low) : start]
        speaker = ""
        if compiled(_REPORT).search(intro):
            names = compiled(_NAMES).findall(intro)
            if names:
                speaker = _AGAIN.get(names[-1], names[-1])
            elif compiled(_LED).search(intro):
                speaker = "习近平"
            elif compiled(r"^习(?=在|对|同|曾)|^(?:强调|指出)|，(?:强调|指出)[，：]$").search(
                intro.lstrip("1234567890、. 　")
            ):
                speaker = "?"
        yield Cited(start + 1, end - 1, intro, speaker)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation, without their marks at the end."""
    for found in compiled(_SENTENCE).finditer(text, start, end):
        words = found[0].rstrip("。！？；… ")
        if bare(words):
            yield found.start(), found.start() + len(words)

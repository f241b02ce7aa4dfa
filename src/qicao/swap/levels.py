"""Words from whose middle the ending of a place would be taken when the level changes: 青川市|区 is no 安澜县区."""

from __future__ import annotations

from functools import cache

from qicao.swap.changes import Change
from qicao.swap.words import listed, ordinary

_LONG = 3  # characters of a word that is meant even where another word might follow the ending
_SEVERAL = ("街道", "街道办事处", "社区")


def cut(text: str, end: int, change: Change) -> str:
    """The word that text[:end], the old place with its ending, would leave half of, or ""."""
    old, new = change.old, change.new
    if end == len(text) or old[-1] == new[-1]:
        return ""
    words, others = _beginning(old[-1], new.endswith(_SEVERAL))
    if not words or not text.startswith(words, end - 1) or text.startswith(others, end - 1):
        return ""
    after = text[end : end + 2]
    for word in words:
        if text.startswith(word, end - 1) and (
            len(word) >= _LONG or after not in ordinary() or word[1:] == after
        ):
            return word
    return ""


@cache
def _beginning(ending: str, several: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that begin with the ending of a place, and what begins alike and is none of them."""
    words = (*listed("断词"), *listed("断词多")) if several else listed("断词")
    return tuple([one for one in words if one[0] == ending]), listed("断词例外")


def level_words(ending: str) -> list[str]:
    """The words that begin with the ending of a place and are said at its level only."""
    return [one for one in listed("随级别") if one[0] == ending]

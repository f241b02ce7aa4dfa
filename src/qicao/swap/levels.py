"""Words from whose middle the ending of a place would be taken when the level changes: 青川市|区 is no 安澜县区."""

from __future__ import annotations

from qicao.swap.changes import Change
from qicao.swap.words import listed, ordinary

_LONG = 3  # characters of a word that is meant even where another word might follow the ending
_SEVERAL = ("街道", "街道办事处", "社区")


def cut(text: str, end: int, change: Change) -> str:
    """The word that text[:end], the old place with its ending, would leave half of, or ""."""
    old, new = change.old, change.new
    if end == len(text) or old[-1] == new[-1]:
        return ""
    words = (*listed("断词"), *listed("断词多")) if new.endswith(_SEVERAL) else listed("断词")
    if text.startswith(listed("断词例外"), end - 1):
        return ""
    for word in words:
        if text.startswith(word, end - 1) and (
            len(word) >= _LONG or text[end : end + 2] not in ordinary() or word[1:] == text[end : end + 2]
        ):
            return word
    return ""


def level_words(ending: str) -> list[str]:
    """The words that begin with the ending of a place and are said at its level only."""
    return [one for one in listed("随级别") if one[0] == ending]

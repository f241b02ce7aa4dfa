"""A Word file from anywhere → Manuscript. Standard library only."""

from qicao.readers.word.read import read_word

__all__ = ["read_word"]

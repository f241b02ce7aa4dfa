"""The section library: built-in folders and the office's own, nearest first."""

from qicao.library.model import Library
from qicao.library.section import Snippet, Variant

__all__ = ["Library", "Snippet", "Variant"]

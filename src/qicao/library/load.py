"""Folders → Library: from the cache when nothing changed, else parsed anew."""

from __future__ import annotations

from collections.abc import Sequence

from qicao.library import cache
from qicao.library.folders import Folder, files
from qicao.library.model import Library
from qicao.places import SpeechError


def load_library(folders: Sequence[Folder]) -> Library:
    """The library in these folders, built-in first. Raises SpeechError with every finding of every file."""
    listing = [(folder, path, stat) for folder in folders for path, stat in files(folder)]
    stamp = cache.stamp((path, stat) for _, path, stat in listing)
    if library := cache.read(stamp):
        return library
    from qicao.library.read import read_folders  # a warm start needs no parser

    library, findings = read_folders(folders, [(folder, path) for folder, path, _ in listing])
    if findings:
        raise SpeechError(findings)
    cache.write(stamp, library)
    return library

"""Folders → Library: from the cache when nothing changed, else parsed anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qicao.library import cache
from qicao.library.folders import BUILTIN, Folder, files
from qicao.library.model import Library
from qicao.places import Finding, Place, SpeechError


def read_library(folders: Sequence[Folder]) -> tuple[Library, list[Finding]]:
    """The library in these folders, built-in first, and every finding of every file."""
    missing = [folder for folder in folders if not folder.path.is_dir()]
    if missing:
        say = "没有这个文件夹", "检查 --library 后面的路径"
        return Library(), [Finding("段落库", *say, Place(str(folder.path))) for folder in missing]
    listing = [(folder, path, stat) for folder in folders for path, stat in files(folder)]
    stamp = cache.stamp((path, stat) for _, path, stat in listing)

    def parsed() -> tuple[Library, list[Finding]]:
        from qicao.library.read import read_beside, read_folders  # a warm start needs no parser

        paths = [(folder, Path(path)) for folder, path, _ in listing]
        builtin = [folder for folder in folders if folder.name == BUILTIN]
        own = [folder for folder in folders if folder not in builtin]
        if builtin and own:  # what ships need not be parsed for every change of one's own
            base, wrong = read_library(builtin)
            mine = [(folder, path) for folder, path in paths if folder in own]
            if not wrong and (found := read_beside(base, own, mine)):
                return found
        return read_folders(folders, paths)

    if library := cache.read(stamp, lambda: parsed()[0]):
        return library, []
    library, findings = parsed()
    if not findings:
        cache.write(stamp, library)
    return library, findings


def load_library(folders: Sequence[Folder]) -> Library:
    """As `read_library`, for those who want a sound library or none. Raises SpeechError with every finding."""
    library, findings = read_library(folders)
    if findings:
        raise SpeechError(findings)
    return library

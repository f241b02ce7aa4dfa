"""Where sections and outlines live: the built-in folders, and the office's own, nearest first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

BUILTIN = "内置"
OWN_NAME = "段落库"
MAX_FILES = 5_000


class Folder(NamedTuple):
    """A folder of the library. `name` is how writers see it: 内置, or the path they gave."""

    name: str
    path: Path


def builtin_root() -> Path:
    """The folder that holds snippets/ and templates/: packaged beside this code, else the checkout's top."""
    packaged = Path(__file__).parent.parent / "builtin"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def folders(own: Sequence[Path] = (), beside: Path | None = None) -> list[Folder]:
    """Built-in first, nearest last: `own` as given, then 段落库/ beside the brief, then $QICAO_LIBRARY."""
    root = builtin_root()
    found = [Folder(BUILTIN, root / "snippets"), Folder(BUILTIN, root / "templates")]
    extra = [Path(part) for part in os.environ.get("QICAO_LIBRARY", "").split(os.pathsep) if part]
    if beside is not None and (beside / OWN_NAME).is_dir():
        extra.append(beside / OWN_NAME)
    chosen: dict[str, Folder] = {}
    for path in [*extra, *own]:  # the same folder twice is one folder
        chosen[os.path.realpath(path)] = Folder(str(path), path)
    return found + list(chosen.values())


def files(folder: Folder) -> Iterator[tuple[str, os.stat_result]]:
    """The paths of all .yaml, .yml and .j2 files of a folder, sorted; hidden ones and links left out; at most MAX_FILES."""
    found: list[tuple[str, os.stat_result]] = []
    pending = [str(folder.path)]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "_")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    elif entry.name.endswith((".yaml", ".yml", ".j2")) and entry.is_file(
                        follow_symlinks=False
                    ):
                        found.append((entry.path, entry.stat(follow_symlinks=False)))
        except OSError:
            continue
    yield from sorted(found)[:MAX_FILES]

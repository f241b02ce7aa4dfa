"""体检 of a draft, before it is written: values of the brief and sections of one's own library may be wrong too.

The same draft under the same rules has the same findings, so they are kept in the cache folder: reading the rules
costs more than drafting. As with the library's cache, anything odd means "check again", and nothing is executed.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qicao import __version__
from qicao.compose import Draft
from qicao.library.cache import folder

if TYPE_CHECKING:  # the rules are loaded only when nobody checked this draft before
    from qicao.checkup import Issue

_KEEP = 200  # drafts whose findings are remembered


def examine(draft: Draft, name: str) -> list[Issue]:
    """The findings on a draft that will be called `name`, in the order of the text."""
    key = _key(draft)
    rows = _recall(key)
    if rows == []:
        return []
    from qicao.checkup import Issue

    if rows is None:
        found = _check(draft, name)
        _keep(key, [list(issue) for issue in found])
        return found
    try:
        return [Issue._make(row)._replace(file=name) for row in rows]
    except TypeError:
        return _check(draft, name)


def _check(draft: Draft, name: str) -> list[Issue]:
    from qicao.allowed import Allowed
    from qicao.checkup import checkup
    from qicao.manuscript import Manuscript
    from qicao.own import own_of
    from qicao.rules import all_rules

    brief, library = draft.brief, draft.library
    own = own_of(brief, library)
    m = Manuscript(name, draft.speech.blocks, brief.day, own, library, drafted=True)
    return checkup(m, all_rules(), Allowed(brief.accepted, brief.unchecked))


def _key(draft: Draft) -> str:
    """Changes with the text, the brief, the library and the rules."""
    roles = "".join([block.role.name[0] for block in draft.speech.blocks])
    return "\n".join([_rules_stamp(), draft.library.version, repr(draft.brief), roles, draft.speech.text])


def _rules_stamp() -> str:
    """Changes whenever a module or data file of this program does."""
    parts = [__version__]
    pending = [str(Path(__file__).parent)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name in ("rules", "data"):
                        pending.append(entry.path)
                elif entry.name.endswith((".py", ".tsv", ".txt")):
                    stat = entry.stat()
                    parts.append(f"{entry.name}|{stat.st_size}|{stat.st_mtime_ns}")
    return "|".join(sorted(parts))


def _path(key: str) -> Path:
    data = key.encode("utf-8", "replace")
    return folder() / f"check-{zlib.crc32(data):08x}{zlib.adler32(data):08x}.json"


def _recall(key: str) -> list[list[object]] | None:
    try:
        kept = json.loads(_path(key).read_text(encoding="utf-8"))
        rows: list[list[object]] = kept["rows"]
        return (
            rows
            if kept["key"] == zlib.crc32(key[::-1].encode("utf-8", "replace")) and isinstance(rows, list)
            else None
        )
    except (OSError, RuntimeError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _keep(key: str, rows: list[list[object]]) -> None:
    with suppress(OSError, RuntimeError, ValueError):
        path = _path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        check = zlib.crc32(key[::-1].encode("utf-8", "replace"))
        beside.write_text(json.dumps({"key": check, "rows": rows}, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
        kept = sorted(path.parent.glob("check-*.json"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-_KEEP]:
            old.unlink()

"""make bench: what a library ten times as large costs a cold draft, both read from a warm cache.

Every section is written nine times more, under other ids and with other words (its hanzi shifted), into a folder
of its own; the rest of the library stays one.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import COLD_ROUNDS, ROOT, SAMPLE, cold, milliseconds, write_table

TIMES = 10
_ENTRY = "from qicao.cli import run; run()"
_HANZI = re.compile("[一-龥]")
_SLOT = re.compile(r"(\{\{.*?\}\}|\[[短中长有]\])")


def grown(folder: Path) -> int:
    """Nine more of every section; returns how many sections there are now."""
    sections = 0
    for source in sorted((ROOT / "snippets").rglob("*.yaml")):
        text = source.read_text(encoding="utf-8")
        if "\n段落:" not in text:
            continue
        head, _, body = text.partition("\n段落:")
        sections += body.count("\n- id: ")
        # Tables of the same file (quotations, facts) are in the built-in library already.
        apply = "\n".join(line for line in head.split("\n") if line.startswith("适用:"))
        for copy in range(1, TIMES):
            path = folder / f"{source.parent.name}-{source.stem}-{copy}.yaml"
            path.write_text(f"{apply}\n段落:{_others(body, copy)}", encoding="utf-8")
    return sections * TIMES


def _others(body: str, copy: int) -> str:
    lines, wording = [], False
    for line in body.split("\n"):
        wording = line.startswith("  异文:") or (wording and not line.startswith("- id: "))
        if line.startswith("- id: "):
            line = f"{line.rstrip()}-{copy}"
        elif wording and line.startswith("    "):
            parts = _SLOT.split(line)
            line = "".join(
                part if _SLOT.fullmatch(part) else _HANZI.sub(_shift(copy), part) for part in parts
            )
        lines.append(line)
    return "\n".join(lines)


def _shift(copy: int) -> Callable[[re.Match[str]], str]:
    """Another character in place of each, so that no two wordings are alike."""
    first, many = ord("一"), ord("龥") - ord("一") + 1
    return lambda found: chr(first + (ord(found.group()) - first + 997 * copy) % many)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        own, cache, out = Path(folder, "段落库"), str(Path(folder, "cache")), str(Path(folder, "o.docx"))
        own.mkdir()
        count = grown(own)
        draft = ("-c", _ENTRY, "draft", str(SAMPLE), "-o", out, "--force")
        usual, large = milliseconds(
            [cold(*draft, cache=cache), cold(*draft, "--library", str(own), cache=cache)], COLD_ROUNDS
        )
    lines = [
        "| 冷启动，缓存已热 | 毫秒（中位数） | 比值 |",
        "|---|---|---|",
        f"| qicao draft，段落库{count // TIMES}段 | {usual:.0f} | 1.0 |",
        f"| qicao draft，段落库{count}段 | {large:.0f} | {large / usual:.2f} × |",
    ]
    write_table("\n".join(lines), "bench library", "--write" in sys.argv)


if __name__ == "__main__":
    main()

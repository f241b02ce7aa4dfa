"""make bench: how long a check takes, beside AutoCorrect's linter and beside only reading the file. One run.

One speech of 5,000 characters, as text. Prints medians and ratios; asserts nothing. With --write the table goes
into docs/performance.md.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import autocorrect_py
from bench import ROOT, cold, milliseconds, write_table

from qicao.brief import read_brief
from qicao.checkup import checkup
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.own import own_of
from qicao.readers.text import from_text, read_plain
from qicao.rules import all_rules

SIZE, ROUNDS = 5_000, 40


def speech() -> tuple[str, object, object]:
    """5,000 characters of a drafted speech, its owner, the library."""
    library = load_library(folders())
    brief = read_brief(ROOT / "samples" / "around.yaml", library, {"时长": "40分钟"})
    text = compose(brief, library).speech.text
    return (text * 2)[:SIZE], own_of(brief, library), library


def main() -> None:
    text, own, library = speech()
    seed = ROOT.parent / "shared" / "seed" / "part_a.txt"
    rules = all_rules()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "speech.txt")
        path.write_text(text, encoding="utf-8")

        def check() -> None:
            checkup(from_text(read_plain(path), "speech.txt", own=own, library=library), rules)  # type: ignore[arg-type]

        def check_bare() -> None:
            checkup(from_text(read_plain(path), "speech.txt", library=library), rules)  # type: ignore[arg-type]

        rows = [
            ("只读文件", lambda: path.read_text(encoding="utf-8")),
            (
                "AutoCorrect lint_for",
                lambda: autocorrect_py.lint_for(path.read_text(encoding="utf-8"), "text"),
            ),
            (f"qicao check，{len(rules)}条规则，没有要素单", check_bare),
            (f"qicao check，{len(rules)}条规则，有要素单", check),
        ]
        if seed.exists():
            scraped = read_plain(seed)[:SIZE]
            rows.append(
                (
                    "qicao check，下载的脏稿",
                    lambda: checkup(from_text(scraped, "s.txt", library=library), rules),
                )
            )  # type: ignore[arg-type]
        values = milliseconds([action for _, action in rows], ROUNDS)
        colds = [cold("-c", "from qicao.cli import run; run()", "check", str(path)), cold("-c", "pass")]
        ours, bare = milliseconds(colds, 11)
    lines = ["| 做法（一篇5,000字） | 毫秒（中位数） |", "|---|---|"]
    lines += [f"| {name} | {value:.2f} |" for (name, _), value in zip(rows, values, strict=True)]
    lines += [f"| 冷启动：qicao check | {ours:.0f} |", f"| 冷启动：空的 python | {bare:.0f} |"]
    write_table("\n".join(lines), "bench check", "--write" in sys.argv)


if __name__ == "__main__":
    main()

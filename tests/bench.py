"""make bench: how long a draft takes, beside other ways to make the same Word file. One run, same text.

Prints medians and ratios; asserts nothing. Needs docxtpl (pip install -e '.[bench]'). With --write the table
goes into docs/performance.md.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from qicao.brief import read_brief
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.speech import Role
from qicao.writers.docx import render
from qicao.writers.word.package import read_entries

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "around.yaml"
ROUNDS, COLD_ROUNDS = 60, 15
_MARKS = ("<!-- bench -->\n", "<!-- /bench -->")

_COLD = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"blocks": json.load(open(sys.argv[2], encoding="utf-8"))})
template.save(sys.argv[3])
"""


def milliseconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median of `rounds` runs, after three that do not count."""
    times = []
    for count in range(rounds + 3):
        start = time.perf_counter()
        action()
        if count >= 3:
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def template(path: Path) -> None:
    """A Word template with one paragraph loop, as docxtpl's manual shows it."""
    document = docx.Document()
    for line in ("{%p for block in blocks %}", "{{ block.text }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(path))


def run() -> list[tuple[str, float, str]]:
    library = load_library(folders())
    brief = read_brief(SAMPLE, library, {"时长": "30分钟"})
    draft = compose(brief, library)
    blocks = [{"text": block.text, "role": block.role.name} for block in draft.speech.blocks]
    names = {Role.TITLE: "Title", Role.HEADING1: "Heading 1", Role.HEADING2: "Heading 2"}
    styles = [names.get(block.role, "Normal") for block in draft.speech.blocks]
    with tempfile.TemporaryDirectory() as folder:
        source, data, out = Path(folder, "t.docx"), Path(folder, "b.json"), Path(folder, "o.docx")
        template(source)
        data.write_text(json.dumps(blocks, ensure_ascii=False), encoding="utf-8")

        def with_docxtpl() -> None:
            word = DocxTemplate(source)
            word.render({"blocks": blocks})
            word.save(BytesIO())

        def with_python_docx() -> None:
            word = docx.Document()
            for block, style in zip(blocks, styles, strict=True):
                word.add_paragraph(block["text"], style=style)
            word.save(BytesIO())

        parts = {entry.name: entry.content for entry in read_entries(render(draft))}

        def zip_all() -> None:
            with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
                for name, content in parts.items():
                    package.writestr(name, content)

        print(
            f"讲话{draft.speech.written}字，{len(blocks)}段，段落库{len(library.snippets)}段；{ROUNDS}次取中位数"
        )
        base = milliseconds(with_docxtpl)
        rows = [
            ("(a) docxtpl，段落循环", base),
            ("(b) python-docx，按样式加段", milliseconds(with_python_docx)),
            ("(c) qicao 写 Word", milliseconds(lambda: render(draft))),
            ("(d) qicao 整个起草（拼 + 写）", milliseconds(lambda: render(compose(brief, library)))),
            ("(e) 下限：压缩全部部件", milliseconds(zip_all)),
            (
                "(e) 下限：只压缩 document.xml",
                milliseconds(lambda: zlib.compress(parts["word/document.xml"], 6)),
            ),
        ]
        table = [(name, value, f"{base / value:.1f} × docxtpl") for name, value in rows]
        environment = {**os.environ, "QICAO_CACHE": str(Path(folder, "cache"))}

        def cold(*command: str) -> Callable[[], object]:
            return lambda: subprocess.run(
                [sys.executable, *command], check=True, capture_output=True, env=environment
            )

        script = Path(folder, "cold.py")
        script.write_text(_COLD, encoding="utf-8")
        entry = "from qicao.cli import main; main()"
        theirs = milliseconds(cold(str(script), str(source), str(data), str(out)), COLD_ROUNDS)
        ours = milliseconds(
            cold("-c", entry, "draft", str(SAMPLE), "--set", "时长=30分钟", "-o", str(out), "--force"),
            COLD_ROUNDS,
        )
        bare = milliseconds(cold("-c", "pass"), COLD_ROUNDS)
        table += [
            ("冷启动：docxtpl 脚本", theirs, "1.00"),
            ("冷启动：qicao draft", ours, f"{ours / theirs:.2f} × docxtpl 脚本"),
            ("冷启动：空的 python", bare, f"{bare / theirs:.2f}"),
        ]
    return table


def main() -> None:
    table = run()
    lines = ["| 做法 | 毫秒（中位数） | 比值 |", "|---|---|---|"]
    lines += [f"| {name} | {value:.2f} | {ratio} |" for name, value, ratio in table]
    text = "\n".join(lines)
    print(text)
    if "--write" in sys.argv:
        page = ROOT / "docs" / "performance.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(_MARKS[0])
        after = rest.partition(_MARKS[1])[2]
        page.write_text(before + _MARKS[0] + text + "\n" + _MARKS[1] + after, encoding="utf-8")


if __name__ == "__main__":
    main()

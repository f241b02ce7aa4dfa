"""make bench: how long a draft takes, beside other ways to make the same Word file. One run, same text.

Prints medians and ratios; asserts nothing. Needs docxtpl (pip install -e '.[bench]'). With --write the table
goes into docs/performance.md.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Sequence
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
ROUNDS, COLD_ROUNDS = 60, 21
_COLD = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"blocks": json.load(open(sys.argv[2], encoding="utf-8"))})
template.save(sys.argv[3])
"""


def milliseconds(actions: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Median time of each action. They take turns, so that a machine that slows down slows all of them.

    As in timeit, the garbage collector rests while the clock runs: otherwise whoever comes next pays for the
    garbage of whoever came before.
    """
    times: list[list[float]] = [[] for _ in actions]
    for count in range(rounds + 3):
        for own, action in zip(times, actions, strict=True):
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            action()
            end = time.perf_counter()
            gc.enable()
            if count >= 3:  # the first three only warm up
                own.append((end - start) * 1000)
    return [statistics.median(own) for own in times]


def cold(*command: str, cache: str = "") -> Callable[[], object]:
    """A whole Python process, start to exit. qicao check returns 1 when it finds something."""
    environment = {**os.environ, "QICAO_CACHE": cache} if cache else None

    def run_it() -> None:
        done = subprocess.run([sys.executable, *command], capture_output=True, env=environment)
        assert done.returncode in (0, 1), done.stderr

    return run_it


def write_table(text: str, name: str, write: bool) -> None:
    """Print a table; if wanted, put it between its marks in docs/performance.md."""
    print(text)
    if write:
        page = ROOT / "docs" / "performance.md"
        first, last = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = page.read_text(encoding="utf-8").partition(first)
        page.write_text(before + first + text + "\n" + last + rest.partition(last)[2], encoding="utf-8")


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
        named: list[tuple[str, Callable[[], object]]] = [
            ("(a) docxtpl，段落循环", with_docxtpl),
            ("(b) python-docx，按样式加段", with_python_docx),
            ("(c) qicao 写 Word", lambda: render(draft)),
            ("(d) qicao 整个起草（拼 + 写）", lambda: render(compose(brief, library))),
            ("(e) 下限：压缩全部部件", zip_all),
            ("(e) 下限：只压缩 document.xml", lambda: zlib.compress(parts["word/document.xml"], 6)),
        ]
        values = milliseconds([action for _, action in named], ROUNDS)
        table = [
            (name, value, f"{values[0] / value:.1f} × docxtpl")
            for (name, _), value in zip(named, values, strict=True)
        ]
        cache = str(Path(folder, "cache"))
        script = Path(folder, "cold.py")
        script.write_text(_COLD, encoding="utf-8")
        entry = "from qicao.cli import run; run()"
        draft_it = ("-c", entry, "draft", str(SAMPLE), "--set", "时长=30分钟", "-o", str(out), "--force")
        scripts = ((str(script), str(source), str(data), str(out)), draft_it, ("-c", "pass"))
        commands = [cold(*one, cache=cache) for one in scripts]
        theirs, ours, bare = milliseconds(commands, COLD_ROUNDS)
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
    write_table("\n".join(lines), "bench", "--write" in sys.argv)


if __name__ == "__main__":
    main()

"""make bench: how long a swap of 12 names takes, beside what python-docx needs to open and save the file. One run.

Speeches of 5,000 and 40,000 characters, names cut into several runs. Prints medians and ratios; asserts nothing.
With --write the table goes into docs/performance.md.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

import docx
from bench import milliseconds, write_table

from qicao.swap import swap
from qicao.swap.changes import Change

SIZES, ROUNDS = (5_000, 40_000), 15
NAMES = [
    "青川市水利局",
    "市水利局",
    "青川市",
    "省级文明单位",
    "周明",
    "办公室",
    "机关党委",
    "副局长林远",
    "3月12日",
    "明年上半年",
    "我市",
    "全市",
]
REST = "的同志要把今天会上定下的事一件一件办好，办到什么程度、什么时候办成，月底都要讲清楚。"


def speech(path: Path, size: int) -> None:
    """A file of about so many characters; every name lies in two runs of different looks."""
    made, length = docx.Document(), 0
    while length < size:
        paragraph = made.add_paragraph()
        for name in NAMES[:4] if len(made.paragraphs) % 2 else NAMES[4:8]:
            paragraph.add_run(name[:2]).bold = True
            paragraph.add_run(name[2:] + REST)
            length += len(name + REST)
    made.save(str(path))


def main() -> None:
    changes = [Change(name, f"新{name[1:]}号") for name in NAMES]
    lines = ["| 做法 | 毫秒（中位数） | 比值 |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder, f"{size}.docx")
            speech(path, size)

            def opened(path: Path = path) -> None:
                docx.Document(str(path)).save(BytesIO())

            def swapped(path: Path = path) -> None:
                swap(path, changes)

            plain, ours = milliseconds([opened, swapped], ROUNDS)
            count = len(swap(path, changes).changed)
            lines.append(f"| {size:,}字，python-docx 打开再保存 | {plain:.1f} | 1.0 |")
            lines.append(
                f"| {size:,}字，qicao swap，12个名称，换{count}处 | {ours:.1f} | {ours / plain:.1f} × |"
            )
    write_table("\n".join(lines), "bench swap", "--write" in sys.argv)


if __name__ == "__main__":
    main()

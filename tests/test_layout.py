"""Measured in LibreOffice: 22 lines of 28 characters on full pages, page number 7 mm below the type area."""

from __future__ import annotations

import itertools
import re
import subprocess
from pathlib import Path

import pytest
from conftest import MakeBrief

from qicao.compose import compose
from qicao.library.model import Library
from qicao.writers.docx import render

MM = 72 / 25.4
BOTTOM = 262  # lower edge of the type area in mm from the top: 37 + 225


def measure(file: Path, folder: Path) -> list[tuple[int, float, list[float], str]]:
    """Per page: lines, longest line in full-width characters, distance of the page number in mm, first line."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    boxes = subprocess.run(
        ["pdftotext", "-bbox-layout", str(folder / f"{file.stem}.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    pages = []
    for page in boxes.split("<page ")[1:]:
        rows: dict[int, str] = {}
        foot = []
        for low, high, text in re.findall(
            r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"[^>]*>([^<]*)</word>', page
        ):
            if float(low) > BOTTOM * MM:
                foot.append(round((float(low) + float(high)) / 2 / MM - BOTTOM, 1))
                continue
            key = next((row for row in rows if abs(row - float(low)) < 8), round(float(low)))
            rows[key] = rows.get(key, "") + text
        widest = max((sum(1 if ord(c) > 0x2000 else 0.5 for c in row) for row in rows.values()), default=0)
        first = rows[min(rows)] if rows else ""
        pages.append((len(rows), widest, foot, first))
    return pages


@pytest.mark.libreoffice
@pytest.mark.parametrize("layout", ["9704", "33476"])
def test_full_pages_hold_22_lines_of_28_characters(
    library: Library, make_brief: MakeBrief, tmp_path: Path, layout: str
) -> None:
    file = tmp_path / "speech.docx"
    file.write_bytes(render(compose(make_brief("税务", 时长="25分钟"), library), layout))
    pages = measure(file, tmp_path)
    assert len(pages) >= 5
    full = 0
    for (lines, widest, foot, _), (*_, following) in list(itertools.pairwise(pages))[1:]:
        # A heading at the foot of a page goes over to the next one, with the line it stood on.
        moved = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）", following)
        assert lines == 22 or (moved and lines >= 20)
        full += lines == 22
        assert 28 <= widest <= 28.5
        assert foot and all(6.5 <= distance <= 7.5 for distance in foot)
    assert full >= 3

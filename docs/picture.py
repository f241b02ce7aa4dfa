"""make picture: page 1 of a sample as docs/page1.png, for the README.

Needs LibreOffice, poppler-utils and open Chinese fonts. The fonts named in the file are not free; a fontconfig
file of this script's own stands open ones in for them, for this picture only.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from qicao.brief import read_brief
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.writers.docx import render

ROOT = Path(__file__).parents[1]
STAND_INS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "AR PL UKai CN",
    "黑体": "Noto Sans CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC:bold",
    "宋体": "Noto Serif CJK SC",
}


def fontconfig() -> str:
    rules = []
    for name, other in STAND_INS.items():
        family, _, weight = other.partition(":")
        bold = '<edit name="weight" mode="assign"><const>bold</const></edit>' if weight else ""
        rules.append(
            f'<match target="pattern"><test name="family"><string>{name}</string></test>'
            f'<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>{bold}</match>'
        )
    return f'<fontconfig><include>/etc/fonts/fonts.conf</include>{"".join(rules)}</fontconfig>'


def main() -> None:
    library = load_library(folders())
    draft = compose(read_brief(ROOT / "samples" / "five_points.yaml", library), library)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.docx").write_bytes(render(draft))
        (folder / "fonts.conf").write_text(fontconfig(), encoding="utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", str(folder), str(folder / "page.docx")], check=True, env=environment)
        picture = ["pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", str(folder / "page.pdf")]
        subprocess.run([*picture, str(ROOT / "docs" / "page1")], check=True, env=environment)


if __name__ == "__main__":
    main()

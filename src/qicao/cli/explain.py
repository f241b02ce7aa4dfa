"""qicao explain: where each paragraph of a draft came from."""

from __future__ import annotations

from pathlib import Path

import click

from qicao.cli.base import PATH, Command, as_json, format_option
from qicao.readers.docx import read_traced


@click.command("explain", cls=Command)
@click.argument("file", metavar="文件.docx", type=PATH)
@format_option
def command(file: Path, kind: str) -> int:
    """来历：每一段出自段落库的哪一段、哪一稿，改过没有。"""
    manifest, rows = read_traced(file)
    if kind == "json":
        data = [
            {
                "paragraph": row.number,
                "text": row.text,
                "section": row.section.id if row.section else None,
                "variant": row.section.variant if row.section else None,
                "length": row.section.length if row.section else None,
                "library": row.section.library if row.section else None,
                "edited": row.edited,
            }
            for row in rows
        ]
        click.echo(as_json(data))
        return 0
    click.echo(f"段落库版本 {manifest.library}，种子 {manifest.seed}")
    for row in rows:
        head = row.text if len(row.text) <= 18 else row.text[:18] + "…"
        if row.section is None:
            origin = "提纲或要素单"
        else:
            origin = (
                f"{row.section.id}，第{row.section.variant}稿（{row.section.length}），{row.section.library}"
            )
        click.echo(f"第{row.number}段  {head}\n        ← {origin}{'，改动过' if row.edited else ''}")
    return 0

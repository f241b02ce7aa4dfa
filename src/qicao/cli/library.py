"""qicao library: what is in the section library, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from qicao.cli.base import (
    PATH,
    Command,
    Group,
    as_json,
    format_option,
    own_libraries,
    print_findings,
    unknown_words,
)
from qicao.files import write_file
from qicao.library.folders import OWN_NAME, files, folders
from qicao.library.lint import literal, size
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.library.section import LIMITS, Snippet
from qicao.places import Finding, Place, SpeechError, suggest
from qicao.sentence import BARE, LONG, MIDDLE
from qicao.template import source_yaml


@click.group("library", cls=Group)
def command() -> None:
    """段落库：看、找、抄出来改、检查。"""


@command.command("list", cls=Command)
@click.option(
    "--type", "--单位类型", "--类型", "unit_type", default=None, metavar="类型", help="只看这类单位能用的"
)
@click.option("--theme", "--主题", "campaign", default=None, metavar="主题", help="只看这个主题能用的")
@click.option("--move", "--语步", default=None, metavar="语步", help="只看这个语步的")
@click.option("--types", "show_types", is_flag=True, help="列出单位类型")
@click.option("--outlines", "show_outlines", is_flag=True, help="列出提纲")
@own_libraries
def list_(
    unit_type: str | None,
    campaign: str | None,
    move: str | None,
    show_types: bool,
    show_outlines: bool,
    own: tuple[Path, ...],
) -> int:
    """列出段落：名字、语步、适用条件、三种长度的字数、在哪个库。"""
    library = _load(own)
    if show_types:
        for kind in library.unit_types.values():
            click.echo(f"{kind.name}  {kind.about}")
        return 0
    if show_outlines:
        for name, path in library.outlines.items():
            click.echo(f"{name}  {path}")
        return 0
    _known(library, {"单位类型": unit_type, "主题": campaign, "语步": move})
    rows = [
        snippet
        for snippet in library.snippets
        if (not unit_type or not snippet.limits[2] or unit_type in snippet.limits[2])
        and (not campaign or not snippet.limits[0] or campaign in snippet.limits[0])
        and (not move or snippet.move == move)
    ]
    for snippet in rows:
        click.echo(_row(snippet))
    click.echo(f"共{len(rows)}段")
    return 0


@command.command("search", cls=Command)
@click.argument("words", metavar="词")
@own_libraries
def search(words: str, own: tuple[Path, ...]) -> int:
    """找出正文、标题或名字里有这个词的段落。"""
    rows = [
        snippet
        for snippet in _load(own).snippets
        if words in snippet.id or any(words in line for line in _lines(snippet))
    ]
    for snippet in rows:
        click.echo(_row(snippet))
    click.echo(f"共{len(rows)}段")
    return 0 if rows else 1


@command.command("show", cls=Command)
@click.argument("name", metavar="段落名")
@own_libraries
def show(name: str, own: tuple[Path, ...]) -> int:
    """把一段原样写出来：标题、每一稿、出处。"""
    library = _load(own)
    snippet = _find(library, name)
    click.echo(source_yaml(snippet))
    click.echo(f"# 在 {snippet.place}（{snippet.library}）")
    return 0


@command.command("where", cls=Command)
@click.argument("name", metavar="[段落名]", required=False)
@own_libraries
def where(name: str | None, own: tuple[Path, ...]) -> int:
    """段落库的文件夹在哪里；写了段落名，就是那一段在哪个文件第几行。"""
    if name:
        snippet = _find(_load(own), name)
        click.echo(f"{snippet.place}（{snippet.library}）")
        return 0
    for folder in folders(own, Path.cwd()):
        count = sum(1 for _ in files(folder))
        click.echo(f"{folder.name}  {folder.path}  {count}个文件")
    click.echo(f"自己的段落放在要素单旁边的 {OWN_NAME}/ 文件夹里，或者用 --library 指定")
    return 0


@command.command("copy", cls=Command)
@click.argument("name", metavar="段落名")
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    default=None,
    metavar="文件",
    help=f"默认放进 {OWN_NAME}/",
)
@click.option("--force", "--覆盖", is_flag=True, help="文件已经有了也覆盖")
@own_libraries
def copy(name: str, target: Path | None, force: bool, own: tuple[Path, ...]) -> int:
    """把一段抄进自己的段落库，改它就是，内置的不动。"""
    snippet = _find(_load(own), name)
    if target is None:
        target = Path(OWN_NAME) / f"{re.sub(r'[^0-9A-Za-z_一-龥-]', '-', snippet.id)[:60]}.yaml"
        if not target.parent.is_dir():
            target.parent.mkdir()
    write_file(target, source_yaml(snippet, True).encode(), force)
    click.echo(f"已抄到：{target.resolve()}")
    return 0


@command.command("check", cls=Command)
@own_libraries
def check(own: tuple[Path, ...]) -> int:
    """检查段落库和提纲：写法、标题、篇幅、引语、雷同、套话，再加体检的文字规则。"""
    from qicao.compose import compiled_outline
    from qicao.libcheck import check_library

    library = _load(own)
    findings: list[Finding] = []
    for name in library.outlines:
        try:
            compiled_outline(library, name)
        except SpeechError as error:
            findings += error.findings
    findings += check_library(library)
    print_findings(findings)
    click.echo(f"查了{len(library.snippets)}段、{len(library.outlines)}个提纲，{len(findings)}处要看")
    return 2 if any(f.severity == "error" for f in findings) else 1 if findings else 0


@command.command("stats", cls=Command)
@click.option("--theme", "--主题", "campaign", default=None, metavar="主题", help="只看这个主题")
@format_option
@own_libraries
def stats(campaign: str | None, kind: str, own: tuple[Path, ...]) -> int:
    """覆盖表：每个主题、每个语步、每类单位各有几段，缺的一眼看出来。"""
    from qicao.libcheck import coverage

    library = _load(own)
    _known(library, {"主题": campaign})
    data = {}
    for name in [campaign] if campaign else library.campaigns:
        columns, rows = coverage(library, name)
        data[name] = {move: dict(zip(columns, counts, strict=True)) for move, counts in rows}
        if kind == "text":
            click.echo(
                f"【{name}】共{sum(sum(counts[:1]) + sum(counts[1:]) for _, counts in rows)}段（·是没有）"
            )
            for line in _table(columns, rows):
                click.echo(line)
    if kind == "json":
        click.echo(as_json(data))
    return 0


def _table(columns: list[str], rows: list[tuple[str, list[int]]]) -> list[str]:
    """Columns of 汉字, two cells each, so that the table stands in a terminal."""
    heads = [name[:4] for name in columns]
    lines = ["　" * 5 + "".join([f"{name:\u3000<5}" for name in heads])]
    for move, counts in rows:
        cells = "".join([f"{count or '·':<10}" for count in counts])
        lines.append(f"{move[:4]:\u3000<5}{cells}")
    return lines


def _load(own: tuple[Path, ...]) -> Library:
    return load_library(folders(own, Path.cwd()))


def _known(library: Library, asked: dict[str, str | None]) -> None:
    names: dict[str, Iterable[str]] = {
        "单位类型": library.unit_types,
        "主题": library.campaigns,
        "语步": library.moves,
    }
    wrong = unknown_words(asked, names)
    if wrong:
        raise SpeechError(wrong)


def _find(library: Library, name: str) -> Snippet:
    snippet = library.by_id(name)
    if snippet is None:
        hint = suggest(name, [one.id for one in library.snippets], "用 qicao library list 查，如")
        raise SpeechError([Finding("段落", f"库里没有段落“{name}”", hint, Place("段落库"))])
    return snippet


def _row(snippet: Snippet) -> str:
    limits = " ".join(
        [f"{key}={'/'.join(words)}" for key, words in zip(LIMITS, snippet.limits, strict=True) if words]
    )
    sizes = "/".join([str(size(snippet, 0, length)) for length in (BARE, MIDDLE, LONG)])
    return f"{snippet.id}  {snippet.move}  {sizes}字×{len(snippet.variants)}稿  {limits}  {snippet.library}"


def _lines(snippet: Snippet) -> list[str]:
    bodies = [paragraph for variant in snippet.variants for paragraph in variant.paragraphs]
    return [literal(paragraph) for paragraph in [*snippet.titles, *bodies]]

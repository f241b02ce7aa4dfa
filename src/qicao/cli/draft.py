"""qicao draft: 要素单 → Word."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qicao.brief import outline_wanted, read_brief
from qicao.cli.base import PATH, Command, changes, own_libraries, print_findings
from qicao.compose import Draft, compiled_outline, compose
from qicao.examined import examine
from qicao.files import write_file
from qicao.library.folders import folders
from qicao.library.load import read_library
from qicao.places import Finding, Place, SpeechError, invisible, suggest
from qicao.writers import formats, renderer
from qicao.writers.word.layout import LAYOUTS

if TYPE_CHECKING:
    from qicao.checkup import Issue


@click.command("draft", cls=Command)
@click.argument("brief", metavar="要素单", type=PATH)
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    metavar="文件",
    help="写到哪里，按后缀定格式：.docx .html .md .txt；不写就放在要素单旁边",
)
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar="键=值",
    help="临时改要素单里的一项，如 --set 单位.名称=青川市水利局",
)
@click.option("--seed", "--种子", default=None, metavar="词", help="换一套措辞：随便写个词")
@click.option(
    "--layout",
    "--版式",
    type=click.Choice(LAYOUTS),
    default="9704",
    help="9704（默认）：GB/T 9704 页边距；33476：GB/T 33476.2 软件页边距",
)
@click.option("--final", "--定稿", is_flag=True, help="还有待填或错误时不写文件")
@click.option("--force", "--覆盖", is_flag=True, help="文件已经有了也覆盖")
@own_libraries
def command(
    brief: Path, target: Path | None, pairs: tuple[str, ...], seed: str | None, layout: str, final: bool, force: bool, own: tuple[Path, ...]
) -> int:  # fmt: skip
    """起草：按要素单拼出一篇讲话稿。"""
    edits = changes(pairs)
    if not brief.name:
        raise SpeechError([Finding("文件", "这是一个文件夹", "给出要素单文件", Place(str(brief)))])
    target = target or brief.with_suffix(".docx")
    if target == brief or os.path.realpath(target) == os.path.realpath(brief):
        raise SpeechError([Finding("输出", "输出会盖掉要素单", "用 -o 写到另一个文件", Place(str(target)))])
    if seed is not None and invisible(seed) is not None:
        raise SpeechError([Finding("种子", "种子里有看不见的字符", "换一个词", Place("--seed"))])
    render = renderer(target.suffix.lower())
    if render is None:
        hint = suggest(target.suffix, formats(), "可以写")
        raise SpeechError(
            [Finding("格式", f"不会写“{target.suffix or '没有后缀的'}”文件", hint, Place(str(target)))]
        )
    draft = _compose(brief, own, edits, seed)
    issues = [issue for issue in examine(draft, target.name) if issue.loud]
    wrong = [issue for issue in issues if issue.severity == "error"]
    if final and (draft.gaps or draft.warnings or wrong):
        print_findings([*_gap_findings(draft), *draft.warnings, *map(_as_finding, wrong)])
        click.echo("还不能定稿，没有写文件。")
        return 1
    write_file(target, render(draft, layout), force)
    click.echo(f"已写好：{target.resolve()}")
    for line in report(draft):
        click.echo(line)
    if issues:
        click.echo(f"体检有{len(issues)}处要看：")
    for issue in issues:
        click.echo(f"  {issue}")
    return 0


def _as_finding(issue: Issue) -> Finding:
    place = Place(issue.file, issue.paragraph, issue.start + 1)
    return Finding(issue.rule, issue.message, issue.hint, place, issue.severity)


def _compose(path: Path, own: tuple[Path, ...], edits: dict[str, str], seed: str | None) -> Draft:
    """Compose, or raise SpeechError with the mistakes of library, brief and outline together."""
    library, findings = read_library(folders(own, path.parent))
    brief = None
    try:
        brief = read_brief(path, library, edits)
        name = brief.outline
    except SpeechError as error:
        findings += error.findings
        name = outline_wanted(path, library)
    try:
        if name:
            compiled_outline(library, name)
    except SpeechError as error:
        findings += error.findings
    if findings or brief is None:
        raise SpeechError(findings)
    return compose(brief, library, seed)


def _gap_findings(draft: Draft) -> list[Finding]:
    return [
        Finding("待填", f"“{slot}”还没有填", "在要素单里补上", draft.brief.place, "warning")
        for slot in draft.gaps
    ]


def report(draft: Draft) -> list[str]:
    """What `draft` says of a draft, line by line."""
    speech, brief = draft.speech, draft.brief
    seconds = round(speech.spoken * 60 / brief.pace)
    lines = [
        f"字数：{speech.written}（Word 状态栏口径，含标点）；念出来{speech.spoken}字；要求{brief.length}字",
        f"预计时长：{seconds // 60}分{seconds % 60:02d}秒（每分钟{brief.pace}字）",
        f"用了{draft.sections}段；每段的来历用 qicao explain 查看",
    ]
    if draft.gaps:
        lines.append(f"待填{len(draft.gaps)}处（在要素单里补，Word 里已标黄并加批注）：")
        lines += [f"  {slot}{_about(slot, draft)}" for slot in draft.gaps]
    if draft.omitted:
        lines.append("没有给、所以没写进去的事实（给了就会写）：")
        lines += [f"  {slot}{_about(slot, draft)}" for slot in draft.omitted]
    if draft.unused:
        lines.append(f"给了、这一稿没用上的事实：{'、'.join(draft.unused)}")
    replaced = {new.id: new.library for new, _ in draft.library.shadowed}
    used = {block.origin.snippet for block in speech.blocks if block.origin}
    for name in sorted(used & replaced.keys()):
        lines.append(f"段落“{name}”用的是 {replaced[name]} 里的，顶替了内置的")
    lines += [f"提醒：[{warning.rule}] {warning.message} —— {warning.hint}" for warning in draft.warnings]
    return lines


def _about(slot: str, draft: Draft) -> str:
    fact = draft.library.fact(slot)
    return f" —— {fact.about}，例如 {fact.example}" if fact else ""

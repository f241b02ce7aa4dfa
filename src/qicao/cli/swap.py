"""qicao swap: names and targets in an existing Word file, its looks kept, every hit reported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from qicao.brief import Brief, read_brief
from qicao.checkup import Issue
from qicao.cli.base import PATH, Command, as_json, format_option, own_libraries
from qicao.files import write_file
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.places import Finding, Place, SpeechError
from qicao.rules import all_rules
from qicao.swap import Hit, Swapped, swap
from qicao.swap.changes import Change, typed
from qicao.swap.derive import derive
from qicao.swap.leftovers import leftovers
from qicao.swap.near import Near
from qicao.swap.vocabulary import HIDDEN

_PLACES = 10  # paragraphs named in one row
_SHOWN = 200  # lines of one kind


class _Plan(NamedTuple):
    """What to change, what only with --derive, what by hand; the new brief, to look for leftovers."""

    changes: list[Change]
    proposed: list[Change]
    by_hand: tuple[str, ...]
    brief: Brief | None
    library: Library | None
    honours: tuple[str, ...] = ()


@click.command("swap", cls=Command)
@click.argument("source", metavar="旧稿.docx", type=PATH)
@click.option(
    "-o", "--output", "--输出", "target", type=PATH, default=None, metavar="新稿.docx", help="写到哪里"
)
@click.option("--map", "--对照", "pairs", multiple=True, metavar="旧=新", help="把旧名换成新名，可写多次")
@click.option(
    "--map-file",
    "--对照表",
    "map_file",
    type=PATH,
    default=None,
    metavar="文件.yaml",
    help="一行一对，旧名: 新名",
)
@click.option(
    "--from", "--旧要素单", "old_path", type=PATH, default=None, metavar="要素单", help="旧稿的要素单"
)
@click.option(
    "--to",
    "--新要素单",
    "new_path",
    type=PATH,
    default=None,
    metavar="要素单",
    help="新稿的要素单；换完按它查串稿",
)
@click.option("--derive", "--推换", is_flag=True, help="自称、干部群体、下级等建议换的也换")
@click.option("--all", "--全换", "everywhere", is_flag=True, help="直接引语、书名号、历史名称里的也换")
@click.option("--dry-run", "--试", is_flag=True, help="只报告，不写文件")
@format_option
@click.option("--force", "--覆盖", is_flag=True, help="新稿已经有了也覆盖")
@own_libraries
def command(
    source: Path, target: Path | None, pairs: tuple[str, ...], map_file: Path | None, old_path: Path | None,
    new_path: Path | None, derive: bool, everywhere: bool, dry_run: bool, kind: str, force: bool,
    own: tuple[Path, ...],
) -> int:  # fmt: skip
    """换名：在现成的 Word 文件里换单位、地区、级别、日期，格式不动，逐处报告。"""
    _check_paths(source, target, dry_run)
    if old_path and not new_path:
        raise click.UsageError("写了 --from，还要写 --to 新要素单")
    plan = _plan(pairs, map_file, old_path, new_path, own)
    changes = [*plan.changes, *(plan.proposed if derive else [])]
    done = swap(source, changes, everywhere, () if derive else plan.proposed, plan.honours)
    if target and not dry_run:
        _check_kind(source, target)
    name = str(target or source)
    rest = (
        leftovers(done.data, name, plan.brief, plan.library, all_rules())
        if plan.brief and plan.library and done.changed
        else []
    )
    if target and done.changed and not dry_run:
        write_file(target, done.data, force)
    missed = [change for change in done.unmatched if not change.label]
    if kind == "json":
        click.echo(as_json(_report(done, missed, done.asked, plan.by_hand, rest, target, dry_run)))
    else:
        written = target if target and done.changed and not dry_run else None
        for line in _told(done, missed, done.asked, plan.by_hand, rest, written):
            click.echo(line)
    clean = done.changed and not (
        done.left or missed or done.asked or plan.by_hand or rest or done.near or done.notes
    )
    return 0 if clean else 1


def _check_paths(source: Path, target: Path | None, dry_run: bool) -> None:
    if target is None:
        if not dry_run:
            raise click.UsageError("少写了 -o 新稿.docx；只想看看换哪些，加 --dry-run")
        return
    if not dry_run and os.path.realpath(target) == os.path.realpath(source):
        raise SpeechError([Finding("输出", "新稿会盖掉旧稿", "用 -o 写到另一个文件", Place(str(target)))])


def _check_kind(source: Path, target: Path) -> None:
    """Asked only when the old file could be read: what is wrong with that one is said first."""
    if target.suffix.lower() != source.suffix.lower():
        hint = f"扩展名写成 {source.suffix or '.docx'}"
        raise SpeechError([Finding("输出", "新稿和旧稿的格式不一样", hint, Place(str(target)))])


def _plan(
    pairs: Sequence[str],
    map_file: Path | None,
    old_path: Path | None,
    new_path: Path | None,
    own: Sequence[Path],
) -> _Plan:
    """Pairs that were typed come before those read off the briefs."""
    given = typed(pairs, map_file) if pairs or map_file or not new_path else []
    if not new_path:
        return _Plan(given, [], (), None, None)
    library = load_library(folders(own, new_path.parent))
    briefs: list[Brief] = []
    findings: list[Finding] = []
    for path in [one for one in (old_path, new_path) if one]:
        try:
            briefs.append(read_brief(path, library))
        except SpeechError as error:
            findings += error.findings
    if findings:
        raise SpeechError(findings)
    if not old_path:
        if not given:
            raise click.UsageError("换什么？写 --from 旧要素单，或者 --map 旧=新")
        return _Plan(given, [], (), briefs[0], library)
    found = derive(briefs[0], briefs[1], library)
    known = {change.old for change in given}
    rest = [change for change in found.changes if change.old not in known]
    if not given and not rest:
        message = "两张要素单没有不同"
        raise SpeechError([Finding("对照", message, "改好新要素单再换", Place(str(new_path)))])
    sure = [change for change in rest if not change.proposed]
    asked = [one for one in rest if one.proposed]
    return _Plan([*given, *sure], asked, found.by_hand, briefs[1], library, found.honours)


def _told(
    done: Swapped, missed: Sequence[Change], waiting: Sequence[Change], by_hand: Sequence[str],
    rest: Sequence[Issue], written: Path | None,
) -> Iterator[str]:  # fmt: skip
    """The report, line by line."""
    if not done.changed:
        yield "一处也没有换，没有写文件。"
    if written:
        yield f"已写好：{written.resolve()}"
    shown = [hit for hit in done.changed if hit.where not in HIDDEN]
    if unseen := len(done.changed) - len(shown):
        written_in = "、".join(dict.fromkeys([hit.where for hit in done.changed if hit.where in HIDDEN]))
        yield f"看不见的地方（{written_in}）换了{unseen}处"
    yield from _group(f"换了{len(shown)}处", [_line(hit) for hit in shown])
    yield from _group("未改，请人工确认", [f"{_line(hit)}（{hit.why}）" for hit in done.left])
    yield from _group("没有找到", [f"“{one.old}”一处也没有" for one in missed])
    yield from _group("建议换，加 --derive 才换", [f"{one.label}：{one.old} → {one.new}" for one in waiting])
    yield from _group("相近的写法，没有动", _alike(done.near), len(done.near))
    yield from _group("按新要素单查，还有串稿", [str(issue) for issue in rest])
    yield from _group("要自己改", [*by_hand, *done.notes])


def _alike(near: Sequence[Near]) -> list[str]:
    """Near forms, those with the same words in one row with all their places."""
    places: dict[tuple[str, str, str, str], dict[str, list[int]]] = {}
    for one in near:
        places.setdefault((one.text, one.old, one.new, one.why), {}).setdefault(one.where, []).append(
            one.paragraph
        )
    rows = []
    for (text, old, new, why), parts in places.items():
        where = "，".join([f"{part}第{_numbers(found)}段" for part, found in parts.items()])
        hint = why or (f"要换就加 --map {text}={new}" if new else "") or (f"像“{old}”" if old != text else "")
        rows.append(f"“{text}”还有{sum(map(len, parts.values()))}处（{where}）{hint and '，' + hint}")
    return rows


def _numbers(paragraphs: Sequence[int]) -> str:
    found = [str(one) for one in dict.fromkeys(paragraphs)]
    return "、".join(found[:_PLACES]) + ("……" if len(found) > _PLACES else "")


def _group(title: str, rows: Sequence[str], count: int = 0) -> Iterator[str]:
    if rows:
        yield f"{title}：" if title.startswith("换了") else f"{title}（{count or len(rows)}处）："
    for row in rows[:_SHOWN]:
        yield f"  {row}"
    if len(rows) > _SHOWN:
        yield f"  ……还有{len(rows) - _SHOWN}处，用 --format json 看全部"


def _line(hit: Hit) -> str:
    def flat(text: str) -> str:
        return text.replace("\n", " ").replace("\t", " ")

    return f"{hit.where}第{hit.paragraph}段：{flat(hit.before)}〔{hit.old} → {hit.new}〕{flat(hit.after)}"


def _report(
    done: Swapped, missed: Sequence[Change], waiting: Sequence[Change], by_hand: Sequence[str],
    rest: Sequence[Issue], target: Path | None, dry_run: bool,
) -> dict[str, object]:  # fmt: skip
    """For programs: everything the text report says."""
    return {
        "out": str(target) if target and done.changed and not dry_run else None,
        "changed": [hit._asdict() for hit in done.changed],
        "left": [hit._asdict() for hit in done.left],
        "unmatched": [one.old for one in missed],
        "proposed": [{"what": one.label, "old": one.old, "new": one.new} for one in waiting],
        "near": [one._asdict() for one in done.near],
        "leftovers": [issue.as_dict() for issue in rest],
        "by_hand": [*by_hand, *done.notes],
    }

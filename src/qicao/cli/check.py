"""qicao check: 体检 of any draft and any Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from qicao.allowed import Allowed, read_allowed, unknown_rules
from qicao.brief import Brief, read_brief
from qicao.checkup import Issue, checkup
from qicao.cli.base import PATH, Command, as_json, format_option, own_libraries, print_findings
from qicao.files import write_file
from qicao.form import parse_day
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.manuscript import Manuscript
from qicao.own import own_of
from qicao.places import Finding, Place, SpeechError
from qicao.readers import read_file
from qicao.rulekit import Rule
from qicao.rules import all_rules

_SHOWN = 200  # findings printed for one file
_NAMES = {"error": "错误", "warning": "提醒", "info": "提示"}


@click.command("check", cls=Command)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=PATH)
@click.option(
    "--brief", "--要素单", "brief_path", type=PATH, default=None, metavar="要素单", help="按这张要素单查串稿"
)
@click.option(
    "--date", "--日期", "day_text", default=None, metavar="日期", help="讲话的日期，如 2026-03-12；提法按它查"
)
@format_option
@click.option(
    "--mark",
    "--批注",
    "mark",
    type=PATH,
    default=None,
    metavar="文件.docx",
    help="另存一份 Word，把发现批注在原词上",
)
@click.option("--only", "--只查", multiple=True, metavar="规则", help="只查这些规则或规则类，可写多次")
@click.option("--skip", "--不查", multiple=True, metavar="规则", help="不查这些规则或规则类，可写多次")
@click.option("--strict", "--从严", is_flag=True, help="只有提示时也返回1")
@click.option("--force", "--覆盖", is_flag=True, help="--mark 的文件已经有了也覆盖")
@own_libraries
def command(
    files: tuple[Path, ...], brief_path: Path | None, day_text: str | None, kind: str, mark: Path | None,
    only: tuple[str, ...], skip: tuple[str, ...], strict: bool, force: bool, own: tuple[Path, ...]
) -> int:  # fmt: skip
    """体检：查漏填、串稿、错字、旧提法、标点、数字、结构、引语、重复、数据和版式。"""
    if mark and len(files) > 1:
        raise click.UsageError("--mark 一次只能批一个文件")
    day = parse_day(day_text) if day_text is not None else None
    if day_text is not None and day is None:
        raise SpeechError(
            [Finding("日期", f"不是一个日期：{day_text[:20]}", "写成 2026-03-12", Place("--date"))]
        )
    rules = chosen(only, skip)
    beside = brief_path.parent if brief_path else None
    library = load_library(folders(own, beside))
    brief = read_brief(brief_path, library) if brief_path else None
    if brief and (wrong := unknown_rules(brief.unchecked, known_names(all_rules()), brief.place)):
        raise SpeechError(wrong)
    bad, found = list[Finding](), list[Issue]()
    for path in files:
        try:
            m, issues = look(path, rules, library, brief, day)
        except SpeechError as error:
            bad += error.findings
            continue
        found += issues
        if kind == "text":
            for line in summary(str(path), issues):
                click.echo(line)
        if mark:
            try:
                _mark(path, mark, m, issues, force)
            except SpeechError as error:  # the findings are worth having all the same
                bad += error.findings
    if kind == "json":
        click.echo(as_json([issue.as_dict() for issue in found]))
    elif mark and not bad:
        click.echo(f"已写好：{mark.resolve()}")
    print_findings(bad)
    sound = not any(issue.loud or strict for issue in found)
    return 2 if bad else 0 if sound else 1


def chosen(only: Sequence[str], skip: Sequence[str]) -> list[Rule]:
    """The rules asked for. Raises SpeechError for a name that is neither a rule nor a family."""
    rules = all_rules()
    known = known_names(rules)
    wrong = unknown_rules(only, known, Place("--only")) + unknown_rules(skip, known, Place("--skip"))
    if wrong:
        raise SpeechError(wrong)
    kept = [
        rule
        for rule in rules
        if (not only or rule.id in only or rule.family in only)
        and rule.id not in skip
        and rule.family not in skip
    ]
    if not kept:
        raise SpeechError(
            [Finding("规则", "没有剩下要查的规则", "--only 和 --skip 不要写同一条", Place("--skip"))]
        )
    return kept


def known_names(rules: Iterable[Rule]) -> list[str]:
    """All that --only, --skip and 不查 may say."""
    return list(dict.fromkeys([name for rule in rules for name in (rule.family, rule.id)]))


def look(
    path: Path, rules: Sequence[Rule], library: Library, brief: Brief | None, day: date | None
) -> tuple[Manuscript, list[Issue]]:
    """Read one file and check it."""
    allowed = read_allowed(path, known_names(all_rules()))
    own = None
    if brief is not None:
        own, day = own_of(brief, library), day or brief.day
        allowed = Allowed(allowed.words + brief.accepted, allowed.rules + brief.unchecked)
    m = read_file(path, day=day, own=own, library=library)
    return m, checkup(m, rules, allowed)


def summary(name: str, issues: Sequence[Issue]) -> list[str]:
    """What is said of one file, errors first."""
    counts = {kind: sum([issue.severity == kind for issue in issues]) for kind in _NAMES}
    if not issues:
        return [f"{name}：没有发现问题"]
    lines = [
        f"{name}：" + "，".join([f"{word}{counts[kind]}处" for kind, word in _NAMES.items() if counts[kind]])
    ]
    shown = 0
    for kind, word in _NAMES.items():
        some = [issue for issue in issues if issue.severity == kind]
        if some:
            lines.append(f"{word}：")
        lines += [f"  {issue}" for issue in some[: max(_SHOWN - shown, 0)]]
        shown += len(some)
    if shown > _SHOWN:
        lines.append(f"  （只列了{_SHOWN}处，全部的用 --format json 看）")
    return lines


def _mark(path: Path, target: Path, m: Manuscript, issues: Sequence[Issue], force: bool) -> None:
    from qicao.marks import marked

    if target.suffix.lower() != ".docx":
        raise SpeechError(
            [Finding("格式", "批注只写在 .docx 里", "把 --mark 后面的文件改成 .docx", Place(str(target)))]
        )
    if target.exists() and path.exists() and target.samefile(path):
        raise SpeechError([Finding("输出", "会盖掉原稿", "--mark 写到另一个文件", Place(str(target)))])
    write_file(target, marked(path, m, issues), force)

"""Help and usage errors in Chinese, and options that several verbs share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from qicao.places import Finding, Place, nearest, suggest

PATH = click.Path(path_type=Path, readable=False)  # whoever opens it says in Chinese what is wrong
_SHOWN = 200  # findings printed at once


class _Chinese:
    """click's few English words, in Chinese."""

    def format_usage(self: Any, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [
            piece.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def get_help_option(self: Any, ctx: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示这段帮助"
        return option

    def format_options(self: Any, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_commands(self: Any, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, (command.help or "").partition("\n")[0]))
        with formatter.section("命令"):
            formatter.write_dl(rows)


class Command(_Chinese, click.Command):
    """A verb."""


class Group(_Chinese, click.Group):
    """A verb with verbs below it."""

    command_class = Command


def explain_usage(error: click.ClickException) -> str:
    """A usage error as a Chinese sentence with the way out."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "qicao"
    help_hint = f"用 {command} --help 看用法"
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else None
        return f"没有“{error.option_name}”这个选项 —— " + (f"是不是“{near}”？" if near else help_hint)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else error.param_hint
        return f"少写了 {name} —— {help_hint}"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else error.param_hint
        return f"“{name}”的值不对 —— {_bad(error)}"
    if isinstance(error, click.UsageError):
        word = error.message.partition("'")[2].partition("'")[0]
        if "No such command" in error.message and isinstance(error.ctx and error.ctx.command, click.Group):
            assert error.ctx is not None
            group = error.ctx.command
            assert isinstance(group, click.Group)
            near = nearest(word, group.list_commands(error.ctx))
            return f"没有“{word}”这个命令 —— " + (f"是不是“{near}”？" if near else help_hint)
        if "requires an argument" in error.message:
            return f"“{word}”后面少了值 —— {help_hint}"
        if "does not take a value" in error.message:
            return f"“{word}”后面不写值 —— {help_hint}"
        if "unexpected extra" in error.message:
            extra = error.message.partition("(")[2].rstrip(")")
            return f"多写了“{extra}” —— 名字里有空格时用英文引号括起来；{help_hint}"
    return f"{error.message} —— {help_hint}"


def _bad(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option) and isinstance(error.param.type, click.Choice):
        return f"可以写：{'、'.join(map(str, error.param.type.choices))}"
    return error.message


def print_findings(findings: Iterable[Finding]) -> None:
    """One line each, to standard error."""
    rows = list(findings)
    for finding in rows[:_SHOWN]:
        click.echo(str(finding), err=True)
    if len(rows) > 1:
        more = f"（只列了前{_SHOWN}处）" if len(rows) > _SHOWN else ""
        click.echo(f"共{len(rows)}处{more}，改好再试。", err=True)


def unknown_words(asked: Mapping[str, str | None], known: Mapping[str, Iterable[str]]) -> list[Finding]:
    """Options whose value is not one of the known words; None means the option was not used."""
    return [
        Finding(key, f"不认识的{key}“{word}”", suggest(word, known[key], "可以写"), Place(f"--{key}"))
        for key, word in asked.items()
        if word is not None and word not in set(known[key])
    ]


def own_libraries(function: Callable[..., Any]) -> Callable[..., Any]:
    """--library DIR, any number of times; the last one is nearest."""
    return click.option(
        "--library",
        "--段落库",
        "own",
        multiple=True,
        type=PATH,
        metavar="文件夹",
        help="再加一个自己的段落库文件夹，优先于内置",
    )(function)


def format_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--format text|json, as `kind`."""
    kinds = click.Choice(["text", "json"])
    return click.option(
        "--format", "--格式", "kind", type=kinds, default="text", help="text 给人看，json 给程序读"
    )(function)


def as_json(rows: object) -> str:
    """For programs: whole on any console, as escapes where it does not know all of Unicode."""
    plain = "utf" not in (getattr(sys.stdout, "encoding", "") or "utf-8").lower()
    return json.dumps(rows, ensure_ascii=plain, indent=1)


def changes(pairs: Sequence[str]) -> dict[str, str]:
    """--set 键=值 pairs as a mapping. Raises a usage error for anything without =."""
    found = {}
    for pair in pairs:
        key, mark, text = pair.partition("=")
        if not mark or not key.strip():
            raise click.UsageError(f"“--set {pair}”应当写成 --set 键=值，如 --set 单位.名称=青川市水利局")
        found[key.strip()] = text.strip()
    return found

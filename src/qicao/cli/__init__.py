"""The command line. The only place that prints and exits: 0 fine, 1 something to look at, 2 bad input or usage.

One module per verb, named for it and imported only when it is called: the folder listing is the list of verbs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from qicao import __version__
from qicao.cli.base import Group, explain_usage, print_findings
from qicao.files import reason
from qicao.places import SpeechError

VERBS = ("new", "draft", "check", "swap", "explain", "library")


class _Lazy(Group):
    """Finds a verb's module when the verb is called, not before: start-up is most of what a user waits for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        found = {path.stem for path in Path(__file__).parent.glob("[a-z]*.py")} - {"base"}
        return sorted(found, key=lambda verb: (VERBS.index(verb) if verb in VERBS else len(VERBS), verb))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"qicao.cli.{name}").command
        return command


@click.group(cls=_Lazy, help="起草：从段落库拼出动员讲话的 Word 初稿。")
@click.version_option(__version__, "--version", message="起草 %(version)s", help="显示版本")
def cli() -> None:
    """qicao."""


def run() -> NoReturn:
    """The `qicao` command. Ends the process at once when all is written: taking a hundred modules apart one by
    one would cost a tenth of the whole run."""
    code = main()
    with suppress(OSError, ValueError, AttributeError):  # None where a stream was closed
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; every error becomes a sentence, nothing becomes a traceback. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a GBK console must not stop a draft
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(arguments, prog_name="qicao", standalone_mode=False)
    except SpeechError as error:
        print_findings(error.findings)
        code = 2
    except click.exceptions.Abort:
        code = 2
    except click.ClickException as error:
        click.echo(explain_usage(error), err=True)
        code = 2
    except SystemExit:  # click's way of saying that nobody reads on (… | head)
        code = 0
    except (OSError, UnicodeError) as error:
        code = _outside(error)
    except Exception as error:
        if os.environ.get("QICAO_DEBUG"):
            raise
        click.echo(
            f"程序出错了（{type(error).__name__}：{error}）。这是 qicao 的毛病，请报告给维护者。", err=True
        )
        code = 2
    return code or 0


def _outside(error: OSError | UnicodeError) -> int:
    """The system refused something no command expects: a full pipe, a folder that is gone, an unusable name."""
    name = getattr(error, "filename", None) or ""
    where = f"“{name}”" if name else "屏幕或文件"
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  flushing it again would fail again
    with suppress(OSError):
        click.echo(f"{where}读写不了（{reason(error)}） —— 检查路径、权限和磁盘空间", err=True)
    return 2

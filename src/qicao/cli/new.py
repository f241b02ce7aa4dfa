"""qicao new: a commented 要素单 to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from qicao.cli.base import PATH, Command, own_libraries, unknown_words
from qicao.files import write_file
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.places import Finding, Place, SpeechError
from qicao.template import blank_brief


@click.command("new", cls=Command)
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    default=Path("要素单.yaml"),
    metavar="文件",
    help="写到哪里，默认 要素单.yaml",
)
@click.option(
    "--type", "--单位类型", "--类型", "unit_type", default="机关", metavar="类型", help="单位类型，默认 机关"
)
@click.option(
    "--theme", "--主题", "campaign", default=None, metavar="主题", help="主题；不写就用这类单位常用的"
)
@click.option("--level", "--级别", default="省级", metavar="级别", help="全国、省级（默认）、市级 或 县级")
@click.option(
    "--outline", "--提纲", default="意义任务要求式", metavar="提纲", help="提纲，默认 意义任务要求式"
)
@click.option("--force", "--覆盖", is_flag=True, help="文件已经有了也覆盖")
@own_libraries
def command(
    target: Path, unit_type: str, campaign: str | None, level: str, outline: str, force: bool, own: tuple[Path, ...]
) -> int:  # fmt: skip
    """写一份带说明的要素单，填好就能起草。"""
    library = load_library(folders(own, target.parent))
    known = {
        "单位类型": list(library.unit_types),
        "主题": list(library.campaigns),
        "级别": ["全国", "省级", "市级", "县级"],
        "提纲": list(library.outlines),
    }
    if unit_type in library.unit_types and campaign is None:
        campaign = (*library.unit_types[unit_type].campaigns, *library.campaigns)[0]
    chosen = {"单位类型": unit_type, "主题": campaign or "", "级别": level, "提纲": outline}
    wrong = unknown_words(chosen, known)
    if target.suffix.lower() not in (".yaml", ".yml"):
        wrong.append(
            Finding(
                "输出", f"要素单是 YAML 文件，不是“{target.suffix}”", "如 要素单.yaml", Place(str(target))
            )
        )
    if wrong:
        raise SpeechError(wrong)
    write_file(target, blank_brief(library, unit_type, campaign or "", level, outline).encode(), force)
    click.echo(f"已写好：{target.resolve()}")
    click.echo(f"填好以后运行：qicao draft {target}")
    return 0

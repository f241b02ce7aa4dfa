"""make lengths: every unit type × level × outline at 8, 15 and 25 minutes, without and with full facts.

Prints the worst lengths (bar: ±10 %), and counts drafts that show a blank although every fact was given (bar: 0).
"""

from __future__ import annotations

import sys
from itertools import product

from qicao.brief import brief_from
from qicao.compose import TOLERANCE, compose
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import LEVELS, Library
from qicao.template import usable_facts
from qicao.yamlfile import parse_yaml

MINUTES = (8, 15, 25)
SHOWN = 6


def drafts(
    library: Library, campaign: str, kind: str, level: str, outline: str
) -> list[tuple[float, str, bool]]:
    """(how far off, what, whether it has blanks though all was given) for one case."""
    sample = library.unit_types[kind].example
    usable = usable_facts(library, kind, campaign, level, outline)
    full = ", ".join(f"{name}: {fact.example}" for name, fact in library.facts.items() if name in usable)
    found = []
    for facts, minutes in product(("", full), MINUTES):
        text = "\n".join(
            (
                f"提纲: {outline}",
                f"主题: {campaign}",
                f"级别: {level}",
                f"单位: {{名称: {sample['名称']}, 简称: {sample['简称']}, 类型: {kind}, 地区: {sample['地区']}}}",
                "会议: {日期: 2026-03-12}",
                f"讲话人: {{姓名: {sample['姓名']}, 职务: '{sample['职务']}'}}",
                f"时长: {minutes}分钟",
                f"情况: {{{facts}}}",
            )
        )
        brief = brief_from(parse_yaml(text, "brief.yaml"), "brief.yaml", library)
        draft = compose(brief, library)
        what = f"{campaign} {outline} {kind} {level} {minutes}分钟{' 事实给全' if facts else ''}"
        found.append((draft.length / brief.length - 1, what, bool(facts and draft.gaps)))
    return found


def main(wanted: list[str]) -> int:
    library = load_library(folders())
    found: list[tuple[float, str, bool]] = []
    for kind, unit in library.unit_types.items():
        campaigns = [unit.campaigns[0]] + [n for n, one in library.campaigns.items() if not one.honours]
        for campaign in [one for one in campaigns if not wanted or one in wanted]:
            levels = LEVELS if library.campaigns[campaign].honours else ("省级",)
            for level, outline in product(levels, library.outlines):
                found += drafts(library, campaign, kind, level, outline)
    over = [row for row in found if abs(row[0]) > TOLERANCE]
    blank = [row for row in found if row[2]]
    for off, what, _ in sorted(found, key=lambda row: -abs(row[0]))[:SHOWN]:
        print(f"{off:+.1%} {what}")
    for _, what, _ in blank[:SHOWN]:
        print(f"待填 {what}")
    print(f"{len(found)}篇：超过±{TOLERANCE:.0%}的{len(over)}篇，事实给全还有待填的{len(blank)}篇")
    return 1 if over or blank else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

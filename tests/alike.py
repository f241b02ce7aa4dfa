"""How alike drafts are: the share of one draft's 12-character runs that also stand in another's (`make alike`).

Same outline, level and minutes: units of other types may share 35 %, two units of one type 60 %.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import permutations, product

from qicao.brief import brief_from
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.yamlfile import parse_yaml

RUN = 12
OTHERS, OWN = 0.35, 0.60
OUTLINES = ("意义任务要求式", "围绕式", "五点意见式", "问答式", "数字概括式")
LEVELS = ("全国", "省级", "市级", "县级")
MINUTES = (8, 15, 25)
# Two more places and days for the second and third unit of a type; the first is the type's own example.
NEIGHBOURS = (("", "2026-03-12", "周明"), ("云河", "2026-04-21", "何川"), ("安澜", "2026-02-09", "林远"))


def runs(text: str) -> set[str]:
    plain = "".join(character for character in text if character.isalnum())
    return {plain[at : at + RUN] for at in range(len(plain) - RUN + 1)}


def draft(library: Library, campaign: str, kind: str, case: tuple[str, str, int], turn: int) -> set[str]:
    """The runs of the draft of this type's unit number `turn`."""
    outline, level, minutes = case
    place, day, person = NEIGHBOURS[turn]
    sample = dict(library.unit_types[kind].example)
    if place:
        old = sample["地区"].rstrip("省市县区镇乡街道")[-2:]
        sample = {key: value.replace(old, place) for key, value in sample.items()}
    lines = (
        f"提纲: {outline}",
        f"主题: {campaign}",
        f"级别: {level}",
        f"单位: {{名称: {sample['名称']}, 简称: {sample['简称']}, 类型: {kind}, 地区: {sample['地区']}}}",
        f"会议: {{日期: {day}}}",
        f"讲话人: {{姓名: {person}, 职务: '{sample['职务']}'}}",
        f"时长: {minutes}分钟",
    )
    brief = brief_from(parse_yaml("\n".join(lines), "brief.yaml"), "brief.yaml", library)
    return runs(compose(brief, library).speech.text)


def pairs(drafts: dict[tuple[str, int], set[str]]) -> Iterator[tuple[bool, float, str]]:
    """Every ordered pair: of one type or not, the share, both names."""
    for (one, mine), (two, theirs) in permutations(drafts.items(), 2):
        if one[0] == two[0] or (one[1], two[1]) == (0, 0):
            yield one[0] == two[0], len(mine & theirs) / max(len(mine), 1), f"{one[0]}→{two[0]}"


def main(wanted: list[str]) -> int:
    library = load_library(folders())
    over = 0
    for name, campaign in library.campaigns.items():
        if wanted and name not in wanted:
            continue
        kinds = [
            kind for kind, one in library.unit_types.items() if name in one.campaigns or not campaign.honours
        ]
        levels = LEVELS if campaign.honours else ("省级",)
        for outline, minutes in product(OUTLINES, MINUTES):
            worst: dict[bool, tuple[float, str]] = {False: (0.0, ""), True: (0.0, "")}
            count = many = 0
            for level in levels:
                turns = range(len(NEIGHBOURS))
                drafts = {
                    (kind, turn): draft(library, name, kind, (outline, level, minutes), turn)
                    for kind, turn in product(kinds, turns)
                }
                for same, share, who in pairs(drafts):
                    many += 1
                    count += share > (OWN if same else OTHERS)
                    worst[same] = max(worst[same], (share, f"{level} {who}"))
            over += count
            print(
                f"{name} {outline} {minutes}分钟：不同类型最多{worst[False][0]:.0%}（{worst[False][1]}），"
                f"同类型最多{worst[True][0]:.0%}（{worst[True][1]}），超过的{count}/{many}"
            )
    print(f"超过上限（不同类型{OTHERS:.0%}、同类型{OWN:.0%}）的共{over}对")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What is wrong with the library itself: the writing rules of `lint`, the text rules of the check on every wording,
sections that say the same, and empty phrases. The text rules are those of 体检: one rule, two uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

from qicao.brief import Brief, brief_from
from qicao.checkup import checkup
from qicao.datafiles import lines
from qicao.library.lint import lint, literal
from qicao.library.model import LEVELS, Library
from qicao.library.section import Snippet
from qicao.manuscript import Manuscript
from qicao.places import Finding
from qicao.rules import all_rules
from qicao.sentence import LONG, render
from qicao.slots import AIM, ANYTHING
from qicao.speech import Block, Role, Source, Span
from qicao.values import slot_values
from qicao.yamlfile import parse_yaml

# Rules about a whole file (its parts, its owner, what stands twice) say nothing about one section.
FAMILIES = ("漏填", "错字", "提法", "标点", "数字", "引语", "数据")
SHINGLE, ALIKE = 12, 0.6
_DATED = ("待填", "期限已过")  # examples of facts may be gaps, or past


class Wording(NamedTuple):
    """One paragraph of one variant, with example values in its slots."""

    snippet: Snippet
    line: int
    text: str


def check_library(library: Library) -> list[Finding]:
    """Everything to say about a sound library, in the order of the files."""
    found = [*lint(library), *wording(library), *alike(library), *empty(library)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.place)


def wording(library: Library) -> Iterator[Finding]:
    """The text rules on every wording."""
    rules = [rule for rule in all_rules() if rule.family in FAMILIES and rule.id not in _DATED]
    day = date.fromisoformat(library.verified) if library.verified else None
    for rows in _groups(library).values():
        blocks = [
            Block(Role.BODY, (Span(row.text),), None, Source(number)) for number, row in enumerate(rows, 1)
        ]
        m = Manuscript("段落库", tuple(blocks), day, None, library)
        for issue in checkup(m, rules):
            if issue.severity != "info" and issue.paragraph:
                row = rows[issue.paragraph - 1]
                place = row.snippet.place._replace(line=row.line)
                message = f"段落“{row.snippet.id}”：{issue.message}"
                yield Finding(issue.rule, message, issue.hint, place, issue.severity)


def _groups(library: Library) -> dict[tuple[str, ...], list[Wording]]:
    """All wordings, together with those that the same example brief fits."""
    found: dict[tuple[str, ...], list[Wording]] = {}
    values: dict[tuple[str, ...], Mapping[str, str]] = {}
    for snippet in library.snippets:
        campaigns, levels, types, _, roles = snippet.limits
        kind = types[0] if types else next(iter(library.unit_types), "")
        campaign = campaigns[0] if campaigns else next(iter(library.campaigns), "")
        key = (campaign, levels[0] if levels else LEVELS[1], kind, roles[0] if roles else "主要负责人")
        if key not in values:
            values[key] = _example(library, *key)
        told = set[str]()
        filled = values[key]
        if snippet.aimed:
            related = {path.replace("情况.", "相关."): words for path, words in filled.items()}
            filled = {
                **related,
                **filled,
                AIM: (snippet.aims or snippet.examples)[0][1].replace(ANYTHING, ""),
            }
        for paragraph in [each for variant in snippet.variants for each in variant.paragraphs]:
            text = "".join([span.text for span in render(paragraph, "", LONG, filled, told)])
            found.setdefault(key, []).append(Wording(snippet, paragraph.line, text))
    return found


def _example(library: Library, campaign: str, level: str, kind: str, role: str) -> Mapping[str, str]:
    """Slot values of the unit type's own example, with the example of every fact."""
    sample = library.unit_types[kind].example
    lines = [f"主题: {campaign}", f"级别: {level}", f"会议: {{日期: {library.verified or '2026-01-01'}}}"]
    lines.append(
        f"单位: {{名称: {sample['名称']}, 简称: {sample['简称']}, 类型: {kind}, 地区: {sample['地区']}}}"
    )
    lines.append(f"讲话人: {{姓名: {sample['姓名']}, 职务: '{sample['职务']}', 身份: {role}}}")
    lines += ["情况:", *[f"  {name}: {fact.example}" for name, fact in library.facts.items() if fact.example]]
    brief: Brief = brief_from(parse_yaml("\n".join(lines), "示例"), "示例", library)
    return slot_values(brief, library)


def alike(library: Library) -> Iterator[Finding]:
    """Two sections that share most of their words: one would do, or one was copied from the other."""
    holders: dict[str, list[int]] = {}
    sizes: list[int] = []
    for number, snippet in enumerate(library.snippets):
        texts = [literal(paragraph) for variant in snippet.variants for paragraph in variant.paragraphs]
        own = {text[at : at + SHINGLE] for text in texts for at in range(len(text) - SHINGLE + 1)}
        sizes.append(len(own))
        for shingle in own:
            holders.setdefault(shingle, []).append(number)
    shared = Counter(pair for own in holders.values() if 1 < len(own) < 50 for pair in combinations(own, 2))
    for (one, other), count in shared.items():
        if count > ALIKE * min(sizes[one], sizes[other]):
            first, second = library.snippets[one], library.snippets[other]
            share = round(100 * count / min(sizes[one], sizes[other]))
            message = f"段落“{second.id}”和“{first.id}”有{share}%的字相同"
            yield Finding("雷同", message, f"删掉一段，或者重写（{first.place}）", second.place, "warning")


def empty(library: Library) -> Iterator[Finding]:
    """Sections that are mostly phrases anybody could say anywhere."""
    ceiling, *phrases = lines("empty_phrases.txt")
    for snippet in library.snippets:
        text = "".join(
            [literal(paragraph) for variant in snippet.variants for paragraph in variant.paragraphs]
        )
        used = [phrase for phrase in phrases if phrase in text]
        count = sum([text.count(phrase) for phrase in used])
        if count >= 3 and count * 1000 > int(ceiling) * len(text):
            message = f"段落“{snippet.id}”套话多：{'、'.join(used[:6])}"
            yield Finding("套话", message, "换成谁、做什么、做到什么程度", snippet.place, "warning")


def coverage(library: Library, campaign: str) -> tuple[list[str], list[tuple[str, list[int]]]]:
    """How many sections each move has: columns are 公共 (by 身份 and 级别 too) and the unit types with own ones."""
    own = [one for one in library.snippets if not one.limits[0] or campaign in one.limits[0]]
    types = [name for name in library.unit_types if any(name in one.limits[2] for one in own)]
    columns = ["公共", "按级别", "按身份", *types]
    rows = []
    for move in library.moves:
        some = [one for one in own if one.move == move]
        counts = [
            sum([not any(one.limits[1:3]) and not one.limits[4] for one in some]),
            sum([bool(one.limits[1]) for one in some]),
            sum([bool(one.limits[4]) and not one.limits[2] for one in some]),
        ]
        rows.append((move, counts + [sum([name in one.limits[2] for one in some]) for name in types]))
    return columns, rows

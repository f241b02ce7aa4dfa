"""Outline + library + brief → Speech."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qicao import problems
from qicao.assemble import assemble, fixed_weight
from qicao.brief import Brief
from qicao.choose import Chooser
from qicao.fit import fit, polish
from qicao.library.model import LEVELS, Library
from qicao.outline import Outline
from qicao.picks import ABSENT, Group
from qicao.places import Finding, SpeechError
from qicao.reckon import NAMES, contained
from qicao.speech import Speech
from qicao.tell import tell_rest, tells_rest, told
from qicao.values import slot_values

_RECKONED = frozenset([f"情况.{name}" for name in (*NAMES, *problems.NAMES)])
_PLENTY = 1500  # characters; from here on one percent is near enough
TOLERANCE = 0.10  # of the length wanted
_OVER = 1.01  # of the target: more is too much


class Draft(NamedTuple):
    """A speech and what the writer should know about it."""

    speech: Speech
    brief: Brief
    library: Library
    seed: str
    sections: int
    gaps: tuple[str, ...]  # slots shown as 【待填】, in order of appearance, each once
    unused: tuple[str, ...]  # facts given in the brief that found no place
    omitted: tuple[str, ...]  # facts not given, for which a section or sentence stayed out
    warnings: tuple[Finding, ...]

    @property
    def length(self) -> float:
        """Between characters said and characters written: what `字数` and `时长` are held against."""
        return self.speech.length


def default_seed(brief: Brief) -> str:
    """Two units, or two meetings of one unit, draw different wordings."""
    return brief.seed or f"{brief.unit}|{brief.meeting}|{brief.day.isoformat()}"


def compiled_outline(library: Library, name: str) -> Outline:
    """An outline by name or path, compiled once for each library in memory. Raises SpeechError."""
    path = library.outlines.get(name, name)
    if path not in library.compiled:
        files = library.checked.get(path) or _check_outline(library, path)
        library.compiled[path] = Outline(name, path, files)
    outline = library.compiled[path]
    assert isinstance(outline, Outline)
    return outline


def _check_outline(library: Library, path: str) -> dict[str, str]:
    # Sound outlines of the library were checked when it was read: no need to load this then.
    from qicao.outlinecheck import Words, checked_files

    ids = [snippet.id for snippet in library.snippets]
    words = Words(library.outlines, list(library.moves), ids, list(library.facts))
    files, findings = checked_files(path, words)
    if findings:
        raise SpeechError(findings)
    return files


def compose(brief: Brief, library: Library, seed: str | None = None) -> Draft:
    """Build the speech. Deterministic in brief, library and seed. Raises SpeechError for a broken outline."""
    seed = seed or default_seed(brief)
    values = slot_values(brief, library)
    plan = compiled_outline(library, brief.outline).plan(values, list(library.facts), seed)
    chooser = Chooser(library, brief, values, seed)
    groups, target = chooser.groups(plan), 2 * brief.length
    fixed = fixed_weight(plan, brief)
    reached = _fitted(chooser, groups, fixed, target)
    if reached > target * _OVER:
        chooser = Chooser(library, brief, values, seed, squeeze=True)
        groups = chooser.groups(plan)
        reached = _fitted(chooser, groups, fixed, target)
    speech = assemble(plan, groups, brief, values)
    for _ in range(3):  # numbering, and facts that are told only once, are known exactly only now
        exact = round(2 * speech.length)
        if abs(exact - target) * (200 if brief.length < _PLENTY else 100) <= target:
            break
        reached = polish(groups, reached, target - (exact - reached))
        speech = assemble(plan, groups, brief, values)
    used = [pick for group in groups for pick in group.used()]
    said = {span.slot for block in speech.blocks for span in block.spans if span.slot and not span.gap}
    said |= {fact.replace("相关.", "情况.") for path in said for fact in chooser.tells(path)}
    said |= {f"情况.{pick.aim.fact}" for pick in used if pick.aim}
    titles = {pick.aim.title for pick in used if pick.aim}
    said |= {f"情况.{name}" for name, fact in brief.facts.items() if not titles.isdisjoint(fact.items)}
    words = {name: fact.words for name, fact in brief.facts.items()}
    given = [f"情况.{name}" for name in brief.facts if name not in contained(words)]
    return Draft(
        speech=speech,
        brief=brief,
        library=library,
        seed=seed,
        sections=len(used),
        gaps=_gaps(speech),
        unused=tuple([path for path in given if path not in said]),
        omitted=_omitted(groups, values, chooser.unsaid),
        warnings=tuple(_warnings(brief, library, values, speech, plan_missing(groups))),
    )


def _fitted(chooser: Chooser, groups: Sequence[Group], fixed: int, target: int) -> int:
    """Fit the sections; when facts are left over for the sections that tell the rest, the others make room."""
    rest = [group for group in groups if tells_rest(group)]
    others = [group for group in groups if group not in rest]

    def fitted(beside: int = 0) -> int:
        return fit(others, fixed + beside, target, chooser.draw, chooser.given, chooser.role.late)

    def told_late() -> int:
        left = chooser.given - told(others)
        return sum([tell_rest(group, left, chooser.size) for group in rest])

    reached = fitted()
    extra = 0 if chooser.squeeze else told_late()
    if not extra:
        return reached
    reached = polish(others, reached + extra, target)
    if reached > target * _OVER:  # the others were fitted as if these were not there
        reached = fitted(extra) + told_late() - extra
    if reached > target * _OVER:  # no room for them
        for pick in [one for group in rest for one in group.picks]:
            pick.level = ABSENT
        reached = fitted()
    return reached


def _gaps(speech: Speech) -> tuple[str, ...]:
    return tuple(dict.fromkeys([span.gap for block in speech.blocks for span in block.spans if span.gap]))


def _omitted(groups: Sequence[Group], values: Mapping[str, str], unsaid: frozenset[str]) -> tuple[str, ...]:
    """Facts wanted by sentences of the sections in use, that nobody gave."""
    wanted: dict[str, None] = {}
    for group in groups:
        for pick in group.used():
            for path in sorted(pick.variant.uses - pick.variant.needs):
                if (
                    path.startswith("情况.")
                    and path not in values
                    and path not in unsaid
                    and path not in _RECKONED
                ):
                    wanted[path] = None
    return tuple(wanted)


def plan_missing(groups: Sequence[Group]) -> list[str]:
    """Moves the outline must have and the library has nothing for."""
    return [group.call.move or group.call.snippet for group in groups if len(group.picks) < group.call.least]


def _warnings(
    brief: Brief, library: Library, values: Mapping[str, str], speech: Speech, missing: Sequence[str]
) -> list[Finding]:
    found: list[Finding] = []

    def warn(rule: str, message: str, hint: str) -> None:
        found.append(Finding(rule, message, hint, brief.place, "warning"))

    if missing:
        warn(
            "段落库",
            f"库里的“{'、'.join(dict.fromkeys(missing))}”段落不够",
            "补写这一语步的段落，或者换一个提纲",
        )
    if brief.day.isoformat() > library.verified:
        message = f"会议日期晚于提法的核对日期（{library.verified}）"
        warn("提法", message, "会前核对指导思想、全会届次等提法有没有新的")
    if "提法.指导思想" not in values:
        warn("提法", "会议日期早于提法库收的时段", "指导思想一类的话没有写进去，请自己核对补上")
    usual, instead = library.unit_types[brief.unit_type].campaigns, library.campaigns[brief.campaign].instead
    if instead in usual and brief.campaign not in usual:
        message = f"{brief.unit_type}一般争创{instead}，不参加{brief.campaign}评选"
        warn("主题", message, f"把主题改成 {instead}")
    held = [level for level in LEVELS if "现有荣誉" in brief.facts and level in brief.facts["现有荣誉"].words]
    if (
        held
        and library.campaigns[brief.campaign].honours
        and LEVELS.index(held[0]) < LEVELS.index(brief.level)
    ):
        warn("荣誉", f"已有{held[0]}荣誉，却争创{brief.level}", "核对“级别”和“现有荣誉”")
    length = speech.length
    if abs(length - brief.length) > TOLERANCE * brief.length:
        off = round(length - brief.length)
        side = f"多{off}字" if off > 0 else f"少{-off}字"
        hint = "减少提纲里的项数，或者把时长放宽" if off > 0 else "补写段落的长异文，或者把时长缩短"
        warn("篇幅", f"要{brief.length}字，库里只能拼到{round(length)}字，{side}", hint)
    return found

"""Every rule finds its BAD examples, exactly there, and leaves its GOOD ones alone."""

from __future__ import annotations

import pytest
from examples import manuscript

from qicao.checkup import checkup
from qicao.library.model import Library
from qicao.places import Severity
from qicao.rulekit import FAMILIES, Rule
from qicao.rules import all_rules

RULES = [rule for rule in all_rules() if rule.family not in ("版式", "文件")]  # those are tried on Word files
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def test_there_are_rules_of_every_family() -> None:
    assert {rule.family for rule in all_rules()} >= set(FAMILIES) - {"文件"}
    names = [rule.id for rule in all_rules()]
    assert len(names) == len(set(names)) >= 40


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_it_is_described(rule: Rule) -> None:
    assert rule.severity in SEVERITIES and rule.family in FAMILIES
    first, _, _rest = rule.about.strip().partition("\n")
    assert first.endswith("。") and len(first) <= 60, "一行说完，句号结尾"
    assert rule.bad and rule.good


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_it_finds_what_is_bad(rule: Rule, library: Library) -> None:
    for example in rule.bad:
        m, marked = manuscript(example, library)
        found = checkup(m, [rule])
        assert [issue.text for issue in found] == marked, example
        for issue in found:
            line = m.source.split("\n")[issue.paragraph - 1]
            assert line[issue.start : issue.end] == issue.text
            assert issue.offset is not None and m.source[issue.offset :].startswith(issue.text)
            assert issue.message and issue.hint and "{" not in issue.message + issue.hint


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_it_leaves_alone_what_is_good(rule: Rule, library: Library) -> None:
    for example in rule.good:
        m, _ = manuscript(example, library)
        assert checkup(m, [rule]) == [], example

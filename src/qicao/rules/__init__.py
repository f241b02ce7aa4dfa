"""The rules of the check (体检). One module each; listing this folder tells which there are."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from qicao.rulekit import FAMILIES, Rule


def load(name: str) -> Rule:
    """The rule in one module of this folder."""
    module = import_module(f"{__name__}.{name}")
    return Rule(name, module.ID, module.FAMILY, module.SEVERITY, module.__doc__ or "", tuple(module.BAD), tuple(module.GOOD), module.check)  # fmt: skip


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of families and names."""
    names = sorted([path.stem for path in Path(__file__).parent.glob("[a-z]*.py")])
    found = [load(name) for name in names]
    return tuple(sorted(found, key=lambda rule: (FAMILIES.index(rule.family), rule.id)))

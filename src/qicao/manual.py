"""The manual page of the rules (docs/rules.md), made from the rules themselves: `make rules`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qicao.rulekit import FAMILIES, Example, Rule
from qicao.rules import all_rules

_SEVERITY = {"error": "错误", "warning": "提醒", "info": "提示"}
_HEAD = """# 体检规则

`qicao check` 的每一条规则：管什么、依据什么、什么样的算错、什么样的不算。例子里 ⟦ ⟧ 括着的是会被指出来的字。
这一页由规则自己生成（`make rules`），例子同时是测试。不想查的规则，命令行写 `--skip 规则`，或者写进要素单的“体检”和 `.qicao.yaml`。

错误：放在哪里都是错的。提醒：在讲话稿里多半不对，要看一眼。提示：知道就好。
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The page, as Markdown."""
    rules = list(rules)
    lines = [_HEAD]
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            lines.append(f"## {family}\n")
        for rule in own:
            lines += [f"### {rule.id}（{_SEVERITY[rule.severity]}）\n", rule.about.strip() + "\n"]
            lines += [f"- ✗ {_shown(one)}" for one in rule.bad]
            lines += [f"- ✓ {_shown(one)}" for one in rule.good]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _shown(example: str | Example) -> str:
    """An example on one line, with the day and the owner it is checked for."""
    if isinstance(example, str):
        return _line(example)
    notes = [example.day] if example.day else []
    if example.own:
        notes += [word for word in (example.own.unit, example.own.region) if word]
    return _line(example.text) + (f"　〔{'，'.join(notes)}〕" if notes else "")


def _line(text: str) -> str:
    shown = text.strip("\n").replace("\n", " ⏎ ").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
    return shown if len(shown) <= 160 else shown[:160] + "…"


def main() -> None:
    """Write docs/rules.md of the checkout."""
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    page.write_text(rules_page(all_rules()), encoding="utf-8")


if __name__ == "__main__":
    main()

"""docs/rules.md says what the rules say: make rules."""

from conftest import ROOT

from qicao.manual import rules_page
from qicao.rules import all_rules


def test_the_page_is_current() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rules_page(all_rules()), "运行 make rules"
    assert page.count("\n### ") == len(all_rules())

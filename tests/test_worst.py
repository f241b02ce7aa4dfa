"""No rule may grow faster than its text: 200 KB of its own worst case must take about four times 50 KB."""

from __future__ import annotations

import time

import pytest

from qicao.checkup import checkup
from qicao.library.model import Library
from qicao.readers.text import from_text
from qicao.rulekit import Example, Rule
from qicao.rules import all_rules

SIZE = 200_000 // 3  # characters: a 汉字 is three bytes
# What regular expressions stumble over: one character again and again, half of a pair, no line break anywhere.
KILLERS = ("一", "的", "0", "1年", "“", "《", "（", "，", "、", "年月", "  ", "X", "第", "“一", "《中", "同志们：", "二〇", "习", "我", "是，", "...", "—", "=", "\n")  # fmt: skip


def worst(rule: Rule) -> list[str]:
    """Texts of SIZE characters: its own examples on one line and on many, and the killers."""
    texts = [one.text if isinstance(one, Example) else one for one in (*rule.bad, *rule.good)]
    bare = [text.replace("⟦", "").replace("⟧", "").strip() for text in texts]
    head = "同志们：\n今天开会，我讲三点意见。\n"
    units = [" ".join(bare).replace("\n", ""), "\n".join(bare), *KILLERS]
    return [head + (unit or "一") * (SIZE // max(len(unit), 1)) for unit in units]


def seconds(rule: Rule, text: str, library: Library) -> float:
    m = from_text(text, "稿子.txt", library=library)
    _ = m.pairs, m.lines, m.quotes
    start = time.perf_counter()
    checkup(m, [rule])
    return time.perf_counter() - start


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_linear(rule: Rule, library: Library) -> None:
    seconds(rule, "同志们：开会。" * 50, library)
    for text in worst(rule):
        whole = seconds(rule, text, library)
        if whole < 0.3:  # quick whatever its growth
            continue
        quarter = min(seconds(rule, text[: len(text) // 4], library) for _ in range(2))
        assert whole / quarter < 9, f"{text[30:60]!r}: {quarter:.2f} s → {whole:.2f} s"

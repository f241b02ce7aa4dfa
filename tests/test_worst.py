"""No rule may grow faster than its text: 200 KB of its own worst case must take about four times 50 KB."""

from __future__ import annotations

import gc
import time

import pytest

from qicao.checkup import checkup
from qicao.library.model import Library
from qicao.manuscript import Manuscript
from qicao.readers.text import from_text
from qicao.rulekit import Example, Rule
from qicao.rules import all_rules

SIZE = 200_000 // 3  # characters: a 汉字 is three bytes
# What regular expressions stumble over: one character again and again, half of a pair, no line break anywhere.
KILLERS = ("一", "的", "0", "1年", "“", "《", "（", "，", "、", "年月", "  ", "X", "第", "“一", "《中", "同志们：", "二〇", "习", "我", "是，", "...", "—", "=", "\n")  # fmt: skip


def text_of(unit: str) -> str:
    """SIZE characters of one thing again and again, as a speech."""
    return "同志们：\n今天开会，我讲三点意见。\n" + unit * (SIZE // len(unit))


def own(rule: Rule) -> list[str]:
    """The rule's own examples, on one line and on many."""
    texts = [one.text if isinstance(one, Example) else one for one in (*rule.bad, *rule.good)]
    bare = [text.replace("⟦", "").replace("⟧", "").strip() for text in texts]
    return [text_of(unit or "一") for unit in (" ".join(bare).replace("\n", ""), "\n".join(bare))]


def seconds(rule: Rule, m: Manuscript) -> float:
    gc.disable()  # as timeit does: tens of thousands of findings would only measure the collector
    try:
        start = time.perf_counter()
        checkup(m, [rule])
        return time.perf_counter() - start
    finally:
        gc.enable()


def ready(text: str, library: Library) -> Manuscript:
    """A manuscript whose indexes are made: they are not the rule's."""
    m = from_text(text, "稿子.txt", library=library)
    _ = m.pairs, m.lines, m.quotes
    return m


def hold(rule: Rule, text: str, m: Manuscript, library: Library) -> None:
    whole = seconds(rule, m)
    if whole < 0.4:  # quick whatever its growth
        return
    whole = min(whole, seconds(rule, m))
    small = ready(text[: len(text) // 4], library)
    quarter = min(seconds(rule, small) for _ in range(2))
    assert whole / quarter < 9, f"[{rule.id}] {text[30:60]!r}: {quarter:.2f} s → {whole:.2f} s"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_on_its_own_examples(rule: Rule, library: Library) -> None:
    for text in own(rule):
        hold(rule, text, ready(text, library), library)


@pytest.mark.parametrize("unit", KILLERS)
def test_on_what_patterns_stumble_over(unit: str, library: Library) -> None:
    text = text_of(unit)
    m = ready(text, library)
    for rule in all_rules():
        hold(rule, text, m, library)


@pytest.mark.parametrize("unit", ["(", ",", ",;:!?", '"', "０", "\n2、", "《讲话.docx"])
def test_reading_is_linear_too(unit: str, library: Library) -> None:
    def spent(size: int) -> float:
        text = "同志们：\na" + unit * (size // len(unit))
        gc.disable()  # the library in memory would be walked again and again
        try:
            start = time.perf_counter()
            ready(text, library)
            return time.perf_counter() - start
        finally:
            gc.enable()

    whole = min(spent(SIZE) for _ in range(2))
    assert whole < 0.4 or whole / min(spent(SIZE // 4) for _ in range(2)) < 9

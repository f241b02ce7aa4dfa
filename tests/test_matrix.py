"""Every unit type × level × outline: composes, counts right, says nothing that belongs to a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from conftest import MakeBrief

from qicao.compose import Draft, compose
from qicao.library.model import LEVELS, Library
from qicao.speech import Role

NUMERALS = "一二三四五六七八九十"
FACTS = """
  现有荣誉: [{称号: 县级文明单位, 年份: 2019, 连续届数: 2}]
  名额: 3
  竞争单位数: 19
  届期: 3
  到届时间: 明年
  验收时间: 2026年10月
  剩余时间: 四个多月
  责任领导: 副书记林远
  责任科室: 机关党委
  督查周期: 每半月
  短板: [档案不全, 志愿服务不经常]
  标准数: 6
  测评项目数: 13"""


def number(text: str) -> int:
    return 2 if text == "两" else NUMERALS.index(text) + 1


def numbers_in(draft: Draft, role: Role, pattern: str) -> Iterator[list[int]]:
    """Runs of heading numbers of one level, a new run after every heading above it."""
    run: list[int] = []
    for block in draft.speech.blocks:
        if block.role is role and (found := re.match(pattern, block.text)):
            run.append(number(found[1]))
        elif role is Role.HEADING2 and block.role is Role.HEADING1:
            yield run
            run = []
    yield run


def check_counts(draft: Draft) -> None:
    parts = next(numbers_in(draft, Role.HEADING1, r"([一二三四五六七八九十])、"))
    assert parts == list(range(1, len(parts) + 1))
    announced = re.findall(
        r"讲([一两三四五六七八九十])(?:点|个问题|个方面)|([一两三四五六七八九十])[点个条层](?!多)",
        draft.speech.text,
    )
    assert len(parts) >= 2
    assert any(number(next(filter(None, found))) == len(parts) for found in announced), (
        "讲N点 is nowhere announced"
    )
    for run in numbers_in(draft, Role.HEADING2, r"（([一二三四五六七八九十])）"):
        assert run == list(range(1, len(run) + 1))
        assert len(run) != 1, "a lone （一）"
    for before, after in zip(draft.speech.blocks, draft.speech.blocks[1:], strict=False):
        if before.role in (Role.HEADING1, Role.HEADING2):
            assert after.role in (Role.HEADING2, Role.BODY), f"nothing under {before.text}"
    assert draft.speech.blocks[-1].role is Role.BODY


def check_items(draft: Draft) -> None:
    """第一，… 第N， and 一是 … without holes, and the slogans' numbers equal to their items."""
    leads = ["".join(s.text for s in block.spans if s.lead) for block in draft.speech.blocks]
    ordinals = [
        number(found[1]) for lead in leads if (found := re.match(r"第([一二三四五六七八九十])，", lead))
    ]
    assert ordinals == list(range(1, len(ordinals) + 1))
    run = 0
    for lead in leads:
        if found := re.match(r"([一二三四五六七八九十])是", lead):
            run = number(found[1]) if number(found[1]) == 1 else run + 1
            assert number(found[1]) == run
    blocks = draft.speech.blocks
    for at, block in enumerate(blocks):
        if found := re.search(r"着力提高“([一两三四五六七八九十])种能力”", block.text):
            under = [b for b in blocks[at + 1 :] if b.role is Role.HEADING2]
            assert number(found[1]) == len(under)
        if block.text.endswith("突出三个重点"):
            items = [lead for lead in leads[at + 1 :] if lead]
            assert len(items) == 3
    if draft.brief.outline == "围绕式":
        assert 5 <= len(ordinals) <= 8


@pytest.fixture(scope="module")
def combinations(library: Library) -> list[tuple[str, str, str]]:
    found = list(product(library.unit_types, LEVELS, library.outlines))
    assert len(library.unit_types) == 21 and len(library.outlines) == 5
    assert len(found) == 21 * 4 * 5
    return found


@pytest.mark.parametrize("facts", ["{}", FACTS], ids=["no facts", "full facts"])
def test_every_combination_composes_and_counts_right(
    library: Library, make_brief: MakeBrief, combinations: list[tuple[str, str, str]], facts: str
) -> None:
    for unit_type, level, outline in combinations:
        draft = compose(make_brief(unit_type, facts, 级别=level, 提纲=outline), library)
        text = draft.speech.text
        assert "{{" not in text and "{%" not in text and not re.search(r"\[[短中长有]\]", text)
        assert library.campaigns[draft.brief.campaign].honours[level] in text
        assert not re.search(r"[，。；：、]{2}|。”。", text), f"{unit_type} {level} {outline}"
        check_counts(draft)
        check_items(draft)
        assert not [warning for warning in draft.warnings if warning.rule in ("段落库", "篇幅")]
        if facts != "{}":
            assert draft.gaps == ()
            assert draft.unused == ()


@pytest.mark.parametrize("minutes", [5, 8, 12, 20, 30])
def test_length_is_met_both_as_said_and_as_word_counts(
    library: Library, make_brief: MakeBrief, minutes: int
) -> None:
    slack = 0.14 if minutes == 5 else 0.12 if minutes == 8 else 0.1
    seen = 0
    for position, (unit_type, outline) in enumerate(product(library.unit_types, library.outlines)):
        level = LEVELS[position % 4]
        draft = compose(make_brief(unit_type, 级别=level, 提纲=outline, 时长=f"{minutes}分钟"), library)
        wanted = draft.brief.length
        assert abs(draft.length - wanted) <= 0.05 * wanted, (
            f"{unit_type} {outline}: {draft.length} for {wanted}"
        )
        assert draft.speech.spoken >= (1 - slack) * wanted
        assert draft.speech.written <= (1 + slack) * wanted
        seen += 1
    assert seen == 105


def test_pace_and_characters_override_minutes(library: Library, make_brief: MakeBrief) -> None:
    slow = compose(make_brief(语速="200"), library)
    assert abs(slow.length - 3000) <= 300
    brief = make_brief(时长="", 字数="2000")
    assert abs(compose(brief, library).length - 2000) <= 200


def test_a_length_out_of_reach_is_told(library: Library, make_brief: MakeBrief) -> None:
    draft = compose(make_brief(时长="100分钟"), library)
    assert [w for w in draft.warnings if w.rule == "篇幅" and "少" in w.message]
    draft = compose(make_brief(时长="1分钟"), library)
    assert [w for w in draft.warnings if w.rule == "篇幅" and "多" in w.message]

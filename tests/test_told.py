"""What the brief gives is told: lists item by item, facts left over at the end, cases among the reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qicao.brief import brief_from
from qicao.compose import Draft, compose
from qicao.itemized import itemized
from qicao.library.folders import folders
from qicao.library.load import load_library, read_library
from qicao.library.model import Library
from qicao.problems import aimed, answered, problems_of
from qicao.values import slot_values
from qicao.weekdays import spoken_on
from qicao.yamlfile import parse_yaml

BRIEF = """\
主题: {campaign}
级别: 省级
提纲: {outline}
单位: {{名称: 青川市政务服务中心, 简称: 市政务服务中心, 类型: 政务服务, 地区: 青川市}}
会议: {{日期: 2026-03-12}}
讲话人: {{姓名: 周明, 职务: 主任}}
时长: {minutes}分钟
情况: {{{facts}}}
"""
FIVE = "五个落实: [组织领导, 养鱼种花, 资金投入, 补种花木, 资料归档]"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(folders())


def drafted(
    library: Library, facts: str, campaign: str = "文明单位", outline: str = "数字概括式", minutes: int = 15
) -> Draft:
    text = BRIEF.format(campaign=campaign, outline=outline, minutes=minutes, facts=facts)
    return compose(brief_from(parse_yaml(text, "b.yaml"), "b.yaml", library), library)


def test_a_list_is_said_item_by_item(library: Library) -> None:
    draft = drafted(library, FIVE)
    said = next(value for path, value in draft.speech.values.items() if path == "逐项.五个落实")
    assert [
        said.index(mark) for mark in ("一是组织领导要落实，", "二是养鱼种花要落实，", "五是资料归档要落实，")
    ]
    assert said.count("要落实，") == 5 and said in draft.speech.text
    lines = [one.partition("，")[2] for one in said.split("。")]
    assert len(set(lines)) == 5  # no answer is given twice, not even to items nobody foresaw
    assert "情况.五个落实" not in draft.unused


def test_a_list_with_no_answer_left_is_not_begun(library: Library) -> None:
    text = BRIEF.format(campaign="文明单位", outline="数字概括式", minutes=15, facts=FIVE)
    brief = brief_from(parse_yaml(text, "b.yaml"), "b.yaml", library)
    table = library.itemized["五个落实"]
    few = Library(itemized={"五个落实": table._replace(answers=table.answers[:2])})
    values = slot_values(brief, library)
    assert itemized(brief, library, values) and not itemized(brief, few, values)


def test_a_short_speech_only_names_the_items(library: Library) -> None:
    five = FIVE + ", 六条标准: [甲事甲, 乙事乙, 丙事丙, 丁事丁, 戊事戊, 己事己]"
    short, long = drafted(library, five, minutes=5), drafted(library, five, minutes=15)
    assert "一是组织领导要落实" in long.speech.text and "一是甲事甲，" in long.speech.text
    assert "一是组织领导要落实" not in short.speech.text
    assert abs(short.length - short.brief.length) <= 0.1 * short.brief.length


def test_a_table_of_items_is_checked(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "逐项:\n  五个落实:\n    句式: '没有空'\n    项:\n    - 针对: [甲]\n", encoding="utf-8"
    )
    _, findings = read_library(folders([tmp_path]))
    assert {(one.rule, one.place.line) for one in findings} == {("句式", 3), ("缺项", 5)}


def test_facts_that_found_no_place_are_told_at_the_end(library: Library) -> None:
    facts = "应急演练: 每月的第一个星期三, 责任书: 《大厅安全责任书》, 值守要求: 中午留两个人带班"
    draft = drafted(library, facts, "安全生产", "围绕式", 10)
    for words in ("每月的第一个星期三", "《大厅安全责任书》", "中午留两个人带班"):
        assert draft.speech.text.count(words) >= 1
    assert not draft.unused


def test_nothing_is_added_when_every_fact_has_its_place(library: Library) -> None:
    draft = drafted(library, "成绩: [建成群众休息区]", minutes=15)
    moves = {one.id: one.move for one in library.snippets}
    used = {block.origin.snippet for block in draft.speech.blocks if block.origin}
    assert used and "补充" not in {moves[name] for name in used}
    assert "建成群众休息区" in draft.speech.text


def test_what_happened_is_a_reason(library: Library) -> None:
    facts = "反面事例: [有一位老人办一张证前后跑了四趟], 事例: [小林把晕倒的群众背到了医院]"
    text = drafted(library, facts, outline="意义任务要求式").speech.text
    lines = text.split("\n")
    for words in ("前后跑了四趟", "背到了医院"):
        at = next(number for number, line in enumerate(lines) if words in line)
        assert lines[at - 1].startswith("（") and "，是" in lines[at - 1]
    numbers = [line[1] for line in lines if line.startswith("（") and "创建省级文明单位，是" in line]
    assert numbers == list("一二三四五")[: len(numbers)] and len(numbers) >= 3


def answer(library: Library, campaign: str, fact: str, problem: str) -> str:
    text = BRIEF.format(campaign=campaign, outline="围绕式", minutes=10, facts=f"{fact}: [{problem}]")
    brief = brief_from(parse_yaml(text, "b.yaml"), "b.yaml", library)
    found = answered(problems_of(brief, library), aimed(brief, library))
    return next((section.id for _, section in found), "")


OWN = """\
适用: {主题: 文明单位}
段落:
- id: 自写-缺人
  语步: 任务
  话题: 自写缺人
  针对: [缺…修补匠, 修补匠]
  不针对: [戏台]
  标题: [修补人手]
  异文: ['{{ 针对 }}，先请一位来。']
"""


def test_words_may_leave_a_gap_and_exclude(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    library = load_library(folders([tmp_path]))
    assert answer(library, "文明单位", "短板", "楼上缺一个老修补匠") == "自写-缺人"
    assert answer(library, "文明单位", "短板", "戏台上缺一个老修补匠") != "自写-缺人"


def test_the_last_word_of_a_spot_is_enough(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("文明单位", "安全生产"), encoding="utf-8")
    library = load_library(folders([tmp_path]))
    text = BRIEF.format(
        campaign="安全生产",
        outline="围绕式",
        minutes=10,
        facts="重点部位: [办事大厅楼梯, 配电室], 短板: [楼梯上缺修补匠]",
    )
    first, second = problems_of(brief_from(parse_yaml(text, "b.yaml"), "b.yaml", library), library)
    assert (first.item, first.title) == ("楼梯上缺修补匠", "办事大厅楼梯")
    assert second.item == second.title == "配电室"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 4, 2), "从明天起清理，本周五前报上来"),  # Thursday
        (date(2026, 4, 3), "从下周一起清理，下周五前报上来"),
        (date(2026, 4, 4), "从下周一起清理，下周五前报上来"),
        (date(2026, 4, 5), "从明天起清理，下周五前报上来"),  # Sunday: tomorrow is Monday
    ],
)
def test_days_are_named_from_the_day_of_the_meeting(day: date, said: str) -> None:
    assert spoken_on("从明天起清理，本周五前报上来", day) == said
    assert spoken_on("本周查出的，下周回来看", day) == "本周查出的，下周回来看"
    assert spoken_on("为了安全的明天", day) == "为了安全的明天"

"""针对: a section that answers a problem the brief names comes first, and says which."""

from __future__ import annotations

from pathlib import Path

from qicao.brief import brief_from
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.lint import lint
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.template import source_yaml
from qicao.yamlfile import parse_yaml

SECTION = """\
段落:
- id: 自写-排队
  语步: 任务
  话题: 自写话题
  {aims}
  标题: [高峰分流]
  异文:
  - |
    {{{{ 针对 }}}}，根子在忙闲不均，各科室会后数清楚哪个钟点人最多。
"""
BRIEF = """\
主题: 文明单位
级别: 市级
单位: {{名称: 青川市水利局, 简称: 市水利局, 类型: 机关, 地区: 青川市}}
会议: {{日期: 2026-03-12}}
讲话人: {{姓名: 周明, 职务: 局长, 身份: {role}}}
情况: {{短板: [{problems}]}}
"""


def with_section(folder: Path, aims: str) -> Library:
    (folder / "own.yaml").write_text(SECTION.format(aims=aims), encoding="utf-8")
    return load_library(folders([folder]))


def text(library: Library, problems: str, role: str = "主要负责人") -> str:
    source = BRIEF.format(problems=problems, role=role)
    return compose(brief_from(parse_yaml(source, "b.yaml"), "b.yaml", library), library).speech.text


def test_answers_the_problem_of_the_brief(tmp_path: Path) -> None:
    library = with_section(tmp_path, "针对: [猫粮, 猫砂]")
    assert "猫舍猫粮凉，根子在忙闲不均" in text(library, "台账不全, 猫舍猫粮凉")
    assert "根子在忙闲不均" not in text(library, "台账不全")


def test_one_answer_for_one_problem_and_none_from_a_guest(tmp_path: Path) -> None:
    library = with_section(tmp_path, "针对: [猫粮, 猫砂]")
    assert text(library, "猫粮太凉, 猫砂单一").count("根子在忙闲不均") == 1
    assert "根子在忙闲不均" not in text(library, "猫粮太凉", "上级领导")


def test_lint(tmp_path: Path) -> None:
    assert "没写针对什么" in str(lint(with_section(tmp_path, "次: 5")))
    assert "只有一个字" in str(lint(with_section(tmp_path, "针对: [队]")))
    assert not [
        one for one in lint(with_section(tmp_path, "针对: [猫粮]")) if one.place.file.endswith("own.yaml")
    ]


EXAMPLES = "例: [猫舍夜里没人添猫粮, 猫砂半月不换, 饲养员不到猫舍去]"


def test_answers_what_is_like_its_examples(tmp_path: Path) -> None:
    library = with_section(tmp_path, EXAMPLES)
    for problem in ("猫舍猫粮没人添", "夜里猫舍不添粮", "猫砂一个月不换", "饲养员从不去猫舍"):
        assert f"{problem}，根子在忙闲不均" in text(library, problem), problem
    for problem in ("夜里没人值班", "台账不全", "饲料账目混乱", "半月开一次会"):
        assert "根子在忙闲不均" not in text(library, problem), problem


def test_declines_what_is_like_its_examples_but_not_meant(tmp_path: Path) -> None:
    library = with_section(tmp_path, f"{EXAMPLES}\n  不针对: [猫砂]")
    assert "根子在忙闲不均" in text(library, "猫舍猫粮没人添")
    assert "根子在忙闲不均" not in text(library, "猫砂一个月不换")


def test_examples_may_be_of_one_kind_of_problem(tmp_path: Path) -> None:
    library = with_section(tmp_path, "例: {反面事例: [猫舍夜里没人添猫粮]}")
    assert "根子在忙闲不均" not in text(library, "猫舍夜里没人添猫粮")


def test_examples_survive_the_cache_and_copying(tmp_path: Path) -> None:
    library = with_section(tmp_path, EXAMPLES)
    for again in (library, with_section(tmp_path, EXAMPLES)):  # parsed, then from the cache
        own = again.by_id("自写-排队")
        assert own is not None
        assert [words for _, words in own.examples] == [
            "猫舍夜里没人添猫粮",
            "猫砂半月不换",
            "饲养员不到猫舍去",
        ]
        assert EXAMPLES in source_yaml(own)


ENDING = """\
段落:
- id: 自写-结尾
  语步: 收尾
  {aims}
  异文:
  - |
    {{{{ 称谓 }}}}，往后猫舍的灯天天亮着，谁走过都看得见！
"""
TALE = BRIEF.replace("情况: {{短板: [{problems}]}}", "情况: {{反面事例: [{problems}]}}")


def ending(folder: Path, aims: str, tale: str) -> bool:
    (folder / "own.yaml").write_text(ENDING.format(aims=aims), encoding="utf-8")
    library = load_library(folders([folder]))
    source = TALE.format(problems=tale, role="主要负责人")
    return (
        "猫舍的灯天天亮着"
        in compose(brief_from(parse_yaml(source, "b.yaml"), "b.yaml", library), library).speech.text
    )


def test_an_ending_comes_back_to_what_happened(tmp_path: Path) -> None:
    aims = "例: {反面事例: [猫舍的灯坏了半年没有人换]}"
    assert ending(tmp_path, aims, "东街猫舍的灯坏了一年没有人换")
    assert not ending(tmp_path, aims, "去年有一份文件压了三个月")


def test_a_spot_and_what_is_wrong_there_are_one_problem(tmp_path: Path) -> None:
    library = with_section(tmp_path, "例: [猫舍没人去, 猫舍守夜的不在, 猫舍空着没有人管]")
    source = BRIEF.replace("情况: {{短板: [{problems}]}}", "情况: {{重点部位: [猫舍], 短板: [{problems}]}}")
    brief = brief_from(parse_yaml(source.format(problems="猫舍没人去", role="主要负责人"), "b"), "b", library)
    assert "猫舍没人去，根子在忙闲不均" in compose(brief, library).speech.text

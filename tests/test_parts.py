"""Small things by themselves: numerals, places, title lines, counting, the sentence language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qicao.facts import join
from qicao.numerals import chinese, counted
from qicao.places import Finding, Place, nearest
from qicao.regions import region
from qicao.sentence import BARE, LONG, MIDDLE, SHORT, decode, encode, parse_line, render
from qicao.speech import spoken_length, written_length
from qicao.writers.word.titles import LINE, title_lines


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


def test_two_before_a_measure_word() -> None:
    assert (counted(2), chinese(2), counted(12)) == ("两", "二", "十二")


@given(st.integers(min_value=0, max_value=9999))
def test_numerals_are_all_different(number: int) -> None:
    assert chinese(number) != chinese((number + 1) % 10_000)


@pytest.mark.parametrize(
    ("name", "ours", "direct", "tier"),
    [("青川市", "我市", "市直", "市"), ("安澜县", "我县", "县直", "县"), ("江东省", "我省", "省直", "省"), ("城东区", "我区", "区直", "县"),
     ("柳溪镇", "我镇", "镇直", "乡"), ("城南街道", "我街道", "街道", "乡"), ("某某自治州", "我州", "州直", "市"),
     ("某某自治县", "我县", "县直", "县"), ("某某自治区", "我区", "区直", "省"), ("上海市", "我市", "市直", "省")],
)  # fmt: skip
def test_what_a_place_name_says(name: str, ours: str, direct: str, tier: str) -> None:
    found = region(name)
    assert found is not None
    assert (found.ours, found.direct, found.tier) == (ours, direct, tier)


def test_a_name_without_level_is_not_guessed() -> None:
    assert region("青川") is None and region("县") is None


def test_counting() -> None:
    text = "全县共有19家单位，达标率95%。"
    assert spoken_length(text) == 10 + 2
    assert written_length(text) == 10 + 2 + 2
    assert spoken_length("") == written_length(" \n") == 0


def test_a_short_title_is_one_line_and_a_long_one_a_trapezoid() -> None:
    assert title_lines("在创建省级文明单位动员大会上的讲话", []) == ["在创建省级文明单位动员大会上的讲话"]
    unit = "国家税务总局安澜县税务局"
    lines = title_lines(f"在{unit}创建省级文明单位动员大会上的讲话", [unit])
    assert lines == ["在国家税务总局安澜县税务局", "创建省级文明单位动员大会上的讲话"]
    lines = title_lines(
        "在江东省住房和城乡建设厅创建全国文明单位暨迎接复查工作动员大会上的讲话", ["江东省住房和城乡建设厅"]
    )
    assert len(lines) in (2, 3) and max(map(len, lines)) <= LINE
    assert not any(line.endswith("在") or line.startswith("的") for line in lines)


@given(st.text(min_size=1, max_size=200))
def test_title_lines_lose_nothing(text: str) -> None:
    assert "".join(title_lines(text, ["青川市"])) == text


def test_nearest_word() -> None:
    assert nearest("围绕", ["围绕式", "问答式"]) == "围绕式"
    assert nearest("責任", ["甲", "乙"]) is None


def test_lists_join_without_a_comma_between_quotes() -> None:
    assert join(["“甲”活动", "“乙”", "“丙”", "丁"], "、") == "“甲”活动、“乙”“丙”、丁"
    assert join(["《甲》", "《乙》"], "、") == "《甲》《乙》"


def spans(text: str, length: int, told: set[str] | None = None, **values: str) -> str:
    findings: list[Finding] = []
    paragraph = parse_line(text, Place("t", 1, 1), findings)
    assert findings == []
    assert decode(encode(paragraph)) == paragraph
    named = {key.replace("_", "."): value for key, value in values.items()}
    return "".join(
        span.text for span in render(paragraph, "t", length, named, told if told is not None else set())
    )


def test_marks_say_how_long_a_sentence_lives() -> None:
    text = "甲。[中]乙。[长]丙。[短]丁。"
    assert [spans(text, length) for length in (BARE, SHORT, MIDDLE, LONG)] == [
        "甲。丁。",
        "甲。丁。",
        "甲。乙。丁。",
        "甲。乙。丙。丁。",
    ]


def test_a_given_sentence_wants_all_its_facts_and_is_told_once() -> None:
    text = "甲。[有]名额{{ 情况.名额 }}个，{{ 情况.家数 }}家争。[短]乙。"
    assert spans(text, SHORT, 情况_名额="3") == "甲。乙。"
    assert spans(text, BARE, 情况_名额="3", 情况_家数="19") == "甲。乙。"
    assert spans(text, SHORT, 情况_名额="3", 情况_家数="19") == "甲。名额3个，19家争。乙。"
    assert spans(text, SHORT, {"情况.名额", "情况.家数"}, 情况_名额="3", 情况_家数="19") == "甲。乙。"
    assert spans(text, SHORT, {"情况.名额"}, 情况_名额="3", 情况_家数="19") == "甲。名额3个，19家争。乙。"


def test_filters() -> None:
    assert spans("{{ 情况.届期|汉字 }}年", SHORT, 情况_届期="2") == "两年"
    assert spans("由{{ 情况.科室|待填 }}办", SHORT) == "由【待填：科室】办"


@pytest.mark.parametrize(
    ("text", "part"),
    [("{{ 单位.简称", "没有对应的"), ("{{ 单位。简称 }}", "全角的“。”"), ("{% if 甲 %}乙{% endif %}", "{% %}"), ("{{ 1+1 }}", "不认识的东西"),
     ("{{ ''.__class__ }}", "不认识的东西"), ("{{ 甲() }}", "不认识的东西"), ("{{ 甲|upper }}", "不认识的东西"), ("甲【中】乙", "不是长短记号"), ("甲[种]乙", "不是长短记号")],
)  # fmt: skip
def test_what_a_sentence_may_not_hold(text: str, part: str) -> None:
    findings: list[Finding] = []
    parse_line(text, Place("t.yaml", 7, 5), findings)
    assert len(findings) == 1
    assert part in findings[0].message and findings[0].place.line == 7 and findings[0].place.column >= 5

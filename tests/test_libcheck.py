"""library check and library stats: what is wrong with sections, and which are missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qicao.cli import main
from qicao.libcheck import alike, check_library, coverage, empty, wording
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library

SAME = (
    "开会念稿子，念的人省事，听的人难受。讲话要讲人话，能说清楚的不绕弯子，五分钟说完的不拖到十分钟。"
    "[中]办公室收稿子先看长短，超过三页的退回去改短。[长]开会的人先想好要定哪件事，定不下来的先不开。"
)
EMPTY = "要高度重视，切实加强领导，狠抓落实，进一步统一思想，不断提高认识，真抓实干，务求实效，再上新台阶。"
WRONG = (
    "间题要抓紧解决，督査要跟上，全馆共有个展厅。每天闭馆以前，由值班的同志把每个展柜看一遍，门窗关好再走。"
)


@pytest.fixture
def own(tmp_path: Path) -> Library:
    rows = [("甲", SAME), ("乙", SAME.replace("难受", "犯困")), ("丙", EMPTY), ("丁", WRONG)]
    text = "适用: {主题: 文明单位}\n段落:\n" + "".join(
        f"- id: 试-{name}\n  语步: 理念\n  异文:\n  - |\n    {words}\n" for name, words in rows
    )
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    return load_library(folders([tmp_path]))


def test_the_built_in_library_is_clean(library: Library) -> None:
    assert [str(finding) for finding in check_library(library)] == []


def test_two_sections_that_say_the_same(own: Library) -> None:
    found = list(alike(own))
    assert len(found) == 1 and "试-乙" in found[0].message and "试-甲" in found[0].message


def test_empty_phrases_have_a_ceiling(own: Library) -> None:
    found = list(empty(own))
    assert len(found) == 1 and "试-丙" in found[0].message and "高度重视" in found[0].message


def test_text_rules_name_the_section_and_its_line(own: Library) -> None:
    found = [finding for finding in wording(own) if "试-丁" in finding.message]
    assert {finding.rule for finding in found} >= {"错别字", "缺件数"} or len(found) >= 3
    line = found[0].place.line
    assert "间题" in Path(found[0].place.file).read_text(encoding="utf-8").split("\n")[line - 1]


def test_coverage_counts_every_section_of_a_campaign(library: Library) -> None:
    columns, rows = coverage(library, "文明单位")
    assert columns[0] == "公共" and "医院" in columns and [move for move, _ in rows] == list(library.moves)
    tasks = dict(zip(columns, dict(rows)["任务"], strict=True))
    assert tasks["公共"] >= 10 and tasks["医院"] >= 3


def test_stats_as_text_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "stats", "--主题", "文明单位"]) == 0
    text = capsys.readouterr().out
    assert "【文明单位】" in text and "任务" in text and "·" in text
    assert main(["library", "stats", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["文明单位"]["任务"]["公共"] >= 10
    assert main(["library", "stats", "--主题", "文明单味"]) == 2

"""qicao check as its users type it, and draft's own 体检."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES

from qicao.cli import main

Run = Callable[..., tuple[int, str, str]]
BRIEF = """\
主题: 文明单位
级别: 省级
单位: {名称: 安澜县水利局, 简称: 县水利局, 类型: 机关, 地区: 安澜县}
会议: {日期: 2026-03-12}
讲话人: {姓名: 周明, 职务: 党组书记、局长}
"""
BAD = "同志们：\n我市的督査工作，濮阳市抓得紧，间题不少。\n一，提高认识\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def found(run: Run, *words: object) -> list[dict[str, Any]]:
    code, out, err = run("check", *words, "--format", "json")
    assert code in (0, 1), err
    rows: list[dict[str, Any]] = json.loads(out)
    return rows


def test_every_field_of_the_contract(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    rows = found(run, path)
    assert {row["rule"] for row in rows} >= {"错别字", "序号标点"}
    for row in rows:
        assert row["severity"] in ("error", "warning", "info") and row["message"] and row["hint"]
        assert BAD.split("\n")[row["paragraph"] - 1][row["start"] : row["end"]] == row["text"]
        assert BAD[row["offset"] :].startswith(row["text"]) and row["file"] == str(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_as_windows_saves_it(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(BAD.replace("\n", "\r\n").replace("査", "查").encode(encoding))
    rows = found(run, path)
    assert [row for row in rows if row["text"] == "间题" and row["offset"] == BAD.index("间题")]


def test_exit_codes(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("同志们：\n今天开会。\n", encoding="utf-8")
    bad.write_text(BAD, encoding="utf-8")
    assert run("check", good) == (0, f"{good}：没有发现问题\n", "")
    assert run("check", bad)[0] == 1 and run("check", good, bad)[0] == 1
    code, out, err = run("check", bad, tmp_path / "没有.txt")
    assert code == 2 and "没有这个文件" in err and "间题" in out  # the other file is checked all the same


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "串高"), "是不是“串稿”"),
        (("--date", "2026-13-40"), "不是一个日期"),
        (("--mark", "批.txt"), ".docx"),
        (("--format", "xml"), "text、json"),
        (("--date", ""), "不是一个日期"),
        (("--only", "错字", "--skip", "错字"), "没有剩下"),
    ],
)
def test_bad_usage(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    code, out, err = run("check", path, *words)
    assert code == 2 and said in err + out and "Traceback" not in err


def test_only_and_skip(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    assert {row["family"] for row in found(run, path, "--only", "错字")} == {"错字"}
    assert "错别字" not in {row["rule"] for row in found(run, path, "--skip", "错别字")}


def test_leftovers_against_a_brief(run: Run, tmp_path: Path) -> None:
    path, brief = tmp_path / "稿.txt", tmp_path / "要素单.yaml"
    path.write_text(BAD, encoding="utf-8")
    brief.write_text(BRIEF, encoding="utf-8")
    words = [row["text"] for row in found(run, path, "--brief", brief, "--only", "串稿")]
    assert words == ["我市", "濮阳市"]
    brief.write_text(BRIEF + "体检: {白名单: [濮阳市], 不查: [地区称谓]}\n", encoding="utf-8")
    assert found(run, path, "--brief", brief, "--only", "串稿") == []
    brief.write_text(BRIEF + "体检: {不查: [地区]}\n", encoding="utf-8")
    code, _, err = run("check", path, "--brief", brief)
    assert code == 2 and "地区称谓" in err


def test_a_white_list_beside_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    (tmp_path / ".qicao.yaml").write_text(
        "不查: [错字]\n文件: {稿.txt: {白名单: [一，]}, 别的.txt: {不查: [串稿]}}\n", encoding="utf-8"
    )
    rows = found(run, path)
    assert "错字" not in {row["family"] for row in rows} and "一，" not in {row["text"] for row in rows}
    (tmp_path / ".qicao.yaml").write_text("不査: [错字]\n", encoding="utf-8")
    assert run("check", path)[0] == 2


@pytest.mark.parametrize("words", ["", "# 只有说明\n", "白名单: [今天,我们]\n"])
def test_a_white_list_never_hides_the_rest(run: Run, tmp_path: Path, words: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    (tmp_path / ".qicao.yaml").write_text(words, encoding="utf-8")
    code, out, _ = run("check", path)
    assert code == 1 and "间题" in out


def test_words_on_the_list_may_be_half_width(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("同志们:\n今天,间题很多。\n", encoding="utf-8")
    (tmp_path / ".qicao.yaml").write_text('白名单: ["今天,间题"]\n', encoding="utf-8")
    assert "间题" not in {row["text"] for row in found(run, path)}


def test_findings_are_told_even_when_they_cannot_be_hung_up(run: Run, tmp_path: Path) -> None:
    path, there = tmp_path / "稿.txt", tmp_path / "批.docx"
    path.write_text(BAD, encoding="utf-8")
    there.write_bytes(b"mine")
    code, out, err = run("check", path, "--mark", there)
    assert code == 2 and "间题" in out and "已经有了" in err and there.read_bytes() == b"mine"
    assert run("check", path, "--mark", there, "--force")[0] == 1


def test_a_missing_library_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(BAD, encoding="utf-8")
    code, _, err = run("check", path, "--library", tmp_path / "没有")
    assert code == 2 and "没有这个文件夹" in err


@pytest.mark.parametrize(
    "text",
    [
        "服务指南免费下载，大家自取。",
        "简报（12篇）已经印发，精选10篇上网。",
        "还有20个字没有写。详见 http://x.gov.cn/a 查看。",
        "工作总结网上公示。",
        "\n".join(f"{number}、{'把这件事办好，' * 20}到此为止。" for number in range(1, 6)),
    ],
)
def test_ordinary_prose_is_no_residue(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("同志们：\n" + text + "\n", encoding="utf-8")
    assert found(run, path, "--only", "网页残留") == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_own_drafts_are_clean(run: Run, tmp_path: Path, sample: Path) -> None:
    for suffix, layout in (("docx", "9704"), ("docx", "33476"), ("txt", "9704")):
        target = tmp_path / f"讲话{layout}.{suffix}"
        assert run("draft", sample, "-o", target, "--layout", layout)[0] == 0
        loud = [row for row in found(run, target, "--brief", sample) if row["severity"] != "info"]
        assert [row for row in loud if row["rule"] != "待填"] == []
        assert suffix == "txt" or loud == []


def test_a_brief_that_brings_an_error_in(run: Run, tmp_path: Path) -> None:
    brief = tmp_path / "要素单.yaml"
    brief.write_text(BRIEF + "情况: {短板: [群众反映的间题多, 窗口等候时间长]}\n", encoding="utf-8")
    code, out, _ = run("draft", brief, "-o", tmp_path / "a.docx")
    assert code == 0 and "间题" in out
    code, out, err = run("draft", brief, "-o", tmp_path / "b.docx", "--final")
    assert code == 1 and "间题" in err and not (tmp_path / "b.docx").exists()


def test_help_is_chinese(run: Run) -> None:
    code, out, _ = run("check", "--help")
    assert code == 0 and "体检" in out and "Options" not in out


def test_the_score_is_reached() -> None:
    """The labelled speeches of the repository: nine certain defects of ten, few alarms besides."""
    from score import measure

    labels = sorted((ROOT / "tests" / "corpus").glob("*_defects.json"))
    assert len(labels) >= 7
    scores = [measure(one.with_name(one.name.replace("_defects.json", ".txt")), one) for one in labels]
    assert sum(score.counted[0] for score in scores) >= 0.9 * sum(score.counted[1] for score in scores)
    assert all(score.recall >= 0.7 and score.rate <= 1.5 for score in scores)


def test_clean_prose_has_no_errors() -> None:
    """A novel, a law, news, an essay, a judgment, good speeches."""
    from score import clean_counts

    characters, errors, _ = clean_counts(ROOT / "tests" / "corpus" / "clean")
    assert characters > 20_000 and errors <= 0.3 * characters / 1000

"""The verbs as a user types them: what they print, write and return; nothing is overwritten, nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

SAMPLE = ROOT / "samples" / "around.yaml"


def qicao(*arguments: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "qicao", *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=folder, env=environment, check=False
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "程序出错" not in done.stderr
    return done


def test_draft_says_where_how_long_and_what_is_missing(tmp_path: Path) -> None:
    out = tmp_path / "讲话.docx"
    done = qicao("draft", ROOT / "samples" / "enterprise.yaml", "-o", out, "--set", "讲话人.姓名=")
    assert done.returncode == 0 and out.is_file() and done.stderr == ""
    for words in (
        str(out),
        "字数：",
        "预计时长：",
        "用了",
        "待填1处",
        "讲话人.姓名",
        "没有给、所以没写进去的",
        "例如",
    ):
        assert words in done.stdout, words


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"mine")
    done = qicao("draft", SAMPLE, "-o", out)
    assert done.returncode == 2 and out.read_bytes() == b"mine"
    assert "已存在" in done.stderr and "--force" in done.stderr
    assert qicao("draft", SAMPLE, "-o", out, "--force").returncode == 0
    assert out.read_bytes() != b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_target_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    assert qicao("draft", SAMPLE, "-o", tmp_path).returncode == 2
    done = qicao("draft", SAMPLE, "-o", tmp_path / "没有" / "a.docx")
    assert done.returncode == 2 and "写不进去" in done.stderr
    done = qicao("draft", SAMPLE, "-o", tmp_path / "a.wps")
    assert done.returncode == 2 and "不会写“.wps”文件" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_final_refuses_gaps_and_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    done = qicao("draft", SAMPLE, "-o", out, "--final", "--set", "讲话人.职务=")
    assert done.returncode == 1 and "讲话人.职务" in done.stderr and not out.exists()
    assert qicao("draft", SAMPLE, "-o", out, "--final").returncode == 0


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_other_formats_by_suffix(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"a{suffix}"
    assert qicao("draft", SAMPLE, "-o", out).returncode == 0
    text = out.read_text(encoding="utf-8-sig")
    assert "创建省级文明单位动员大会" in text and "同志们" in text
    assert ("<h2>" in text) == (suffix == ".html") and ("\n## " in text) == (suffix == ".md")


def test_bad_input_is_two_and_names_every_place(tmp_path: Path) -> None:
    done = qicao("draft", ROOT / "tests" / "errors" / "brief.yaml", "-o", tmp_path / "a.docx")
    assert done.returncode == 2 and not (tmp_path / "a.docx").exists()
    lines = done.stderr.strip().split("\n")
    assert len(lines) >= 20 and "共" in lines[-1]
    assert all("brief.yaml:" in line for line in lines[:-1])


def test_mistakes_of_brief_and_own_sections_come_together(tmp_path: Path) -> None:
    errors = ROOT / "tests" / "errors"
    done = qicao("draft", errors / "brief.yaml", "-o", tmp_path / "a.docx", "--library", errors)
    assert done.returncode == 2
    assert "brief.yaml:22:3:" in done.stderr and "sections.yaml:9:" in done.stderr


def test_same_brief_same_bytes_in_two_processes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert qicao("draft", SAMPLE, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert qicao("draft", SAMPLE, "-o", tmp_path / "c.docx", "--seed", "乙").returncode == 0
    assert (tmp_path / "a.docx").read_bytes() != (tmp_path / "c.docx").read_bytes()


def test_new_writes_a_brief_that_drafts(tmp_path: Path) -> None:
    for kind, outline in (("医院", "围绕式"), ("中小学校", "问答式"), ("机关", "数字概括式")):
        brief = tmp_path / f"{kind}.yaml"
        done = qicao("new", "-o", brief, "--类型", kind, "--提纲", outline, "--级别", "市级")
        assert done.returncode == 0, done.stderr
        text = brief.read_text(encoding="utf-8")
        assert (
            f"类型: {kind}" in text
            and "# 短板" in text
            and ("# 五个落实" in text) == (outline in ("围绕式", "数字概括式"))
        )
        assert qicao("draft", brief).returncode == 0
        assert brief.with_suffix(".docx").is_file()
    assert qicao("new", "-o", tmp_path / "医院.yaml").returncode == 2
    done = qicao("new", "-o", tmp_path / "x.yaml", "--类型", "医院院")
    assert done.returncode == 2 and "是不是“医院”？" in done.stderr


def test_explain_names_the_section_of_each_paragraph_and_sees_edits(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    qicao("draft", SAMPLE, "-o", out)
    rows = json.loads(qicao("explain", out, "--format", "json").stdout)
    assert len([row for row in rows if row["section"]]) >= 15 and not any(row["edited"] for row in rows)
    assert "纪委-任务" in qicao("explain", out).stdout
    from zipfile import ZipFile

    edited = tmp_path / "b.docx"
    with ZipFile(out) as before, ZipFile(edited, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(
                name,
                data.replace("第一，".encode(), "首先，".encode()) if name == "word/document.xml" else data,
            )
    changed = [
        row for row in json.loads(qicao("explain", edited, "--format", "json").stdout) if row["edited"]
    ]
    assert changed and all(
        "首先，" in row["text"] or row["section"] == changed[0]["section"] for row in changed
    )


def test_explain_says_what_it_cannot_read(tmp_path: Path) -> None:
    other = tmp_path / "a.docx"
    other.write_bytes(b"\xd0\xcf\x11\xe0 an old Word file")
    done = qicao("explain", other)
    assert done.returncode == 2 and "另存为 .docx" in done.stderr
    assert qicao("explain", tmp_path / "no.docx").returncode == 2


def test_library_verbs(tmp_path: Path) -> None:
    listed = qicao("library", "list", "--类型", "医院", "--语步", "任务")
    assert listed.returncode == 0 and "医院-任务" in listed.stdout and "法院-任务" not in listed.stdout
    name = next(line.split()[0] for line in listed.stdout.split("\n") if line.startswith("医院-任务"))
    assert "语步: 任务" in qicao("library", "show", name).stdout
    assert "hospital.yaml:" in qicao("library", "where", name).stdout
    assert "内置" in qicao("library", "where").stdout
    assert qicao("library", "search", "门前三包").returncode in (0, 1)
    done = qicao("library", "show", "医院-任务")
    assert done.returncode == 2 and "是不是" in done.stderr
    done = qicao("library", "copy", name, folder=tmp_path)
    own = next((tmp_path / "段落库").glob("*.yaml"))
    assert done.returncode == 0
    own.write_text(own.read_text(encoding="utf-8").replace("医院", "医院", 1), encoding="utf-8")
    shadow = qicao("library", "show", name, folder=tmp_path)
    assert shadow.returncode == 0 and "段落库" in shadow.stdout
    assert qicao("library", "copy", name, folder=tmp_path).returncode == 2


def test_library_check_finds_nothing_in_the_built_in_one_and_much_in_a_bad_one() -> None:
    done = qicao("library", "check")
    assert done.returncode == 0, done.stderr
    done = qicao("library", "check", "--library", ROOT / "tests" / "errors")
    assert done.returncode == 2 and "sections.yaml:9:" in done.stderr


def test_help_and_usage_errors_are_chinese() -> None:
    for arguments in ((), ("draft",), ("new",), ("explain",), ("library",), ("library", "copy")):
        text = qicao(*arguments, "--help").stdout
        assert "用法：" in text and "Usage" not in text and "Options" not in text and "default:" not in text
    for arguments, words in (
        (("drfat", "x"), "是不是“draft”？"), (("draft",), "少写了"), (("draft", SAMPLE, "--fored"), "是不是“--force”？"),
        (("draft", SAMPLE, "--layout", "A4"), "9704"), (("draft", SAMPLE, "--set", "单位.名称"), "--set 键=值"), (("draft", SAMPLE, "多"), "多写了"),
        (("draft", SAMPLE, "-o"), "少了值"), (("library", "lst"), "是不是“list”？"),
    ):  # fmt: skip
        done = qicao(*arguments)
        assert done.returncode == 2 and words in done.stderr, done.stderr


def test_every_sample_drafts(tmp_path: Path) -> None:
    for sample in SAMPLES:
        assert qicao("draft", sample, "-o", tmp_path / f"{sample.stem}.docx").returncode == 0
    assert len(list(tmp_path.iterdir())) == len(SAMPLES) == 7

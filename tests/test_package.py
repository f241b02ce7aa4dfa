"""What is in the wheel is what is in git; it drafts from a fresh install with the network cut off."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT],
        check=True,
    )  # fmt: skip
    (found,) = folder.glob("qicao-*.whl")
    return found


def test_the_wheel_holds_what_git_holds(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "src/qicao", "snippets", "templates"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout.split("\n")
    tracked = {
        re.sub(r"^(snippets|templates)/", r"qicao/builtin/\1/", name.removeprefix("src/"))
        for name in listed
        if name
    }
    assert len(tracked) > 80
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == tracked
    assert not [name for name in packed if name.lower().endswith((".ttf", ".otf", ".ttc"))]


def test_it_drafts_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(site)
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "PYTHONUTF8": "1",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    script = "import sys, qicao, qicao.cli; assert qicao.__file__.startswith(sys.argv.pop(1)), qicao.__file__; qicao.cli.run()"
    out = tmp_path / "a.docx"
    command = [
        sys.executable,
        "-c",
        script,
        str(site),
        "draft",
        str(ROOT / "samples" / "campus.yaml"),
        "-o",
        str(out),
    ]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path, capture_output=True)
    assert out.stat().st_size > 5_000


def test_the_readme_begins_with_the_two_commands_and_they_are_targets() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\w*\n(.*?)```", readme, re.DOTALL)
    assert blocks[0].strip() == "make draft" and blocks[1].strip() == "make test"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^draft:", makefile, re.MULTILINE) and re.search(r"^test:", makefile, re.MULTILINE)
    assert "py -m pip install" in readme and "--no-index" in readme
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_every_verb_in_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = set(re.findall(r"qicao (new|draft|explain|library(?: \w+)?)\b", readme))
    assert {"new", "draft", "explain", "library list", "library copy", "library check"} <= verbs
    for verb in verbs:
        done = subprocess.run(
            [sys.executable, "-m", "qicao", *verb.split(), "--help"], capture_output=True, check=False
        )
        assert done.returncode == 0, verb


def test_files_say_nothing_of_the_machine_they_were_written_on() -> None:
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.split()
    assert len(names) > 100
    for name in names:
        if name.endswith((".py", ".md", ".yaml", ".j2", ".toml", "Makefile", "run", ".txt")):
            text = (ROOT / name).read_text(encoding="utf-8")
            assert (
                not re.search(r"/(?:root|home/\w+|Users/\w+|work)/", text) or name == "tests/test_package.py"
            ), name

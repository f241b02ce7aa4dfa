"""Fixtures: the built-in library, briefs, and the tools that render Word files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from qicao.brief import Brief, brief_from
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.yamlfile import parse_yaml

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the texts seen as the expected ones")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice") and not (shutil.which("soffice") and shutil.which("pdftotext")):
        if os.environ.get("CI"):
            pytest.fail("CI needs soffice and pdftotext: .ci/run installs them")
        pytest.skip("LibreOffice 或 poppler-utils 没有安装，跳过版面实测")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's cache; all share one, as all runs of a user do."""
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("QICAO_LIBRARY", raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(folders())


MakeBrief = Callable[..., Brief]


@pytest.fixture(scope="session")
def make_brief(library: Library) -> MakeBrief:
    """A brief for a unit type from its own example; keywords replace lines, `facts` is YAML under 情况."""

    def make(unit_type: str = "机关", facts: str = "{}", **keys: str) -> Brief:
        kind = library.unit_types[unit_type]
        sample = kind.example
        lines = {
            "提纲": "意义任务要求式",
            "主题": kind.campaigns[0],
            "级别": "省级",
            "单位": f"{{名称: {sample['名称']}, 简称: {sample['简称']}, 类型: {unit_type}, 地区: {sample['地区']}}}",
            "会议": "{日期: 2026-03-12}",
            "讲话人": f"{{姓名: {sample['姓名']}, 职务: '{sample['职务']}'}}",
            "时长": "15分钟",
            "情况": facts,
            **keys,
        }
        text = "\n".join(f"{key}: {value}" for key, value in lines.items())
        return brief_from(parse_yaml(text, "brief.yaml"), "brief.yaml", library)

    return make

"""A draft's own check is remembered, and forgotten when anything changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import MakeBrief

from qicao import checkup, examined
from qicao.compose import compose
from qicao.library.model import Library

BAD = "{短板: [群众反映的间题多, 窗口等候时间长]}"


def test_the_second_time_no_rule_runs(
    library: Library, make_brief: MakeBrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path))
    draft = compose(make_brief(facts=BAD), library)
    first = examined.examine(draft, "甲.docx")
    assert {issue.text for issue in first if issue.severity == "error"} == {"间题"}
    monkeypatch.setattr(checkup, "checkup", lambda *_: pytest.fail("checked again"))
    second = examined.examine(draft, "乙.docx")
    assert [issue._replace(file="甲.docx") for issue in second] == first
    assert {issue.file for issue in second} <= {"乙.docx"}


def test_another_fact_is_another_check(
    library: Library, make_brief: MakeBrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path))
    assert examined.examine(compose(make_brief(facts=BAD), library), "甲.docx")
    good = examined.examine(compose(make_brief(facts=BAD.replace("间题", "问题")), library), "甲.docx")
    assert [issue for issue in good if issue.loud] == []


@pytest.mark.parametrize("damage", [b"", b"{", b'{"key": 1, "rows": []}', b'{"key": null}', b'["a"]'])
def test_a_damaged_memory_is_not_trusted(
    library: Library, make_brief: MakeBrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path))
    draft = compose(make_brief(facts=BAD), library)
    first = examined.examine(draft, "甲.docx")
    for path in tmp_path.glob("check-*.json"):
        path.write_bytes(damage)
    assert examined.examine(draft, "甲.docx") == first

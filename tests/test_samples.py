"""The samples draft, and their texts are the accepted ones. `pytest --accept` writes them anew: then read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import SAMPLES

from qicao.brief import read_brief
from qicao.compose import compose
from qicao.library.model import Library

EXPECTED = Path(__file__).parent / "expected"


def test_there_are_samples_for_all_outlines(library: Library) -> None:
    outlines = {read_brief(path, library).outline for path in SAMPLES}
    assert len(SAMPLES) == 7
    assert outlines == set(library.outlines)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_reads_as_accepted(path: Path, library: Library, request: pytest.FixtureRequest) -> None:
    draft = compose(read_brief(path, library), library)
    lines = [f"{block.role.name:10} {block.text}" for block in draft.speech.blocks]
    lines += [f"GAP        {slot}" for slot in draft.gaps]
    text = "\n".join(lines) + "\n"
    expected = EXPECTED / f"{path.stem}.txt"
    if request.config.getoption("--accept"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_tells_all_its_facts_and_meets_its_length(path: Path, library: Library) -> None:
    draft = compose(read_brief(path, library), library)
    assert draft.unused == ()
    assert draft.speech.spoken / draft.brief.length >= 0.9
    assert draft.speech.written / draft.brief.length <= 1.1
    assert not re.search(r"\{\{|\{%|\[[短中长有]\]", draft.speech.text)

"""What the built-in library promises: coverage, variants, quotations by name only, nothing copied; and its cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from qicao.library import cache
from qicao.library.folders import Folder, folders
from qicao.library.lint import lint, literal
from qicao.library.load import load_library
from qicao.library.model import LEVELS, Library
from qicao.library.read import read_beside

TYPES = [
    "机关",
    "党委办公室",
    "党委部门",
    "政务服务",
    "纪委监委",
    "住建城管",
    "教育局",
    "中小学校",
    "高校",
    "医院",
    "公安",
    "法院",
    "检察院",
    "税务",
    "银行",
    "国企",
    "供电公用",
    "乡镇街道",
    "社区村",
    "科研院所",
    "窗口行业",
]


def test_all_unit_types_have_their_words_and_their_own_sections(library: Library) -> None:
    assert set(library.unit_types) == set(TYPES)
    for name, kind in library.unit_types.items():
        assert all(
            kind.words[word]
            for word in ("自称", "领导机构", "称谓", "干部群体", "下级", "服务对象", "同级", "系统")
        ), name
        own = [snippet for snippet in library.snippets if name in snippet.limits[2]]
        assert len(own) >= 8, name
        assert {"意义", "任务", "差距", "能力", "收尾"} <= {snippet.move for snippet in own}, name
    for school in ("中小学校", "高校"):
        assert library.unit_types[school].campaigns[0] == "文明校园"


def test_common_sections_have_two_variants(library: Library) -> None:
    # Those with examples answer one fault each, and are said only where a brief names it.
    common = [one for one in library.snippets if not one.limits[2] and not one.examples]
    assert len(common) >= 100
    for snippet in common:
        assert len(snippet.variants) >= 2, snippet.id
        texts = {"".join(literal(p) for p in variant.paragraphs) for variant in snippet.variants}
        assert len(texts) == len(snippet.variants), snippet.id


def test_every_move_has_something_for_every_level(library: Library) -> None:
    for move in library.moves:
        for level in LEVELS:
            fitting = [
                s for s in library.snippets if s.move == move and (not s.limits[1] or level in s.limits[1])
            ]
            assert fitting, f"{move} {level}"


def test_the_library_passes_its_own_check(library: Library) -> None:
    assert [str(finding) for finding in lint(library)] == []


def test_quotations_are_exact_sourced_and_dated(library: Library) -> None:
    assert len(library.quotations) >= 20
    for quotation in library.quotations.values():
        assert quotation.source and quotation.occasion and quotation.lead
        assert quotation.speaker in ("习近平", "毛泽东")
        assert str(quotation.day.year) in quotation.lead
        assert "“" not in quotation.words
    used = {path for s in library.snippets for v in s.variants for path in v.uses if path.startswith("引语.")}
    assert used and used <= {f"引语.{name}" for name in library.quotations}


def test_no_leader_is_named_outside_the_quotations(library: Library) -> None:
    for snippet in library.snippets:
        for variant in snippet.variants:
            text = "".join(literal(paragraph) for paragraph in variant.paragraphs)
            assert "总书记" not in text and "习近平" not in text and "毛泽东" not in text, snippet.id
            assert (
                ("文明单位" not in text and "文明校园" not in text)
                or snippet.limits[0] == ("文明单位",)
                or snippet.limits[2]
            ), snippet.id


@pytest.mark.skipif(
    not (ROOT.parent / "shared" / "tools" / "copied.py").exists(), reason="原始材料不在这台机器上"
)
def test_nothing_is_copied_from_the_source_collection() -> None:
    shared = ROOT.parent / "shared"
    done = subprocess.run(
        [sys.executable, shared / "tools" / "copied.py", "-n", "16", "--allow", ROOT / "docs" / "fixed-phrases.txt",
         shared / "seed" / "part_a.txt", ROOT / "snippets", ROOT / "templates", ROOT / "samples"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_a_warm_library_equals_a_parsed_one(library: Library) -> None:
    warm = load_library(folders())
    assert warm.version == library.version and len(warm.snippets) == len(library.snippets)
    for one, other in zip(warm.snippets, library.snippets, strict=True):
        assert (one.id, one.limits, one.order, one.titles, one.place) == (
            other.id,
            other.limits,
            other.order,
            other.titles,
            other.place,
        )
        assert [v.paragraphs for v in one.variants] == [v.paragraphs for v in other.variants]
        assert [v.measures for v in one.variants] == [v.measures for v in other.variants]


@pytest.mark.parametrize("damage", [b"", b"garbage", b"1\n{}", None])
def test_a_corrupt_or_stale_cache_is_rebuilt(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    file = own / "a.yaml"
    text = "段落:\n- id: 自家\n  语步: 过渡\n  异文: ['讲{{ 点数 }}点。']\n"
    file.write_text(text, encoding="utf-8")
    where = [*folders(), Folder("自家", own)]
    assert load_library(where).by_id("自家") is not None
    _, kept = sorted((tmp_path / "cache").glob("library-*.json"), key=lambda path: path.stat().st_mtime_ns)
    if damage is None:
        file.write_text(text.replace("自家", "自己"), encoding="utf-8")
        again = load_library(where)
        assert again.by_id("自家") is None and again.by_id("自己") is not None
        return
    kept.write_bytes(damage or kept.read_bytes()[:-20])
    assert load_library(where).by_id("自家") is not None
    assert kept.read_bytes() != damage


def test_own_sections_are_read_beside_those_that_ship(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "段落:\n- id: 自家\n  语步: 过渡\n  异文: ['讲{{ 点数 }}点。']\n"
        "- id: 公共-过渡-主要\n  语步: 过渡\n  异文: ['我讲{{ 点数 }}点。']\n",
        encoding="utf-8",
    )
    folder = Folder("自家", tmp_path)
    mine = [(folder, tmp_path / "own.yaml")]
    found = read_beside(library, [folder], mine)
    assert found is not None and found[1] == []
    ids = [one.id for one in library.snippets]
    assert [one.id for one in found[0].snippets] == [*ids, "自家"] and "自家" not in ids
    assert [(new.library, old.library) for new, old in found[0].shadowed] == [("自家", "内置")]
    assert found[0].version != library.version and not library.shadowed
    # Sections take their place from the topic when they are parsed.
    (tmp_path / "own.yaml").write_text("话题: {标准: 11}\n", encoding="utf-8")
    assert read_beside(library, [folder], mine) is None


def test_a_piece_damaged_later_is_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path / "cache"))
    sound = load_library(folders())
    (kept,) = (tmp_path / "cache").glob("library-*.json")
    data = kept.read_bytes()
    first = data.index(b"\n") + 1
    head = first + 4 + int.from_bytes(data[first : first + 4], "big")
    kept.write_bytes(data[:head] + bytes(byte ^ 1 for byte in data[head:]))
    warm = load_library(folders())
    assert "snippets" not in warm.__dict__  # the head was sound: it was the cache that was read
    case = ("文明单位", "省级", "税务", "围绕式", "主要负责人")
    for move in sound.moves:
        wanted = sound.fitting(move, case, "2026-03-01")
        assert [one.id for one in warm.fitting(move, case, "2026-03-01")] == [one.id for one in wanted]
    assert any(sound.fitting(move, case, "2026-03-01") for move in sound.moves)


def test_no_cache_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("QICAO_CACHE", str(tmp_path / "file" / "below"))
    assert len(load_library(folders()).snippets) > 300
    assert cache.read("nothing", Library) is None

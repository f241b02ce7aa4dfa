"""The Word file, part by part: styles, fonts, page, bookmarks, comments, properties; and an outside validator."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import SAMPLES, MakeBrief
from hypothesis import given, settings
from hypothesis import strategies as st

from qicao.brief import read_brief
from qicao.compose import Draft, compose
from qicao.library.model import Library
from qicao.places import Place
from qicao.readers.docx import read_traced
from qicao.speech import Block, Role, Span, Speech
from qicao.writers.docx import render
from qicao.writers.word import base, styles
from qicao.writers.word.body import body_xml

W = f"{{{styles.W}}}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


@pytest.fixture(scope="module")
def draft(library: Library, make_brief: MakeBrief) -> Draft:
    return compose(make_brief("住建城管", 提纲="意义任务要求式", 种子="待填"), library)


@pytest.fixture(scope="module")
def parts(draft: Draft) -> dict[str, bytes]:
    return parts_of(render(draft))


def test_it_has_just_the_parts_a_speech_needs(parts: dict[str, bytes]) -> None:
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml", "word/footer1.xml",
        "word/footer2.xml", "word/comments.xml", "customXml/item1.xml", "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
    }  # fmt: skip
    for name, data in parts.items():
        assert xml(data) is not None, name


def test_nothing_in_it_names_the_tool_it_was_made_with(parts: dict[str, bytes]) -> None:
    everything = b"".join(parts.values())
    for word in (
        b"python-docx",
        b"2013-12-23",
        b"MS Mincho",
        b"asciiTheme",
        b"eastAsiaTheme",
        b"hAnsiTheme",
        b"cstheme",
    ):
        assert word not in everything


def test_the_base_in_the_package_is_what_base_builds() -> None:
    for preset in styles.PAGES:
        assert parts_of((base.FOLDER / f"{preset}.docx").read_bytes()) == parts_of(base.build(preset)), (
            "运行 python -m qicao.writers.word.base 重建"
        )


@pytest.mark.parametrize(
    ("preset", "top", "bottom", "pitch"), [("9704", "2098", "1984", "579"), ("33476", "1960", "1847", "592")]
)
def test_page_and_grid(draft: Draft, preset: str, top: str, bottom: str, pitch: str) -> None:
    section = xml(parts_of(render(draft, preset))["word/document.xml"]).find(f".//{W}sectPr")
    assert section is not None
    size, margin, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert size is not None and margin is not None and grid is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert {name: margin.get(f"{W}{name}") for name in ("top", "bottom", "left", "right", "footer")} == {
        "top": top, "bottom": bottom, "left": "1588", "right": "1474", "footer": "1446",
    }  # fmt: skip
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch"), grid.get(f"{W}charSpace")) == (
        "lines",
        pitch,
        None,
    )
    kinds = [node.get(f"{W}type") for node in section.findall(f"{W}footerReference")]
    assert sorted(filter(None, kinds)) == ["default", "even"]


def test_headings_are_real_styles(parts: dict[str, bytes], draft: Draft) -> None:
    names = {}
    for style in xml(parts["word/styles.xml"]).findall(f"{W}style"):
        name = style.find(f"{W}name")
        assert name is not None
        names[style.get(f"{W}styleId")] = name.get(f"{W}val")
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if names[style.get(f"{W}styleId")] in ("heading 1", "heading 2", "heading 3"):
            assert level is not None and style.find(f"{W}pPr/{W}keepNext") is not None
    used = [node.get(f"{W}val") for node in xml(parts["word/document.xml"]).iter(f"{W}pStyle")]
    assert len(used) == len(draft.speech.blocks)
    assert {"heading 1", "heading 2", "Body Text", "讲话标题", "讲话署名", "讲话日期", "讲话称呼"} <= {
        names[one] for one in used
    }


def test_chinese_fonts_stand_on_both_sides_and_indents_count_characters(parts: dict[str, bytes]) -> None:
    sheet = parts["word/styles.xml"].decode()
    fonts = re.findall(r"<w:rFonts[^>]*>", sheet)
    assert len(fonts) >= 6
    for font in fonts:
        pair = re.search(r'w:eastAsia="([^"]+)"', font), re.search(r'w:hAnsi="([^"]+)"', font)
        assert pair[0] and pair[1] and pair[0][1] == pair[1][1]
    assert 'w:firstLineChars="200" w:firstLine="640"' in sheet
    assert "<w:overflowPunct" in sheet and "w:evenAndOddHeaders" in parts["word/settings.xml"].decode()


def test_quotes_and_dashes_carry_the_hint(library: Library, make_brief: MakeBrief) -> None:
    honour = "{现有荣誉: [{称号: 市级文明单位, 年份: 2019}]}"
    parts = parts_of(render(compose(make_brief(facts=honour), library)))
    seen = 0
    for run in xml(parts["word/document.xml"]).iter(f"{W}r"):
        text = "".join(node.text or "" for node in run.findall(f"{W}t"))
        if re.search("[“”‘’—…·]", text):
            font = run.find(f"{W}rPr/{W}rFonts")
            assert font is not None and font.get(f"{W}hint") == "eastAsia"
            seen += 1
    assert seen


def test_gaps_are_marked_and_explained(library: Library, make_brief: MakeBrief) -> None:
    brief = make_brief(讲话人="{身份: 主要负责人}")
    draft = compose(brief, library)
    assert draft.gaps[:2] == ("讲话人.职务", "讲话人.姓名")
    parts = parts_of(render(draft))
    body, comments = xml(parts["word/document.xml"]), xml(parts["word/comments.xml"]).findall(f"{W}comment")
    marked = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None]
    shown = len(re.findall("【待填：", draft.speech.text))
    assert len(marked) == len(comments) == shown >= 2
    text = "".join(node.text or "" for node in comments[0].iter(f"{W}t"))
    assert "讲话人.职务" in text and "要素单" in text


def test_bookmarks_pair_and_surround_every_section(parts: dict[str, bytes], draft: Draft) -> None:
    body = xml(parts["word/document.xml"])
    starts = {node.get(f"{W}id"): node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    ends = [node.get(f"{W}id") for node in body.iter(f"{W}bookmarkEnd")]
    assert sorted(starts) == sorted(filter(None, ends)) and len(starts) == draft.sections
    assert all(re.fullmatch(r"_sec_\d{3}", name or "") for name in starts.values())


def test_properties_speak_of_the_meeting_not_of_the_clock(parts: dict[str, bytes], draft: Draft) -> None:
    core = parts["docProps/core.xml"].decode()
    assert draft.brief.unit in core and "2026-03-12T00:00:00Z" in core and "zh-CN" in core


def audit(data: bytes, folder: Path) -> str:
    """What an independent OOXML validator says of a file."""
    file = folder / "out.docx"
    file.write_bytes(data)
    command = [Path(sys.executable).with_name("openxml-audit"), file]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


@pytest.mark.parametrize("layout", ["9704", "33476"])
def test_an_independent_validator_finds_nothing(draft: Draft, tmp_path: Path, layout: str) -> None:
    said = audit(render(draft, layout), tmp_path)
    assert "Errors: 0" in said and "expected to open cleanly" in said, said


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_pass_the_validator(path: Path, library: Library, tmp_path: Path) -> None:
    said = audit(render(compose(read_brief(path, library), library)), tmp_path)
    assert "Errors: 0" in said and "expected to open cleanly" in said, said


printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)


@settings(max_examples=200, deadline=None)
@given(printable)
def test_any_text_comes_back_out_of_the_word_file(text: str) -> None:
    speech = Speech((Block(Role.BODY, (Span("前"), Span(text), Span("后"))),))
    body = body_xml(speech.blocks, ()).xml
    root = ElementTree.fromstring(f'<w:body xmlns:w="{styles.W}">{body}</w:body>')
    # XML turns a lone carriage return and its kin into a line feed; values hold none (form.py).
    assert "".join(node.text or "" for node in root.iter(f"{W}t")) == f"前{text}后"


@settings(max_examples=40, deadline=None)
@given(name=st.text(st.sampled_from("青川市水利局&<>\"'“”{}%#A1 　·—"), min_size=2, max_size=40))
def test_any_accepted_value_is_found_unharmed_in_the_file(
    name: str, library: Library, make_brief: MakeBrief, tmp_path_factory: pytest.TempPathFactory
) -> None:
    brief = make_brief("机关", "{责任科室: 综合科}")._replace(
        speaker=name.strip() or "甲",
        unit_short=name.strip() or "甲",
        place=Place("x"),
    )
    draft = compose(brief, library)
    file = tmp_path_factory.mktemp("value") / "v.docx"
    file.write_bytes(render(draft))
    _, rows = read_traced(file)
    assert any((name.strip() or "甲") in row.text for row in rows[:3])
    assert "\n".join(row.text for row in rows) == "\n".join(block.text for block in draft.speech.blocks)

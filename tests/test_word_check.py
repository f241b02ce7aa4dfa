"""Word files from anywhere: every part is read at its place, every bad file gives its sentence, and each layout
rule finds what is bad and leaves alone what is good."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import SAMPLES, MakeBrief
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from qicao.brief import read_brief
from qicao.checkup import Issue, checkup
from qicao.compose import compose
from qicao.layout import Layout
from qicao.library.model import Library
from qicao.manuscript import Manuscript, Own
from qicao.places import SpeechError
from qicao.readers.word import read_word
from qicao.rules import all_rules
from qicao.speech import Role
from qicao.writers.docx import render

RULES = {rule.id: rule for rule in all_rules() if rule.family in ("版式", "文件")}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
Edits = Mapping[str, list[tuple[str, str]]]
Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def good(library: Library, make_brief: MakeBrief) -> bytes:
    """A draft without a gap: what the rules must leave alone."""
    return render(
        compose(make_brief("机关", 会议="{名称: 创建省级文明单位动员大会, 日期: 2026-03-12}"), library)
    )


def edited(data: bytes, edits: Edits, new: Mapping[str, str] = {}) -> bytes:
    """The file with texts of its parts replaced (each must be there), and parts added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            for old, words in edits.get(name, []):
                assert old.encode() in text, f"{name}: {old}"
                text = text.replace(old.encode(), words.encode())
            after.writestr(name, text)
        for name, words in new.items():
            after.writestr(name, words)
    return out.getvalue()


def read(data: bytes, folder: Path, **keys: Any) -> Manuscript:
    file = folder / "稿子.docx"
    file.write_bytes(data)
    return read_word(file, **keys)


def made(change: Change, folder: Path, **keys: Any) -> Manuscript:
    """A file that python-docx made."""
    document = docx.Document()
    change(document)
    out = BytesIO()
    document.save(out)
    return read(out.getvalue(), folder, **keys)


def paragraph(xml: str) -> Any:
    names = nsdecls("w", "r", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return parse_xml(f"<w:p {names}>{xml}</w:p>")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def box(text: str) -> str:
    return f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"


def body(document: Any, xml: str) -> None:
    """Put a paragraph of raw XML at the end of the body."""
    document.element.body.insert(len(document.element.body) - 1, paragraph(xml))


def found(m: Manuscript) -> list[tuple[str, int, str]]:
    return [(b.source.where, b.source.number, b.text) for b in m.blocks if b.source and b.text]


def said(m: Manuscript, rule: str) -> list[Issue]:
    return checkup(m, [RULES[rule]])


# ---- the reader -----------------------------------------------------------------------------------------------


def test_body_paragraphs_are_numbered_as_word_numbers_them(good: bytes, tmp_path: Path) -> None:
    m = read(good, tmp_path)
    document = docx.Document(str(tmp_path / "稿子.docx"))
    ours = [block for block in m.blocks if block.source and block.source.where == "正文"]
    assert [b.source.number for b in ours if b.source] == list(range(1, len(document.paragraphs) + 1))
    assert [b.text for b in ours] == [p.text.replace("\n", " ") for p in document.paragraphs]
    assert len(ours) >= 25


def test_empty_paragraphs_count_and_breaks_are_one_character(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_paragraph("")
        one = document.add_paragraph("甲")
        one.add_run().add_break()
        one.add_run("乙\t丙")
        one.add_run().add_break(WD_BREAK.PAGE)
        one.add_run("丁错字")
        document.add_paragraph("")
        document.add_paragraph("戊")

    m = made(change, tmp_path)
    assert [b.text for b in m.blocks][:4] == ["", "甲 乙\t丙丁错字", "", "戊"]
    assert m.body.split("\n")[1] == "甲乙\t丙丁错字"  # the break is not a word of the speech
    at = m.text.index("错字")
    assert m.to_source(at) - 1 == len("甲 乙\t丙丁")


def test_a_title_broken_into_lines_is_one_title(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        title = document.add_paragraph("在创建省级文明单位", style="Title")
        title.add_run().add_break()
        title.add_run("动员大会上的讲话")

    m = made(change, tmp_path)
    assert m.title and m.text[m.title.start : m.title.end] == "在创建省级文明单位动员大会上的讲话"


def test_inline_wrappers_fields_and_ruby(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("域")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    ruby = f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"
    xml = (
        f'<w:hyperlink r:id="x">{run("链")}</w:hyperlink><w:smartTag w:element="e">{run("签")}</w:smartTag>'
        f'<w:sdt><w:sdtContent>{run("控")}</w:sdtContent></w:sdt><w:fldSimple w:instr="DATE">{run("简")}</w:fldSimple>'
        f"{field}{ruby}<w:r><w:noBreakHyphen/></w:r>"
        f'<w:ins w:id="1" w:author="张三">{run("增")}</w:ins>'
        '<w:del w:id="2" w:author="张三"><w:r><w:delText>删掉</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3" w:author="张三">{run("移走")}</w:moveFrom><w:moveTo w:id="4" w:author="张三">{run("移来")}</w:moveTo>'
    )
    m = made(lambda document: body(document, xml), tmp_path)
    assert m.blocks[0].text == "链签控简域拼-增移来"
    assert m.layout and [(one.kind, one.text) for one in m.layout.changes] == [
        ("插入", "增"), ("删除", "删掉"), ("删除", "移走"), ("插入", "移来"),
    ]  # fmt: skip
    issue = said(m, "修订")[0]
    assert (
        (issue.paragraph, issue.start) == (1, 7) and "删除“删掉”" in issue.message and "张三" in issue.message
    )


def test_tables_boxes_and_block_controls(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_paragraph("正文一")
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "格一"
        table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "格中格"
        drawing = f"<w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>{box('新框')}</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing>"
        old = f"<w:pict><v:shape><v:textbox>{box('新框')}</v:textbox></v:shape></w:pict>"
        body(
            document,
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>',
        )
        body(
            document,
            f"<w:r><w:pict><v:shape><v:textbox>{box('旧框')}</v:textbox></v:shape></w:pict></w:r>"
            + run("正文三"),
        )
        body(document, '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>')
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run('控件里')}</w:p></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(len(document.element.body) - 1, control)

    m = made(change, tmp_path)
    rows = [row for row in found(m) if row[0] != "属性"]
    assert rows == [
        ("正文", 1, "正文一"), ("正文", 3, "正文三"), ("内容控件", 1, "控件里"), ("表格", 1, "格一"), ("表格", 3, "格中格"),
        ("文本框", 1, "新框"), ("文本框", 2, "旧框"), ("文本框", 3, "艺术字"),
    ] or rows == [
        ("正文", 1, "正文一"), ("正文", 3, "正文三"), ("表格", 1, "格一"), ("表格", 3, "格中格"),
        ("文本框", 1, "新框"), ("文本框", 2, "旧框"), ("文本框", 3, "艺术字"), ("内容控件", 1, "控件里"),
    ]  # fmt: skip


def test_headers_notes_comments_and_properties(good: bytes, tmp_path: Path) -> None:
    note = f'<w:{{0}}s xmlns:w="{W}"><w:{{0}} w:type="separator" w:id="-1"><w:p/></w:{{0}}><w:{{0}} w:id="1"><w:p>{run("{1}")}</w:p></w:{{0}}></w:{{0}}s>'
    core = {
        "docProps/core.xml": [
            ("</cp:coreProperties>", "<cp:keywords>关键的词</cp:keywords></cp:coreProperties>")
        ]
    }
    extra = "".join(
        [
            f'<Relationship Id="n{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
            for kind in ("header", "footnotes", "endnotes")
        ]
    )
    data = edited(
        good,
        {**core, "word/_rels/document.xml.rels": [("</Relationships>", extra + "</Relationships>")]},
        {
            "word/header.xml": f'<w:hdr xmlns:w="{W}"><w:p>{run("新濮县交通局")}</w:p></w:hdr>',
            "word/footnotes.xml": note.format("footnote", "脚注的话"),
            "word/endnotes.xml": note.format("endnote", "尾注的话"),
            "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>新濮县交通局</Company></Properties>',
            "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="科室"><lpwstr>办公室</lpwstr></property><property name="KSOProductBuildVer"><lpwstr>中文</lpwstr></property></Properties>',
        },
    )
    m = read(data, tmp_path)
    rows = found(m)
    for row in (
        ("页眉", 1, "新濮县交通局"), ("页脚", 1, "— 1 —"), ("页脚", 2, "— 1 —"), ("脚注", 1, "脚注的话"), ("尾注", 1, "尾注的话"),
        ("属性", 4, "新濮县交通局"), ("属性", 5, "关键的词"), ("属性", 6, "办公室"),
    ):  # fmt: skip
        assert row in rows, row
    assert "— 1 —" not in m.text and "新濮县交通局" not in m.body and "新濮县交通局" in m.text
    assert "属性里的单位是“新濮县交通局”" in "".join([issue.message for issue in said(m, "属性残留")])


def test_smart_art_and_charts_are_read_and_the_rest_is_named(tmp_path: Path) -> None:
    graphic = "<w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    diagram = '<x:relIds xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdD"/>'
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdNone"/>'
    image = '<a:blip r:embed="rIdP"/>'

    def change(document: Any) -> None:
        for one in (diagram, chart, image, image):
            body(document, f"<w:r>{graphic.format(one)}</w:r>")
        body(
            document,
            '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>',
        )

    made(change, tmp_path)
    rel = '<Relationship Id="rIdD" Type="x/diagramData" Target="../word/diagrams/data1.xml"/></Relationships>'
    words = '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>组织</a:t></a:r><a:r><a:t>领导</a:t></a:r></a:p></d>'
    data = edited(
        (tmp_path / "稿子.docx").read_bytes(),
        {"word/_rels/document.xml.rels": [("</Relationships>", rel)]},
        {"word/diagrams/data1.xml": words},
    )
    m = read(data, tmp_path)
    assert ("图形", 1, "组织领导") in found(m)
    assert m.layout and m.layout.unread == (
        "图表或 SmartArt 图形（1处）",
        "图片（2处）",
        "嵌入的对象（Excel.Sheet.12）（1处）",
    )
    assert "图片（2处）" in said(m, "没有读到")[0].message


def test_roles_come_from_styles_outline_levels_numbers_and_looks(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_paragraph("在动员大会上的讲话", style="Heading 1")
        document.add_paragraph("（2026年3月12日）")
        document.add_paragraph("同志们：")
        document.add_paragraph("认清形势", style="Heading 1")
        document.add_paragraph("（一）看大势")
        body(document, '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>' + run("明确任务"))
        document.add_paragraph("今天开会。")

    m = made(change, tmp_path)
    roles = [block.role for block in m.blocks[:7]]
    assert roles == [
        Role.TITLE,
        Role.DATE,
        Role.SALUTATION,
        Role.HEADING1,
        Role.HEADING2,
        Role.HEADING2,
        Role.BODY,
    ]


def test_a_draft_tells_its_owner_its_day_and_whether_it_was_touched(good: bytes, tmp_path: Path) -> None:
    m = read(good, tmp_path)
    assert m.drafted and m.day and m.day.isoformat() == "2026-03-12"
    assert m.own and m.own.unit and m.own.region and m.own.tier in ("市", "县") and m.own.level == "省级"
    assert m.own.unit in m.own.said and "2026年3月12日" in m.own.words
    words = next(block.text for block in m.blocks if block.role is Role.BODY and len(block.text) > 30)
    assert not read(edited(good, {"word/document.xml": [(words, words + "改了")]}), tmp_path).drafted
    saved = edited(
        good,
        {
            "docProps/core.xml": [
                ("2026-03-12T00:00:00Z</dcterms:modified>", "2026-03-13T00:00:00Z</dcterms:modified>")
            ]
        },
    )
    assert not read(saved, tmp_path).drafted
    other = Own(unit="别的局")
    assert read(good, tmp_path, own=other).own == other


def test_page_markers_are_cut_out_of_word_files_too(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_paragraph("同志们：")
        document.add_paragraph("要" * 110 + "把文明创")
        document.add_paragraph("2、建抓好。")

    m = made(change, tmp_path)
    assert "把文明创建抓好" in m.text
    assert [issue.text for issue in checkup(m, [rule for rule in all_rules() if rule.id == "网页残留"])] == [
        "2、"
    ]


# ---- files that cannot be read --------------------------------------------------------------------------------


def sentence(data: bytes, folder: Path) -> str:
    with pytest.raises(SpeechError) as caught:
        read(data, folder)
    finding = caught.value.findings[0]
    assert len(caught.value.findings) == 1 and finding.rule == "文件" and finding.hint
    assert re.search(r"[\u4e00-\u9fff]", finding.message) and not finding.message.endswith("。")
    return f"{finding.message} —— {finding.hint}"


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


OTHER_FILES: list[tuple[bytes, str]] = [
    (OLE + "WordDocument".encode("utf-16-le"), ".doc、.wps"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "去掉打开密码"),
    (OLE + "Workbook".encode("utf-16-le"), "Excel"),
    (OLE, "另存为 .docx"),
    (rb"{\rtf1\ansi hello}", "RTF"),
    (b"%PDF-1.7\n%\xe2", "PDF"),
    (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>", "网页"),
    (b"<html xmlns:o='x'>", "网页"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart", "网页"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "XML"),
    (b"\x89PNG\r\n\x1a\n", "图片"),
    ("同志们：今天开会。".encode(), "文本文件"),
    ("同志们：今天开会。".encode("gb18030"), "文本文件"),
    (b"", "空的"),
    (b"\x00\x01\x02\x03" * 100, "坏了"),
    (zipped({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
    (zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    (zipped({"content.xml": b"<x/>", "mimetype": b"odt"}), ".odt"),
    (zipped({"OFD.xml": b"<x/>"}), "OFD"),
    (zipped({"word/styles.xml": b"<x/>"}), "没有正文"),
    (zipped({"a.txt": b"x"}), "压缩包"),
    (zipped({"word/document.xml": b"<w:document"}), "坏了"),
    (zipped({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "外部引用"),
    (zipped({"word/document.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")}), "外部引用"),
    (zipped({"word/document.xml": b"<x>" + b" " * 41_000_000 + b"</x>"}), "太大"),
    (zipped({"word/document.xml": b"<x>" + b" " * 9_000_000 + b"</x>"}), "压得太紧"),
    (zipped({f"word/a{n}.xml": b"" for n in range(5_010)}), "太多"),
    (zipped({"word/document.xml": b"<x/>" * 400})[:-30], "坏了"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "words"), OTHER_FILES, ids=[f"{n}-{one[1]}" for n, one in enumerate(OTHER_FILES)]
)
def test_every_other_file_gets_a_sentence_that_says_what_to_do(
    data: bytes, words: str, tmp_path: Path
) -> None:
    start = time.monotonic()
    assert words in sentence(data, tmp_path)
    assert time.monotonic() - start < 5


def test_an_encrypted_zip_a_folder_and_nothing(good: bytes, tmp_path: Path) -> None:
    locked = bytearray(good)
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:  # the bit that says: encrypted
        locked[at + 8] |= 1
        at += 4
    assert "密码" in sentence(bytes(locked), tmp_path)
    for path, words in ((tmp_path, "普通文件"), (tmp_path / "没有.docx", "没有这个文件")):
        with pytest.raises(SpeechError, match=words):
            read_word(path)


def test_names_in_the_zip_are_only_names(good: bytes, tmp_path: Path) -> None:
    data = edited(
        good, {}, {"../../etc/x.xml": "<x/>", "/word/../evil.xml": "<x/>", "word\\header9.xml": "<x/>"}
    )
    assert len(read(data, tmp_path).blocks) >= 25
    assert {path.name for path in tmp_path.iterdir()} == {"稿子.docx"}


def test_strict_files_and_other_names_of_the_document(good: bytes, tmp_path: Path) -> None:
    strict = {
        "word/document.xml": [(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")],
        "word/styles.xml": [(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")],
    }
    assert [b.text for b in read(edited(good, strict), tmp_path).blocks] == [
        b.text for b in read(good, tmp_path).blocks
    ]
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            other = {
                "word/document.xml": "word/document2.xml",
                "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
            }
            after.writestr(
                other.get(name, name), before.read(name).replace(b"word/document.xml", b"word/document2.xml")
            )
    assert [b.text for b in read(out.getvalue(), tmp_path).blocks] == [
        b.text for b in read(good, tmp_path).blocks
    ]


def test_deep_and_long_files_take_bounded_time(tmp_path: Path) -> None:
    start = time.monotonic()
    deep = "<w:hyperlink>" * 3_000 + run("深") + "</w:hyperlink>" * 3_000
    long = f"<w:p>{run('要抓好落实，') * 40_000}</w:p>"
    tables = "<w:tbl><w:tr><w:tc>" * 1_000 + f"<w:p>{run('里')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 1_000
    xml = f'<w:document xmlns:w="{W}"><w:body><w:p>{deep}</w:p>{long}{tables}</w:body></w:document>'
    file = tmp_path / "深.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", xml)
    m = read_word(file)
    assert len(m.text) >= 240_000 and m.layout and "套得太深的内容（2处）" in m.layout.unread
    checkup(m, RULES.values())
    assert time.monotonic() - start < 6


# ---- the rules ------------------------------------------------------------------------------------------------


def setting(text: str) -> Edits:
    return {"word/styles.xml": [tuple(text.split(" → "))]}  # type: ignore[list-item]


def page(text: str) -> Edits:
    return {"word/document.xml": [tuple(text.split(" → "))]}  # type: ignore[list-item]


BAD_FILES: list[tuple[str, Edits, str, str]] = [
    ("纸张", page('w:w="11906" → w:w="12240"'), "warning", "216×297毫米"),
    ("纸张", {"word/document.xml": [('w:w="11906"', 'w:w="1"'), ('w:h="16838"', 'w:h="11906"'), ('w:w="1"', 'w:w="16838"')]}, "warning", "297×210"),
    ("页边距", page('w:top="2098" → w:top="1440"'), "warning", "上25.4毫米"),
    ("页边距", page('w:gutter="0" → w:gutter="567"'), "warning", "左38.0毫米"),
    ("行数", page('w:type="lines" → w:type="default"'), "info", "没有设网格"),
    ("行数", page('w:type="lines" → w:type="linesAndChars" w:charSpace="-848"'), "info", "每行只剩一半"),
    ("行数", page('w:linePitch="579" → w:linePitch="312"'), "info", "每面40行"),
    ("字体", setting('w:eastAsia="仿宋_GB2312" → w:eastAsia="宋体"'), "warning", "的字体是“宋体”"),
    ("字体", setting('w:eastAsia="黑体" → w:eastAsia="微软雅黑"'), "warning", "一级标题"),
    ("字体", setting('w:eastAsia="方正小标宋简体" → w:eastAsia="黑体"'), "warning", "标题（第1段）的字体是“黑体”"),
    ("字体", setting('w:eastAsia="方正小标宋简体" → w:eastAsia="宋体"'), "info", "小标宋"),
    ("字号", setting('w:sz w:val="32" → w:sz w:val="21"'), "warning", "五号（10.5磅）"),
    ("字号", setting('w:sz w:val="44" → w:sz w:val="32"'), "warning", "标题（第1段）是三号（16磅）"),
    ("字号", setting('w:sz w:val="32" → w:sz w:val="36"'), "info", "大字版"),
    ("首行缩进", setting('w:firstLineChars="200" w:firstLine="640" → w:firstLine="420"'), "warning", "首行缩进1.3个字"),
    ("首行缩进", setting('w:firstLineChars="200" w:firstLine="640" → w:firstLineChars="0"'), "warning", "没有首行缩进"),
    ("首行缩进", page('<w:t xml:space="preserve">同志们：</w:t> → <w:t xml:space="preserve">　　同志们：</w:t>'), "warning", "称呼没有顶格"),
    ("页码", {"word/footer1.xml": [("— ", "- "), (" —", " -")]}, "warning", "不是一字线：“- 1 -”"),
    ("页码", {"word/footer1.xml": [("— ", ""), (" —", "")]}, "info", "没有一字线"),
    ("页码", {"word/footer1.xml": [("PAGE", "DATE")], "word/footer2.xml": [("PAGE", "DATE")]}, "warning", "没有页码"),
    ("页码", {"word/footer2.xml": [("PAGE", "DATE")]}, "warning", "双页没有页码"),
    ("页码", {"word/footer1.xml": [('w:jc w:val="right"', 'w:jc w:val="left"')]}, "warning", "放反了"),
    ("页码", page('</w:sectPr> → <w:pgNumType w:fmt="numberInDash"/></w:sectPr>'), "warning", "- 1 -"),
    ("页码", setting('w:ascii="宋体" → w:ascii="Calibri"'), "info", "Calibri"),
    ("主题字体", setting('w:eastAsia="仿宋_GB2312" → w:eastAsiaTheme="minorEastAsia"'), "info", "主题字体"),
    ("属性残留", {"docProps/core.xml": [("<dc:title>", "<dc:title>在新濮县税务局动员大会上的讲话")]}, "warning", "新濮县税务局"),
    ("属性残留", {"docProps/core.xml": [("<dc:title>", "<dc:title>旧稿")]}, "info", "属性里的标题"),
    ("属性残留", {"docProps/core.xml": [("<dc:creator>", "<dc:creator>王小明")]}, "info", "属性里的作者"),
    ("隐藏文字", page('<w:t xml:space="preserve">同志们：</w:t> → <w:t>同志</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>们：</w:t>'), "warning", "1处隐藏文字"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "edits", "severity", "words"), BAD_FILES, ids=[f"{one[0]}-{one[3]}" for one in BAD_FILES]
)
def test_each_rule_finds_one_thing(
    rule: str, edits: Edits, severity: str, words: str, good: bytes, tmp_path: Path
) -> None:
    issues = said(read(edited(good, edits), tmp_path), rule)
    assert any(words in issue.message + issue.hint and issue.severity == severity for issue in issues), issues
    assert len(issues) <= 3
    for issue in issues:
        assert not issue.message.endswith("。") and "{" not in issue.message + issue.hint


def test_no_rule_finds_anything_in_a_good_file(good: bytes, tmp_path: Path) -> None:
    m = read(good, tmp_path)
    for rule in RULES.values():
        assert checkup(m, [rule]) == [], rule.id
    assert len(RULES) >= 15
    for rule in RULES.values():
        assert checkup(Manuscript("x", m.blocks), [rule]) == [], "without layout there is nothing to say"
        assert checkup(Manuscript("x", m.blocks, layout=Layout()), [rule]) == [] or rule.id == "页码"


@pytest.mark.parametrize("layout", ["9704", "33476"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_own_drafts_are_clean(path: Path, layout: str, library: Library, tmp_path: Path) -> None:
    m = read(render(compose(read_brief(path, library), library), layout), tmp_path, library=library)
    assert m.drafted
    issues = checkup(m, RULES.values())
    assert [issue for issue in issues if issue.severity != "info"] == []
    assert all(issue.rule == "批注" for issue in issues)


def test_usual_fonts_are_all_right(good: bytes, tmp_path: Path) -> None:
    for old, new in (
        ("仿宋_GB2312", "FandolFang"), ("仿宋_GB2312", "STFangsong"), ("楷体_GB2312", "AR PL UKai CN"), ("黑体", "Noto Sans CJK SC"),
        ("方正小标宋简体", "方正小标宋_GBK"), ("方正小标宋简体", "FZXiaoBiaoSong-B05S"), ("楷体_GB2312", "华文楷体"), ("黑体", "SimHei"),
    ):  # fmt: skip
        m = read(
            edited(good, {"word/styles.xml": [(f'w:eastAsia="{old}"', f'w:eastAsia="{new}"')]}), tmp_path
        )
        assert said(m, "字体") == [], new


def test_spaces_for_an_indent_are_one_finding(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_paragraph("同志们：")
        for _ in range(30):
            document.add_paragraph("　　今天开会。")

    issues = said(made(change, tmp_path), "首行缩进")
    assert len(issues) == 1 and issues[0].paragraph == 2 and "等30段" in issues[0].message


def test_a_plain_file_gets_one_finding_of_each_kind(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
        document.add_paragraph("同志们：")
        for _ in range(60):
            one = document.add_paragraph()
            words = one.add_run("今天我们召开动员大会，任务是动员大家把工作抓好。")
            words.font.size = Pt(12)
            one.paragraph_format.line_spacing = Pt(20)

    m = made(change, tmp_path)
    issues = checkup(m, RULES.values())
    names = [issue.rule for issue in issues]
    assert {"页边距", "字体", "字号", "首行缩进", "页码", "主题字体", "直接格式", "属性残留"} <= set(names)
    assert "纸张" not in names and len(names) <= 12
    direct = next(issue for issue in issues if issue.rule == "直接格式")
    assert "60段" in direct.message and direct.severity == "info" and direct.where == "全文"


def test_comments_are_placed_and_gaps_of_a_draft_are_info(
    library: Library, make_brief: MakeBrief, tmp_path: Path
) -> None:
    data = render(compose(make_brief(讲话人="{身份: 主要负责人}"), library))
    m = read(data, tmp_path)
    issues = said(m, "批注")
    assert [issue.severity for issue in issues] == ["info"] and "起草" in issues[0].message
    other = edited(data, {"word/comments.xml": [('w:author="起草"', 'w:author="李四"')]})
    issues = said(read(other, tmp_path), "批注")
    assert len(issues) >= 2 and {issue.severity for issue in issues} == {"warning"}
    assert (
        all("【待填" in issue.text and issue.paragraph == 2 for issue in issues[:2])
        and "李四：" in issues[0].message
    )


def test_changes_of_one_paragraph_are_one_finding(tmp_path: Path) -> None:
    gone = '<w:del w:id="{0}" w:author="甲"><w:r><w:delText>旧{0}</w:delText></w:r></w:del>'
    formatted = '<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="甲"><w:rPr/></w:rPrChange></w:rPr><w:t>粗</w:t></w:r>'

    def change(document: Any) -> None:
        for number in range(25):
            body(
                document,
                run("今天") + gone.format(number) + run("开会") + gone.format(f"{number}再") + formatted,
            )

    issues = said(made(change, tmp_path), "修订")
    assert len(issues) == 21
    assert "还有5段" in issues[0].message and "25处格式修订" in issues[0].message
    placed = [issue for issue in issues if issue.where == "正文"]
    assert [issue.paragraph for issue in placed] == list(range(1, 21))
    assert placed[3].start == 2 and "删除“旧3”，删除“旧3再”" in placed[3].message


def test_automatic_numbers_are_named(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    mark = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr></w:pPr>'

    def change(document: Any) -> None:
        document.add_paragraph("同志们：")
        for level, words in ((0, "提高认识"), (1, "看大势"), (1, "看自己"), (0, "抓好落实"), (1, "抓责任")):
            body(document, mark.format(level) + run(words))

    made(change, tmp_path)
    out = BytesIO()
    with zipfile.ZipFile(tmp_path / "稿子.docx") as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, numbering if name == "word/numbering.xml" else before.read(name))
    m = read(out.getvalue(), tmp_path)
    assert m.layout and [one.label for one in m.layout.settings] == [
        "",
        "一、",
        "（一）",
        "（二）",
        "二、",
        "（一）",
    ]
    assert [block.role for block in m.blocks[1:4]] == [Role.HEADING1, Role.HEADING2, Role.HEADING2]
    issue = said(m, "自动编号")[0]
    assert issue.severity == "info" and issue.paragraph == 2 and "“一、”" in issue.message


@pytest.mark.libreoffice
def test_a_file_saved_by_libreoffice_is_read_alike(good: bytes, tmp_path: Path) -> None:
    before = read(good, tmp_path)
    soffice = shutil.which("soffice") or ""
    out = tmp_path / "存"
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/p", "--headless", "--convert-to", "docx", "--outdir", out, tmp_path / "稿子.docx"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    after = read_word(out / "稿子.docx")
    assert after.text == before.text
    assert [block.role for block in after.blocks] == [block.role for block in before.blocks]
    assert after.own == before.own and after.day == before.day
    assert checkup(after, RULES.values()) == []

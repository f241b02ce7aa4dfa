"""Findings as comments in Word: on exactly the words found, and nothing else in the file is changed."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from click.testing import CliRunner
from conftest import MakeBrief
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from test_word import audit

from qicao.checkup import Issue, checkup
from qicao.cli.check import command
from qicao.compose import compose
from qicao.library.model import Library
from qicao.manuscript import Manuscript
from qicao.marks import MOST, marked, told
from qicao.places import Severity, SpeechError
from qicao.readers import read_file
from qicao.readers.docx import read_traced
from qicao.readers.word import read_word
from qicao.rules import all_rules
from qicao.writers.docx import render

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[Any], None]
_CHANGED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
_ONE = {f"{W}tab": "\t", f"{W}br": " ", f"{W}noBreakHyphen": "-"}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


def body_text(data: bytes) -> list[str]:
    """All words of each w:p, by our own means."""
    root = ElementTree.fromstring(parts_of(data)["word/document.xml"])
    return ["".join(_words(paragraph)) for paragraph in root.iter(f"{W}p")]


def _words(node: ElementTree.Element) -> list[str]:
    return [
        one.text or "" if one.tag in (f"{W}t", f"{W}delText") else _ONE[one.tag]
        for one in node.iter()
        if one.tag in (f"{W}t", f"{W}delText") or one.tag in _ONE
    ]


def dressed(data: bytes) -> list[tuple[str, bytes]]:
    """Every character with the properties of its run."""
    found = []
    root = ElementTree.fromstring(parts_of(data)["word/document.xml"])
    inner = {id(one) for ruby in root.iter(f"{W}ruby") for one in ruby.iter(f"{W}r")}
    for one in root.iter(f"{W}r"):
        if id(one) not in inner:
            rpr = one.find(f"{W}rPr")
            properties = ElementTree.tostring(rpr) if rpr is not None else b""
            found += [(character, properties) for character in "".join(_words(one))]
    return found


def covered(data: bytes) -> dict[str, str]:
    """The number of each comment → the words between its marks, deleted ones left out. Every comment must have
    both marks and one reference, in this order, outside of field instructions."""
    parts = parts_of(data)
    root = ElementTree.fromstring(parts["word/document.xml"])
    numbers = [
        node.get(f"{W}id", "")
        for node in ElementTree.fromstring(parts["word/comments.xml"]).iter(f"{W}comment")
    ]
    assert len(numbers) == len(set(numbers))
    gone = {id(one) for tag in ("del", "moveFrom") for node in root.iter(f"{W}{tag}") for one in node.iter()}
    opened: dict[str, str] = {}
    found: dict[str, str] = {}
    called: list[str] = []
    instructions: list[bool] = []
    for node in root.iter():
        ident = node.get(f"{W}id", "")
        if node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                instructions.append(True)
            elif kind == "separate":
                instructions[-1] = False
            else:
                instructions.pop()
        elif node.tag == f"{W}commentRangeStart":
            assert not any(instructions) and ident not in opened
            opened[ident] = ""
        elif node.tag == f"{W}commentRangeEnd":
            assert not any(instructions)
            found[ident] = opened.pop(ident)
        elif node.tag == f"{W}commentReference":
            assert ident in found
            called.append(ident)
        elif (node.tag == f"{W}t" or node.tag in _ONE) and id(node) not in gone:
            for one in opened:
                opened[one] += node.text or "" if node.tag == f"{W}t" else _ONE[node.tag]
    assert not opened and sorted(called) == sorted(found) == sorted(numbers)
    return found


def comments(data: bytes) -> dict[str, str]:
    """The number of each comment → its words, a line for each paragraph."""
    root = ElementTree.fromstring(parts_of(data)["word/comments.xml"])
    return {
        node.get(f"{W}id", ""): "\n".join(["".join(_words(one)) for one in node.iter(f"{W}p")])
        for node in root.iter(f"{W}comment")
    }


def found(
    text: str = "", start: int = 0, paragraph: int = 1, where: str = "正文", severity: Severity = "error", message: str = "不对"
) -> Issue:  # fmt: skip
    """A finding, as checkup would make it."""
    return Issue(
        "试规则",
        "类",
        severity,
        message,
        "改掉",
        text,
        paragraph,
        start,
        start + len(text),
        "稿子",
        where,
        None,
    )


def on(m: Manuscript, words: str, **keys: Any) -> Issue:
    """A finding on the first place of these words."""
    for block in m.blocks:
        if words in block.text and block.source:
            start = block.text.index(words)
            return found(words, start, block.source.number, block.source.where, **keys)
    raise AssertionError(words)


def made(change: Change) -> bytes:
    """A file that python-docx made."""
    document = docx.Document()
    change(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph(xml: str) -> Any:
    names = nsdecls("w", "r", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    return parse_xml(f"<w:p {names}>{xml}</w:p>")


def add(document: Any, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, paragraph(xml))


def run(text: str, rpr: str = "", preserve: bool = True) -> str:
    space = ' xml:space="preserve"' if preserve else ""
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}<w:t{space}>{text}</w:t></w:r>"


def field(text: str) -> str:
    """A field in three runs, its marks in one run with words."""
    return (
        '<w:r><w:t>始</w:t><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/><w:t>{text}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/><w:t>终</w:t></w:r>'
    )


def hung(data: bytes, folder: Path, issues: Sequence[Issue] | Callable[[Manuscript], list[Issue]]) -> bytes:
    """The file marked; with all that must hold whatever the findings are."""
    file = folder / "稿子.docx"
    file.write_bytes(data)
    m = read_word(file)
    wanted = issues(m) if callable(issues) else list(issues)
    result = marked(file, m, wanted)
    assert result == marked(file, m, wanted)
    before, after = parts_of(data), parts_of(result)
    assert set(after) - set(before) <= {"word/comments.xml"} and set(before) <= set(after)
    assert {name for name in before if before[name] != after[name]} <= _CHANGED
    assert body_text(result) == body_text(data)
    assert dressed(result) == dressed(data)
    again = folder / "again.docx"
    again.write_bytes(result)
    blocks = [(b.text, b.source) for b in m.blocks if b.source and b.source.where != "批注"]
    assert [
        (b.text, b.source) for b in read_word(again).blocks if b.source and b.source.where != "批注"
    ] == blocks
    if wanted:
        covered(result)
    return result


def ranges(data: bytes) -> dict[str, str]:
    """Words of a comment → words it hangs on."""
    texts, spans = comments(data), covered(data)
    return {texts[number]: spans[number] for number in texts}


# ---- exact words ----------------------------------------------------------------------------------------------


def test_words_over_many_runs_and_wrappers(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        bold = "<w:b/>"
        add(document, f"<w:pPr><w:jc w:val='left'/></w:pPr>{run('全国')}{run('文明', bold)}{run('单位创建')}")
        add(
            document,
            f'{run("见")}<w:hyperlink w:anchor="x">{run("链接里的")}{run("词")}</w:hyperlink>{run("后")}'
            f'<w:ins w:id="1" w:author="张三">{run("插入的话")}</w:ins>'
            '<w:del w:id="2" w:author="张三"><w:r><w:delText>删掉</w:delText></w:r></w:del>'
            f'{run("完")}<w:smartTag w:element="e">{run("标签")}</w:smartTag>'
            f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>{field('域的结果')}",
        )
        document.add_table(1, 1).cell(0, 0).text = "格子里的数"

    words = [
        "文明", "国文", "明单", "全国文明单位创建", "国文明单位创", "接里", "词后插", "见链接", "话完", "入的话完标", "签控", "件始域", "的结", "果终",
        "始", "域的结果", "格子里的数", "子里",
    ]  # fmt: skip
    result = hung(made(change), tmp_path, lambda m: [on(m, word, message=f"“{word}”错") for word in words])
    got = ranges(result)
    assert len(got) == len(words)
    for text, span in got.items():
        assert f"“{span}”错" in text
    assert b"<w:b/></w:rPr>" in parts_of(result)["word/document.xml"]


def test_tabs_breaks_and_places_without_length(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        one = document.add_paragraph("甲乙")
        one.add_run("丙\t丁\n戊")
        document.add_paragraph("")

    issues = [
        found("乙丙\t", 1), found("\t", 3), found(" 戊", 5), found("", 1, message="中"), found("", 0, message="头"),
        found("", 7, message="尾"), found("", 0, 2, message="空段"),
    ]  # fmt: skip
    result = hung(made(change), tmp_path, issues)
    assert sorted(covered(result).values()) == sorted(["乙丙\t", "\t", " 戊", "", "", "", ""])
    root = ElementTree.fromstring(parts_of(result)["word/document.xml"])
    first = next(root.iter(f"{W}p"))
    places = {}
    words = ""
    for node in first.iter():
        words += "".join(_words(node)) if node.tag == f"{W}r" else ""
        if node.tag == f"{W}commentRangeStart":
            places[node.get(f"{W}id")] = words
    text = comments(result)
    assert {text[n][-6:-3]: at for n, at in places.items() if text[n].find("不对") < 0} == {
        " 中。": "甲", " 头。": "", " 尾。": "甲乙丙\t丁 戊"
    }  # fmt: skip


def test_blanks_at_the_ends_go_on_being_dropped(tmp_path: Path) -> None:
    result = hung(
        made(lambda document: add(document, run("  前面 中间 后面  ", preserve=False))),
        tmp_path,
        [found(" 中", 4), found("面 中间 后", 3)],
    )
    root = ElementTree.fromstring(parts_of(result)["word/document.xml"])
    shown = ""
    for node in root.iter(f"{W}t"):
        keep = node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        shown += (node.text or "") if keep else (node.text or "").strip()
    assert shown == "前面 中间 后面"
    assert sorted(covered(result).values()) == [" 中", "面 中间 后"]


def test_what_must_not_be_cut_is_taken_whole(tmp_path: Path) -> None:
    ruby = f"<w:r><w:t>头</w:t><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼音')}</w:rubyBase></w:ruby><w:t>尾</w:t></w:r>"
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{{1}}"/></w:sdtPr><w:sdtContent>{run("绑定的")}</w:sdtContent></w:sdt>'
    either = f'<mc:AlternateContent><mc:Choice Requires="wps">{run("两可的")}</mc:Choice><mc:Fallback>{run("两可的")}</mc:Fallback></mc:AlternateContent>'
    data = made(lambda document: add(document, f"{run('前')}{ruby}{bound}{either}{run('后')}"))
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    m = read_word(file)
    assert m.blocks[0].text == "前头拼音尾绑定的两可的后"
    result = hung(data, tmp_path, [found("音", 3), found("定", 6), found("可", 9), found("尾", 4)])
    assert [covered(result)[str(n)] for n in range(4)] == ["pin拼音", "绑定的", "两可的两可的", "尾"]


_TEXT = st.text(st.sampled_from("甲乙丙丁 A1，。\u3000𠮷"), min_size=1, max_size=6)
_PIECE = st.one_of(
    st.builds(run, _TEXT, st.sampled_from(["", "<w:b/>", '<w:color w:val="FF0000"/>']), st.booleans()),
    st.builds(field, _TEXT),
    _TEXT.map(lambda text: f'<w:hyperlink w:anchor="x">{run(text)}{run(text)}</w:hyperlink>'),
    _TEXT.map(lambda text: f'<w:ins w:id="901" w:author="甲">{run(text)}</w:ins>'),
    _TEXT.map(lambda text: f'<w:del w:id="902" w:author="甲"><w:r><w:delText>{text}</w:delText></w:r></w:del>'),
    _TEXT.map(lambda text: f"<w:r><w:tab/><w:t>{text}</w:t><w:br/><w:t>{text}</w:t></w:r>"),
    _TEXT.map(lambda text: f"<w:sdt><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"),
    _TEXT.map(lambda text: f'<w:fldSimple w:instr="DATE">{run(text)}</w:fldSimple>'),
    st.just('<w:bookmarkStart w:id="903" w:name="b"/><w:bookmarkEnd w:id="903"/><w:proofErr w:type="spellStart"/>'),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(_PIECE, min_size=1, max_size=6), numbers=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6))  # fmt: skip
def test_any_ranges_in_any_paragraph(
    pieces: list[str], numbers: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = made(lambda document: add(document, "".join(pieces)))

    def issues(m: Manuscript) -> list[Issue]:
        text, made = m.blocks[0].text, []
        for one, other in numbers:
            start, end = sorted((min(one, len(text)), min(other, len(text))))
            made.append(found(text[start:end], start, message=f"<{start}-{end}>"))
        return made

    folder = tmp_path_factory.getbasetemp()
    result = hung(data, folder, issues)
    wanted = issues(read_word(folder / "稿子.docx"))
    assert [covered(result)[str(n)] for n in range(len(wanted))] == [one.text for one in wanted]


# ---- other parts ----------------------------------------------------------------------------------------------


def edited(data: bytes, edits: Mapping[str, list[tuple[str, str]]], new: Mapping[str, str] = {}) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            for old, words in edits.get(name, []):
                assert old.encode() in text, f"{name}: {old}"
                text = text.replace(old.encode(), words.encode())
            after.writestr(name, text)
        for name, words in new.items():
            after.writestr(name, words)
    return out.getvalue()


@pytest.fixture(scope="module")
def draft(library: Library, make_brief: MakeBrief) -> bytes:
    """With gaps, so that comments are there already."""
    return render(compose(make_brief("住建城管", 种子="待填", 讲话人="{身份: 主要负责人}"), library))


def test_findings_without_a_place_become_one_comment_on_the_first_words(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "某局文件"
        document.core_properties.title = "旧题目"
        document.add_paragraph("")
        document.add_paragraph("第一段话")

    result = hung(
        made(change),
        tmp_path,
        lambda m: [
            on(m, "某局"),
            on(m, "旧题目"),
            found(paragraph=0, where="全文", message="没有页码", severity="warning"),
            on(m, "第一段话"),
        ],
    )
    assert ranges(result) == {
        "页眉“某局”：【错误】[试规则] 不对。改掉。\n属性“旧题目”：【错误】[试规则] 不对。改掉。\n【提醒】[试规则] 没有页码。改掉。": "",
        "【错误】[试规则] 不对。改掉。": "第一段话",
    }
    root = ElementTree.fromstring(parts_of(result)["word/document.xml"])
    second = list(root.iter(f"{W}p"))[1]
    assert second.find(f"{W}commentRangeStart") is not None


def test_boxes_hang_on_their_paragraph_and_notes_on_their_mark(draft: bytes, tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('框里的话')}</w:p></w:txbxContent>"
    shape = f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    painted = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    note = f'<w:footnotes xmlns:w="{NS}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="7"><w:p>{run("脚注的话")}</w:p></w:footnote></w:footnotes>'
    rel = f'<Relationship Id="n1" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'
    data = edited(
        draft,
        {
            "word/document.xml": [
                (
                    "<w:sectPr ",
                    f"<w:p>{run('有框的段')}{shape}{painted}{run('段尾')}{mark}</w:p><w:sectPr ",
                )
            ],
            "word/_rels/document.xml.rels": [("</Relationships>", rel)],
        },
        {"word/footnotes.xml": note},
    )
    result = hung(data, tmp_path, lambda m: [on(m, "框里"), on(m, "脚注的"), on(m, "艺术字"), on(m, "段尾")])
    new = {text: span for text, span in ranges(result).items() if "试规则" in text}
    assert new == {
        "文本框“框里”：【错误】[试规则] 不对。改掉。": "",
        "脚注“脚注的”：【错误】[试规则] 不对。改掉。": "",
        "文本框“艺术字”：【错误】[试规则] 不对。改掉。": "",
        "【错误】[试规则] 不对。改掉。": "段尾",
    }
    root = ElementTree.fromstring(parts_of(result)["word/document.xml"])
    assert not [one for inner in root.iter(f"{W}txbxContent") for one in inner.iter(f"{W}commentReference")]
    holder = next(one for one in root.iter(f"{W}p") if "有框的段" in "".join(_words(one)))
    assert len(list(holder.iter(f"{W}commentReference"))) == 4
    around = list(holder)
    at = next(i for i, one in enumerate(around) if one.find(f"{W}footnoteReference") is not None)
    assert (around[at - 1].tag, around[at + 1].tag) == (f"{W}commentRangeStart", f"{W}commentRangeEnd")


def test_existing_comments_stay(draft: bytes, tmp_path: Path) -> None:
    before = comments(draft)
    assert before
    extended = edited(
        draft,
        {},
        {
            "word/commentsExtended.xml": '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
        },
    )
    result = hung(extended, tmp_path, lambda m: [on(m, "待填"), on(m, "【待填"), on(m, "同志们")])
    after = comments(result)
    assert before.items() <= after.items() and len(after) == len(before) + 3
    spans = covered(result)
    assert [spans[n] for n in after if n not in before] == ["待填", "【待填", "同志们"]
    assert {n: covered(draft)[n] for n in before} == {n: spans[n] for n in before}
    parts = parts_of(result)
    assert parts["[Content_Types].xml"] == parts_of(draft)["[Content_Types].xml"]


def test_a_marked_draft_is_still_a_draft(draft: bytes, tmp_path: Path) -> None:
    result = hung(draft, tmp_path, lambda m: [on(m, b.text[3:9]) for b in m.blocks if len(b.text) > 20])
    file = tmp_path / "again.docx"
    _, rows = read_traced(file)
    assert rows and not any(row.edited for row in rows)
    said = audit(result, tmp_path)
    assert "Errors: 0" in said and "expected to open cleanly" in said, said


def test_the_validator_finds_nothing_new(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_heading("标题", 1)
        document.add_paragraph("正文的第一段话，有错字。")
        document.add_table(2, 2).cell(1, 1).text = "表里的话"
        add(document, f'<w:hyperlink w:anchor="x">{run("链接")}</w:hyperlink>{run("尾")}{field("结果")}')
        add(document, f'<w:ins w:id="1" w:author="张三" w:date="2026-01-01T00:00:00Z">{run("插入")}</w:ins>')

    data = made(change)
    words = ["标", "第一段", "里的", "接尾始结", "入"]
    result = hung(data, tmp_path, lambda m: [on(m, word) for word in words] + [found(paragraph=0)])
    errors = [re.search(r"Errors: \d+", audit(one, tmp_path)) for one in (data, result)]
    assert errors[0] and errors[1] and errors[0][0] == errors[1][0]
    assert "commentReference" not in parts_of(data)["word/document.xml"].decode()


def test_more_findings_than_anybody_reads(draft: bytes, tmp_path: Path) -> None:
    def issues(m: Manuscript) -> list[Issue]:
        block = max(m.blocks, key=lambda block: len(block.text))
        assert block.source
        places = [
            (b, at) for b in m.blocks for at in range(len(b.text)) if b.source and b.source.where == "正文"
        ]
        made = [
            found(b.text[at], at, b.source.number, severity="error" if n % 100 == 99 else "info")
            for n, (b, at) in enumerate(places[:600])
            if b.source
        ]
        return [found(paragraph=0, message="整份"), *made]

    result = hung(draft, tmp_path, issues)
    new = {n: text for n, text in comments(result).items() if n not in comments(draft)}
    assert len(new) == MOST
    texts = list(new.values())
    assert texts[0].endswith("整份。改掉。") and sum(["【错误】" in text for text in texts]) == 7
    assert "只批了498处，还有102处没有批" in texts[-1]
    assert covered(result)[list(new)[-1]] == ""


def test_a_long_list_for_the_whole_file_is_cut(draft: bytes, tmp_path: Path) -> None:
    issues = [found(paragraph=0, message=f"第{n}条") for n in range(100)]
    new = [text for text in comments(hung(draft, tmp_path, issues)).values() if "试规则" in text]
    assert len(new) == 1 and new[0].endswith("\n另有60处没有列出，用 qicao check 看。")


def test_signs_xml_cannot_write(draft: bytes, tmp_path: Path) -> None:
    bad = found(paragraph=0, message="<坏>&\x00\x0b\ufffe\ud800“]]>”")
    texts = list(comments(hung(draft, tmp_path, [bad])).values())
    assert "<坏>&    “]]>”。改掉。" in texts[-1]


def test_words_of_a_comment() -> None:
    assert told(found(message="是不是写错了？", severity="info")) == "【提示】[试规则] 是不是写错了？改掉。"
    assert told(found()._replace(hint="")) == "【错误】[试规则] 不对。"


def test_without_findings_nothing_changes(draft: bytes, tmp_path: Path) -> None:
    assert parts_of(hung(draft, tmp_path, [])) == parts_of(draft)


# ---- files of other kinds -------------------------------------------------------------------------------------


def test_the_strict_form_stays_strict(tmp_path: Path) -> None:
    strict = [("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"), (f'"{R}', '"http://purl.oclc.org/ooxml/officeDocument/relationships')]  # fmt: skip
    names = ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels")
    data = made(lambda document: document.add_paragraph("严格的话"))
    data = edited(
        data, {name: [one for one in strict if one[0].encode() in parts_of(data)[name]] for name in names}
    )
    file = tmp_path / "s.docx"
    file.write_bytes(data)
    m = read_word(file)
    parts = parts_of(marked(file, m, [on(m, "格的")]))
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"purl.oclc.org/ooxml" in parts[name] and b"wordprocessingml/2006/main" not in parts[name]
    assert b"relationships/comments" in parts["word/_rels/document.xml.rels"]
    (tmp_path / "t.docx").write_bytes(marked(file, m, [on(m, "格的")]))
    note = read_word(tmp_path / "t.docx").layout.notes[0]  # type: ignore[union-attr]
    assert (note.author, note.text, note.end - note.start) == ("起草", "【错误】[试规则] 不对。改掉。", 2)


def test_a_main_part_of_another_name(draft: bytes, tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(draft)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name in ("[Content_Types].xml", "_rels/.rels"):
                data = data.replace(b"word/document.xml", b"word/main2.xml")
            after.writestr(name.replace("document.xml", "main2.xml"), data)
    file = tmp_path / "m.docx"
    file.write_bytes(out.getvalue())
    m = read_word(file)
    parts = parts_of(marked(file, m, [on(m, "同志们")]))
    assert set(parts) == set(parts_of(out.getvalue()))
    assert "试规则" in parts["word/comments.xml"].decode()


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ({"[Content_Types].xml": [("document.main+xml", "template.main+xml")]}, "模板"),
        ({"word/comments.xml": [("</w:comments>", "")]}, "原有的批注坏了"),
        ({"[Content_Types].xml": [("</Types>", "")], "word/_rels/document.xml.rels": [("comments.xml", "none.xml")]}, "有一部分坏了"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_marked(
    draft: bytes, tmp_path: Path, edits: dict[str, list[tuple[str, str]]], said: str
) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(edited(draft, edits))
    m = read_word(file)
    with pytest.raises(SpeechError, match=said):
        marked(file, m, [on(m, "同志们")])


def test_a_broken_picture_says_so(draft: bytes, tmp_path: Path) -> None:
    data = bytearray(edited(draft, {}, {"word/media/图1.png": "图" * 500}))
    with zipfile.ZipFile(BytesIO(data)) as package:
        at = package.getinfo("word/media/图1.png").header_offset
    data[at + 60] ^= 0xFF
    file = tmp_path / "x.docx"
    file.write_bytes(data)
    m = read_word(file)
    with pytest.raises(SpeechError, match="有一部分坏了"):
        marked(file, m, [on(m, "同志们")])


def test_other_parts_stay_even_with_chinese_names(draft: bytes, tmp_path: Path) -> None:
    data = edited(draft, {}, {"word/media/图片1.png": "\x89PNG", "word/embeddings/a.bin": "乙" * 9000})
    result = hung(data, tmp_path, lambda m: [on(m, "同志们")])
    assert "word/media/图片1.png" in parts_of(result)


# ---- texts ----------------------------------------------------------------------------------------------------

_TEXT_FILE = """在创建全国文明单位动员大会上的讲话暨迎接省级文明单位复查工作推进会
张三
（2026年3月12日）

同志们：
一，提高认识 \x0c<认识>&“到位”，, 再见\ufffe𠮷
\t　　二、加强领导
"""


def test_a_text_becomes_a_word_file_with_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "稿子.txt"
    file.write_text(_TEXT_FILE, encoding="utf-8")
    m = read_file(file)
    lines = _TEXT_FILE.split("\n")
    issues = [
        found("一，", 0, 6), found("&“到位”", lines[5].index("&"), 6), found("暨迎接", lines[0].index("暨"), 1), found("𠮷", lines[5].index("𠮷"), 6),
        found("二", lines[6].index("二"), 7), found(paragraph=0, where="全文"), found("", 0, 4),
    ]  # fmt: skip
    result = marked(file, m, issues)
    assert result == marked(file, m, issues)
    clean = [re.sub("[\x0c\ufffe]", " ", line) for line in lines]
    assert body_text(result) == clean
    spans = covered(result)
    assert [spans[str(n)] for n in range(7)] == ["", *[one.text for one in issues if one.paragraph]]
    said = audit(result, tmp_path)
    assert "Errors: 0" in said and "expected to open cleanly" in said, said
    for word in (b"python-docx", b"2013-12-23"):
        assert not any(word in data for data in parts_of(result).values())


def test_every_rule_on_a_bad_text_hangs_on_its_words(tmp_path: Path) -> None:
    bad = "\n".join([re.sub("[⟦⟧]", "", str(one)) for rule in all_rules() for one in rule.bad[:1] if isinstance(one, str)])  # fmt: skip
    file = tmp_path / "a.txt"
    file.write_text(bad, encoding="utf-8")
    m = read_file(file)
    issues = checkup(m, all_rules())
    assert len(issues) > 30
    placed = [one for one in issues if one.paragraph][: MOST - 1]
    spans = covered(marked(file, m, issues))
    count = bool([one for one in issues if not one.paragraph])
    assert [spans[str(n + count)] for n in range(len(placed))] == [re.sub("[\x00-\x08\x0b-\x1f]", " ", one.text) for one in placed]  # fmt: skip


def test_from_the_command_line(draft: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXT_FILE, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(
        made(lambda document: document.add_paragraph("同志们：一，提高认识,加强领导"))
    )
    for name in ("a.txt", "b.docx"):
        target = tmp_path / f"{name}.docx"
        result = CliRunner().invoke(command, [str(tmp_path / name), "--mark", str(target)])
        assert "已写好" in result.output, result.output
        assert covered(target.read_bytes())


# ---- LibreOffice ----------------------------------------------------------------------------------------------


def converted(file: Path, kind: str, folder: Path) -> Path:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{file.stem}.{kind}"


@pytest.mark.libreoffice
def test_another_program_shows_the_comments_and_keeps_the_pages(draft: bytes, tmp_path: Path) -> None:
    def change(document: Any) -> None:
        for number in range(60):
            document.add_paragraph(f"第{number}段，" + "这是正文里的一句话，有错字。" * 4)
        add(
            document,
            f'{run("见")}<w:hyperlink w:anchor="x">{run("链接")}</w:hyperlink>{run("尾")}{field("结果")}',
        )
        document.add_table(1, 1).cell(0, 0).text = "表里的话"

    for data, words in (
        (draft, ["同志们", "待填"]),
        (made(change), ["错字", "第7段", "第41段，这", "接尾", "结", "里的话"]),
    ):
        result = hung(
            data, tmp_path, lambda m, words=words: [on(m, word) for word in words] + [found(paragraph=0)]
        )
        pages = []
        for name, one in (("old", data), ("new", result)):
            file = tmp_path / f"{name}.docx"
            file.write_bytes(one)
            said = subprocess.run(
                ["pdfinfo", converted(file, "pdf", tmp_path)],
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=True,
            )
            pages.append(re.search(r"Pages:\s+(\d+)", said.stdout)[1])  # type: ignore[index]
        assert pages[0] == pages[1]
        with zipfile.ZipFile(converted(tmp_path / "new.docx", "odt", tmp_path)) as package:
            content = package.read("content.xml").decode()
        notes = re.findall(r"<office:annotation .*?</office:annotation>", content, re.DOTALL)
        assert len(notes) == len(comments(result))
        text = "".join(
            re.findall(
                r"</text:span>|<[^>]+>|([^<]+)",
                re.sub(r"<office:annotation .*?</office:annotation>", "", content, flags=re.DOTALL),
            )
        )
        for word in words:
            assert word in text


def test_a_file_without_a_paragraph_gets_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "空.docx"
    file.write_bytes(made(lambda _: None))
    result = marked(file, read_word(file), [found(paragraph=0, message="空的")])
    assert covered(result) == {"0": ""} and body_text(result) == [""]

"""换: the words change, nothing else does."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from test_marks import dressed, parts_of
from test_word import audit

from qicao.swap import Swapped, swap
from qicao.swap.changes import Change

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
LOOKS = (
    "",
    "<w:rPr><w:b/></w:rPr>",
    '<w:rPr><w:sz w:val="32"/></w:rPr>',
    '<w:rPr><w:color w:val="FF0000"/></w:rPr>',
)


def run(text: str, look: str = "") -> str:
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w', 'r', 'wp', 'a')}{_NAMES}>{inner}</w:p>")


def boxed(inner: str) -> str:
    """A text box as Word writes it: a shape, and an older one for those who do not know shapes."""
    content = f"<w:txbxContent><w:p>{inner}</w:p></w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{content}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def document(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A file of paragraphs, each (where it stands, its runs)."""
    made = docx.Document()
    for place, inner in paragraphs:
        section = made.sections[0]
        if place == "表格":
            cell = made.add_table(1, 1).cell(0, 0)
            cell.add_table(1, 1).cell(0, 0)._tc.append(paragraph(inner))
            cell.add_paragraph("")
        elif place == "页眉":
            section.header._element.append(paragraph(inner))
        elif place == "文本框":
            made.element.body.insert(len(made.element.body) - 1, paragraph(run("框") + boxed(inner)))
        else:
            made.element.body.insert(len(made.element.body) - 1, paragraph(inner))
    made.core_properties.title = "青川市水利局的稿子"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def swapped(
    data: bytes, changes: Sequence[Change], everywhere: bool = False, proposals: Sequence[Change] = ()
) -> Swapped:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "旧稿.docx"
        path.write_bytes(data)
        return swap(path, changes, everywhere, proposals)


def words(data: bytes) -> list[str]:
    """The words of every paragraph of body and headers, by our own means."""
    found = []
    for name, part in sorted(parts_of(data).items()):
        if re.fullmatch(r"word/(document|header\d*)\.xml", name):
            root = ElementTree.fromstring(part)
            inner = {id(one) for box in root.iter(f"{W}txbxContent") for one in box.iter(f"{W}t")}
            for one in root.iter(f"{W}p"):
                nested = one in [p for box in root.iter(f"{W}txbxContent") for p in box]
                own = [t.text or "" for t in one.iter(f"{W}t") if nested or id(t) not in inner]
                found.append("".join(own))
    return found


def replaced(text: str, pairs: dict[str, str]) -> str:
    pattern = "|".join(re.escape(old) for old in sorted(pairs, key=len, reverse=True))
    return re.sub(pattern, lambda one: pairs[one[0]], text)


BITS = st.sampled_from(
    [
        "青川",
        "市",
        "水利局",
        "云",
        "河",
        "县",
        "，",
        "。",
        "A",
        "&",
        "<",
        " ",
        "延安",
        "整风",
        "《",
        "》",
        "“",
        "”",
        "一",
    ]
)
TEXT = st.lists(BITS, min_size=1, max_size=12).map("".join)
NAME = TEXT.map(str.strip).filter(bool)
PAIRS = (
    st.dictionaries(NAME, NAME, min_size=1, max_size=5)
    .map(lambda d: {k: v for k, v in d.items() if k != v})
    .filter(bool)
)


@st.composite
def runs(draw: st.DrawFn) -> str:
    """One text cut into runs of any looks, with bookmarks and proofing marks between."""
    text = draw(TEXT)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    pieces = [run(text[a:b], draw(st.sampled_from(LOOKS))) for a, b in itertools.pairwise(cuts)]
    between = st.sampled_from(
        [
            "",
            '<w:proofErr w:type="spellStart"/>',
            '<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>',
        ]
    )
    return "".join([piece + draw(between) for piece in pieces])


PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(["正文", "表格", "文本框", "页眉"]), runs()), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PAIRS)
def test_text_is_replaced_as_in_plain_strings(
    paragraphs: list[tuple[str, str]], pairs: dict[str, str]
) -> None:
    before = document(paragraphs)
    done = swapped(before, [Change(old, new) for old, new in pairs.items()], everywhere=True)
    assert words(done.data) == [replaced(text, pairs) for text in words(before)]
    old, new = parts_of(before), parts_of(done.data)
    assert old.keys() == new.keys()
    for name in old:
        if name.startswith("word/") and old[name] != new[name]:
            count = [len(list(ElementTree.fromstring(one[name]).iter(f"{W}r"))) for one in (old, new)]
            assert count[0] == count[1]
    touched = {"word/document.xml", "docProps/core.xml", *[name for name in old if "header" in name]}
    assert all(old[name] == new[name] for name in old.keys() - touched)


@settings(max_examples=30, deadline=None)
@given(runs(), st.sampled_from(["青川", "水利局", "云河县"]))
def test_every_other_character_keeps_its_looks(inner: str, name: str) -> None:
    before = document([("正文", inner)])
    done = swapped(before, [Change(name, "换过")], everywhere=True)
    was, now = dressed(before), dressed(done.data)
    text = "".join([character for character, _ in was])
    expected: list[tuple[str, bytes]] = []
    at = 0
    for one in re.finditer(re.escape(name), text):
        look = was[one.start()][1]
        expected += [*was[at : one.start()], ("换", look), ("过", look)]
        at = one.end()
    assert now == expected + was[at:]


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS, st.dictionaries(NAME, st.sampled_from(["甲甲甲", "乙乙", "丙"]), min_size=1, max_size=3))
def test_there_and_back(paragraphs: list[tuple[str, str]], pairs: dict[str, str]) -> None:
    pairs = {old: f"{new}{number}号" for number, (old, new) in enumerate(pairs.items())}
    before = document(paragraphs)
    there = swapped(before, [Change(old, new) for old, new in pairs.items()], everywhere=True)
    back = swapped(there.data, [Change(new, old) for old, new in pairs.items()], everywhere=True)
    assert words(back.data) == words(before)


def rich(tmp_path: Path) -> bytes:
    """A file with every kind of place in it."""
    tracked = (
        '<w:ins w:id="1" w:author="甲"><w:r><w:t>青川</w:t></w:r></w:ins><w:r><w:t>市水利局</w:t></w:r>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>青川市水利局</w:delText></w:r></w:del>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE 青川市水利局 </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>青川市水利局</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = "<w:sdt><w:sdtContent><w:r><w:t>青川市水利局</w:t></w:r></w:sdtContent></w:sdt>"
    return document(
        [
            ("正文", tracked),
            ("正文", field),
            ("正文", control),
            ("文本框", run("青川市") + run("水利局", LOOKS[1])),
            ("表格", run("青川市水利局")),
            ("页眉", run("青川市水利局")),
        ]
    )


def test_every_place_and_deleted_words_are_named(tmp_path: Path) -> None:
    before = rich(tmp_path)
    done = swapped(before, [Change("青川市水利局", "云河县水务局")])
    assert {hit.where for hit in done.changed} == {
        "正文",
        "表格",
        "文本框",
        "文本框（兼容副本）",
        "页眉",
        "属性",
    }
    assert [(hit.where, hit.why) for hit in done.left] == [("删除的修订", "在删除的修订里")]
    text = parts_of(done.data)["word/document.xml"].decode()
    assert "instrText> TITLE 青川市水利局 " in text and "delText>青川市水利局<" in text
    assert (
        text.count("云河县水务局") == 6
        and "云河县水务局的稿子" in parts_of(done.data)["docProps/core.xml"].decode()
    )


def test_validator_and_libreoffice_see_no_difference(tmp_path: Path) -> None:
    before = rich(tmp_path)
    done = swapped(before, [Change("青川市水利局", "云河县水务局")])
    first, second = audit(before, tmp_path), audit(done.data, tmp_path)
    errors = [re.search(r"Errors: (\d+)", said) for said in (first, second)]
    assert errors[0] and errors[1] and int(errors[1][1]) <= int(errors[0][1]), second


@pytest.mark.libreoffice
def test_as_many_pages(tmp_path: Path) -> None:
    pages = []
    long = [("正文", run("青川市水利局的同志们要认真学习。" * 20))] * 30
    before = document(long)
    for name, data in (("a", before), ("b", swapped(before, [Change("青川市水利局", "云河县水务局")]).data)):
        (tmp_path / f"{name}.docx").write_bytes(data)
        command = [
            "soffice",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / f"{name}.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True)
        said = subprocess.run(
            ["pdfinfo", str(tmp_path / f"{name}.pdf")],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
        pages.append(int(re.findall(r"Pages:\s+(\d+)", said)[0]))
    assert pages[0] > 3 and abs(pages[0] - pages[1]) <= 1


def test_names_trade_places_in_one_pass() -> None:
    done = swapped(
        document([("正文", run("甲县赶乙县，乙县学甲县"))]), [Change("甲县", "乙县"), Change("乙县", "甲县")]
    )
    assert words(done.data)[-1] == "乙县赶甲县，甲县学乙县"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("他说：“延安是个好地方。”", "在直接引语里"),
        ("印发《延安工作方案》", "在书名号里"),
        ("回顾延安整风的经验", "是历史名称“延安整风”的一部分"),
    ],
)
def test_words_of_others_stay_unless_all_is_said(text: str, why: str) -> None:
    data = document([("正文", run(text))])
    done = swapped(data, [Change("延安", "青川")])
    assert [hit.why for hit in done.hits] == [why] and words(done.data) == words(data)
    assert "青川" in "".join(words(swapped(data, [Change("延安", "青川")], everywhere=True).data))


def test_a_term_in_quotation_marks_is_no_quotation() -> None:
    done = swapped(
        document([("正文", run("争创“省级文明单位”，开展“青川好人”评选"))]),
        [Change("省级文明单位", "全国文明单位"), Change("青川", "云河")],
    )
    assert words(done.data)[-1] == "争创“全国文明单位”，开展“云河好人”评选"


@pytest.mark.parametrize(
    ("text", "old", "changed"),
    [
        ("社会治安平稳", "安平", False),
        ("来到安平水利站", "安平", True),
        ("安全市场建设", "全市", False),
        ("在全市水利系统", "全市", True),
        ("2025年3月12日", "3月12日", False),
        ("今年3月12日", "3月12日", True),
    ],
)
def test_short_names_from_briefs_are_not_found_within_words(text: str, old: str, changed: bool) -> None:
    done = swapped(document([("正文", run(text))]), [Change(old, "换过")])
    assert bool(done.changed) is changed


def test_near_forms_are_named() -> None:
    data = document([("正文", run("青 川市水利局，青川的水，水利局的人，青川市水利局"))])
    done = swapped(data, [Change("青川市水利局", "云河县水务局")])
    assert [one.text for one in done.near] == ["青 川市水利局", "青川", "水利局"]


# ---- the command ----------------------------------------------------------------------------------------------

BRIEF = """\
主题: 文明单位
级别: {level}
单位: {{名称: {place}水利局, 简称: {short}, 类型: 机关, 地区: {place}}}
会议: {{日期: {day}}}
讲话人: {{姓名: {who}, 职务: 局长}}
情况: {{名额: {quota}, 责任科室: {office}}}
"""


def brief(path: Path, **words: str) -> str:
    path.write_text(BRIEF.format(**words), encoding="utf-8")
    return str(path)


@pytest.fixture
def briefs(tmp_path: Path) -> list[str]:
    old = brief(
        tmp_path / "旧.yaml",
        level="省级",
        place="青川市",
        short="市水利局",
        day="2026-03-12",
        who="周明",
        quota="6",
        office="办公室",
    )
    new = brief(
        tmp_path / "新.yaml",
        level="市级",
        place="安澜县",
        short="县水利局",
        day="2026-05-08",
        who="何志远",
        quota="4",
        office="机关党委",
    )
    return ["--from", old, "--to", new]


def called(*arguments: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "qicao", "swap", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr and "程序出错" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "旧稿.docx"
    path.write_bytes(
        document(
            [
                (
                    "正文",
                    run("在青川市水利局创建省级文明单位大会上，我市名额6个，周明同志讲话，由办公室牵头。"),
                ),
                ("正文", run("（2026年3月12日）")),
            ]
        )
    )
    return path


def test_two_briefs_give_every_form(old: Path, briefs: list[str], tmp_path: Path) -> None:
    code, said = called(old, "-o", tmp_path / "新稿.docx", *briefs)
    text = "".join(words((tmp_path / "新稿.docx").read_bytes()))
    assert (
        text
        == "在安澜县水利局创建市级文明单位大会上，我县名额6个，何志远同志讲话，由机关党委牵头。（2026年5月8日）"
    )
    assert code == 1 and "“名额”由6变成4" in said


def test_words_of_the_trade_only_with_derive(tmp_path: Path, briefs: list[str]) -> None:
    path = tmp_path / "旧稿.docx"
    path.write_bytes(document([("正文", run("青川市市直机关的同志，市委有要求。"))]))
    _, said = called(path, "--dry-run", *briefs)
    assert "加 --derive 才换" in said and "市委 → 县委" in said
    called(path, "-o", tmp_path / "新稿.docx", *briefs, "--derive")
    assert "县委有要求" in "".join(words((tmp_path / "新稿.docx").read_bytes()))


def test_leftovers_are_checked_against_the_new_brief(tmp_path: Path, briefs: list[str]) -> None:
    path = tmp_path / "旧稿.docx"
    path.write_bytes(
        document(
            [
                ("正文", run("同志们：")),
                ("正文", run("在青川市水利局，感谢洛阳市宜阳县的支持，宜阳县干部群众出了力。")),
            ]
        )
    )
    _, said = called(path, "--dry-run", *briefs)
    assert "还有串稿" in said and "宜阳县" in said


def test_exit_codes_and_json(old: Path, tmp_path: Path) -> None:
    assert called(old, "-o", tmp_path / "甲.docx", "--map", "青川市水利局=云河县水务局")[0] == 0
    code, said = called(old, "-o", tmp_path / "乙.docx", "--map", "没有的=有的")
    assert code == 1 and "“没有的”一处也没有" in said and not (tmp_path / "乙.docx").exists()
    code, said = called(old, "--dry-run", "--map", "周明=何川", "--format", "json")
    report = json.loads(said)
    assert code == 0 and report["out"] is None
    assert report["changed"][0] == {
        "where": "正文", "paragraph": 1, "start": 29, "end": 31, "old": "周明", "new": "何川",
        "before": "上，我市名额6个，", "after": "同志讲话，由办公室牵头。", "why": "",
        "part": "word/document.xml",
    } | {key: report["changed"][0][key] for key in ("start", "end", "before")}  # fmt: skip


def test_map_file(old: Path, tmp_path: Path) -> None:
    (tmp_path / "对照.yaml").write_text("青川市水利局: 云河县水务局\n周明: 何川\n", encoding="utf-8")
    (tmp_path / "一列.yaml").write_text("- {旧: 周明, 新: 何川}\n", encoding="utf-8")
    assert called(old, "-o", tmp_path / "甲.docx", "--map-file", tmp_path / "对照.yaml")[0] == 0
    assert called(old, "-o", tmp_path / "乙.docx", "--map-file", tmp_path / "一列.yaml")[0] == 0
    assert "何川同志" in "".join(words((tmp_path / "乙.docx").read_bytes()))


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["甲"], "没有等号"),
        (["=乙", "甲="], "缺了"),
        (["甲=甲"], "换了还是"),
        (["甲=乙", "甲=丙"], "又要换成"),
        ([f"{'长' * 300}=乙"], "太长"),
    ],
)
def test_bad_maps_are_named_all_at_once(old: Path, tmp_path: Path, pairs: list[str], said: str) -> None:
    code, told = called(
        old,
        "-o",
        tmp_path / "甲.docx",
        *[word for pair in pairs for word in ("--map", pair)],
        "--map",
        "又一处错",
    )
    assert code == 2 and said in told and "又一处错" in told


def test_bad_input(old: Path, tmp_path: Path) -> None:
    out, pair = tmp_path / "新稿.docx", ["--map", "周明=何川"]
    data = old.read_bytes()
    same = tmp_path / "link.docx"
    same.symlink_to(old)
    cases: list[tuple[bytes, str]] = [
        (b"", "空的"), (b"plain", "文本"), (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), ".doc"), (data[:-40], "坏"), (repacked(data, {"../x.xml": b"<x/>"}), "外面"),
        (repacked(data, {"word/header9.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'}), "外部引用"),
        (repacked(data, {"word/big.xml": b"<x>" + b"0" * 60_000_000 + b"</x>"}), "太"),
    ]  # fmt: skip
    for number, (content, said) in enumerate(cases):
        path = tmp_path / f"坏{number}.docx"
        path.write_bytes(content)
        code, told = called(path, "-o", out, *pair)
        assert code == 2 and said in told and not out.exists(), (number, told)
    for arguments, said in (
        ([old, "-o", old, *pair, "--force"], "盖掉旧稿"), ([old, "-o", same, *pair, "--force"], "盖掉旧稿"), ([old, *pair], "-o"),
        ([old, "-o", tmp_path / "新稿.txt", *pair], "格式不一样"), ([old, "-o", out], "一对名称也没有"), ([old, "-o", out, "--from", "x.yaml"], "--to"),
    ):  # fmt: skip
        code, told = called(*arguments)
        assert code == 2 and said in told, told
    out.write_bytes(b"mine")
    assert called(old, "-o", out, *pair)[0] == 2 and out.read_bytes() == b"mine"
    assert old.read_bytes() == data


def repacked(data: bytes, more: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**parts_of(data), **more}.items():
            package.writestr(name, part)
    return out.getvalue()

"""换: nothing is damaged and nothing is missed in silence, in whatever part and way the words are kept."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx_kit import NS, OFFICE, Extra, made, p, pack, r, read, story, swapped
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from test_swap import called
from test_word import audit

from qicao.places import SpeechError

OLD, NEW = "青川市水利局", "云河县水务站"
PAIR = {OLD: NEW}
W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
M = f"{{{OFFICE}/officeDocument/2006/math}}"
MC = f"{{{OFFICE}/markup-compatibility/2006}}"


def text(data: bytes, part: str = "word/document.xml") -> str:
    return read(data)[part].decode()


# ---- properties -----------------------------------------------------------------------------------------------

BIT = st.sampled_from(["青川", "市", "水利局", "云", "3月", "1", "，", "A", " "])
WORD = st.lists(BIT, min_size=1, max_size=4).map("".join)
# Of what a paragraph is made: (how it is kept, its words).
KINDS = ["run", "run", "run", "comment", "choice", "formula", "hyphen", "tab", "deleted", "code"]
PARAGRAPH = st.lists(st.tuples(st.sampled_from(KINDS), WORD), min_size=1, max_size=7)
NAMES = [
    "青川",
    "青川市",
    "市水利局",
    "川市",
    "青川\u2011市",
    "\u2011市",
    "水利局",
    "1",
    "3月",
    "青川市水利局",
    "市，",
]
PAIRS = st.dictionaries(
    st.sampled_from(NAMES), st.sampled_from(["甲甲", "乙", "青川新区", "丙丙丙丙"]), min_size=1, max_size=4
)


def kept(kind: str, words: str) -> str:
    """The XML of a bit of a paragraph."""
    if kind == "comment":
        return f'<w:r><w:t xml:space="preserve">{words[:1]}<!--青川-->{words[1:]}</w:t></w:r>'
    if kind == "choice":
        inner = f'<w:t xml:space="preserve">{words}</w:t>'
        other = f'<w:t xml:space="preserve">{words}川市</w:t>'
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="w14">{inner}</mc:Choice><mc:Choice Requires="w15">{other}'
            f"</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    if kind == "formula":
        return f"<m:oMath><m:r><m:t>{words}</m:t></m:r></m:oMath>"
    if kind == "deleted":
        return f'<w:del w:id="9" w:author="甲"><w:r><w:delText>{words}</w:delText></w:r></w:del>'
    if kind == "code":
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
        )
        return f"{begin}<w:r><w:instrText>QUOTE {words}</w:instrText></w:r>{r(words)}{middle}{r('果')}{end}"
    return {"hyphen": "<w:r><w:noBreakHyphen/></w:r>", "tab": "<w:r><w:tab/></w:r>"}.get(kind, r(words))


def expected(bits: list[tuple[str, str]], pairs: dict[str, str]) -> str:
    """What a paragraph shows afterwards, worked out on plain characters: each with what a name may not reach out of."""
    shown: list[tuple[str, object]] = []
    for number, (kind, words) in enumerate(bits):
        if kind in ("hyphen", "tab"):
            shown.append(("\u2011" if kind == "hyphen" else "\t", "none"))
        elif kind not in ("deleted", "code"):
            zone = number if kind in ("choice", "formula") else "text"
            shown += [(character, zone) for character in words]
        elif kind == "code":
            shown.append(("果", "text"))
    line = "".join([character for character, _ in shown])
    pattern = "|".join(re.escape(old) for old in sorted(pairs, key=len, reverse=True))

    def put(one: re.Match[str]) -> str:
        zones = {zone for _, zone in shown[one.start() : one.end()]}
        return pairs[one[0]] if len(zones) == 1 and "none" not in zones else one[0]

    return re.sub(pattern, put, line)


def seen(data: bytes) -> list[str]:
    """What every paragraph shows, by our own means."""
    found = []
    for paragraph in ElementTree.fromstring(read(data)["word/document.xml"]).iter(f"{W}p"):
        words: list[str] = []
        _show(paragraph, words, [False])
        found.append("".join(words))
    return found


def _show(node: ElementTree.Element, words: list[str], telling: list[bool]) -> None:
    for child in node:
        if child.tag == f"{MC}AlternateContent":
            _show(child[0], words, telling)
        elif child.tag == f"{W}fldChar":
            telling[0] = child.get(f"{W}fldCharType") == "begin"
        elif child.tag in (f"{W}t", f"{M}t"):
            words.append("" if telling[0] else "".join(child.itertext()))
        elif child.tag in (f"{W}noBreakHyphen", f"{W}tab"):
            words.append("\u2011" if child.tag.endswith("Hyphen") else "\t")
        elif child.tag != f"{W}del":
            _show(child, words, telling)


CHART = (
    f'<c:chartSpace {NS}><c:ser><c:tx><c:v>{{0}}</c:v></c:tx><c:cat><c:multiLvlStrCache><c:lvl><c:pt idx="0">'
    '<c:v>{0}</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:cat><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>1</c:v>'
    "</c:pt></c:numCache></c:numRef></c:val></c:ser></c:chartSpace>"
)
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{0}"/><a:graphic><a:graphicData uri="x"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="" descr="{0}"/></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


def full(paragraphs: list[list[tuple[str, str]]], words: str) -> bytes:
    body = "".join([p("".join([kept(*bit) for bit in bits])) for bits in paragraphs])
    return made(
        body + p(PICTURE.format(words)),
        {
            "word/charts/chart1.xml": Extra(CHART.format(words), "drawingml.chart", "chart"),
            "customXml/item9.xml": Extra(f'<x 名="{words}">{words}<y>1</y>市</x>', "", "customXml"),
            "word/header1.xml": Extra(story("hdr", p(r(words))), "wordprocessingml.header", "header"),
        },
        title=words,
    )


def values(part: bytes) -> list[str]:
    """Every word and attribute of a part, alone."""
    found: list[str] = []
    for node in ElementTree.fromstring(part).iter():
        found += [node.text or "", node.tail or "", *node.attrib.values()]
    return found


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(PARAGRAPH, min_size=1, max_size=3), WORD, PAIRS)
def test_nothing_is_lost_and_nothing_missed(
    paragraphs: list[list[tuple[str, str]]], words: str, pairs: dict[str, str]
) -> None:
    before = full(paragraphs, words)
    done = swapped(before, pairs, everywhere=True)
    assert seen(done.data)[:-1] == [expected(bits, pairs) for bits in paragraphs]
    old, new = read(before), read(done.data)
    assert list(old) == list(new)
    touched = {hit.part for hit in done.changed}
    assert all((old[name] == new[name]) == (name not in touched) for name in old)
    told = {hit.old for hit in done.left}
    told |= {name for name in pairs if any(f"“{name}”" in note for note in done.notes)}
    for name in pairs:
        if re.search(r"[^\W\d_]", name) and not any(name in other for other in pairs.values()):
            silent = [
                one for part in new if part.endswith(".xml") for one in values(new[part]) if name in one
            ]
            inside = any(name in longer and longer in told for longer in pairs)
            # A name that begins where one that had to stay ends.
            inside |= any(one.endswith(name[:size]) for one in told for size in range(1, len(name)))
            assert not silent or name in told or inside, (silent, done.notes)
    for name in ("docProps/app.xml", "word/styles.xml"):
        assert old[name] == new[name]


# ---- every place by itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", ["\u2011川市", "青\u2011川", "川\u2011"])
def test_a_name_never_runs_over_what_has_no_element(old: str) -> None:
    body = p(
        "<w:r><w:t>青</w:t><w:noBreakHyphen/><w:t>川市水</w:t></w:r><w:r><w:t>川</w:t><w:noBreakHyphen/></w:r>"
    )
    before = made(body)
    done = swapped(before, {old: "新名"})
    assert done.data and read(done.data) == read(before)
    assert [hit.why for hit in done.left] == ["名称里有不间断连字符等符号"]


def test_a_name_across_a_branch_stays_whole_and_is_named() -> None:
    branch = "<mc:{0}><w:t>水利局</w:t></mc:{1}>"
    both = branch.format('Choice Requires="w14"', "Choice") + branch.format("Fallback", "Fallback")
    before = made(p(r("青川市") + f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"))
    done = swapped(before, PAIR)
    assert read(done.data) == read(before)
    assert [hit.why for hit in done.left] == ["一半在公式或者兼容写法里"]
    both = swapped(before, {"水利局": "水务站"})
    assert text(both.data).count("<w:t>水务站</w:t>") == 2
    assert [hit.where for hit in both.changed] == ["正文", "正文（兼容副本）"]


def test_numbers_and_dates_of_the_file_are_not_of_the_text() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="1号"/></w:textInput></w:ffData></w:fldChar></w:r>'
    custom = (
        f'<Properties xmlns="{OFFICE}/officeDocument/2006/custom-properties" xmlns:vt="{OFFICE}/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="n"><vt:i4>1</vt:i4></property>'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="s"><vt:lpwstr>1号</vt:lpwstr></property></Properties>'
    )
    before = made(
        p(r("1号院，2013年")) + p(box) + p(field),
        {
            "docProps/custom.xml": Extra(custom, "custom-properties"),
            "customXml/item9.xml": Extra(
                "<x><n>1</n><d>2013-01-01T00:00:00</d><s>1号</s></x>", "", "customXml"
            ),
        },
        title="1号",
    )
    done = swapped(before, {"1": "一", "2013": "二"})
    old, new = read(before), read(done.data)
    assert old["docProps/app.xml"] == new["docProps/app.xml"]
    core = re.sub("(?<=title>)一号", "1号", new["docProps/core.xml"].decode())
    assert ElementTree.canonicalize(core) == ElementTree.canonicalize(old["docProps/core.xml"].decode())
    assert (
        "<vt:i4>1</vt:i4>" in new["docProps/custom.xml"].decode()
        and "一号" in new["docProps/custom.xml"].decode()
    )
    assert "<n>1</n><d>2013-01-01T00:00:00</d><s>一号</s>" in new["customXml/item9.xml"].decode()
    assert 'checkBox><w:default w:val="1"/>' in text(done.data) and 'w:val="一号"' in text(done.data)
    assert any("绑定数据里的数字、日期" in note for note in done.notes)


def dressed(where: str) -> str:
    """A paragraph with the old name in one place that is not plain text."""
    return {
        "cNvPr": PICTURE,
        "vml": '<w:r><w:pict><v:rect alt="{0}" title="{0}"/></w:pict></w:r>',
        "formula": "<m:oMath><m:r><m:t>{0}</m:t></m:r></m:oMath>",
        "entry": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="{0}"/><w:statusText w:val="{0}"/><w:ddList>'
        '<w:listEntry w:val="{0}"/></w:ddList></w:ffData></w:fldChar></w:r>',
        "comment": "<w:r><w:t>青川<!-- {0} -->市<?x y?>水利局</w:t></w:r>",
    }[where].format(OLD)


@pytest.mark.parametrize("where", ["cNvPr", "vml", "formula", "entry", "comment"])
def test_words_in_odd_places_of_a_paragraph_are_changed(where: str) -> None:
    done = swapped(made(p(dressed(where))), PAIR)
    assert OLD not in re.sub("<!--.*?-->", "", text(done.data)) and NEW in text(done.data)
    assert not done.notes and {hit.paragraph for hit in done.changed} == {1}


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("word/charts/chart1.xml", Extra(CHART.format(OLD), "drawingml.chart", "chart")),
        ("charts/chart1.xml", Extra(CHART.format(OLD), "drawingml.chart", "chart")),
        ("word/header3.XML", Extra(story("hdr", p(r(OLD))), "wordprocessingml.header", "header")),
        ("word/footer1", Extra(story("ftr", p(r(OLD))), "wordprocessingml.footer", "footer")),
        ("customXml/data.xml", Extra(f'<u 名="{OLD}"><b/>{OLD}</u>', "application/xml", "customXml")),
        (
            "word/charts/chartEx1.xml",
            Extra(
                f'<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:strDim><cx:lvl><cx:pt idx="0">{OLD}'
                f"</cx:pt></cx:lvl></cx:strDim><cx:tx><cx:txData><cx:v>{OLD}</cx:v></cx:txData></cx:tx></cx:chartSpace>",
                "application/vnd.ms-office.chartex+xml",
            ),
        ),
        (
            "word/diagrams/data1.xml",
            Extra(
                f'<dgm:dataModel xmlns:dgm="{OFFICE}/drawingml/2006/diagram" {NS}><dgm:pt><dgm:prSet phldrT="[{OLD}]"/><dgm:t><a:p><a:r>'
                "<a:t>青川市</a:t></a:r><a:r><a:t>水利局</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>",
                "drawingml.diagramData",
                "diagramData",
            ),
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_words_in_every_kind_of_part_are_changed(name: str, extra: Extra) -> None:
    done = swapped(made(p(r("无")), {name: extra}), PAIR)
    assert {hit.part for hit in done.changed} == {name} and not done.notes
    assert (
        OLD not in text(done.data, name)
        and "青川" not in text(done.data, name)
        and NEW in text(done.data, name)
    )


@pytest.mark.parametrize(
    ("inner", "where"),
    [
        (f'<w:bookmarkStart w:id="1" w:name="{OLD}"/><w:bookmarkEnd w:id="1"/>', "书签名"),
        (f'<w:fldSimple w:instr="QUOTE {OLD}">{r("无")}</w:fldSimple>', "域代码"),
        (f'<w:r><w:instrText>TITLE {OLD}</w:instrText></w:r>', "域代码"),
        (kept("code", "无").replace(r("无"), r(OLD)), "域代码"),
        (kept("code", "青川市").replace("</w:instrText>", "</w:instrText><w:instrText>水利局</w:instrText>"), "域代码"),
        (f'<w:ins w:id="1" w:author="{OLD}">{r("无")}</w:ins>', "修订、批注的作者"),
        (f'<w:sdt><w:sdtPr><w:tag w:val="{OLD}"/></w:sdtPr><w:sdtContent>{r("无")}</w:sdtContent></w:sdt>', "控件标记"),
        (r("青川市") + '<w:del w:id="1" w:author="x"><w:r><w:delText>水利局</w:delText></w:r></w:del>', "跨着修订"),
        (f'<w:r><w:x xmlns:w="urn:unknown">{OLD}</w:x></w:r>', "“x”这一项"),
    ],
)  # fmt: skip
def test_what_is_not_changed_is_named(tmp_path: Path, inner: str, where: str) -> None:
    path = tmp_path / "旧稿.docx"
    path.write_bytes(made(p(inner) + p(r("周明"))))
    code, said = called(path, "--dry-run", "--map", f"{OLD}={NEW}", "--map", "周明=何川")
    assert code == 1 and re.search(f"还有“{OLD}”在{where}.*里没有换", said), said
    assert "一处也没有" not in said


def test_the_whole_net_under_coded_bytes_and_styles() -> None:
    """A name written as numbers of characters, in another coding, or in a part that is otherwise not read."""
    for coding, name in (("utf-8", "青&#x5DDD;市水利局"), ("utf-16", OLD), ("gb18030", OLD)):
        styles = f'<?xml version="1.0" encoding="{coding}"?><w:styles {NS}><w:style w:styleId="x"><w:name w:val="{name}"/></w:style></w:styles>'
        parts = read(made(p(r("周明")))) | {"word/styles.xml": styles.encode(coding)}
        done = swapped(pack(parts), PAIR | {"周明": "何川"})
        assert any(OLD in note and "word/styles.xml" in note for note in done.notes), coding


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/media/a.svg", "image/svg+xml"),
        ("word/a.htm", "text/html"),
        ("word/a.vml", "application/vnd.x.vmlDrawing"),
    ],
)
def test_words_of_what_is_put_in_are_named(name: str, kind: str) -> None:
    done = swapped(made(p(r("周明")), {name: Extra(f"<x>{OLD}</x>", kind)}), PAIR | {"周明": "何川"})
    assert any(OLD in note and name in note for note in done.notes)


def test_a_word_file_put_in_is_not_called_broken() -> None:
    inner = Extra(made(""), "wordprocessingml.document.main", "aFChunk")
    done = swapped(made(p(r(OLD)), {"word/afchunk1.docx": inner}), PAIR)
    assert done.changed and done.notes == ("文件里插着另一份文件，里面的字没有改",)


def test_lines_over_notes_are_no_notes() -> None:
    over = f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
    notes = Extra(
        story("footnotes", f'{over}{over}<w:footnote w:id="1">{p(r(OLD))}</w:footnote>'),
        "wordprocessingml.footnotes",
    )
    assert [hit.paragraph for hit in swapped(made("", {"word/footnotes.xml": notes}), PAIR).changed] == [1]


def test_neighbouring_deletions_are_read_together() -> None:
    gone = '<w:del w:id="{0}" w:author="x"><w:r><w:delText>{1}</w:delText></w:r></w:del>'
    done = swapped(made(p(gone.format(1, "青川市") + gone.format(2, "水利局") + r(OLD))), PAIR)
    assert [(hit.where, hit.old) for hit in done.left] == [("删除的修订", OLD)] and len(done.changed) == 1


def test_a_field_that_never_ends_hides_nothing() -> None:
    done = swapped(made(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r(OLD)) + p(r(OLD))), PAIR)
    assert len(done.changed) == 2 and OLD not in text(done.data)


def test_paragraphs_are_counted_as_a_reader_counts_them() -> None:
    link = '<w:hyperlink r:id="r" w:tooltip="提示">' + r("x") + "</w:hyperlink>"
    ruby = f"<w:r><w:ruby><w:rt>{r('qing')}</w:rt><w:rubyBase>{r('青')}</w:rubyBase></w:ruby></w:r>"
    picture = PICTURE.format("说明" + OLD)
    done = swapped(made(p(picture + link * 3) + p(ruby + r("，" + OLD)) + p(r(OLD))), PAIR)
    assert [hit.paragraph for hit in done.changed] == [1, 1, 2, 3]


def test_parts_of_a_kind_are_told_apart(tmp_path: Path) -> None:
    headers = {
        f"word/header{number}.xml": Extra(story("hdr", p(r(OLD))), "wordprocessingml.header", "header")
        for number in (10, 2)
    }
    path = tmp_path / "旧稿.docx"
    path.write_bytes(made(p(r(OLD)), headers))
    _, said = called(path, "--dry-run", "--map", f"{OLD}={NEW}")
    assert "页眉1第1段" in said and "页眉2第1段" in said
    _, said = called(path, "--dry-run", "--map", f"{OLD}={NEW}", "--format", "json")
    assert [one["part"] for one in json.loads(said)["changed"]] == [
        "word/document.xml",
        "word/header2.xml",
        "word/header10.xml",
    ]


# ---- bad and odd files ----------------------------------------------------------------------------------------


def changed(data: bytes, **parts: bytes) -> bytes:
    return pack(read(data) | {f"word/{name}.xml": part for name, part in parts.items()})


@pytest.mark.parametrize(
    ("main", "said"),
    [(b"<a><b></a>", "正文坏了"), (b"<a/>", "正文不是"), (story("document", "<w:p>" * 300 + "</w:p>" * 300).encode(), "套得太深")],
)  # fmt: skip
def test_a_broken_text_is_refused(main: bytes, said: str) -> None:
    with pytest.raises(SpeechError, match=said):
        swapped(changed(made(p(r(OLD))), document=main), PAIR)


def test_another_broken_part_is_named() -> None:
    done = swapped(changed(made(p(r(OLD))), header9=b"<a><b></a>"), PAIR)
    assert len(done.changed) == 1 and ["word/header9.xml" in note for note in done.notes] == [True]


@pytest.mark.parametrize("coding", ["utf-16", "utf-32-be", "utf-7"])
def test_document_types_are_refused_in_every_coding(coding: str) -> None:
    main = (
        text(made(p(r(OLD))))
        .replace("UTF-8", coding)
        .replace("<w:document", '<!DOCTYPE x [<!ENTITY e "E">]><w:document', 1)
    )
    if coding == "utf-7":
        main = main.replace("<!", "+ADwAIQ-")
    encoded = (
        "".join([c if c < "\x80" else c.encode("utf-7").decode() for c in main]).encode()
        if coding == "utf-7"
        else main.encode(coding)
    )
    with pytest.raises(SpeechError, match="外部引用"):
        swapped(changed(made(p(r(OLD))), document=encoded), PAIR)


def strict(data: bytes) -> bytes:
    parts = read(data)
    for name in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        part = parts[name].decode()
        for short in ("wordprocessingml", "drawingml", "officeDocument"):
            part = re.sub(f'="{OFFICE}/{short}/2006/', f'="http://purl.oclc.org/ooxml/{short}/', part)
        parts[name] = part.encode()
    return pack(parts)


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_the_strict_form_stays_strict_and_words_like_its_names_stay(coding: str) -> None:
    words = [
        f"{OFFICE}/drawingml/2006/x",
        "http://purl.oclc.org/ooxml/drawingml/x",
        f'xmlns:a="{OFFICE}/drawingml/2006/main"',
    ]
    data = strict(made(p(r(OLD)) + p(r("@"))))
    main = text(data).replace("UTF-8", coding).replace("@", "</w:t><w:t>".join(words))
    assert f'xmlns:w="{OFFICE}' not in main
    done = swapped(changed(data, document=main.encode(coding)), PAIR)
    after = text(done.data)
    assert after.count(NEW) == 1 and all(f">{one}</w:t>" in after for one in words)
    assert 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"' in after
    assert 'xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math"' in after


def test_names_in_the_zip_and_its_comment_keep_their_bytes() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in read(made(p(r(OLD)))).items():
            package.writestr(name, data)
        package.writestr("word/media/QQQQ1.png", b"png")
        package.writestr("word/media/图.png", b"png")
        package.comment = "备注".encode()
    gbk = "图片".encode("gbk")
    done = swapped(out.getvalue().replace(b"QQQQ", gbk), PAIR)
    assert done.data.count(gbk) == 2 and done.data.count("word/media/图.png".encode()) == 2
    with zipfile.ZipFile(BytesIO(done.data)) as package:
        assert package.comment.decode() == "备注" and package.testzip() is None


@pytest.mark.parametrize("name", ["Word/Document.xml", "/etc/evil.xml", "\\evil.xml", "../evil.xml"])
def test_parts_with_wrong_names_are_refused(name: str) -> None:
    with pytest.raises(SpeechError, match="重名或者指向外面"):
        swapped(pack(read(made(p(r(OLD)))) | {name: b"<a/>"}), PAIR)


def test_what_is_asked_of_the_command(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.docx"
    path.write_bytes(made(p(r(OLD))))
    before = path.read_bytes()
    assert (
        called(path, "-o", path, "--dry-run", "--map", f"{OLD}={NEW}")[0] == 0 and path.read_bytes() == before
    )
    macros = tmp_path / "宏.docm"
    kind, other = (
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    parts = read(before)
    macros.write_bytes(
        pack(parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(kind, other)})
    )
    code, said = called(macros, "-o", tmp_path / "新稿.docx", "--map", f"{OLD}={NEW}")
    assert code == 2 and "带宏" in said and "扩展名" not in said


def test_the_validator_finds_nothing_new(tmp_path: Path) -> None:
    before = full(
        [[("run", "1号青川市"), ("choice", "青川市"), ("formula", "青川"), ("deleted", "青川")]], "1号青川市"
    )
    done = swapped(before, {"1": "一", "青川市": "云河县", "2013": "二"}, everywhere=True)
    errors = [int(re.findall(r"Errors: (\d+)", audit(data, tmp_path))[0]) for data in (before, done.data)]
    assert errors[1] <= errors[0]

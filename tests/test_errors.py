"""One bad file, all its mistakes, every place: brief, sections, outline. Nothing ever raises a traceback."""

from __future__ import annotations

import re
import resource
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from qicao.brief import read_brief
from qicao.compose import compose
from qicao.library.folders import Folder, folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.places import SpeechError
from qicao.yamlfile import parse_yaml, read_yaml

ERRORS = Path(__file__).parent / "errors"
FORM = re.compile(r"^(.+):(\d+):(\d+): \[(\S+?)\] (.+) —— (.+)$")


def places(error: SpeechError) -> set[tuple[int, int, str]]:
    for finding in error.findings:
        assert FORM.match(str(finding)), finding
        assert re.search(r"[\u4e00-\u9fff]", finding.message) and finding.hint
    return {(f.place.line, f.place.column, f.rule) for f in error.findings}


def test_every_mistake_of_a_brief_in_one_go(library: Library) -> None:
    with pytest.raises(SpeechError) as caught:
        read_brief(ERRORS / "brief.yaml", library)
    assert places(caught.value) == {
        (1, 5, "稿种"), (2, 1, "未知键"), (3, 3, "全角冒号"), (4, 5, "级别"), (6, 3, "缺项"), (7, 7, "引号"),
        (8, 7, "类型"), (9, 7, "地区"), (10, 7, "层级"), (12, 7, "花括号"), (13, 7, "日期"), (14, 9, "全角冒号"), (14, 19, "类型"),
        (14, 29, "身份"), (15, 5, "时长"), (16, 1, "重复键"), (17, 5, "类型"), (19, 7, "类型"), (20, 9, "项数"), (21, 10, "缺项"),
        (22, 3, "未知键"),
    }  # fmt: skip
    text = str(caught.value)
    for words in (
        "是不是“提纲”？",
        "“国家级”",
        "是不是“机关”？",
        "是不是“短板”？",
        "2026-02-30",
        "“主题”后面用了全角冒号",
        "要正好5条",
    ):
        assert words in text, words


def test_every_mistake_of_a_section_file_in_one_go() -> None:
    with pytest.raises(SpeechError) as caught:
        load_library([*folders(), Folder("坏", ERRORS)])
    found = [f for f in caught.value.findings if f.place.file.endswith("sections.yaml")]
    rules = {(f.place.line, f.rule) for f in found}
    assert {
        (1, "主题"),
        (4, "语步"),
        (9, "槽"),
        (9, "记号"),
        (10, "槽"),
        (11, "槽"),
        (12, "记号"),
        (12, "槽"),
        (13, "重复"),
        (15, "未知键"),
        (18, "缺项"),
    } <= rules
    slot = next(f for f in found if "单位.简成" in f.message)
    assert (slot.place.line, slot.place.column) == (9, 9) and "单位.简称" in slot.hint
    twice = next(f for f in found if f.rule == "重复")
    assert "坏-一" in twice.message and "sections.yaml:3" in twice.hint


def test_every_mistake_of_an_outline_in_one_go(library: Library, tmp_path: Path) -> None:
    brief = tmp_path / "b.yaml"
    sample = (ROOT / "samples" / "around.yaml").read_text(encoding="utf-8")
    brief.write_text(sample.replace("提纲: 围绕式", f"提纲: {ERRORS / 'outline.j2'}"), encoding="utf-8")
    with pytest.raises(SpeechError) as caught:
        compose(read_brief(brief, library), library)
    found = places(caught.value)
    rules = {(line, rule) for line, _, rule in found}
    assert {
        (2, "槽"),
        (4, "提纲"),
        (5, "语步"),
        (6, "提纲"),
        (7, "段落"),
        (8, "提纲"),
        (11, "槽"),
        (12, "提纲"),
    } <= rules
    text = str(caught.value)
    for words in (
        "各位，今天我们开会",
        "是不是“开场”？",
        "是不是“会议.名称”？",
        "税务-任务-没有",
        "最少",
        "“甲，”",
    ):
        assert words in text, words


def outline(text: str, folder: Path, library: Library) -> list[str]:
    (folder / "o.j2").write_text(text, encoding="utf-8")
    brief = folder / "b.yaml"
    brief.write_text(
        (ROOT / "samples" / "around.yaml").read_text(encoding="utf-8").replace("围绕式\n", "o.j2\n"),
        encoding="utf-8",
    )
    with pytest.raises(SpeechError) as caught:
        compose(read_brief(brief, library), library)
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('{% include "o.j2" %}', "绕成了圈"),
        ('{% extends "没有这个" %}', "没有“没有这个”这个提纲"),
        ('{% include "../../etc/passwd" %}', "没有“../../etc/passwd”这个提纲"),
        ('{% include "/etc/passwd" %}', ""),
        ("## {{ 单位.简称", "没有收尾"),
        ("{% macro a() %}{% endmacro %}", "不能用宏"),
        ("# {{ 'a' * 1000000000 }}", "不能用运算"),
        ("# {{ section.__globals__ }}", "不认识的槽"),
        ("# {{ 单位['__class__'] }}", ""),
        ("# {{ cycler.__init__ }}", ""),
        ("{% set 甲 = namespace() %}", ""),
        ("", "文件是空的"),
        ("# {{ 情况.不存在 }}", "不认识的槽“情况.不存在”"),
        ("# {{ 情况 }}", "后面要写明哪一项"),
        ("# 题{{ section }}", "后面要写明哪一项"),
        ("# {{ section('任务') }}", "不能印出来"),
        ("# {{ none }}", "不能印出来"),
        ("{% set qicao_run = 1 %}\n# {{ 荣誉 }}", "现成的名字"),
        ("{% set 单位 = 1 %}\n# {{ 单位.名称 }}", "现成的名字"),
        ("{% if 荣誉 == 1 %}{% set a = 1 %}{% endif %}\n# {{ a }}", "不能印出来"),
        ("{% set a = 任选() %}\n# 甲", "算不出来"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}\n# 甲", "同名的块"),
        ("# 甲\n{{ section(7) }}", "不认识的语步"),
        ("# 甲\n{{ section('任务', 句式=['a']) }}", "应当是文字"),
        ("# 甲\n{{ section('任务', 至少=5, 至多=2) }}", "还大"),
        ("# 甲\ue0000\ue001", "看不见的字符"),
        ("# {{ " + "(" * 500 + " }}", ""),
        ("# 甲\n" + "{{ section('任务') }}\n" * 2_000, "不超过300项"),
        ("# " + "甲" * 60_000, "不超过50000字"),
        ("{% raw %}{{ x }}{% endraw %}", "raw"),
        ('{% extends "builtin/around" %}\n{% block 没有 %}{% endblock %}', "没有“没有”这一块"),
        ('{% extends "builtin/around" %}\n# 外面', "块外面的内容"),
        ("{{ section('任务') }}", "没有标题"),
        ('{% include "_hidden.j2" %}', "没有“_hidden.j2”这个提纲"),
        ("## {{ 数.没有 }}", "不认识的槽“数.没有”"),
    ],
)
def test_outlines_from_elsewhere_cannot_do_anything(
    text: str, part: str, library: Library, tmp_path: Path
) -> None:
    start = time.monotonic()
    messages = outline(text, tmp_path, library)
    assert messages and part in "\n".join(messages)
    assert "root:" not in "\n".join(messages)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "文件是空的"), (" \n\n", "文件是空的"), ("甲", "键: 值"), ("- 甲\n- 乙", "键: 值"), ("甲: [1, 2", "括号没有收尾"), ("甲: “乙\n丙: 丁: 戊", "冒号"),
        ("a: &x [1]\nb: *x", "别名"), ("甲: {{ 乙 }}", "以 {{ 开头"), ("\t甲: 乙", "制表符"), ("甲: 乙\x07", "控制字符"), ("---\n甲: 乙\n---\n丙: 丁", "两份"),
        ("!!python/object/apply:os.system [echo]", ""), ("? [甲]\n: 乙", "键应当是一个词"),
    ],
)  # fmt: skip
def test_what_is_not_yaml_is_said_plainly(text: str, part: str, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    file.write_bytes(text.encode())
    with pytest.raises(SpeechError) as caught:
        read_brief(file, library)
    assert part in str(caught.value)


def test_gbk_utf16_folder_and_missing_file(library: Library, tmp_path: Path) -> None:
    gbk = tmp_path / "g.yaml"
    gbk.write_bytes("稿种: 动员讲话\n主题: 文明单位".encode("gbk"))
    document = read_yaml(gbk)
    assert "GBK" in str(document.findings[0]) and document.findings[0].place.line == 1
    utf16 = tmp_path / "u.yaml"
    utf16.write_bytes("稿种: 动员讲话".encode("utf-16"))
    assert "UTF-16" in str(read_yaml(utf16).findings[0])
    assert "文件夹" in str(read_yaml(tmp_path).findings[0])
    assert "没有这个文件" in str(read_yaml(tmp_path / "no.yaml").findings[0])


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]" for n in range(9)),
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 50_000 + "x",
        "a: " + "x" * 1_900_000,
        "\n".join(f"键{n}: 值" for n in range(60_000)),
    ],
    ids=["alias bomb", "brackets", "braces", "dashes", "long value", "many keys"],
)
def test_bombs_are_bounded_in_time_and_memory(text: str) -> None:
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = parse_yaml(text, "bomb.yaml")
    assert document.findings or (document.root is not None and document.root.kind == "map")
    assert time.monotonic() - start < 5
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < (500_000 if sys.platform == "linux" else 500_000_000)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("'{{ 荣誉 }}'", "花括号"),
        ('"甲\\n乙"', "换行"),
        ('"甲\\u0007乙"', "看不见"),
        ("x" * 10_000, "10000字"),
        ('"\\ue000"', "看不见"),
        ("[甲]", "一行文字"),
    ],
)
def test_values_that_cannot_be_used_are_refused(
    value: str, part: str, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "b.yaml"
    sample = (ROOT / "samples" / "significance.yaml").read_text(encoding="utf-8")
    file.write_text(sample.replace("简称: 省住房城乡建设厅", f"简称: {value}"), encoding="utf-8")
    with pytest.raises(SpeechError) as caught:
        read_brief(file, library)
    assert part in str(caught.value)
    assert [f.place.line for f in caught.value.findings] == [8]


def test_markup_in_a_value_is_only_text(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    sample = (ROOT / "samples" / "significance.yaml").read_text(encoding="utf-8")
    file.write_text(sample.replace("姓名: 高岭", "姓名: '# <b>A&B</b> ## @'"), encoding="utf-8")
    draft = compose(read_brief(file, library), library)
    assert "# <b>A&B</b> ## @" in draft.speech.blocks[1].text


def test_an_overlay_shadows_a_built_in_section(library: Library, tmp_path: Path) -> None:
    everywhere = ((), (), ("主要负责人",))  # any type, any outline
    wanted = next(s for s in library.snippets if s.move == "过渡" and s.limits[2:] == everywhere)
    (tmp_path / "own.yaml").write_text(
        f"段落:\n- id: {wanted.id}\n  语步: 过渡\n  身份: 主要负责人\n  异文: ['下面我只讲{{{{ 点数 }}}}点。']\n",
        encoding="utf-8",
    )
    own = load_library([*folders(), Folder("本单位", tmp_path)])
    assert own.by_id(wanted.id) != wanted and len(own.snippets) == len(library.snippets)
    assert [(new.library, old.library) for new, old in own.shadowed] == [("本单位", "内置")]
    draft = compose(read_brief(ROOT / "samples" / "significance.yaml", own), own)
    assert "下面我只讲三点。" in draft.speech.text


def test_an_overlay_outline_overrides_one_block(library: Library, tmp_path: Path) -> None:
    (tmp_path / "short.j2").write_text(
        '{# 提纲: 短围绕式 #}\n{% extends "builtin/around" %}\n{% block 意义 %}\n{% endblock %}\n',
        encoding="utf-8",
    )
    own = load_library([*folders(), Folder("本单位", tmp_path)])
    assert "短围绕式" in own.outlines
    draft = compose(read_brief(ROOT / "samples" / "around.yaml", own, {"提纲": "短围绕式"}), own)
    assert len(re.findall(r"(?m)^[一二三]、", draft.speech.text)) == 2


def test_a_hash_that_would_cut_a_value_off_is_named() -> None:
    document = parse_yaml("单位:\n  名称: 青川市 #1水利局\n  简称: 市水利局   # 说明可以写在这里\n", "b.yaml")
    assert [(f.place.line, f.place.column, f.rule) for f in document.findings] == [(2, 11, "井号")]


def test_one_broken_line_does_not_hide_the_others() -> None:
    document = parse_yaml("甲: [1, 2\n乙: 丙\n丁: 戊: 己\n庚：辛\n", "b.yaml")
    assert {"YAML", "全角冒号"} <= {finding.rule for finding in document.findings}
    assert document.root is not None and "庚" in document.root.fields

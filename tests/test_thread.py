"""One line runs through a speech: what follows from the brief's problems, and what belongs to one project."""

from __future__ import annotations

from pathlib import Path

import pytest

from qicao.brief import Brief, brief_from
from qicao.compose import compose
from qicao.library.folders import folders
from qicao.library.lint import lint
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.places import Finding, Place
from qicao.problems import problems_of, thread
from qicao.sentence import parse_line, render
from qicao.speech import Origin
from qicao.timing import reach, slower
from qicao.yamlfile import parse_yaml

SECTION = """\
适用: {主题: 重点项目攻坚}
段落:
- id: 自写-猫
  语步: 任务
  话题: 自写一
  针对: [喂猫]
  后果: 猫饿一顿，人就少睡一晚
  衡量: 猫能不能吃饱
  对账: 猫胖了没有
  标题: [喂猫管理]
  异文:
  - |
    {{ 针对 }}，会后就喂，一天两顿，谁喂的谁记一笔。[有]日子定了，{{ 相关.节点 }}，一天也不能晚。
- id: 自写-其他
  语步: 任务
  话题: 自写二
  名称: [水利]
  针对: [其他]
  标题: [其他难处]
  异文:
  - |
    {{ 针对 }}，一时没有现成的办法，会后三天内坐到一起想。
"""
BRIEF = """\
主题: 重点项目攻坚
提纲: 数字概括式
单位: {{名称: 青川市水利局, 简称: 市水利局, 类型: 机关, 地区: 青川市}}
会议: {{日期: 2026-03-12}}
讲话人: {{姓名: 周明, 职务: 局长, 身份: {role}}}
时长: 15分钟
情况: {{{facts}}}
"""
FACTS = "重点项目: [青川东塔猫舍, 城南鱼市], 节点: [5月底东塔猫舍封顶], 堵点: [东塔猫舍没人喂猫, 月饼太甜]"


def own(folder: Path) -> Library:
    (folder / "own.yaml").write_text(SECTION, encoding="utf-8")
    return load_library(folders([folder]))


def brief(library: Library, facts: str = FACTS, role: str = "主要负责人") -> Brief:
    return brief_from(parse_yaml(BRIEF.format(facts=facts, role=role), "b.yaml"), "b.yaml", library)


def test_what_belongs_to_a_project_stands_under_its_name(tmp_path: Path) -> None:
    library = own(tmp_path)
    first, second, third = problems_of(brief(library), library)
    assert (first.item, first.title, first.related) == (
        "东塔猫舍没人喂猫",
        "青川东塔猫舍",
        {"节点": ("5月底东塔猫舍封顶",)},
    )
    assert (second.item, second.title) == ("城南鱼市", "城南鱼市")
    assert (third.item, third.title) == ("月饼太甜", "")
    draft = compose(brief(library), library)
    assert "突出青川东塔猫舍。东塔猫舍没人喂猫，会后就喂" in draft.speech.text
    assert "日子定了，5月底东塔猫舍封顶" in draft.speech.text
    assert not {"情况.节点", "情况.堵点", "情况.重点项目"} & set(draft.unused)
    # Told under its project, so no other sentence tells it again.
    assert draft.speech.text.count("5月底东塔猫舍封顶") == 1


def test_what_two_projects_share_belongs_to_neither(tmp_path: Path) -> None:
    library = own(tmp_path)
    facts = "重点项目: [东塔猫舍一期, 东塔猫舍二期], 堵点: [东塔猫舍没人喂猫]"
    assert [problem.title for problem in problems_of(brief(library, facts), library)] == [
        "东塔猫舍一期",
        "东塔猫舍二期",
        "",
    ]


def test_halves_are_joined_in_the_order_of_the_brief(tmp_path: Path) -> None:
    library = own(tmp_path)
    facts = "堵点: [没人喂猫, 施工图纸没有出齐]"
    found = thread(brief(library, facts), library, {})
    assert found["衡量"].startswith("猫能不能吃饱，") and found["问题数"] == "两"
    assert found["后果"].startswith("猫饿一顿，人就少睡一晚；")
    assert found["对账"].startswith("猫胖了没有，")
    assert thread(brief(library, facts, "上级领导"), library, {}) == {}


def test_what_no_section_was_written_for(tmp_path: Path) -> None:
    library = own(tmp_path)
    assert "月饼太甜，一时没有现成的办法" in compose(brief(library, "堵点: [月饼太甜]"), library).speech.text
    assert "一时没有现成的办法" not in compose(brief(library, "堵点: [没人喂猫]"), library).speech.text


def test_halves_are_checked(tmp_path: Path) -> None:
    text = SECTION.replace("对账: 猫胖了没有", "对账: 猫胖了没有。").replace("针对: [喂猫]", "次: 7")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    said = str(lint(load_library(folders([tmp_path]))))
    assert "“猫胖了没有。”不是半句话" in said
    assert "写给一类短板，却没写针对什么" in said


CASE = """\
适用: {主题: 重点项目攻坚}
段落:
- id: 自写-案例
  语步: 案例
  话题: 自写三
  名称: [水利]
  针对: {通报案例: [掉进河里]}
  异文:
  - |
    {{ 针对 }}。河边没有栏杆，三天内把栏杆装上。
- id: 自写-议程
  语步: 议程
  名称: [水利]
  议程含: [通报]
  异文:
  - |
    刚才{{ 会议.议程 }}，听了都坐不住。
"""


def test_what_happened_is_told_with_its_lesson_and_once(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(CASE, encoding="utf-8")
    library = load_library(folders([tmp_path]))
    found = brief(library, "通报案例: [一台挖掘机掉进河里], 堵点: [施工图纸没有出齐]")
    draft = compose(found, library)
    assert "一台挖掘机掉进河里。河边没有栏杆，三天内把栏杆装上。" in draft.speech.text
    assert draft.speech.text.count("一台挖掘机掉进河里") == 1
    assert "情况.通报案例" not in draft.unused
    # A word of a case is no problem for the tasks to answer.
    assert [problem.case for problem in problems_of(found, library)] == [False, True]


def test_the_agenda_picks_its_answer(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(CASE, encoding="utf-8")
    library = load_library(folders([tmp_path]))
    for agenda, answered in (("通报了两起典型问题", True), ("宣读了实施方案", False)):
        source = BRIEF.format(facts="", role="主要负责人").replace("会议: {", f"会议: {{议程: [{agenda}], ")
        draft = compose(brief_from(parse_yaml(source, "b.yaml"), "b.yaml", library), library)
        assert ("听了都坐不住" in draft.speech.text) is answered


def test_no_section_looks_further_ahead_than_the_brief(library: Library) -> None:
    short = compose(brief(library, "攻坚期: 30天, 堵点: [施工图纸没有出齐]"), library)
    assert all(reach(words_of(library, block.origin)) <= 45 for block in short.speech.blocks if block.origin)
    assert any(reach(variant.words) > 45 for one in library.snippets for variant in one.variants)


def words_of(library: Library, origin: Origin) -> str:
    section = library.by_id(origin.snippet)
    assert section is not None
    return section.variants[origin.variant].words


@pytest.mark.parametrize(
    ("words", "days"),
    [("会后三天内办", 0), ("两个月以后回头看", 60), ("一个季度看一回", 90), ("半年", 180), ("到年底", 365)],
)
def test_reach(words: str, days: int) -> None:
    assert reach(words) == days


def test_slower() -> None:
    assert slower("每月对一次账", "每周") and slower("到月底看", "每半月")
    assert not slower("每周对一次账", "每周") and not slower("每月对一次账", "每季度")


def test_a_name_with_something_put_in_is_that_name(library: Library) -> None:
    found = problems_of(
        brief(library, "重点项目: [城东变电站, 南门桥], 堵点: [城东110千伏变电站的电力线路没有迁改]"), library
    )
    assert [(problem.title, problem.fact) for problem in found] == [
        ("城东变电站", "堵点"),
        ("南门桥", "重点项目"),
    ]


def test_bare_slots_are_read_as_jinja_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "{{ 针对 }}，会后就办。[中]{{ 情况.短板 }}都要改。",
        "没有槽的一句话。",
        "{{ 本单位 }}",
        "[有]{{ 情况.名额 }}{{ 情况.届期 }}年。",
    ]
    place, found = Place("x.yaml", 3, 1), list[Finding]()
    quick = [parse_line(line, place, found) for line in lines]
    monkeypatch.setattr("qicao.sentence._plain", lambda text: [])
    assert [parse_line(line, place, found) for line in lines] == quick
    assert not found


def test_a_problem_of_two_clauses_is_whole_where_it_stands_alone(tmp_path: Path) -> None:
    library = own(tmp_path)
    problem = "东塔那边没人喂猫，猫夜里一直叫到天亮大家都睡不着"
    facts = f"堵点: [{problem}, 图纸没有出齐]"
    assert f"{problem}，会后就喂" in compose(brief(library, facts), library).speech.text
    assert brief(library, facts).facts["堵点"].words == "东塔那边没人喂猫、图纸没有出齐"


def test_a_problem_within_a_clause_has_no_comma() -> None:
    line = parse_line("针对{{ 针对 }}，会后就改。", Place("x"), [])
    assert line is not None

    def said(problem: str) -> str:
        return "".join(span.text for span in render(line, "", 1, {"针对": problem}, set()))

    assert said("灭火器过期，没人换") == "针对灭火器过期、没人换，会后就改。"
    assert said("窗口中午没人，来办事的人要白等一个多钟头还不知道找谁") == "针对窗口中午没人，会后就改。"


def test_other_lists_keep_their_pauses(tmp_path: Path) -> None:
    given = brief(own(tmp_path), "红线: [班子成员违纪，被立案的, 重大事故]").facts["红线"]
    assert given.words == "班子成员违纪，被立案的；重大事故"


def test_one_section_may_answer_two(tmp_path: Path) -> None:
    library = own(tmp_path)
    given = brief(library, "堵点: [没人喂猫, 图纸没有出齐, 一天只喂猫一顿]")
    assert [one.item for one in problems_of(given, library)] == ["没人喂猫、一天只喂猫一顿", "图纸没有出齐"]
    text = compose(given, library).speech.text
    assert "没人喂猫、一天只喂猫一顿，会后就喂" in text and text.count("会后就喂，一天两顿") == 1


def test_what_the_brief_says_itself_is_not_counted(tmp_path: Path) -> None:
    library = own(tmp_path)
    facts = "堵点: [没人喂猫, 施工图纸没有出齐]"
    assert thread(brief(library, facts), library, {})["问题数"] == "两"
    given = brief(library, f"{facts}, 衡量: 猫胖了没有")
    assert "问题数" not in thread(given, library, {})

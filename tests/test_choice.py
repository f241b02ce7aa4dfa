"""Different units read differently; one unit always reads the same; nearest wins; facts decide."""

from __future__ import annotations

import re

import pytest
from conftest import MakeBrief

from qicao.compose import Draft, compose
from qicao.library.model import Library
from qicao.values import slot_values
from qicao.writers.docx import render


def shingles(draft: Draft, size: int = 12) -> set[str]:
    text = re.sub(r"\s", "", draft.speech.text)
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def shared(one: Draft, other: Draft) -> float:
    mine, theirs = shingles(one), shingles(other)
    return len(mine & theirs) / len(mine)


def unit(name: str, kind: str, place: str = "青川市") -> str:
    return f"{{名称: {name}, 简称: {name}, 类型: {kind}, 地区: {place}}}"


def test_the_same_brief_gives_the_same_bytes(library: Library, make_brief: MakeBrief) -> None:
    assert render(compose(make_brief(), library)) == render(compose(make_brief(), library))


def test_another_seed_gives_another_text(library: Library, make_brief: MakeBrief) -> None:
    one, other = compose(make_brief(), library), compose(make_brief(), library, "甲")
    assert one.speech.text != other.speech.text
    assert compose(make_brief(种子="甲"), library).speech.text == other.speech.text


def test_units_of_one_type_do_not_read_alike(library: Library, make_brief: MakeBrief) -> None:
    one = compose(make_brief("税务", 单位=unit("城东税务局", "税务")), library)
    other = compose(make_brief("税务", 单位=unit("城西税务局", "税务")), library)
    assert shared(one, other) <= 0.75


def test_units_of_different_types_share_little(library: Library, make_brief: MakeBrief) -> None:
    drafts = [compose(make_brief(kind), library) for kind in ("税务", "医院", "法院", "乡镇街道")]
    ratios = [shared(a, b) for a in drafts for b in drafts if a is not b]
    assert max(ratios) <= 0.5
    assert sum(ratios) / len(ratios) <= 0.3


def test_every_unit_type_speaks_of_its_own_trade(library: Library, make_brief: MakeBrief) -> None:
    for kind in library.unit_types:
        draft = compose(make_brief(kind), library)
        own = {s.id for s in library.snippets if kind in s.limits[2]}
        used = {block.origin.snippet for block in draft.speech.blocks if block.origin}
        assert len(own & used) >= 3, kind


def test_a_section_whose_fact_is_missing_gives_way(library: Library, make_brief: MakeBrief) -> None:
    without = compose(make_brief("机关"), library)
    assert "短板" not in "".join(without.gaps)
    given = compose(make_brief("机关", "{短板: [档案不全]}"), library)
    assert "档案不全" in given.speech.text


def test_a_fact_is_told_once(library: Library, make_brief: MakeBrief) -> None:
    draft = compose(make_brief("机关", "{名额: 7, 竞争单位数: 23}", 时长="25分钟"), library)
    assert len(re.findall("23家", draft.speech.text)) == 1


def test_at_most_one_quotation_in_a_part_and_none_twice(library: Library, make_brief: MakeBrief) -> None:
    for kind in ("机关", "法院", "银行", "高校"):
        for outline in library.outlines:
            draft = compose(make_brief(kind, 提纲=outline, 时长="30分钟"), library)
            quotes = [q.words for q in library.quotations.values() if q.words in draft.speech.text]
            for words in quotes:
                assert draft.speech.text.count(words) == 1
            parts = re.split(r"\n[一二三四五六七八九十]、", draft.speech.text)
            for part in parts:
                assert sum(words in part for words in quotes) <= 1


def test_formulations_follow_the_date(library: Library, make_brief: MakeBrief) -> None:
    for day, right, wrong in (
        ("2026-03-12", "党的二十大和二十届历次全会精神", "十九大"),
        ("2023-05-10", "党的二十大精神", "二十届历次"),
        ("2019-05-10", "", "二十大"),
    ):
        texts = [
            compose(
                make_brief("机关", 会议=f"{{日期: {day}}}", 时长="25分钟", 种子=str(n)), library
            ).speech.text
            for n in range(40)
        ]
        assert any(right in text for text in texts), day
        assert not any(wrong in text for text in texts), day


def test_a_quotation_is_not_older_than_the_meeting(library: Library, make_brief: MakeBrief) -> None:
    for n in range(8):
        draft = compose(make_brief(会议="{日期: 2016-03-12}", 时长="30分钟", 种子=str(n)), library)
        late = [
            q.name for q in library.quotations.values() if q.day.year > 2016 and q.words in draft.speech.text
        ]
        assert late == []


def test_a_date_past_what_is_known_draws_a_warning(library: Library, make_brief: MakeBrief) -> None:
    late = compose(make_brief(会议="{日期: 2031-03-12}"), library)
    assert [w for w in late.warnings if w.rule == "提法"]
    assert not [w for w in compose(make_brief(), library).warnings if w.rule == "提法"]


def test_a_guest_says_you_and_the_units_name(library: Library, make_brief: MakeBrief) -> None:
    speaker = "{姓名: 何川, 职务: 副县长, 身份: 上级领导}"
    for kind in ("机关", "医院", "中小学校"):
        text = compose(make_brief(kind, 讲话人=speaker, 时长="20分钟"), library).speech.text
        own = "我局" if kind == "机关" else "我院" if kind == "医院" else "我校"
        assert own not in text


def test_schools_are_told_to_aim_at_a_civilized_campus(library: Library, make_brief: MakeBrief) -> None:
    draft = compose(make_brief("中小学校", 主题="文明单位"), library)
    assert [w for w in draft.warnings if w.rule == "主题" and "文明校园" in w.message]


def test_reasons_do_not_end_alike_when_there_is_a_choice(library: Library, make_brief: MakeBrief) -> None:
    alike = seen = 0
    for kind in library.unit_types:
        for outline in ("意义任务要求式", "问答式"):
            text = compose(make_brief(kind, 提纲=outline, 时长="25分钟"), library).speech.text
            endings = re.findall(r"(?m)^（[一二三四五六]）.*[，这]是.*的\S*(\S\S)$", text)
            seen += len(endings)
            alike += len(endings) - len(set(endings))
    assert seen >= 100
    assert alike * 10 <= seen  # a section whose titles all end as one before it is still the right section


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("党组书记、主任", "中心党组"),
        ("党委书记", "中心党委"),
        ("主任", "中心党支部"),
        ("机关党委书记", "中心党支部"),
    ],
)
def test_the_leading_body_is_called_as_in_the_speakers_post(
    library: Library, make_brief: MakeBrief, post: str, body: str
) -> None:
    brief = make_brief(
        "窗口行业",
        单位="{名称: 青川市客运中心, 简称: 市客运中心, 类型: 窗口行业, 地区: 青川市}",
        讲话人=f"{{姓名: 周明, 职务: {post}}}",
    )
    assert slot_values(brief, library)["领导机构"] == body

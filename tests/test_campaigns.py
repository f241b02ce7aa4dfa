"""Campaigns without an honour: every outline and role composes, tells every fact, keeps its length, is clean."""

from __future__ import annotations

from itertools import product

import pytest
from conftest import MakeBrief

from qicao.compose import compose
from qicao.examined import examine
from qicao.library.model import Library
from qicao.template import usable_facts
from qicao.values import slot_values

CAMPAIGNS = ("作风建设", "安全生产", "重点项目攻坚")
OUTLINES = ("意义任务要求式", "围绕式", "五点意见式", "问答式", "数字概括式")
ROLES = ("主要负责人", "分管负责人", "上级领导", "会议总结")
# Facts of any speech; a campaign's own facts are those its folder names.
GENERAL = ("短板", "责任领导", "责任科室", "督查周期")


def facts(library: Library, campaign: str, unit_type: str, outline: str) -> str:
    """The example of every fact that only sections of this campaign tell, and a few general ones."""
    own = usable_facts(library, unit_type, campaign, "省级", outline)
    others = {
        name
        for other in library.campaigns
        if other != campaign
        for name in usable_facts(library, unit_type, other, "省级", outline)
    }
    names = [name for name in library.facts if name in own and (name not in others or name in GENERAL)]
    return "{" + ", ".join(f"{name}: {library.facts[name].example}" for name in names) + "}"


@pytest.mark.parametrize(("campaign", "outline"), list(product(CAMPAIGNS, OUTLINES)))
def test_every_role_and_length(library: Library, make_brief: MakeBrief, campaign: str, outline: str) -> None:
    types = list(library.unit_types)
    start = OUTLINES.index(outline)
    for step, (role, minutes) in enumerate(product(ROLES, (8, 15, 25))):
        unit_type = types[(start * 5 + step) % len(types)]
        given = facts(library, campaign, unit_type, outline)
        brief = make_brief(
            unit_type,
            given,
            主题=campaign,
            提纲=outline,
            时长=f"{minutes}分钟",
            讲话人=f"{{姓名: 周明, 职务: 主要负责人, 身份: {role}}}",
        )
        draft = compose(brief, library)
        case = f"{campaign} {outline} {unit_type} {role} {minutes}"
        assert abs(draft.length - brief.length) <= 0.1 * brief.length, (
            f"{case}: {draft.length}/{brief.length}"
        )
        assert draft.gaps == () and "{{" not in draft.speech.text, case
        for word in ("创建", "文明单位", "文明校园", "届期"):
            assert word not in draft.speech.text, f"{case}: {word}"
        unsaid = library.roles[role].unsaid
        untold = {path.partition(".")[2] for path in draft.unused} - {*unsaid, *GENERAL}
        assert minutes < 15 or len(untold) <= 1, f"{case}: {untold}"
        assert [str(issue) for issue in examine(draft, case) if issue.loud] == []


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_depth(library: Library, campaign: str) -> None:
    own = [snippet for snippet in library.snippets if campaign in snippet.limits[0]]
    assert len(own) >= 40 and len({kind for snippet in own for kind in snippet.limits[2]}) >= 8


def test_no_level_is_asked_for(make_brief: MakeBrief) -> None:
    assert make_brief(主题="安全生产", 级别="").level == "市级"


def test_a_unit_type_may_speak_of_it_otherwise(library: Library, make_brief: MakeBrief) -> None:
    def said(kind: str) -> str:
        return slot_values(make_brief(kind, 主题="安全生产", 级别=""), library)["行动"]

    assert (said("中小学校"), said("国企")) == ("校园安全", "安全生产")

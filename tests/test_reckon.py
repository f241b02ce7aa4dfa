"""Figures that follow from those given, and nothing that does not."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import MakeBrief

from qicao.compose import compose
from qicao.library.model import Library
from qicao.reckon import reckoned

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"名额": "6", "竞争单位数": "31"}, {"竞争比": "五家"}),
        ({"名额": "6", "竞争单位数": "7"}, {}),
        ({"名额": "3", "竞争单位数": "6"}, {"竞争比": "两家"}),
        ({"验收时间": "今年10月"}, {"剩余时间": "不到七个月"}),
        ({"验收时间": "明年1月"}, {"剩余时间": "不到十个月"}),
        ({"验收时间": "明年上半年"}, {}),
        ({"验收时间": "今年13月"}, {}),
        ({"验收时间": "今年4月"}, {}),
        ({"验收时间": "今年10月", "剩余时间": "半年多"}, {}),
        ({"整改期限": "4月5日", "隐患数": "17"}, {"整改天数": "18天", "日均处数": "差不多一天要改一处"}),
        ({"整改期限": "本月底", "隐患数": "46"}, {"整改天数": "13天", "日均处数": "平均一天要改四处"}),
        ({"整改期限": "6月20日前", "隐患数": "20"}, {"整改天数": "94天", "日均处数": "平均五天要改一处"}),
        ({"整改期限": "2月30日"}, {}),
        ({"整改期限": "2026年5月底前"}, {"整改天数": "74天"}),
        ({"整改期限": "3月1日"}, {}),
        ({"年度投资": "1.5亿元", "总投资": "4.3亿元"}, {"年度占比": "三成多"}),
        ({"年度投资": "1.7亿元", "总投资": "4.3亿元"}, {"年度占比": "近四成"}),
        ({"年度投资": "6000万元", "总投资": "2亿元"}, {"年度占比": "三成"}),
        (
            {"整改期限": "4月14日", "隐患数": "67", "数据": "已经整改41处"},
            {"整改天数": "27天", "日均处数": "差不多一天要改一处", "剩余隐患数": "26"},
        ),
        ({"隐患数": "67", "数据": "已完成整改67处"}, {}),
        (
            {"年度投资": "8.5亿元", "数据": "一季度完成投资1.6亿元，占全年任务的19%"},
            {"投资余额": "6.9亿元", "余下月数": "九", "月均已干": "5300多万元", "月均要干": "7600多万元"},
        ),
        (
            {"年度投资": "12亿元", "数据": "前4个月完成投资4亿元"},
            {},  # not behind: nothing to make up
        ),
        (
            {"年度投资": "3000万元", "数据": "上半年完成投资1240万元"},
            {"投资余额": "1760万元", "余下月数": "六", "月均已干": "200多万元", "月均要干": "290多万元"},
        ),
        ({"年度投资": "8.5亿元", "数据": "一季度完成投资9亿元"}, {}),
        ({"年度投资": "一大笔", "总投资": "2亿元"}, {}),
        ({"年度投资": "3亿元", "总投资": "2亿元"}, {}),
    ],
)
def test_reckoned(facts: dict[str, str], found: dict[str, str]) -> None:
    assert reckoned(facts, DAY) == found


def test_it_is_said(library: Library, make_brief: MakeBrief) -> None:
    text = compose(
        make_brief("机关", "{名额: 6, 竞争单位数: 31, 验收时间: 今年10月}", 时长="25分钟"), library
    ).speech.text
    assert "五家" in text


def test_schools_do_not_address_pupils_at_a_meeting_of_staff(library: Library, make_brief: MakeBrief) -> None:
    assert "同学们" in compose(make_brief("中小学校"), library).speech.text
    assert "同学们：" not in compose(make_brief("中小学校", 主题="安全生产"), library).speech.text


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (
            "患者满意度88.6%，在全市6家三级医院里排第五",
            {"位次": "六家里排第五，倒过来数是第二", "反看": "一百个人里有十一个不满意"},
        ),
        ("办结诉求2316件，按期办结率97%", {"反看": "一百件里有三件没有按期办结"}),
        ("满意度在24个县区里列第二十四位", {"位次": "二十四个里排第二十四，是最后一名"}),
        ("全市排名倒数第二，比上年多3件", {"位次": "全市排名倒数第二"}),
        ("12家单位中排第三", {}),
        ("五家排第三", {}),  # in the middle: neither praise nor blame
        ("合格率100%", {}),
        ("上半年排第二", {}),
    ],
)
def test_read_the_other_way_round(figures: str, found: dict[str, str]) -> None:
    assert reckoned({"数据": figures}, DAY) == found


def test_a_low_rank_is_not_praised(library: Library, make_brief: MakeBrief) -> None:
    facts = "{数据: [患者满意度88.6%，在全市6家三级医院里排第五]}"
    text = compose(make_brief("医院", facts, 主题="作风建设", 时长="15分钟"), library).speech.text
    assert "六家里排第五，倒过来数是第二" in text
    assert "一百个人里有十一个不满意" in text

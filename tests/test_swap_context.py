"""换: what stands beside a name tells whether it is meant. 〔〕: must stay; the rest must change."""

from __future__ import annotations

import pytest
from test_swap_match import check, pairs, said

from qicao.swap.changes import Change


def other(text: str, old: str, new: str, **more: str) -> None:
    check(pairs(**{old: new, **more}), text)


@pytest.mark.parametrize("new", ["宋景行", "林知行", "阿依古丽", "×××", "待定", "李建国", "王"])
def test_a_word_is_no_person_whatever_the_new_name(new: str) -> None:
    other("用电〔高峰〕时错峰生产。勇攀〔高峰〕。〔高峰〕时段。高峰同志任组长。局长高峰主持会议", "高峰", new)
    other("不求一次〔成功〕。再创〔成功〕。成功同志到会", "成功", new)
    other("把准〔方向〕。〔方向〕明、路子对。方向主任带队", "方向", new)


def test_persons_in_forms_and_groups() -> None:
    other(
        "分管领导：方正。责任人：方正。总策划：方正。方正、何敏两位同志抓落实。方正为人公道。镇党委书记方正带头拆了自家猪圈",
        "方正",
        "郑克俭",
    )
    other(
        "学工部　文静　行政楼205。学工部部长文静组织了迎新。项目　〔文静〕地读书。〔文静〕的性格",
        "文静",
        "彭一帆",
    )
    other("带班领导：田野。联系人：田野。在希望的〔田野〕上。〔田野〕调查", "田野", "罗晓东")


def test_verbs_and_adverbs_behind_a_person() -> None:
    for verb in (
        "各带一组",
        "回县里",
        "接了班",
        "看现场",
        "包片区",
        "均到场",
        "便走了",
        "才放心",
        "帮着搬",
        "送到家",
        "住村里",
        "赔了钱",
    ):
        other(f"会上，何川{verb}。李强{verb}", "何川", "周立", 李强="王海")
    other(
        "何川、〔何川〕哲、李明到会。〔何川〕进同志。何川进村。〔王刚〕毅、李强",
        "何川",
        "周立",
        王刚="赵启明",
    )
    other("王刚毅然返回。李强大力支持。分别由王刚、李强负责", "王刚", "赵启明", 李强="孙涛")


def test_two_persons_who_change_places() -> None:
    both = pairs(周明="何川", 何川="周明")
    assert said(["周明到乡里，何川回县里。"], both) == ["何川到乡里，周明回县里。"]
    half = said(["周明与何川哲、李明到会。周明走了。"], both)[0]
    assert half.startswith("〔周明〕与〔何川〕哲") and half.endswith("。何川走了。")


def test_names_of_history() -> None:
    for text in (
        "黎平会议",
        "四平战役",
        "衡阳保卫战",
        "昆仑关大捷",
        "会宁会师",
        "安源大罢工",
        "济南惨案",
        "宜川起义",
        "兰考精神",
        "台山暴动",
    ):
        place = next(text[:size] for size in (3, 2) if text[:size] in text and text[size:] in _EVENTS)
        assert "〔" in said([f"重温{text}"], pairs(**{place: "云河"}))[0], text
    other("青川现场会议。青川会议室。青川战略。青川地震局。青川会议中心", "青川", "云河")
    other(
        "白起封〔武安〕君。〔武安〕侯田蚡。民国〔武安〕县长李某。〔武安〕知县。武安公安。武安王家村。武安县长",
        "武安",
        "长丰",
    )


_EVENTS = frozenset(["会议", "战役", "保卫战", "大捷", "会师", "大罢工", "惨案", "起义", "精神", "暴动"])


def test_other_places_and_units_of_the_name() -> None:
    other(
        "上〔马家沟村〕。与大〔马家沟村〕相邻。东〔马家沟村〕。来到马家沟村。会上马家沟村说",
        "马家沟村",
        "李家坝村",
    )
    other("新〔和平镇〕与和平镇无关", "和平镇", "青山镇")
    other(
        "省〔实验中学〕。市〔实验中学〕。物理〔实验中学〕生要戴护目镜。化学〔实验中学〕会观察。我市实验中学。实验中学",
        "实验中学",
        "第三中学",
    )
    other("江苏连云港的〔云台山〕。我们的云台山。登上云台山", "云台山", "天柱岭")
    other("青川乡村振兴", "青川", "云河", 青川县="云河市")


def test_a_post_behind_a_surname() -> None:
    post = [Change("乡长", "镇长", "职务")]
    assert said(["石乡长说"], post) == ["石〔乡长〕说"]
    assert said(["当好乡长"], post) == ["当好镇长"]


def test_honours_that_were_won() -> None:
    for old, new in (
        ("全市优质服务窗口", "全省优质服务窗口"),
        ("国家4A级旅游景区", "国家5A级旅游景区"),
        ("全省先进法院", "全国先进法院"),
    ):
        for one, two in ((old, new), (new, old)):
            assert said([f"去年被评为{one}，今年要创建{one}。"], pairs(**{one: two})) == [
                f"去年被评为〔{one}〕，今年要创建{two}。"
            ]


def test_words_of_others() -> None:
    other(
        "古人云“仁者〔青川〕游”。李白曾写下“朝辞〔青川〕彩云间”的名句。有诗为证，“〔青川〕一夜雨，春水满江流”。书记称赞这里“〔青川〕速度，名不虚传”。"
        "“〔青川〕不能忘”是他临终的话。『〔青川〕不能忘』，老支书常这样叮嘱。“〔青川〕好，风景旧曾谙”，写的是春天。称赞“青川速度”。弘扬“青川精神”",
        "青川", "云河",
    )  # fmt: skip


def test_places_called_by_a_word() -> None:
    other(
        "安康中心医院。安康到西安。让安康的老人少跑路。安康电视台。百姓〔安康〕。幸福〔安康〕。祝您〔安康〕。安康的路",
        "安康", "宁远", 安康市="宁远市",
    )  # fmt: skip
    other(
        "平安大道。平安派出所。平安、乐都两区。〔平安〕家庭。一路〔平安〕。〔平安〕建设。保〔平安〕",
        "平安",
        "永乐",
        平安县="永乐县",
    )
    other("生意〔兴隆〕。兴隆山楂。兴隆的观众", "兴隆", "义宁", 兴隆县="义宁县")


def test_words_that_begin_or_end_in_a_name() -> None:
    other("秀山南收费站。秀山西环", "秀山", "新乡")
    other("委员和文登群众代表。乐山大佛", "文登", "武安", 乐山="云和")
    other("〔党支部〕署工作。各党支部。〔农商行〕业协会", "党支部", "党总支", 农商行="村镇银行")
    other(
        "〔老马〕识途。各取〔所长〕。〔文明办〕公。〔钱进〕了国库。老马说",
        "老马",
        "老田",
        所长="站长",
        文明办="创建办",
        钱进="潘正",
    )

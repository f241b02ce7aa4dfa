"""换: kinds of mistakes found in natural speeches, each held by several of its kind. 〔〕: must stay; the rest changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_swap import document, run, swapped
from test_swap_kinds import DISTRICT, HOSPITAL
from test_swap_match import check, derived, pairs, said

from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.swap import swap
from qicao.swap.changes import Change


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(folders([], Path.cwd()))


def test_a_word_of_today_behind_a_place_is_no_title_of_old() -> None:
    for place, other in (("浮梁", "青川"), ("罗平市", "云河市"), ("安澜县", "云河县")):
        check(
            pairs(**{place: other}),
            "§公墓。任§公司经理。秦局长到§公安局。历任§公路局长。任§公交公司董事长。荣任§公社书记。担任§公租房公司经理。任§王家庄支书。升为§王牌企业"
            .replace("§", place),
        )  # fmt: skip
    check(
        pairs(武安="长丰"),
        "白起封〔武安〕君。〔武安〕侯田蚡。汉代的〔武安〕侯府。战国时〔武安〕君李牧。武安公司",
    )


def test_what_ends_a_phrase_is_not_the_beginning_of_a_village() -> None:
    check(
        pairs(平湖镇="云河镇", 小淹镇="白沙镇", 马家沟村="李家坝村"),
        "五月底前平湖镇要完成。年底前平湖镇。5月10日前平湖镇。三天前平湖镇。汛期前平湖镇。验收前平湖镇。前平湖镇书记。节后平湖镇。灾后平湖镇。"
        "代表中小淹镇占三个。名单中平湖镇。年中平湖镇。一周内平湖镇。除县城外平湖镇。三月底前马家沟村。检查中马家沟村。四个村中马家沟村最好。"
        "全镇最大马家沟村。山西平湖镇。广东平湖镇。在上〔马家沟村〕。和下〔马家沟村〕。上〔马家沟村〕。白沙镇前〔马家沟村〕。新〔平湖镇〕",
    )


def test_a_post_or_a_verb_behind_a_person_of_two_characters() -> None:
    names = pairs(王松="何川", 范雪="周立", 葛涛="陈凯")
    check(
        names,
        "王松系我局干部。王松系县人大代表。由王松代为宣读。王松代我作报告。范雪、葛涛副馆长。范雪副主任医师。王松代县长。王松代理县长。葛涛原任县委书记。"
        "葛涛党总支书记。葛涛党小组。葛涛小组长。葛涛四级调研员。葛涛武装部长。范雪由县里派来。范雪兼着两头。葛涛现任局长。葛涛时任镇长",
    )
    check(
        names,
        "王松赢了官司。王松累倒了。王松演示了流程。王松拽住他。王松拎着包。葛涛熬了三夜。葛涛哑着嗓子。"
        "〔王松〕林副馆长。〔王松〕林在会上。〔王松〕喆在会上。〔王松〕代同志。〔王松〕系馆长",
    )


def test_the_ending_of_a_place_and_its_people_make_no_word_with_its_name() -> None:
    for name in ("丰城", "海城", "增城", "聊城", "邹城", "云城"):
        check(
            pairs(**{name: "青川"}),
            f"{name}市的干部。我们{name}市。{name}市民。{name}市市民。沿〔{name}〕市".replace(
                f"沿〔{name}〕市", "沿〔海城〕市" if name == "海城" else f"{name}人民"
            ),
        )
    check(pairs(大城="青川", 新城="云河"), "建设〔新城〕市。〔大城〕市病。推进〔新城〕镇化")
    check(pairs(岳西="青川", 万载="云河"), "岳西风物。万载人的骄傲。〔万载〕难逢。千秋〔万载〕")
    for other in ("白庙", "李庄", "和平", "青川"):
        check(pairs(范镇=other), "示〔范镇〕三个。示〔范镇〕创建。范镇的水。范镇人。到范镇去。范镇党委")


def test_places_and_persons_called_by_words() -> None:
    check(
        pairs(会同县="云河县", 会同="云河"),
        "县水利局〔会同县〕财政局开展检查。会同县财政局。纪委〔会同县〕委组织部。由住建局〔会同县〕城管局负责。来到会同县。请会同县委支持。"
        "由纪委〔会同〕组织部。〔会同〕有关部门。会同、通道两县。到会同去。会同人民。会同县委",
    )
    check(
        pairs(大名="云河", 大名县="云河县", 武功="长丰", 武功县="长丰县"),
        "久闻〔大名〕。尊姓〔大名〕。〔大名〕鼎鼎。写下自己的〔大名〕。大名的水。大名人。大名县委。练就一身〔武功〕。〔武功〕高强。武功的水。武功县",
    )
    check(pairs(任重="何川"), "〔任重〕而道远。〔任重〕道远。责〔任重〕大。任重强调。局长任重。由任重牵头")


def test_an_honour_of_a_coming_year_is_an_aim() -> None:
    check(
        pairs(省级文明单位="全国文明单位"),
        "到2027年创成省级文明单位。将于2027年创成省级文明单位。确保2027年创成省级文明单位。2027年底创成省级文明单位。力争到2028年建成省级文明单位。"
        "我们2027年要建成省级文明单位。2019年评为市级文明单位，力争2027年创成省级文明单位。计划2027年拿下省级文明单位。2018年创成〔省级文明单位〕。"
        "从2012年到2015年，我们获得〔省级文明单位〕称号。去年建成〔省级文明单位〕。2026年创成省级文明单位，这是县委交给我们的任务。"
        "2024年我们申报过〔省级文明单位〕，没有通过",
    )
    for day in ("（2026年3月12日）", "二〇二六年三月十二日"):
        for aim in ("2027年创成§", "2028年获评§", "2026年创成§", "2027年一定要拿下§", "2028年底之前建成§"):
            assert said([day, aim.replace("§", "省级文明单位")], pairs(省级文明单位="全国文明单位"))[1] == (
                aim.replace("§", "全国文明单位")
            )
        for won in ("2019年获评§", "2025年建成§", "2020年底建成§", "到2024年底，获评§", "2027年保住§"):
            kept = said([day, won.replace("§", "省级文明单位")], pairs(省级文明单位="全国文明单位"))[1]
            assert kept == won.replace("§", "〔省级文明单位〕")


def test_words_quoted_from_a_report_a_letter_or_as_one_sentence() -> None:
    check(
        pairs(西平="云河", 西平县="云河县"),
        "报告中“让〔西平〕的姐妹都有活干”。信里“〔西平〕的父老乡亲都惦记着我”。那句“〔西平〕是我的家”。一句“〔西平〕不能丢”让人动容。"
        "有群众反映“〔西平〕的路太窄”。乡亲们都夸“〔西平〕的干部实在”。“〔西平〕的明天靠你们”——这是老书记的嘱托。"
        "报告中的“西平速度”。开展“爱西平、建西平”活动。“西平好人”评选。让“西平蓝”成为常态。打响“诗画西平”品牌",
    )


def test_other_callings_of_old_names_are_told(tmp_path: Path, library: Library) -> None:
    old = HOSPITAL | {"情况": "{现有荣誉: 市级文明单位, 责任领导: 副院长郝晓梅, 责任科室: 党政办公室}"}
    new = DISTRICT | {"情况": "{责任领导: 副院长严守正, 责任科室: 创建办公室}"}
    found = derived(tmp_path, library, old, new)[0]
    sure, asked = [[one for one in found.changes if one.proposed is kind] for kind in (False, True)]
    assert found.honours == ("市级文明单位",)
    text = "2019年获评市级文明单位。立民同志讲过，孙院长也讲过。郝晓梅副院长，郝院长。党政办要参谋。公孙院长。任院长。"
    path = tmp_path / "旧.docx"
    path.write_bytes(document([("正文", run(text)), ("正文", run("院长孙立民"))]))
    near = swap(path, sure, proposals=asked, honours=found.honours).near
    assert {one.text: one.old for one in near} == {
        "市级文明单位": "市级文明单位",
        "立民": "孙立民",
        "郝院长": "郝晓梅",
        "党政办": "党政办公室",
    }
    assert [one.why for one in near if one.text == "市级文明单位"] == ["是旧单位的荣誉"]
    same = derived(tmp_path, library, old, old | {"姓名": "汤素琴"})[0]
    assert not same.honours
    units = pairs(泉阳县人民医院="文峰区中医医院", 孙立民="汤素琴")
    typed = swapped(document([("正文", run("县医院，县医院。院长孙立民。孙院长。立民说"))]), units).near
    assert [one.text for one in typed] == ["县医院", "县医院", "孙院长"]


def test_what_a_place_is_and_where_it_is_told() -> None:
    check(
        pairs(平安="永和", 平安区="永和区", 会同="云河", 会同县="云河县", 大方="清远", 大方县="清远县"),
        "平安是海东的东大门。会同是山区县，山多田少。幸福会同作出贡献。到会同来的客人。从会同走出去。大方古称大定。大方的家长舍得送。"
        "〔平安〕是福。这个〔大方〕还好意思提。举止〔大方〕的孩子。落落〔大方〕",
    )
    check(pairs(和平="云门", 和平县="云门县"), "〔和平〕时期。和平的干部。放在和平开，大家来")
    check(pairs(岳西县="云岭县"), "明年岳西县迎来县庆。中共鄂豫皖〔岳西县〕委旧址。明代〔岳西县〕令")
    check(pairs(兴国="宁安", 兴国县="宁安县"), "当年的〔兴国〕模范师。科教〔兴国〕，实干〔兴国〕。兴国的水")
    check([Change("3月5日", "5月8日")], "〔3月5日〕是学雷锋纪念日。3月5日是个晴天")


def test_a_name_begins_where_nothing_else_can() -> None:
    check(pairs(五原="海阳", 五原市="海阳市", 百色="青川", 百色市="青川市"), "五原有沙滩。百色人敢闯")
    check(
        pairs(达州="海阳", 长顺="青川", 和政="云河"),
        "多到达州的渔村走走。罗〔长顺〕披着棉衣。局长罗〔长顺〕。长顺的水。警务保障〔和政〕工部门。和政的水",
    )
    check(pairs(江军="何川", 周和="李立"), "副镇长江军把情况说了。一〔周和〕汛期。周和同志。周和说：大家好")


def test_a_word_that_is_a_person_acts() -> None:
    check(
        pairs(易成="段勇", 时光="陈冬", 高远="姜涛", 万里="周明", 于民="何川"),
        "易成同法规股一起抓。时光任办公室主任。高远到院第一年。万里同于民分片包干。时光等五位同志。还富〔于民〕。〔时光〕不负有心人。目标〔高远〕",
    )
    check(
        pairs(江涛="赵启明", 严明="孙立"),
        "江涛、严明带着小组，江涛走在前面，严明断后。〔江涛〕拍岸。纪律〔严明〕",
    )


def test_short_forms_of_units_days_and_of_a_town_are_told() -> None:
    def near(text: str, *changes: Change, **names: str) -> list[str]:
        made = document([("正文", run(text))])
        return [one.text for one in swapped(made, [*changes, *pairs(**names)]).near]

    place = Change("同江市", "大方县", "地区")
    assert near("市一中、校门。", place, Change("同江一中", "大方二中", "单位简称")) == ["市一中"]
    assert near("总经理江涛。江总说。石江总表", 江涛="周立") == ["江总"]
    assert near("10月验收。", Change("2025年10月", "2026年11月", "验收时间", fact=True)) == ["10月"]
    assert near("镇长、镇卫生院，北沙河镇。", 沙河镇="北关街道") == ["镇长", "镇卫生院"]
    assert near("镇长、镇卫生院。", 沙河镇="北关镇") == []

"""换: what kind of a name a pair changes, and which words a place may not be cut out of."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from test_marks import parts_of
from test_swap import called, document, run, swapped
from test_swap_match import BASE, COURT, SCHOOL, check, derived, pairs, said

from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.library.model import Library
from qicao.swap.changes import Change
from qicao.swap.kinds import EITHER, OTHER, PERSON, Kinds


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(folders([], Path.cwd()))


def kind(*changes: tuple[str, str]) -> str:
    """The kind of the first pair beside the others."""
    made = {old: Change(old, new) for old, new in changes}
    return Kinds(made).of(next(iter(made.values())))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("高明", "周立")], PERSON), ([("江山", "赵一凡")], PERSON), ([("高明", "周立"), ("高明县", "安澜县")], PERSON),
        ([("高明", "安澜"), ("高明县", "安澜县")], OTHER), ([("高明", "方城"), ("高明县", "方城县")], OTHER),
        ([("高峰", "李立")], PERSON), ([("向阳", "丁一鸣")], EITHER), ([("明亮", "丁一鸣")], PERSON), ([("常胜", "司马光远")], PERSON),
        ([("金源", "华兴"), ("金源集团有限公司", "华兴集团有限公司")], OTHER), ([("金源", "华兴集团")], OTHER),
        ([("王庄", "李庄")], EITHER), ([("王庄", "刘家"), ("王庄镇", "刘家镇")], OTHER), ([("王庄", "白沙街道")], OTHER),
        ([("王庄", "周立")], PERSON), ([("李军", "周立"), ("李军工作室", "周立工作室")], PERSON),
        ([("成功", "成效")], OTHER), ([("文明", "和谐")], OTHER), ([("王强", "××")], PERSON), ([("石泉", "赵立")], EITHER),
        ([("李文", "周立"), ("李文学", "周立学")], PERSON), ([("青川", "何川")], OTHER),
    ],
)  # fmt: skip
def test_both_sides_tell_what_a_pair_is(changes: list[tuple[str, str]], expected: str) -> None:
    assert kind(*changes) == expected


def test_the_label_of_the_brief_tells() -> None:
    for label, expected in (("姓名", PERSON), ("地区简称", OTHER)):
        assert Kinds({"高明": Change("高明", "周立", label)}).of(Change("高明", "周立", label)) == expected


def test_names_that_are_words_change_where_a_person_is_meant() -> None:
    check(
        pairs(
            高峰="李大为",
            成功="周立",
            严明="王志",
            许可="赵云飞",
            高明="刘正",
            常胜="吴昊",
            司法="徐刚",
            欧阳文="司马远",
        ),
        "攀登科学〔高峰〕。客流〔高峰〕。〔高峰〕期。取得圆满〔成功〕。〔成功〕举办。校长〔成功〕申报了课题。纪律〔严明〕。〔严明〕纪律。行政〔许可〕。"
        "经局长〔许可〕，方可离开。做法很〔高明〕。〔高明〕的办法。〔常胜〕将军。没有〔常胜〕不败的队伍。〔司法〕局长到会。自由〔高峰〕通报。公正、〔严明〕、高效。"
        "会议由高明同志主持。局长高峰作了报告。高明强调，要抓好。由严明主持。由许可任组长。请高峰同志发言。成功校长到场。许可局长。党委书记高明。"
        "常胜、高明和其他班子成员。陪同的有李伟、高峰。欧阳文、严明等领导。讲话人：高峰。报告人 高明。像高明那样。高明和他的团队。以严明为组长的专班。"
        "跟着常胜干。主任许可宣读了决定。司法同志汇报",
    )
    assert said(["高峰"], pairs(高峰="李大为")) == ["李大为"]  # a line of its own is a signature


def test_a_place_that_may_be_a_person_is_judged_by_what_stands_beside() -> None:
    check(pairs(石泉="赵立"), "石泉人民。石泉经济。局长石泉强调。由石泉同志主持。石泉能有今天")


def test_units_and_villages_led_by_a_surname_are_no_persons() -> None:
    for old, new, ending in (
        ("金源", "华兴", "集团"),
        ("王庄", "杨店", "镇"),
        ("万达", "宏远", "有限公司"),
        ("李庄", "安和", "村"),
    ):
        texts = [
            "这就是§人",
            "凝聚§力量，书写§荣光",
            "让§更强",
            "§能有今天",
            "“我为§献一计”",
            "办§事、说§话",
            "§一中",
        ]
        changes = [Change(old, new), Change(old + ending, new + ending)]
        for text in texts:
            assert said([text.replace("§", old)], changes) == [text.replace("§", new)]


def test_what_stands_beside_persons() -> None:
    check(
        pairs(马强="郭建新", 李军="孙兰"),
        "让马强们的精神发扬光大。马强却把荣誉让给别人。除马强外。向马强学什么。老李军。马强二人。马强式干部。马强获奖。李军团队连续奋战。马强包抓项目。马强常说。"
        "马强的父亲。人〔马强〕壮。兵强〔马强〕不是目的。〔李军〕伟局长。马强、李军夫妇",
    )
    assert said(["留着刘海", "院长刘海"], pairs(刘海="郑凯")) == ["留着〔刘海〕", "院长郑凯"]


def test_places_that_are_words_and_things() -> None:
    check(
        pairs(安定="云台", 和平="南湖", 幸福="荣光", 幸福镇="荣光镇", 方城="云台", 方城县="云台县"),
        "社会〔安定〕人民幸福镇。维护〔和平〕。〔和平〕时代。〔幸福〕生活。人民更〔幸福〕。〔和平〕人士。安定人民。美丽安定、平安安定。学在和平。书香和平。"
        "土生土长的安定人。走在和平的大街小巷。和平中学。幸福人民。方城的水",
    )
    check(
        pairs(青石="碧水", 清河="白沙", 大河="小河", 河阳="临江"),
        "一块〔青石〕。那块〔青石〕上刻着字。老街的〔青石〕路面。这座〔大河〕。跨过〔大河〕。水〔清河〕畅。唐代都城〔河阳〕。“〔河阳〕”一词最早见于《左传》。"
        "青石教育。这片青石热土。清河两岸。大河人民。“河阳”速度。古都河阳",
    )


def test_the_ending_of_a_place_is_not_cut_out_of_a_word() -> None:
    both = pairs(
        青川市="安澜县",
        青川="安澜",
        桐川区="云泽市",
        桐川="云泽",
        柳林镇="松岭街道",
        柳林="松岭",
        石县="白市",
    )
    expected = {
        "青川市区": "安澜市区", "青川市容市貌": "安澜市容市貌", "青川市政工程": "安澜市政工程", "青川市郊": "安澜市郊", "青川市花": "安澜市花",
        "青川市县两级": "安澜市县两级", "桐川区划调整": "云泽区划调整", "桐川区位优势": "云泽区位优势", "柳林镇长": "松岭镇长", "石县城建局": "白市城建局", "石县城建设": "〔石县〕城建设", "石县城": "〔石县〕城",
        "青川市政府": "安澜县政府", "青川市政协": "安澜县政协", "青川市城区": "安澜县城区", "青川市面积": "安澜县面积", "青川市中心医院": "安澜县中心医院",
        "桐川区内": "云泽市内", "青川市直机关": "安澜县直机关", "柳林镇党委": "松岭街道党委",
    }  # fmt: skip
    assert {one: said([one], both)[0] for one in expected} == expected
    level = pairs(我区="我市", 我市="我县", 我县="我市")
    for text in (
        "〔我区〕位优势",
        "〔我区〕划调整",
        "〔我市〕容市貌",
        "〔我市〕区",
        "〔我县〕城",
        "〔我县〕乡两级",
    ):
        assert said([text.replace("〔", "").replace("〕", "")], level) == [text]
    assert said(["青川市区"], pairs(青川市="云河市")) == ["云河市区"]  # the level stays
    near = swapped(document([("正文", run("青川市区变了。青川市场也变了。"))]), both[:2]).near
    assert [one.text for one in near] == ["安澜市区"]


def test_bodies_of_another_kind_of_unit_are_proposed_or_told(tmp_path: Path, library: Library) -> None:
    found = derived(tmp_path, library, SCHOOL, COURT)[0].changes
    asked = {one.old: one.new for one in found if one.proposed}
    assert (
        asked.items()
        >= {"校党委": "院党委", "校领导": "院领导", "校机关": "院机关", "我们学校": "我们法院"}.items()
    )
    sure, maybe = [one for one in found if not one.proposed], [one for one in found if one.proposed]
    text = "校党委、校团委、教务处、学生处、各年级组。青川市区。县乡两级。"
    done = swapped(document([("正文", run(text))]), sure, proposals=maybe)
    assert {one.old for one in done.asked} >= {"校党委", "校团委"}
    assert {"教务处", "学生处", "年级组", "安澜市区"} <= {one.text for one in done.near}
    back = derived(tmp_path, library, COURT, BASE)[0].changes
    said_now = {one.old: one.new for one in back if not one.proposed}
    assert said_now["安澜县法院"] == "青川市水利局" and said_now["安澜法院"] == "青川水利局"
    level = swapped(document([("正文", run("县乡两级，立案庭。"))]), back).near
    assert {"县乡两级", "立案庭"} <= {one.text for one in level}
    other = [one for one in back if one.old == "院领导"]
    assert said(["市中院领导", "我院领导", "市院领导"], other) == [
        "市中〔院领导〕",
        "我局领导",
        "市〔院领导〕",
    ]
    same = derived(tmp_path, library, BASE, BASE | {"姓名": "李强东"})[0].changes
    assert not any(one.old == "局机关" for one in same)


def test_a_lower_body_is_not_cut_out_of_another() -> None:
    lower = [Change("各年级", "各病区", "下级", proposed=True)]
    assert said(["各年级组、各年级组织", "各年级要抓"], lower) == ["〔各年级〕组、各病区组织", "各病区要抓"]


def test_a_slogan_alone_on_its_line() -> None:
    names = pairs(河阳="临江")
    assert said(["“人人都是法院形象，个个代表河阳司法”"], names) == ["“人人都是法院形象，个个代表临江司法”"]
    for texts in (
        ["他说：", "“人人都是法院形象，个个代表河阳司法”"], ["“河阳的水好，人好，风气更好，我爱这里的人”"],
        ["“春风得意马蹄疾呀，一日看尽河阳花”"], ["“日照河阳水自流，春来两岸绿如油”"], ["他在“人人都是法院形象，个个代表河阳司法”"],
    ):  # fmt: skip
        assert "〔河阳〕" in said(texts, names)[-1]


def test_units_of_others() -> None:
    check(
        pairs(县一中="区一中", 县医院="区医院"),
        "邻县〔县一中〕。邻〔县一中〕。省市〔县医院〕。各〔县医院〕。来到县一中",
    )


def edited(data: bytes, name: str, make: bytes | None, more: dict[str, bytes] | None = None) -> bytes:
    """The package with one part changed or left out, and others added."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, words in parts_of(data).items():
            if part != name or make is not None:
                package.writestr(part, make if part == name and make is not None else words)
        for part, words in (more or {}).items():
            package.writestr(part, words)
    return out.getvalue()


TYPES = "[Content_Types].xml"


def test_packages_that_are_no_word_file(tmp_path: Path) -> None:
    data = document([("正文", run("青川市水利局"))])
    types = parts_of(data)[TYPES]
    sheet = types.replace(b"wordprocessingml.document.main+xml", b"spreadsheetml.sheet.main+xml")
    for number, (make, says) in enumerate(((None, "内容类型表"), (sheet, "不是 Word 的正文"))):
        path, out = tmp_path / f"{number}.docx", tmp_path / f"{number}新.docx"
        path.write_bytes(edited(data, TYPES, make))
        code, *told = called(path, "-o", out, "--map", "青川市水利局=云河县水务局")
        assert code == 2 and says in "".join(told) and not out.exists()


def test_a_name_cut_up_by_elements_that_nobody_knows_is_told() -> None:
    data = document([("正文", run("青川市水利局"))])
    unknown = "<r xmlns='urn:x'>\n <s>青川市</s>\n <s>水利局</s></r>".encode()
    made = edited(data, "", None, {"word/y.xml": unknown})
    notes = swapped(made, pairs(青川市水利局="云河县水务局")).notes
    assert any("word/y.xml" in one and "青川市水利局" in one for one in notes)
    assert not any(
        "word/y.xml" in one
        for one in swapped(edited(data, "", None), pairs(青川市水利局="云河县水务局")).notes
    )


def test_honours_of_others_and_aims_that_follow_other_honours() -> None:
    check(
        pairs(省级文明单位="全国文明单位"),
        "市人民医院已经是〔省级文明单位〕。邻县医院早就是〔省级文明单位〕了。要学习〔省级文明单位〕市一院的经验。全省〔省级文明单位〕共有三百家。连续两届〔省级文明单位〕。"
        "上次没能评上〔省级文明单位〕。在上一轮〔省级文明单位〕评选中。邻县医院正在创建〔省级文明单位〕。我们曾两次与〔省级文明单位〕失之交臂。〔省级文明单位〕要保住。"
        "我院2019年被评为市级文明单位，今年向省级文明单位发起冲击。市级文明单位要巩固，省级文明单位要冲刺。如果评为省级文明单位。一旦获得省级文明单位称号。"
        "2015年评为市级文明单位，离省级文明单位只有一步之遥。我们的目标是省级文明单位。若能获评省级文明单位。全市的干部要创建省级文明单位",
    )


def test_a_verb_of_one_character_behind_a_person_whom_another_line_tells() -> None:
    plain = "刘明包马集。刘明守夜班。张敏定方案。张敏接电话。"
    made = plain.replace("刘明", "曹阳").replace("张敏", "罗勇")
    names = pairs(刘明="曹阳", 张敏="罗勇")
    for told in ("刘明镇长、主任张敏到会。", "刘明同志，张敏同志。", "刘明"):
        assert said([plain, told], names)[0] == made
    others = said(["刘明定同志、刘明镇长。刘明定方案。刘明守夜"], names)
    assert others == ["〔刘明〕定同志、曹阳镇长。〔刘明〕定方案。曹阳守夜"]
    check(
        names,
        "刘明抓落实。刘明主抓。刘明蹲点。刘明包村。刘明负总责。张敏盯现场。张敏跑市场。张敏写材料。刘明当院长。材料交张敏处，不要迟。〔张敏〕华",
    )


def test_a_person_called_by_a_word_who_does_what_persons_do() -> None:
    names = pairs(高远="江海", 方圆="周立")
    check(
        names,
        "高远牵头，高远负责，高远到任第一天，高远讲了三点意见，高远当场答复，高远说。目标〔高远〕。志存〔高远〕，立意〔高远〕。"
        "十里〔方圆〕。〔方圆〕十里",
    )
    assert said(["方圆：各位同事，下午好。"], names) == ["周立：各位同事，下午好。"]
    told = said(["局长高远到会。群众问高远：什么时候通？立意高远：好"], names)
    assert told == ["局长江海到会。群众问江海：什么时候通？立意〔高远〕：好"]
    assert said(["方圆：十里"], names) == ["〔方圆〕：十里"]


HOSPITAL = BASE | {
    "名称": "泉阳县人民医院", "简称": "县医院", "类型": "医院", "地区": "泉阳县", "日期": "2025-03-18", "姓名": "孙立民",
    "职务": "党委书记、院长", "情况": "{责任领导: 副院长郝晓梅}",
}  # fmt: skip
DISTRICT = HOSPITAL | {
    "名称": "文峰区中医医院", "简称": "区中医院", "地区": "文峰区", "日期": "2026-04-07", "姓名": "汤素琴", "职务": "党委书记",
    "情况": "{责任领导: 副院长严守正}",
}  # fmt: skip


def test_the_day_of_the_week_goes_with_the_day_however_it_is_set_off(
    tmp_path: Path, library: Library
) -> None:
    found = derived(tmp_path, library, HOSPITAL, DISTRICT)[0].changes
    for behind in ("，{}", "、{}", " {}", "{}", "（{}）", "下午，{}", "上午（{}）", "晚 {}"):
        for day, other in (("2025年3月18日", "2026年4月7日"), ("3月18日", "4月7日")):
            for week in (
                "星期二",
                "周二",
            ):  # both days are a Tuesday's, so that the next two lines move the day
                assert said([day + behind.format(week)], found) == [other + behind.format(week)]
    later = derived(tmp_path, library, HOSPITAL, DISTRICT | {"日期": "2026-04-09"})[0].changes
    text = "2025年3月18日，星期二。3月18日下午，星期二。3月18日 周二。3月18日、星期二"
    moved = "2026年4月9日，星期四。4月9日下午，星期四。4月9日 周四。4月9日、星期四"
    assert said([text], later) == [moved]


def test_a_county_that_becomes_a_district(tmp_path: Path, library: Library) -> None:
    found = derived(tmp_path, library, HOSPITAL, DISTRICT)[0]
    sure = [one for one in found.changes if not one.proposed]
    maybe = [one for one in found.changes if one.proposed]
    text = "县卫健局、县疾控中心、县融媒体中心、县创建办指导。全市各县承办。县文明办、县纪委。县城。县域。城市县区。全县各地。"
    near = swapped(document([("正文", run(text))]), sure, proposals=maybe).near
    assert [one.text for one in near] == [
        "县卫健局",
        "县疾控中心",
        "县融媒体中心",
        "县创建办",
        "县城",
        "县域",
    ]
    assert [one.new for one in near] == ["区卫健局", "区疾控中心", "区融媒体中心", "区创建办", "", ""]
    assert any(one.startswith("层级由县变成区") for one in found.by_hand)


def test_persons_with_their_posts(tmp_path: Path, library: Library) -> None:
    found = derived(tmp_path, library, HOSPITAL, DISTRICT)[0]
    asked = {one.old: one.new for one in found.changes if one.proposed}
    expected = {"郝晓梅": "严守正", "孙立民院长": "汤素琴书记", "孙院长": "汤书记"}
    assert asked.items() >= expected.items()
    assert any("“孙立民院长”“孙院长”请核对" in one for one in found.by_hand)
    assert said(["副院长郝晓梅，郝晓梅副院长，孙立民院长，孙院长"], found.changes) == [
        "副院长严守正，严守正副院长，汤素琴书记，汤书记"
    ]
    same = derived(tmp_path, library, HOSPITAL, HOSPITAL | {"姓名": "汤素琴"})[0]
    assert not any("没有对应" in one for one in same.by_hand)
    assert said(["孙立民院长，孙院长"], same.changes) == ["汤素琴院长，汤院长"]


def test_places_within_phrases_and_said_of_families_and_of_the_past() -> None:
    names = pairs(
        桃源="云台",
        阳春="云泽",
        和顺="昌乐",
        和顺县="昌乐县",
        临江="沁源",
        沙洲="白庙",
        沙洲镇="白庙镇",
        泰安="青川",
        淮阴="北川",
        开封="南江",
        永宁="平泽",
        路北="南岸",
    )
    check(
        names,
        "世外〔桃源〕。〔阳春〕三月。家庭〔和顺〕。日子过得〔和顺〕。家庭〔和顺〕是和顺人的愿望。〔临江〕而立。江边的〔沙洲〕上。〔沙洲〕上的芦苇。新〔泰安〕康。〔淮阴〕侯。〔开封〕府。家家〔永宁〕、户户安康。"
        "灯在〔路北〕。桃源人民。阳春的水。和顺的水。临江的水。沙洲的干部。泰安的水。永宁的水。路北人民",
    )
    check(
        pairs(泉阳县="文峰区"),
        "1951年〔泉阳县〕卫生院成立。1958年3月，〔泉阳县〕文工团创办。1951年泉阳县的粮食丰收。泉阳县成立专班。2026年泉阳县成立专班",
    )
    dated = [*pairs(泉阳县="文峰区"), Change("2025年3月18日", "2026年4月7日")]
    check(dated, "2019年〔泉阳县〕创城办成立。2025年泉阳县创城办成立")

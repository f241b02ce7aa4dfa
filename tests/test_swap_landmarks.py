"""换: other proper names that hold an old name, numbers, words and namesakes. 〔〕: must stay; the rest changes."""

from __future__ import annotations

from test_swap import document, run, swapped
from test_swap_match import check, pairs, said

from qicao.swap.changes import Change


def test_waters_works_and_bodies_that_are_called_after_a_place_stay() -> None:
    check(
        pairs(上犹="崇义", 上犹县="崇义县"),
        "〔上犹〕江水电站。在〔上犹〕江边安营。〔上犹〕水库。〔上犹〕火车站是老站。上犹江山如画。上犹水利局。上犹人民医院。上犹山好水好。"
        "上犹县水库移民。上犹水库移民安置。上犹团县委。上犹关工委。上犹道路建设。上犹县大学生。上犹大学生。上犹里程碑",
    )
    check(
        pairs(平山="阜平", 江汉="硚口", 华容="南县", 永安="邵武", 庐山="武宁"),
        "〔平山〕团的子弟兵。〔江汉〕关的钟声。〔江汉〕大学的志愿者。〔江汉〕关。〔华容〕道的故事。在〔华容〕道放走曹操。住在〔永安〕里小区。〔庐山〕西海那边。"
        "平山团结一心。华容道德模范。江汉关心群众。平山水利。江汉的关爱",
    )
    check(
        pairs(三台="射洪", 三台县="射洪县", 五台="青川", 五台县="青川县"),
        "〔三台〕山庭审。新添了〔三台〕自助终端。配了〔三台〕扫描仪。购置了〔五台〕电脑。来到了三台县。爱上了三台人民。有三台的水。支持了三台教育。到三台去。给了三台一个机会。三台水利。",
    )


def test_a_name_within_a_fixed_expression_or_a_word_stays() -> None:
    check(pairs(大悟="孝昌", 大悟县="孝昌县"), "恍然〔大悟〕。让我恍然〔大悟〕：没有错。大悟人民。大悟的水")
    check(
        pairs(民意="宝丰", 民意街道="宝丰街道"),
        "搞一次〔民意〕调查。顺应〔民意〕。听得见〔民意〕。民意街道。民意的居民。民意的事情。城管执法局民意中队",
    )
    check(
        pairs(宋词="熊伟"),
        "唐诗〔宋词〕。背〔宋词〕。副局长宋词已经讲了。宋词同志。由宋词负责",
    )
    check(
        pairs(康乐="马骥"),
        "生活富足〔康乐〕。〔康乐〕县检察院离我们不远。检察长康乐。康乐县长。康乐同志",
    )
    check(pairs(文明="精诚"), "精神〔文明〕")


def test_the_words_of_a_book_stay() -> None:
    check(
        pairs(临洮="陇西", 临洮县="陇西县"),
        "《史记》里记载，秦筑长城“起〔临洮〕，至辽东”。《县志》记载，这里“〔临洮〕之北”。落实《方案》，“临洮速度”要快。临洮“三治”",
    )


def test_an_honour_without_a_level_that_others_or_we_have_won() -> None:
    check(
        pairs(文明社区="文明街区", 文明校园="书香校园"),
        "去年，多闻社区被评为市级〔文明社区〕。今年再创两个文明社区。昭明小学去年获得了湖北省〔文明校园〕称号。争创文明校园。文明校园创建动员会。把文明校园的牌子扛回来。"
        "建设文明校园",
    )


def test_a_namesake_elsewhere_stays() -> None:
    told = "邻近的周河乡，有个村也叫张庄。周河的张庄能办到，张庄也能。张庄村。陈店的张庄"
    for new in ("东岳", "成武"):
        lines = said([told], pairs(张庄=new, 张庄村="新平村"))
        assert lines[0] == (
            f"邻近的周河乡，有个村也叫〔张庄〕。周河的〔张庄〕能办到，{new}也能。新平村。陈店的{new}"
        )


def test_a_unit_without_its_place_behind_another_place_is_another() -> None:
    change = Change("水利局", "水务局", "单位名称")
    lines = said(["赣县区水利局。到水利局来。水利局的同志。市水利局"], [change])
    assert lines[0].startswith("赣县区〔水利局〕。到水务局来。水务局的同志。")


def test_a_word_that_is_a_person_where_a_post_tells() -> None:
    check(
        pairs(和平="国富"),
        "为了〔和平〕打过仗。日子〔和平〕了。村支书和平在大喇叭里说过。和平书记愁得直挠头。和平同志当组长",
    )
    check(
        pairs(方向="李立"),
        "方向同志。方向的电话全天开着。方向作为书记，首先要检讨。方向每个月来一趟。〔方向〕不明。这是我们的〔方向〕",
    )
    assert said(["局长汪洋讲了话。汪洋打了三遍电话。一片汪洋"], pairs(汪洋="李立")) == [
        "局长李立讲了话。李立打了三遍电话。一片〔汪洋〕"
    ]


def test_the_way_back_from_a_name_that_is_put_in() -> None:
    check(pairs(横山="达拉特"), "内蒙古横山发电厂。内蒙古横山")
    check(pairs(横山="张庄"), "说说咱横山村。偏远〔山村〕".replace("〔山村〕", "山村"))
    check(pairs(汶上="岗南"), "值得汶上学。汶上人")
    check(pairs(石门="磁窑"), "宁阳县石门镇大磨庄村")


def test_county_congress_is_asked_for() -> None:
    from qicao.swap.words import listed

    assert {"人代会", "党代会"} <= set(listed("层级"))
    made = document([("正文", run("今年县人代会上"))])
    assert swapped(made, [Change("县人代会", "市人代会", "层级")]).hits[0].why == ""

"""名词和量词之间、标点和量词之间少了数字。

“除险加固水库座”“其中党员名”“征求意见条”“，名同志受到表彰”“等个科室作了发言”“全省仅有的家单位”：数字删掉以后，
量词挂在名词后面，或者自己站到了句首。“姓名、公家、事项、各条战线”这类词不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rules._gap_nouns import CASES, EVENTS, PAPERS, PEOPLE, PLACES, THINGS, WHOLE
from qicao.rules._gaps import END, Gap, GapTable, words
from qicao.rules._spots import Spot, look, pairs

ID = "缺件数"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "加固⟦水库座⟧，征求⟦意见条⟧，其中⟦党员名⟧，⟦岁以上⟧的老人。",
    "同志们：⟦名同志⟧受到表彰，会议室⟦等个⟧科室作了发言，全省仅有⟦的家⟧单位，⟦全市个⟧乡镇。",
    "王芳⟦今年岁⟧了，每人⟦每月元的⟧文明奖，全县⟦万⟧干部群众都要行动起来。",
)
GOOD = (
    "个人自查，名单公示，家访活动，人名、地名、书名都要准确。",
    "等个人来，等项工作，每个单位，各条战线，干部名册，企业家，商户主。",
    "全市个别乡镇，今年岁末，位居前列，条件成熟，件件落实，项目建设。",
)

_GROUPS = (
    r"(?=(?:[\u4e00-\u9fff]{0,2})(?:单位|乡镇|社区|科室|部门|县(?!长)|市(?!长|民|场)|区(?!长)|村(?!民|长)|学校|街道|支部|行政村|自然村|班级|窗口|工作组|省[市区份]|"
    r"国家|企业|地区|镇(?!长)|党组织|党支部|系统|处室|年级|专班|项目|测评项目|方面|县级市|城市|为优秀|获评|被评))"
)
_TABLE = GapTable(
    (
        Gap(PEOPLE, ("名",), after=r"(?!义|大)", guards=words("指挥员 实名")),
        Gap(
            tuple([word for word in PEOPLE if word not in ("先进个人", "先进", "同志")]),
            ("人",),
            after=r"(?=[，。；、全])",
            guards=("代表",),
        ),
        Gap(
            words("单位 商户 商家 酒店 超市 店铺 机构 公司 工厂 门店 餐馆 经营户"),
            words("家 户"),
            after=f"次?{END}",
        ),
        Gap(("企业",), ("家",), after="次"),
        Gap(("企业",), ("户",), after=END),
        Gap(
            words(
                "荣誉 成果 任务 工程 制度 措施 活动 奖励 专利 课题 技术 指标 称号 标准 议题 清单 责任 政策"
            ),
            ("项",),
            after=END,
        ),
        Gap(EVENTS, words("次 场"), after=END),
        Gap(words("动员会 座谈会 报告会 推进会 宣讲会 现场会"), ("场",), after="次"),
        Gap(words("培训班 讲座 简报 培训 专栏 板报"), ("期",), after=END),
        Gap(
            ("车辆", "机械", "设备", "汽车", "公交车", "出租车", "电脑", "空调"),
            words("辆 台"),
            after=f"次?{END}",
        ),
        Gap((*THINGS, *CASES, *PAPERS), words("条 件 起 台 篇 份 册 个 处"), after=END),
        Gap(PLACES, words("座 个 处 所"), after=END),
        Gap(
            words("贫困户 农户 住户 居民 群众 住房 危房 家庭 居民户 脱贫户 困难户 监测户 困难家庭 商户"),
            ("户",),
            after=END,
        ),
        Gap(words("树木 苗木 大树 花木 乔木 灌木 桃树 果树"), ("株",), after=END),
        Gap(
            words("土地 面积 耕地 林地 粮食 总产 产量 污水 垃圾 农田 水稻 小麦 蔬菜 果园 茶园 造林"),
            words("亩 吨"),
            after=END,
        ),
        Gap(words("道路 全长 总长 里程 管网 跑道 管道 沟渠 围墙 栏杆"), ("米",)),
        Gap(
            words(
                "每月 每人 每年 每天 每户 发放 补贴 补助 善款 资金 金额 罚款 收入达到 收入 经费 奖金 奖励 捐款 合计 价值 每亩"
            ),
            ("元",),
            after=rf"(?:{END}|的|文明奖|以上)",
        ),
        Gap(words("今年 年仅 年近 年过 年满 刚满 现年"), ("岁",)),
        Gap(words("手术 病人 病例 患者 案例"), ("例",), after=END),
        Gap(words("床位 病床 照片 课桌 桌椅 门票"), ("张",), after=END),
        Gap(words("来访 上访 来信来访 抽检 检测 产品"), ("批",), after=f"次{END}"),
        Gap(words("累计脱贫 党纪处分 行政拘留 转移就业 刑事拘留 政务处分 帮扶就业"), ("人",), after=END),
        Gap(("”",), words("名 家 项"), after=END),
        Gap(words("前 后"), ("名",), after="(?=的|，)", guards=words("以前 之前 目前 先前 以后 之后 今后")),
        Gap(words("天数 工期 时限"), ("天",), after=END),
        Gap(words("发案 违法 违法行为 火灾 案 典型问题"), ("起",), after=END),
        Gap(("年龄", "平均年龄"), ("岁",)),
        Gap(words("得分 满分 扣分 加分 总分 平均分 成绩"), ("分",)),
        Gap(
            words("年前的 去年的 同期的 上年的 计划的 目标的 原来的 过去的"),
            ("倍",),
            after=f"(?:以上|左右|多|{END})",
        ),
        Gap(WHOLE, ("个",), after=_GROUPS, guards=words("现在 存在 所在 正在")),
        Gap(words("的"), words("家 座 届"), "warning", after=r"(?=单位|企业|城市|县|机构|全国|省级|文明)"),
        Gap(WHOLE, ("家",), after=r"(?=单位|企业|机构|医院|酒店|公司)", guards=("现在", "存在")),
        Gap(
            (*WHOLE, "由", "与", "选派的", "为", "给"),
            ("名",),
            after=r"(?=[\u4e00-\u9fff]{0,3}(?:党员|干部|职工|教师|学生|同志|人员|民警|志愿者|代表|选手|优秀|群众|工人|队员|专家))",
        ),
        Gap(("等",), ("个",), after=_GROUPS),
        Gap(("等",), words("家 名"), after=r"(?=单位|企业|部门|同志|机构|干部|党员|银行|医院)"),
        Gap(words("一批 表彰的 受表彰的 获奖的 评出的"), words("名 家 个"), "warning", after=END),
    )
)
_HEADS = (
    r"(?:[名位](?:同志|干部|党员|职工|教师|学生|队员|志愿者|民警|代表|选手|领导)"
    r"|个(?:单位|乡镇|村(?!民|长)|社区|部门|科室|百分点|工作日|月|小时|工作组|党?支部|为优秀|小组|街道|班级|窗口|县[市区直])"
    r"|家(?:单位|企业|酒店|商户|公司|机构)|项(?:工作|任务|荣誉|制度|措施|指标|工程)"
    r"|条(?:措施|意见|建议|标准|线路|主次|主要|道路|街|背街)"
    r"|件(?:实事|好事|案件)|[分人次年户件家名天]以[上下内](?!级))"
)
_PEOPLED = (
    r"(?<=全市|全县|全区|全省|全校|全局|全镇|全村|全院|我市|我县|我区|我省|我镇|群众|居民|带动|惠及)"
    r"万(?=(?:[余多]?人|干部|群众|人民|市民|职工|师生|党员|居民))"
)
_NOT_LAST = "0-9一二三四五六七八九十百千万亿零〇两俩仨几数多余半每各某这那哪整单些干逐挨有是么来要前后上下首头末个真自今明昨好幺N×*_xX■□●…"
_SPOTS = (
    Spot(pairs("，。；：（\n", "名位个家项条件分人次年户天"), _HEADS, 1),
    Spot(pairs("市县区省校局镇村院众民动及", "万"), _PEOPLED, 1),
    Spot(("岁以",), r"(?<![0-9一二三四五六七八九十百千万几周零〇X×x_*-])岁以[上下]"),
    Spot(pairs("们市县区局校", "个"), r"个名额", 1),
    Spot(pairs("个", "，。；"), rf"(?<![{_NOT_LAST}，；：。！？、“”（）\s])个(?=[，。；])"),
)


def check(m: Manuscript) -> Iterator[Hit]:
    taken = set[int]()
    for start, end, severity in _TABLE.find(m):
        taken.update(range(start, end))
        yield _hit(m, start, end, severity)
    for found, spot in look(m, _SPOTS):
        if taken.isdisjoint(range(*found.span())):
            yield _hit(m, *found.span(), spot.severity)


def _hit(m: Manuscript, start: int, end: int, severity: Severity) -> Hit:
    shown = m.text[start:end].strip()
    return Hit(start, end, f"“{shown}”里量词前少了数字", "查原件补上数字，查不到的整句改写", severity)

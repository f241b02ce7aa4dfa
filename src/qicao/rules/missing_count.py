"""“共有、至多、不少于、抽调”后面直接是量词，少了数字。

脱敏程序把数字删掉、前后接上，就成了“全县共有个乡镇”“至多家单位”“每周不少于次”“抽调名干部”：一个字也看不出缺，
只看得出量词接不上。“个人、名单、家庭、项目”这类词不算，口语里省去“一”的“开个会、有件事”也不算。
动词后面省“一”勉强能讲通的报提醒。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._gap_verbs import (
    BY,
    CHANGED,
    HELPED,
    LASTING,
    LIGHT,
    MADE,
    NAMED,
    OBJECTS,
    QUANTITY,
    SETTLED,
    TOOK,
)
from qicao.rules._gaps import Gap, GapTable, words

ID = "缺数字"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "全县⟦共有个⟧乡镇，⟦至多家⟧单位能评上，志愿服务每周⟦不少于次⟧。",
    "文明村⟦由家⟧⟦增加到家⟧，我们⟦连续届⟧保住了牌子，只⟦用了天时间⟧。",
    "⟦抽调名⟧精干力量，⟦举办期⟧培训班，荣誉⟦跨度年⟧，⟦有效期为年⟧，比去年⟦高出分⟧。",
)
GOOD = (
    "个人服从组织，每个单位都有进步，共有人承担义务，公共场所禁止吸烟。",
    "至少人人知道，不到位的要批评，达到要求的要表扬，成立个小组，开个会。",
    "教学、科研等项工作，节约个人开支，就近家门口上学，甚至少年儿童也来了。",
    "有位同志讲得好，只有个别人没到，举办期间，届满之前，查处起来难度大。",
)

_TABLE = GapTable(
    (
        Gap(
            QUANTITY,
            (*LIGHT, *words("个 元 天 年 周 岁 米 成 分")),
            guards=words("公共有 甚至少 传达到 送达到 直达到"),
        ),
        Gap(
            tuple([word for word in QUANTITY if word != "共有"]),
            ("人",),
            guards=words("平均 大约 传达到 送达到 直达到"),
        ),
        Gap(
            ("达",),
            (*OBJECTS, *words("个 户 元 天 年 米 美元")),
            guards=words(
                "阿达 抵达 表达 传达 下达 发达 转达 送达 直达 通达 豁达 旷达 雷达 马达 送达 上达 到达 四通八达"
            ),
        ),
        Gap(
            words(
                "增收 投入 拨款 捐款 耗资 集资 贷款 支出 节约 节省 花费 花去 价值 款 费 资金 投资 标值 每亩增收"
            ),
            ("元",),
            after="(?=[，。；、]|用于|的)",
        ),
        Gap(NAMED, ("个",), "warning"),
        Gap(("先后",), ("次",)),
        Gap(words("总共得了 一共得了 只得了 仅得了 共得了"), ("分",)),
        Gap(words("组建 组建了 创建了 成立了 组织了"), ("支",)),
        Gap(LASTING, words("天 年 周 届"), guards=words("最近年 经过天 通过去 穿过去 经过去")),
        Gap(LASTING, ("个",), after="(?=月|多月|小时)"),
        Gap(CHANGED, (*LIGHT, *words("个 人 天 元 年")), guards=words("有所提高到")),
        Gap(BY, words("分 个 名"), after="(?=[，。；、])"),
        Gap((*BY, "前进", "后退"), ("位",)),
        Gap(
            words("仅有 只有 还有 尚有 仍有 已有 现在有"),
            words("名 家 项 届 座 户 亩 辆 台 篇 天 年"),
            "warning",
        ),
        Gap(
            words("仅有 只有 还有 尚有 仍有 已有 有"),
            ("个",),
            "warning",
            after="(?=多?月|乡镇|社区|科室|支部|行政村|自然村|单位没)",
        ),
        Gap(words("仅有 只有 还有 尚有 仍有 已有"), ("个",), after="(?=[，。；])"),
        Gap(("占",), words("分 家 项"), after="(?=[，。；、])"),
        Gap(
            words("不到 不足 不下"),
            words("名 篇 份 亩 天 年 吨 元 项 米"),
            guards=words("找不到 看不到 得不到 想不到"),
        ),
        Gap(words("不到 不足"), ("个",), after="(?=月|小时)"),
        Gap(words("连续 接连 蝉联"), words("个 名 家 届 次 年 天 周 批 场 篇")),
        Gap(
            words("约 逾 近 超"),
            words("名 家 项 篇 座 户 亩 辆 条 台 吨 元"),
            guards=words(
                "节约 制约 公约 条约 契约 违约 合约 签约 履约 预约 邀约 特约 纽约 集约 婚约 要约 租约 和约 缔约 失约 赴约 相约 誓约 协约"
                " 附近 靠近 临近 最近 远近 亲近 邻近 逼近 走近 新近 相近 就近 贴近 凑近 挨近 左近 切近 浅近 迫近 赶超 反超 高超 商超"
            ),
        ),
        Gap(
            words("仅 共"),
            words("名 家 项 次 件 条 座 户 篇 份 个"),
            guards=words("不仅 公共 中共 国共 反共"),
        ),
        Gap(("共",), ("人",), guards=words("公共 中共 国共 反共 民共"), after="(?=[，。；、）])"),
        Gap(words("仅用 只用 用 花 花了 仅"), ("天",), after="(?<=时间)"),
        Gap(TOOK, ("名",), "warning"),
        Gap((*MADE, *HELPED), (*OBJECTS, "期"), "warning"),
        Gap(HELPED, ("户",), "warning"),
        Gap(SETTLED, ("起",), "warning"),
        Gap(
            words("从 由"),
            words("个 家 名 件 户 座 项 条 亩 元 人 次 天"),
            after="(?=[增减提降压缩扩跃]|下降|上升|发展)",
        ),
    )
)


def check(m: Manuscript) -> Iterator[Hit]:
    for start, end, severity in _TABLE.find(m):
        shown = m.text[start:end].strip()
        yield Hit(start, end, f"“{shown}”里少了数字", "查原件补上数字，查不到的整句改写", severity)

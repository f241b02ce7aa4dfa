"""办公留下的痕迹：请某某核实、数据待核、引用源出错、Markdown 星号、“范文”字样、职务次序。

写稿过程中的批注、Word 的“错误！未找到引用源”、从网上粘来的 **粗体**、题目里的“范文（最新）”，念稿、印发之前都要去掉；
党内职务排在行政职务前面（党委副书记、总经理）。讲话里说“请各单位核实后上报”是布置工作，不算；.md 文件里的星号不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled, matches

ID = "办公痕迹"
FAMILY = "漏填"
SEVERITY = "warning"
BAD = (
    "整改率97.3%⟦（请财务部核实）⟧，投诉下降12%，⟦数据待核⟧。",
    "具体标准见⟦错误！未找到引用源。⟧会议由⟦总经理、党委副书记⟧罗卫东主持。",
    "⟦**一是统一思想**⟧，要提高认识。",
    "在创建文明单位动员大会上的讲话⟦范文（最新）⟧\n同志们：今天开会。",
    "⟦（此处领导可展开）⟧，⟦[批注1]⟧，⟦（待补充数据）⟧，⟦（XX科提供数据）⟧。",
)
GOOD = (
    "请各单位核实后上报（请于3月底前报送），请财务部核实有关数据，数据待核查清楚后再公布。",
    "党委副书记、总经理罗卫东主持，会见了公司总经理、党委副书记和工会主席；公文范文选编。",
    "注意：5**3，★★重点★★，（请大家鼓掌），（请看大屏幕），（全体起立）。",
    "县长、党组副书记应当回避；（见附件）（以下简称“公司”）（含外聘人员）。",
)
_RULES: tuple[tuple[str, tuple[str, ...], str, str, Severity | None], ...] = (
    (
        r"（(?:请|需|由|烦请|待|此处|XX科|XX|此处由)?(?:请|由)?[^（）。\n]{0,14}?(?:核实|核对|核准|确认|补充|把关|提供数据|补数据|补充数据|更新数据|审定|酌定|斟酌|展开)(?:一下|下|后填|后定|后补)?）",
        ("）",), "稿子里留着办公的批注", "办完再删掉", None,
    ),
    (r"(?:数据|数字|人数|名单|时间|地点|情况|金额)(?:有)?待(?:核(?![查心算准实定])|核实(?=[，。；）\n]|$)|确认(?=[，。；）\n]|$)|补(?=[，。；）\n]|$))", ("待核", "待确认", "待补"), "数据还没有核定", "核定以后再定稿", None),
    (r"错误[！!]\s?(?:未找到引用源|未定义书签|未指定书签|不能识别的开关参数|超链接引用无效)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\.?", ("错误！", "错误!", "Error!"), "Word的引用或者书签断了", "更新域，或者改成文字", "error"),
    (r"[\[［【]批注[^\]］】\n]{0,20}[\]］】]|[\[［【](?:删除|修订|插入|插图|图片)[\]］】]", ("批注", "删除]", "删除】", "修订]", "修订】", "插入】", "插图】", "图片】", "图片]"), "留着批注、修订的记号", "处理后删掉", None),
    (
        r"(?:总经理|董事长|局长|院长|校长|县长|市长|区长|乡长|镇长|主任|台长|行长|厂长)、(?:党委|党组|党总支|党支部)(?:副?书记|委员)(?=[\u4e00-\u9fff]{2,3}(?:同志|主持|作|讲|出席|宣读|通报|传达|安排|部署|参加|，|。|、))",
        ("、党",), "党内职务要排在前面", "改成“党委副书记、总经理”的次序", None,
    ),
)  # fmt: skip
_TITLE = r"(?<=讲话|发言|致辞)(?:稿)?(?:范文|模板|通用版|精选)[^\n]{0,12}|(?<=讲话稿|发言稿)[（(](?:最新|精选|通用|范文|模板)版?[）)]|(?<=讲话|发言|致辞)[（(](?:最新|精选|通用|范文|模板)版?[）)]"
_STARS = r"(?<!\*)\*\*(?=[\u4e00-\u9fff“《（0-9])[^*\n]{1,60}(?<=[\u4e00-\u9fff”》）。：；，0-9%])\*\*(?!\*)"
_AFTER_LIST = r"(?:和|与|及|以及|等)"


def check(m: Manuscript) -> Iterator[Hit]:
    for expression, when, message, hint, severity in _RULES:
        for found in matches(m, expression, when):
            if message.startswith("党内") and compiled(_AFTER_LIST).match(m.text, found.end()):
                continue
            yield Hit(*found.span(), f"{message}：“{found[0][:30]}”", hint, severity)
    for line in m.lines[:8]:
        if line.end - line.start < 60:
            for found in compiled(_TITLE).finditer(m.text, line.start, line.end):
                yield Hit(*found.span(), f"题目里留着“{found[0]}”", "删掉，题目只写会议和文种")
    if "**" in m.raw and not m.name.endswith((".md", ".markdown")):
        for found in matches(m, _STARS, raw=True):
            yield Hit(*found.span(), "留着Markdown的星号", "去掉星号，要突出就用Word的格式")

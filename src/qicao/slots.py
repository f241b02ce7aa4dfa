"""The names a section or an outline may put between {{ }}, beside 情况.*, 引语.* and 提法.*."""

# How a campaign is spoken of: 增强{创建}的紧迫感, 围绕标准抓{创建}, {创建省级文明单位}是……的需要.
ACTS = {"行动": "创建", "行动简称": "创建", "此举": "创建{{ 荣誉 }}"}

# The problem of the brief that a section answers (its 针对).
AIM = "针对"
EXAMPLES = "例"  # the same by examples: how offices put such a problem
# Conditions on words of the brief: one of them stands in the unit's name, none does; the same for the agenda.
WHEN = ("名称", "名称不含", "议程含", "议程不含")
UNLESS = "不针对"  # words of problems that a section does not answer, whatever else they say
OTHERS = "其他"  # 针对: 其他 is for what no other section answers
# Before the name of a list fact: the list said item by item (逐项.五个落实).
ITEMIZED = "逐项"

ANYTHING = "…"  # in a word of 针对: whatever stands between
# What such a section says of its problem in half a sentence: what comes of it, what will be looked at in the end,
# what is compared month by month. The halves of all problems together are the facts 情况.后果, 情况.衡量 ….
SAYS = ("后果", "衡量", "对账")

# The slots whose words a unit type gives.
UNIT_WORDS = ("自称", "领导机构", "称谓", "干部群体", "下级", "服务对象", "同级", "系统")

SLOTS = {
    "荣誉": "这次争创的荣誉，如 省级文明单位",
    "主题": "文明单位、文明校园……",
    "行动": "这个主题要做的事：创建、作风建设、安全生产……",
    "行动简称": "两个字的说法：创建、作风、安全……",
    "此举": "创建省级文明单位、抓好安全生产……",
    "级别": "全国、省级、市级、县级",
    "本单位": "我局、我院；上级领导讲话时是单位简称",
    "我们": "我们；上级领导讲话时是你们",
    "自称": "我局、我院",
    "领导机构": "局党组、院党委",
    "称谓": "开头的称呼，不带冒号",
    "干部群体": "干部职工、医护人员",
    "下级": "各科室、局属各单位",
    "服务对象": "群众、患者、学生和家长",
    "同级": "市直机关",
    "系统": "全市税务系统",
    "牵头部门": "要素单里的责任科室；没给就是“牵头部门”",
    "节拍": "多久督查、调度一次：每周、每半月；没给就是每月",
    "全域": "全市、全县",
    "地区称": "我市、我县",
    "直属": "市直、县直",
    "单位.名称": "单位全称",
    "单位.简称": "单位简称",
    "单位.地区": "所在地区",
    "会议.名称": "会议名称",
    "会议.议程": "前面进行的议程",
    "会议.日期": "会议日期",
    "讲话人.姓名": "讲话人姓名",
    "讲话人.职务": "讲话人职务",
    "点数": "一级标题的个数（汉字）",
    AIM: "段落写了“针对”时，要素单里对得上的那一条短板",
}


def fact_path(slot: str) -> str:
    """The fact a slot tells: 逐项.五个落实 tells 情况.五个落实; any other slot as it is."""
    head, _, name = slot.partition(".")
    return f"情况.{name}" if head == ITEMIZED else slot

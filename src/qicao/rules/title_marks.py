"""书名号只用于书、文章、文件的名称，不用于荣誉、活动、会议、机构。

GB/T 15834—2011 A.13.1：课程、奖项、荣誉称号、活动、会议、机构、品牌等名称不用书名号，可以用引号：“全国文明单位”称号、“道德讲堂”活
动。《中国诗词大会》这样的节目名可以用。“三会一课”一类的通称不是文件名（A.13.4），只作提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "书名号误用"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "争创⟦《全国文明校园》⟧称号，标准高、要求严。",
    "要开展⟦《书香班级》⟧评选活动，办好⟦《道德讲堂》⟧活动。",
    "荣获⟦《省级文明单位》⟧，今天召开⟦《创建动员大会》⟧。",
    "荣获⟦《全国五一劳动奖状》⟧，落实⟦《三会一课》⟧制度。",
)
GOOD = (
    "争创“全国文明校园”称号，办好“道德讲堂”活动。",
    "学习《全国文明单位测评体系》，开展《民法典》宣传活动。",
    "印发《关于开展道德讲堂活动的通知》，收看《中国诗词大会》《感动中国》。",
    "《平凡的世界》荣获茅盾文学奖。",
    "《红楼梦》大会考开始了。",
)
_AFTER = r"(?:荣誉)?称号|(?:评选|创建|竞赛|主题(?:教育|实践)?|志愿服务)?活动|评选|奖牌|牌匾|荣誉|主题教育|劳动竞赛|技能大赛"
_NAMED = r"(?:文明(?:单位|城市|校园|村镇|家庭|窗口|科室|职工|行业)|先进(?:单位|集体|个人)|称号|动员大?会|表彰大?会|工作会议|主题教育|道德讲堂|志愿服务队|青年文明号|劳动奖[状章]|模范|标兵|活动月|宣传周|工作领导小组|创建办)$"
_DOCUMENT = r"^关于|的?(?:通知|意见|办法|方案|体系|细则|条例|规定|决定|标准|手册|纲要|规划|倡议书|公约|讲话|报告|标准》)$"
_COMMON = (
    "三会一课",
    "两学一做",
    "一岗双责",
    "四个意识",
    "四个自信",
    "两个维护",
    "第一议题",
    "中央八项规定",
    "八项规定",
)


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    if "《" not in text:
        return
    for start, end in zip(*m.quotes, strict=True):
        if text[start] != "《" or end - start > 32:
            continue
        name = text[start + 1 : end - 1]
        if name in _COMMON:
            yield Hit(
                start, end, f"“{name}”是通称，不是文件名，用了书名号", f"去掉书名号，或写成“{name}”", "info"
            )
        elif compiled(_NAMED).search(name) or (
            compiled(_AFTER).match(text, end)
            and not compiled(_DOCUMENT).search(name)
            and not name.endswith(("法", "典"))
        ):
            yield Hit(start, end, f"“{name}”不是书名、文件名，用了书名号", f"改成“{name}”，用引号")

"""量词前面用“两”，序数用“二”。

“强化二种意识”“提二点要求”应写“两种意识”“两点要求”；反过来，“第两个”应写“第二个”。第二、十二、二等、二级、二次创业、
二人、二者、一分为二都是对的。法律条文习惯写“二个月”“二人以上”，条文不查。依据《现代汉语八百词》“两”“二”的分工。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import WordList, compiled

ID = "二与两"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "围绕一个中心，强化⟦二种⟧意识，突出三个重点。",
    "下面，我提⟦二点⟧要求。要抓好⟦二项⟧工作，建好⟦二支⟧队伍。",
    "意见主要集中在⟦二个⟧方面，实现⟦二大⟧目标。",
    "每季度检查⟦二次⟧，不少于⟦二次⟧。",
    "这是⟦第两个⟧问题。",
)
GOOD = (
    "第二个重点，第十二条，十二个项目，一二个月，三十二名同志，一百零二家单位。",
    "二级学院要抓好二次创业，二等奖、二人转、二把手、二者兼顾、一分为二，二楼二处办公。",
    "二次供水、二次污染、二次元、进行二次开发，二套房贷款，二项式，二条龙，二本院校，二名法。",
    "王二个子不高，老二家住在城东，初二年级，二年级，其二条件不够，第二批，二期工程，二类疫苗。",
    "第一条　期限为二个月。\n第二条　应当有二名以上人员。\n第三条　二种。\n第四条　略。\n第五条　略。",
    "一、二个方面，一是学，二是做。",
)
_BEFORE = r"(?<![第十百千万亿零〇○一二三四五六七八九\d老初周期分无独不说统专其小高中王张李赵刘陈])(?<![一三四五六七八九十]、)"
_TWO = (
    _BEFORE
    + r"二(?:个(?![子头体])|种|条(?![龙胡])|项(?![式分检定])|名(?!法)|件(?!套)|座|篇|场|辆|套(?!房|住房)|支(?!队(?!伍))"
    r"|户|份(?!之)|句|遍|笔|方面|家(?=单位|企业|公司|银行|医院|学校|门店|农户)|批(?=次|人|物|项|干)|所(?=学校|高校|医院)"
    r"|点(?=意见|要求|建议|体会|希望|感受|看法|想法|说明)|大(?=类|任务|重点|优势|板块|工程|问题|主题|目标|战役|行动|体系)"
    r"|张(?=表|图|清单|网|卡)|起(?=事故|案件|投诉|差错)|天(?=内|时间|一)|年(?=来|间|多))"
    r"|(?<=[年月周度季天于了过查])二次(?=会议|检查|活动|督查|培训|演练|调研|学习|[，。；、！以]|$)"
)
_WORDS = WordList(
    ["二" + one for one in "个种条项名件座篇场辆套支户份句遍笔方家批所点大张起天年次"] + ["第两"]
)


def check(m: Manuscript) -> Iterator[Hit]:
    places = list(_WORDS.find(m.pairs, m.text))
    for at, word in places:
        found = compiled(r"第两[个条次批届项名种件点章节组位]").match(m.text, at) if word == "第两" else None
        if found:
            right = found[0].replace("两", "二")
            yield Hit(*found.span(), f"“{found[0]}”是序数", f"改成“{right}”", "error")
    hits = [found for at, word in places if word != "第两" and (found := compiled(_TWO).match(m.text, at))]
    if hits and not is_law(m.text):
        for found in hits:
            right = found[0].replace("二", "两")
            yield Hit(*found.span(), f"量词前面用了“二”：“{found[0]}”", f"改成“{right}”")


def is_law(text: str) -> bool:
    """Whether a text is made of articles: five or more of them begin in it."""
    return len(compiled(r"第[一二三四五六七八九十百]{1,6}条").findall(text)) >= 5

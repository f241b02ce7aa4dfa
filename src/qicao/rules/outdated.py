"""过时提法：已经被新提法取代、还当作现在说的话。

党内集中教育、指导思想、大会和全会精神、小康和脱贫、总目标等提法各有时段，见 data/formulations.tsv（核对到
2026年11月24日）。按讲话那一天查；不知道是哪一天，就按稿中最晚的近年，再没有就按核对日期，这时错误降为警告。
“党的十八大以来”、完整的思想序列、《》里的文件名、带年份的历史叙述都不算。新华社禁用词、历次党代会和全会公报。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import Example
from qicao.rules._dated import places, reading, told_of

ID = "过时提法"
FAMILY = "提法"
SEVERITY = "error"
DAY = "2026-03-12"
BAD = (
    Example("要⟦落实科学发展观⟧，自觉纠正违背⟦科学发展观⟧的理念和做法。", DAY),
    Example("这是我们⟦将要建成的全面小康社会⟧的基本要求，要认真学习⟦党的十九大精神⟧。", DAY),
    "为实现⟦党的十九大确定的⟧目标任务而奋斗，⟦构建社会主义和谐社会⟧。",
    Example("更加紧密地团结在⟦以胡锦涛同志为总书记的党中央⟧周围，⟦坚决打赢脱贫攻坚战⟧。", DAY),
    Example("深入学习贯彻习近平总书记⟦系列重要讲话精神⟧，树立⟦社会主义荣辱观⟧。", DAY),
    Example("把创建同正在开展的⟦党史学习教育⟧、⟦党的群众路线教育实践活动⟧结合起来。", DAY),
    Example("共建⟦“一带一路”战略⟧，⟦法制社会⟧离不开每一个人。", DAY),
    Example("学习贯彻⟦党的二十届三中全会精神⟧。", DAY),
)
GOOD = (
    Example("党的十八大以来，特别是党的二十大召开以来，全市面貌一新。党的十九大报告指出，要抓落实。", DAY),
    Example("坚持马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观。", DAY),
    Example("2012年，我们深入学习实践科学发展观活动，2021年如期全面建成小康社会。", DAY),
    Example("巩固拓展脱贫攻坚成果，我们打赢了脱贫攻坚战，全面建成了小康社会。", DAY),
    Example("《决胜全面建成小康社会　夺取新时代中国特色社会主义伟大胜利》是党的十九大报告的题目。", DAY),
    Example("学习党的二十届三中、四中全会精神和二十届历次全会精神，巩固主题教育成果。", DAY),
    Example("具有中国特色社会主义法治体系，社会主义法制度也要完善。", DAY),
    Example("深入学习贯彻党的十九大精神，决胜全面建成小康社会。", "2018-03-12"),
    Example("“一带一路”战略支点城市建设，共建“一带一路”。", DAY),
)


def check(m: Manuscript) -> Iterator[Hit]:
    now, taken = reading(m), set[int]()
    today = now.day.isoformat()
    for place in places(m, "formulations.tsv"):
        row = place.row
        if not row.until or today <= row.until or not taken.isdisjoint(range(place.start, place.end)):
            continue
        if told_of(m, place, max(int(row.until[:4]), now.day.year - 2)):
            continue
        taken.update(range(place.start, place.end))
        severity = "warning" if row.severity == "error" and not now.given else row.severity
        word = m.text[place.start : place.end]
        message = f"“{word}”已经过时：{row.ground}（{now.why}）"
        yield Hit(place.start, place.end, message, f"现在用：{row.now}", severity)

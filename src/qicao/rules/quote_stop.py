"""引文末尾的句号：融入句中的引文不带，独立的引文放在引号里面。

GB/T 15834—2011 B.2.1：引文是句子的一个成分（坚持“实干兴邦”的理念），引号里面不用句号；“他说：”后面引的是完整的一句，句号放在引号
里面。“强调：‘……。’的重要讲话”一类的写法，冒号后面是独立的引文，再接“的讲话”就不成句，要改成“……的重要讲话强调：”。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "引文句号"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "坚持“人人都是创建者⟦。”⟧的理念，把同学们吸引进来。",
    "他强调：“人民有信仰，民族有希望。我们要继续抓好精神文明建设。⟦”的重要讲话⟧，充分体现了高度重视。",
    "文件要求：“一切从实际出发，一切为群众着想⟦”的精神⟧，各地要认真贯彻。",
    "总书记指出：“人民有信仰，民族有希望，国家有力量⟦”。⟧我们要认真领会。",
    "牢记“打铁还需自身硬⟦。”⟧这句话。",
)
GOOD = (
    "坚持“人人都是创建者”的理念。",
    "他强调：“人民有信仰，民族有希望。”这句话意味深长。",
    "他在讲话中强调，“人民有信仰”的重要论述意义深远。",
    "“走吧。”这个年轻人说。",
    "“砰。”的一声，门开了。",
    "活动的主题是：“文明你我他”。",
    "他问：“人民是谁？”的时候，没有人回答。",
)
_SAY = ("强调", "指出", "要求", "提出", "说过", "讲过", "说道", "说", "讲", "认为", "指示", "明确")
_OF = r"的(?:系列|一系列)?(?:重要|殷切|总)?(?:讲话|指示|论述|精神|要求|论断|号召|理念|批示|嘱托|思想|观点|精辟论述)"
_INTO = r"的(?!一声|声|喊|叫|话音|时候|回答)|这[句一个种样]|等(?:理念|要求|思想|口号)"


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    if "”" not in text:
        return
    for start, end in zip(*m.quotes, strict=True):
        if text[start] != "“":
            continue
        says = text[start - 1 : start] == "：" and text[max(start - 3, 0) : start - 1].endswith(_SAY)
        inner = text[start + 1 : end - 1]
        after = text[end : end + 1]
        if says and after == "的" and (found := compiled(_OF).match(text, end)):
            yield Hit(
                end - 1,
                found.end(),
                f"冒号引出的引文后面接“{found[0]}”，不成句",
                "改成“……的讲话强调：”，或者去掉冒号和句号",
            )
        elif says and after == "。" and len(inner) >= 14 and "，" in inner and inner[-1] not in "。！？…":
            yield Hit(end - 1, end + 1, "完整的引文，句号在引号外面", "句号移到引号里面：“……。”")
        elif (
            inner.endswith("。")
            and "。" not in inner[:-1]
            and len(inner) <= 40
            and after
            and after in "的这等"
        ):
            before = text[start - 1 : start]
            if before.isalpha() and compiled(_INTO).match(text, end):
                yield Hit(end - 2, end, "引文是句中的一个成分，引号里面用了句号", "删掉引号里面的句号")

"""占比、各种“率”和前面的数对不上。

“形成报告9篇，其中6篇得到批示，占76.7%”：实际66.7%；“发出问卷200份，收回180份，回收率为95%”：实际90%。整体取同一句里单位
相同的数，有一个对得上就不提；“占全市的12%”整体不在句里，不查；带“约”“余”“多”的数不查。
"""

import re
from collections.abc import Iterator, Sequence

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches
from qicao.rules._figures import FIGURE, NUMBER, Figure, agrees, figures, plain, sentence_start
from qicao.rules._near import near

ID = "占比不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "形成报告9篇，其中6篇得到领导批示，⟦占76.7%⟧。",
    "发出问卷200份，收回180份，⟦回收率为95%⟧；其中表示满意的153份，占收回问卷的85%。",
    "全校有学生1860人，其中1488名学生注册为志愿者，⟦占90%⟧。",
    "评出先进科室15个，⟦占科室总数20个的60%⟧。",
    "应到党员50名，实到48名，⟦到会率92%⟧。60家书房中有12家实行24小时开放，⟦占总数的25%⟧。",
)
GOOD = (
    "受理投诉120件，其中物业类60件、噪声类40件，其他类20件，已办结110件，办结率91.7%。",
    "形成报告9篇，其中6篇得到领导批示，占66.7%。茶园28万亩，其中投产茶园21万亩，占75%。",
    "签订订单2400万元，其中成都客商960万元，占40%；西安客商720万元，占30%；其他720万元，占30%。",
    "现有茶园21万亩，其中8万亩在山上，占全市的12%。收回180份，回收率为90%。",
    "投入100多万元，其中30万元用于培训，占20%。去年120件，今年办理100件，办结率95%。",
    "受理120件，办结114件，办结率95%。共有党员126名，其中女党员40名，占比约三成，35岁以下的60名，约占48%。",
    "全县有10个乡镇，其中3个乡镇的20个村，占60%的任务。",
)
_SHARE = rf"占(?:到|比为?|了)?(?P<of>[^，。；！？\n\d%]{{0,10}}?)的?(?P<hedge>约|近|超过|超|将近|不到)?(?P<p>{NUMBER})%(?P<more>以上|左右|多)?"
_RATE = (
    rf"(?<![\d.])(?P<a>{FIGURE})[^，。；！？\n\d]{{0,12}}，(?P<lead>[^，。；！？\n\d]{{0,12}}?)(?P<b>{FIGURE})[^，。；！？\n\d]{{0,4}}，"
    rf"(?P<hit>(?:按时|按期|及时|当场)?(?:回收|到会|出席|出勤|参会|参训|参与|办结|完成|整改|合格|达标|满意|通过|优秀|优良|及格|就业|回复|答复|签约|入户|解决|销号|采纳|收回|化解|调解|调处|处置|清零)(?:成功|完成)?率"
    rf"(?:为|是|达到|达)?(?P<hedge>约|近|超过|超|将近)?(?P<p>{NUMBER})%(?P<more>以上|左右|多)?)"
)
_INLINE = (
    rf"占[^，。；！？\n\d]{{0,10}}(?P<b>{FIGURE})的"
    rf"(?P<hedge>约|近|超过|超|将近)?(?P<p>{NUMBER})%(?P<more>以上|左右|多)?"
)
_ELSEWHERE = "国省市区县局镇乡村校院比同年产财收入部分期款预计任务以上社会人口消费出口经济"


def check(m: Manuscript) -> Iterator[Hit]:
    for hit in _all(m):
        start, end = m.piece(hit.start, hit.end, last=True)  # the stated figure stands last
        yield hit._replace(start=start, end=end)


def _all(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, _SHARE, ("占",)):
        pairs = _pairs(m.text, found)
        yield from _hit(found, found.start(), pairs)
    for found in near(m, _RATE, ("率",), 60, 20):
        a, b = figures(m.text, *found.span("a")), figures(m.text, *found.span("b"))
        first = max(found.start("a") - 12, 0)
        other = compiled(r"[去上今]年|比|较|同期|减|增|休|缺|未|请假|退|差|其[中他它余]|类").search(
            m.text, first, found.start("b")
        )
        if a and b and a[0].unit == b[0].unit and not other and not (a[0].vague or b[0].vague):
            yield from _hit(
                found, found.start("hit"), [(min(a[0], b[0], key=_value), max(a[0], b[0], key=_value))]
            )
    for found in matches(m, _INLINE, ("占",)):
        first = m.text.rfind("，", max(found.start() - 24, 0), max(found.start() - 1, 0)) + 1
        parts, wholes = (
            figures(m.text, max(first, found.start() - 24, 0), found.start()),
            figures(m.text, *found.span("b")),
        )
        yield from _hit(
            found,
            found.start(),
            [(a, b) for a in parts[-1:] for b in wholes if a.unit == b.unit != "年" and not a.vague],
        )


def _pairs(text: str, found: re.Match[str]) -> list[tuple[Figure, Figure]]:
    """Part and whole, all that may be meant: parts stand after 其中 or 中有, wholes before it."""
    if any(mark in _ELSEWHERE for mark in found["of"].strip("总数量额体部的")):
        return []
    first = sentence_start(text, found.start())
    link = max([text.rfind(word, first, found.start()) for word in ("其中", "中有", "里有")])
    if link < 0 and compiled(r"总(?:数|量|额|人数|户数)$").search(found["of"]):
        noun = found["of"].partition("总")[0].removesuffix("的")
        link = (
            text.rfind("，", first, found.start() - 1)
            if not noun or noun in text[first : found.start()]
            else -1
        )
    if link < 0:
        return []
    near = max([text.rfind(mark, link, found.start()) for mark in "；%"] + [link])
    parts = figures(text, near, found.start())
    wholes = figures(text, first, link + 1)
    crossed = any(part.unit == whole.unit and part.value > whole.value for part in parts for whole in wholes)
    if crossed or any(one.vague for one in parts + wholes) or text.count("，", near, found.start()) > 1:
        return []
    return [
        (part, whole)
        for part in parts
        for whole in wholes
        if part.unit == whole.unit and part.value <= whole.value
    ]


def _value(one: Figure) -> float:
    return one.value


def _hit(found: re.Match[str], start: int, pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Hit]:
    hedged = bool(found["hedge"] or found["more"]) or found.string[start - 1] == "约"
    shares = [
        (part.low / whole.high * 100, part.high / whole.low * 100) for part, whole in pairs if whole.low > 0
    ]
    if shares and not any(agrees(low, high, found["p"], hedged) for low, high in shares):
        right = plain(sum(shares[-1]) / 2)
        message = f"“{found['p']}%”和前面的数对不上，按前面的数是{right}%"
        yield Hit(start, found.end(), message, "核对前后几个数，改掉错的那个")

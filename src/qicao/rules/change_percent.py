"""增减的百分数、倍数、差数和前后两个数对不上。

“由126人减少到48人，下降52%”：实际下降62%。查“由A增加到B，增长P%”“比去年的A下降P%”“比去年减少C件，下降P%”“去年A，今年B，
增长P%”，也查“由48人减少到126人”这样方向相反的话。四舍五入和舍去尾数都算对；带“约”“余”“多”的数不查。百分数相减是百分点。
"""

import re
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled, matches
from qicao.rules._figures import FIGURE, NUMBER, UNIT, Figure, agrees, figure, in_sentence, plain
from qicao.rules._near import near

ID = "增减不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "值班人员⟦由126人减少到48人，下降52%⟧。受理投诉⟦由上年的120件减少到90件，下降了30%⟧。",
    "志愿者⟦从2023年的800人增加到2025年的1200人，增长了60%⟧，满意率⟦由85%提高到92%，提高9个百分点⟧。",
    "上半年出现差错12起，虽然比去年同期的⟦20起下降了60%⟧，但没有一起应该发生。",
    "投入⟦由1000万元增加到1.5亿元，增长5倍⟧。",
    "全年办结90件，比去年⟦减少30件，下降30%⟧。去年受理120件，今年受理90件，⟦下降30%⟧。",
    "办理时限⟦由5天压缩到15天⟧，投入⟦由200万元增加到150万元⟧。",
    "投诉⟦由120件减少到90件，减少40件⟧。投诉量同比⟦下降35%，由40件降至30件⟧。",
    "队伍⟦从3支发展到12支，增长了6倍⟧，时限⟦由15天压缩到7天，压缩率为70%⟧。",
    "测评排名⟦由第8位上升到第12位⟧，⟦从第12名前进到第8名，前进了6名⟧。",
)
GOOD = (
    "由126人减少到48人，下降62%。由120件减少到90件，下降了25%，减少30件。",
    "由100件增加到300件，增长2倍。由9000万元增加到1.2亿元，增长33%，增长33.3%。",
    "排名由第12位上升到第5位，由5级提升到3级，由早8点延长到晚6点，零下5度上升到3度。",
    "鲜叶120吨，比去年同期的96吨增加24吨，增长25%；收入1800万元，比去年同期的1344万元增长33.9%。",
    "由100多人减少到48人，下降52%。满意率由85%提高到92%，提高7个百分点。",
    "全年办结90件，比去年减少30件，下降25%。去年120件，今年90件，下降25%。",
    "由20分钟提高到15分钟以内。由2人增加到8人，是原来的4倍，增长了3倍。",
    "从30人到50人，增长60%的任务没有完成。由每月2次增加到每周1次。由3%下降到5‰。",
)
_UP = "增加|增长|提高|上升|提升|扩大|发展|壮大|扩充|上涨|增|升"
_DOWN = "减少|下降|降低|压减|压缩|缩短|精简|下调|缩小|回落|降|减"
_HEDGE = "(?P<hedge>将?近|约|超过|超|逾)?"
_PERCENT = rf"(?:了|达到|达|为)?{_HEDGE}(?P<p>{NUMBER})%(?P<more>以上|左右|多)?"
_WHEN = r"(?:(?:\d{4}年|\d{1,2}月)份?[^，。；！？\n\d每]{0,6}|[^，。；！？\n\d第每]{0,8})"
_FROM_TO = (
    rf"(?:由|从){_WHEN}(?P<a>{NUMBER}[余多]?[万亿千百]?[余多]?(?:{UNIT}|[%‰])?)[^，。；！？\n\d每]{{0,5}}?"
    rf"(?P<verb>{_UP}|{_DOWN})(?:到|至|为){_WHEN}(?P<b>{NUMBER}[余多]?[万亿千百]?[余多]?(?:{UNIT}|[%‰]))"
)
_TAIL = (
    rf"[，、（]?(?:同比|比[^，。；！？\n\d]{{0,6}}?|净|共|一共|实际|累计|整整|一下子|总共|直接|足足|幅度)?(?:{_UP}|{_DOWN}|增幅|升幅|降幅)率?"
    rf"(?:了|达到|达|为)?{_HEDGE}"
    rf"(?P<p>{NUMBER})(?P<u>%|倍|万?{UNIT})(?P<more>以上|左右|多)?"
)
_LEAD = rf"(?:{_UP}|{_DOWN})(?:了|达)?{_HEDGE}(?P<p>{NUMBER})(?P<u>%)(?P<more>以上|左右|多)?[，、（]$"
_THAN = (
    r"(?:比|较)(?:上一?年|去年|前年|上季度|上月|\d{4}年)(?:度|全年|同期|同月|底|末)*的?"
    rf"(?P<hit>(?P<a>{FIGURE})[^，。；！？\n\d]{{0,3}}?(?:{_UP}|{_DOWN}){_PERCENT})"
)
_DIFFERENCE = (
    rf"(?<![\d.])(?P<b>{FIGURE})，(?:同比|(?:比|较)[^，。；！？\n\d]{{0,8}}?(?:{FIGURE})?)"
    rf"(?P<hit>(?P<verb>{_UP}|多|{_DOWN}|少)了?(?P<c>{FIGURE})，(?:同比)?(?:{_UP}|{_DOWN}|增幅|降幅){_PERCENT})"
)
_LAST_NOW = (
    rf"(?:去年|上年)[^，。；！？\n\d]{{0,12}}(?P<a>{FIGURE})[^，。；！？\n\d]{{0,4}}[，、](?:今年|本年)[^，。；！？\n\d]{{0,12}}(?P<b>{FIGURE})"
    rf"，(?P<hit>(?:同比)?(?:{_UP}|{_DOWN}|增幅|降幅){_PERCENT})"
)
_RANK = (
    r"(?:由|从)[^，。；！？\n\d]{0,8}?第(?P<a>\d{1,3})[名位](?P<verb>上升|前进|提升|跃升|前移|升|下降|后退|下滑|降|退)(?:到|至|为)"
    r"[^，。；！？\n\d]{0,8}?第(?P<b>\d{1,3})[名位](?:，(?:上升|前进|提升|跃升|前移|下降|后退|下滑)了?(?P<c>\d{1,3})[名位])?"
)
_RANK_WORDS = [one + move for one in "名位" for move in "上前提跃升下后降退"]
_HINT = "核对前后几个数，改掉错的那个"


def check(m: Manuscript) -> Iterator[Hit]:
    for hit in _all(m):
        start, end = m.piece(hit.start, hit.end, last=True)  # the stated figure stands last
        yield hit._replace(start=start, end=end)


def _all(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, _FROM_TO, ("由", "从")):
        a, b = figure(m.text, *found.span("a")), figure(m.text, *found.span("b"))
        if a and b and comparable(a, b):
            yield from _from_to(m.text, found, a, b)
    for found in matches(m, _THAN, ("%",)):
        a = figure(m.text, *found.span("a"))
        if a and not a.vague:
            yield from _hits(found, [(a, b) for b in in_sentence(m.text, found.start(), a.unit)])
    for found in near(m, _DIFFERENCE, ("，比", "，较", "，同比"), 16, 60):
        b, c = figure(m.text, *found.span("b")), figure(m.text, *found.span("c"))
        if b and c and comparable(b, c):
            sign = 1 if found["verb"] in (*_DOWN.split("|"), "少") else -1
            before = b._replace(value=b.value + sign * c.value, slack=b.slack + c.slack)
            yield from _hits(found, [(before, b)])
    for found in matches(m, _LAST_NOW, ("%",)):
        a, b = figure(m.text, *found.span("a")), figure(m.text, *found.span("b"))
        if a and b and comparable(a, b):
            yield from _hits(found, [(a, b)])
    for found in matches(m, _RANK, _RANK_WORDS):
        gained = int(found["a"]) - int(found["b"])
        if (gained > 0) != (found["verb"] not in ("下降", "后退", "下滑", "降", "退")):
            yield Hit(*found.span(), f"说的是“{found['verb']}”，名次却反了", _HINT)
        elif found["c"] and int(found["c"]) != abs(gained):
            yield Hit(*found.span(), f"“{found['c']}”和前面的名次对不上，相差{abs(gained)}", _HINT)


def comparable(a: Figure, b: Figure) -> bool:
    return (
        not a.vague
        and not b.vague
        and a.unit in ("", b.unit)
        and a.low > 0
        and (a.unit != "" or a.slack == b.slack)
    )


def growth(a: Figure, b: Figure) -> tuple[float, float]:
    """By how many per cent b is more or less than a: least and most."""
    ends = sorted([abs(b.low / a.high - 1) * 100, abs(b.high / a.low - 1) * 100])
    return ends[0], ends[1]


def _hits(found: re.Match[str], pairs: list[tuple[Figure, Figure]]) -> Iterator[Hit]:
    """One finding, when the percentage fits no pair."""
    if not pairs or any(not comparable(a, b) for a, b in pairs):
        return
    hedged = bool(found["hedge"] or found["more"])
    if not any(agrees(*growth(a, b), found["p"], hedged) for a, b in pairs):
        right = plain(sum(growth(*pairs[-1])) / 2)
        yield Hit(*found.span("hit"), f"“{found['p']}%”和前面的数对不上，按前面的数是{right}%", _HINT)


def _from_to(text: str, found: re.Match[str], a: Figure, b: Figure) -> Iterator[Hit]:
    up = found["verb"] in _UP.split("|")
    other = text[found.end("b") - 1] in "名位" or (
        up and found["verb"] in ("提高", "提升", "升") and b.unit in _TIMES
    )
    if not other and (b.high < a.low if up else b.low > a.high):
        yield Hit(*found.span(), f"说的是“{found['verb']}”，数却反了：“{found['a']}”到“{found['b']}”", _HINT)
        return
    tail = compiled(_TAIL).match(text, found.end())
    start, end = found.start(), tail.end() if tail else found.end()
    if tail is None:
        tail = compiled(_LEAD).search(text, max(found.start() - 16, 0), found.start())
        if tail is None:
            return
        start = tail.start()
    low, high = growth(a, b)
    unit, hedged = tail["u"], bool(tail["hedge"] or tail["more"])
    if unit == "%":
        fits = agrees(low, high, tail["p"], hedged)
    elif unit == "倍":
        fits = agrees(low / 100, high / 100 + 1, tail["p"], False, 0.6)
    else:
        fits = _difference_fits(text, tail, a, b)
    if not fits:
        right = {"%": f"{plain((low + high) / 2)}%", "倍": f"{plain((low + high) / 200)}倍"}.get(unit, "")
        message = f"“{tail['p']}{unit}”和前面的数对不上"
        yield Hit(start, end, message + (f"，按前面的数是{right}" if right else ""), _HINT)


def _difference_fits(text: str, tail: re.Match[str], a: Figure, b: Figure) -> bool:
    change = figure(text, tail.start("p"), tail.end("u"))
    points = tail["u"] == "个百分点" and b.unit == "%"
    if change is None or change.vague or (change.unit != b.unit and not points):
        return True
    allowed = a.slack + b.slack + change.slack + (3.0 if tail["hedge"] or tail["more"] else 0.01)
    return abs(abs(b.value - a.value) - change.value) <= allowed


_TIMES = ("天", "分钟", "小时", "个工作日", "个月", "年")

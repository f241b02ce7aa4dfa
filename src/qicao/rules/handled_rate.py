"""整改率、办结率和还剩多少，与前面发现的、办完的数对不上。

“发现隐患836处，……已整改792处，整改率97.3%，尚有34处正在整改”：792除以836是94.7%，还剩44处。发现的总数和办完的数隔着几个分句，
念的人看不出来。只在前后三句里找：总数跟在“发现、排查、受理、收到”后面，办完的数跟在“已整改、办结”后面，单位要相同；
带“约”“余”“多”的不查。紧挨着的两个数由“占比不符”去查。
"""

from __future__ import annotations

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._figures import FIGURE, NUMBER, Figure, agrees, figure, plain

ID = "办结账不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "共发现各类隐患836处，其中消防类310处、用电类526处；目前已整改792处，⟦整改率97.3%⟧，⟦尚有34处⟧正在整改。",
    "今年受理信访件120件，其中来信60件。目前已办结114件，⟦办结率达到98%⟧，⟦还有8件⟧正在办理。",
    "排查矛盾纠纷56起，涉及8个村，成功化解50起，⟦剩下的5起⟧落实了包案领导。",
    "发现各类隐患120处。其中用电35处，燃气35处，其余50处。已完成整改100处，⟦完成率90%⟧，⟦剩余30处⟧。",
    "征集意见建议46条，逐条研究，采纳了30条，⟦采纳率为70%⟧。",
)
GOOD = (
    "共发现各类隐患836处，其中消防类310处；目前已整改792处，整改率94.7%，尚有44处正在整改。",
    "受理120件，办结114件，办结率95%，还有6件正在办理，还有2件是去年转来的。",
    "共发现问题120个，已整改90个，正在整改20个，尚有10个没有动。发现问题120个，整改率98%。",
    "排查隐患200多处，已整改150处，整改率80%。发现隐患20处，整改100处，整改率100%，其中历年遗留的80处。",
    "发现问题30个，已整改20个，还有5个单位没有报。一季度发现10处，二季度发现20处，已整改28处，整改率93.3%。",
    "发现隐患100处，立行立改60处，限期整改35处，还有5处要报上级协调，整改率95%。",
)
_FOUND = (
    rf"(?:排查出|排查|发现|查出|查找出|查摆出|检查出|梳理出|梳理|受理|收到|接到|征集到?|收集到?|交办|转办)(?:了|各类|整改)?"
    rf"[^，。；：！？、\n\d]{{0,10}}(?P<n>{FIGURE})"
)
_DONE = (
    r"(?<![未待])(?:已经?|完成|成功|及时|目前|全部|现已)?(?P<verb>整改到位|整改完成|整改|办结|办理|化解|销号|采纳|答复|回复|解决|处置)"
    rf"(?:了|完毕|完成|到位|问题|隐患|案件){{0,2}}(?P<n>{FIGURE})"
)
_RATE = rf"(?:按时|按期|及时|当场)?(?:整改|办结|化解|销号|采纳|答复|回复|解决|处置|办理|完成|调解|调处)(?:成功|完成)?率(?:为|是|达到|达)?(?P<hedge>约|近|超过|超|将近)?(?P<p>{NUMBER})%(?P<more>以上|左右|多)?"
_LEFT = rf"(?:尚有|还有|仍有|还剩下?|剩余的?|剩下的?|余下的?|其余的?|尚余|未整改的?)(?P<n>{FIGURE})(?!单位|乡镇|部门|村|科室)"
_VERBS = ("整改", "办结", "化解", "销号", "采纳", "答复", "回复", "解决", "处置", "办理")
_OTHER = r"[去上前]年|限期|正在|立行立改|历年|遗留|其中已|另[有外]|不能|无法|退回|不予"
_SENTENCE = 220


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.text
    if "率" not in text and not any(
        word in text for word in ("尚有", "还有", "仍有", "还剩", "剩下", "剩余", "余下", "其余", "尚余")
    ):
        return
    for word in _VERBS:
        for at in m.pairs.get(word, ()):
            done = compiled(_DONE).match(text, at)
            if done is not None and text[at - 1 : at] not in "未待":
                yield from _after(m, at, figure(text, *done.span("n")), done.end())


def _after(m: Manuscript, at: int, part: Figure | None, end: int) -> Iterator[Hit]:
    """Rate and remainder behind 已整改N处, when the whole stands before."""
    text = m.text
    if part is None or part.vague:
        return
    first = _sentences(text, at)
    found = [figure(text, *one.span("n")) for one in compiled(_FOUND).finditer(text, first, at)]
    wholes = [one for one in found if one is not None and one.unit == part.unit]
    stops = [stop for mark in "。！？\n" if (stop := text.find(mark, end, end + 80)) >= 0]
    tail = min(stops, default=min(end + 80, len(text)))
    if len(wholes) != 1 or wholes[0].vague or wholes[0].low <= part.high:
        return
    whole = wholes[0]
    if compiled(_DONE).search(text, whole.end, at):
        return
    rate = compiled(_RATE).search(text, end, tail)
    apart = (
        text.count("，", whole.end, at) + text.count("；", whole.end, at) + text.count("。", whole.end, at)
        > 1
    )
    if rate and compiled(_OTHER).search(text, whole.end, rate.start()):
        return
    if rate and apart and compiled(_DONE).search(text, end, rate.start()) is None:
        low, high = part.low / whole.high * 100, part.high / whole.low * 100
        if not agrees(low, high, rate["p"], bool(rate["hedge"] or rate["more"])):
            right = plain((low + high) / 2)
            message = f"“{rate['p']}%”和前面的数对不上，{plain(part.value)}占{plain(whole.value)}的{right}%"
            yield Hit(*m.piece(*rate.span(), last=True), message, "核对前后几个数，改掉错的那个")
    rest = compiled(_LEFT).search(text, end, tail)
    if rest and compiled(_OTHER).search(text, whole.end, rest.start()):
        return
    left = figure(text, *rest.span("n")) if rest else None
    if (
        rest
        and left
        and left.unit == part.unit
        and not left.vague
        and not text.startswith(("，", "、"), rest.end())
    ):
        difference = whole.value - part.value
        if not (difference - whole.slack - part.slack <= left.value <= difference + whole.slack + part.slack):
            message = f"前面是{plain(whole.value)}减{plain(part.value)}，应当还剩{plain(difference)}"
            yield Hit(*m.piece(*rest.span(), last=True), message, "核对前后几个数，改掉错的那个")


def _sentences(text: str, at: int) -> int:
    """Where the second sentence before that around a place begins."""
    first, stop = max(at - _SENTENCE, 0), at
    for _ in range(3):
        stop = max([text.rfind(mark, first, max(stop - 1, first)) for mark in "。！？\n"])
        if stop < 0:
            return first
    return stop + 1

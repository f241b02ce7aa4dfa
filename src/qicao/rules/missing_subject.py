"""“强调、指出”没有主语，引语不知道是谁说的。

“要以人为本。强调，“抓精神文明建设要办实事””“2018年8月，在全国宣传思想工作会议上强调：“…””“正如指出的”：说话人被删掉了。
同一个人接着说的“发表讲话，强调：“…””不算，“会议强调”不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import compiled, matches
from qicao.rules._spots import Spot, look, pairs

ID = "缺主语"
FAMILY = "漏填"
SEVERITY = "error"
BAD = (
    "要注重以人为本。⟦强调⟧，“抓精神文明建设要办实事、讲实效”。",
    "2018年8月，⟦在全国宣传思想工作会议上强调⟧：“要弘扬新风正气。”",
    "⟦正如指出⟧的那样，要久久为功。⟦曾强调⟧，要抓好落实。",
    "⟦总书记在视察时⟧指出，要把创建抓好。",
    "学习贯彻⟦总书记⟧关于安全生产的重要论述。",
)
GOOD = (
    "习近平总书记在会上发表讲话，强调：“要抓好落实。”他接着指出：“不能松。”",
    "会议强调，“要抓好落实”。刚才，李明同志强调：“要抓好。”强调几点，指出几条。",
    "习近平总书记在视察时指出，要抓好。总书记在北京考察时强调，要抓好。",
    "正如老话所说，正如大家看到的那样，正如同志们指出的。",
)
_SAY = r"(?:多次|反复|曾经?|再三|明确|深刻|特别|一再)?(?:强调|指出|提出|要求|说过|讲过|强调指出)"
_ALONE = rf"\s*{_SAY}"
_WHERE = (
    rf"(?:\d{{2,4}}年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?，?(?P<hit>在[^，。；“”\n]{{2,40}}[时上中]，?{_SAY})"
)
_SENTENCE = frozenset("。；！？\n")
_VERBS = ("强调", "指出", "提出", "要求", "说过", "讲过")
_SPOTS = (
    Spot(("正如",), r"正如(?:所说|所讲|指出|强调|曾|说过)"),
    Spot(pairs("像如", "指强"), r"[像如](?:指出|强调)的那样"),
    Spot(
        pairs("曾多反", "强指经次复"),
        r"(?<=[。；！？\n：])(?:曾经?|多次|反复)(?:强调|指出)(?=[，：])",
        0,
        "warning",
    ),
)
_LEADER = r"(?<![^。；！？\n，：])总书记在[^，。；\n]{1,30}(?:时|会上|会议上|讲话中)"
_FIRST = r"(?<=[，。；：\n、对照据彻实习会循握行记受由在])总书记(?=关于|多次|对|强调|指出|的|在|同志|作出|反复|要求)"
_NAMED = ("习近平", "江泽民", "胡锦涛", "胡耀邦")


def check(m: Manuscript) -> Iterator[Hit]:
    for found, spot in look(m, _SPOTS):
        yield _hit(m, found.start(), found.end(), spot.severity == "warning")
    for pair in ("，“", "：“"):
        for at in m.pairs.get(pair, ()):
            if not m.text.endswith(_VERBS, 0, at):
                continue
            low = start = max(at - 70, 0)
            for place in range(at - 1, low - 1, -1):
                if m.text[place] in _SENTENCE:
                    start = place + 1
                    break
            if start == low and low:
                continue
            alone = compiled(_ALONE).fullmatch(m.text, start, at)
            where = None if alone else compiled(_WHERE).fullmatch(m.text, start, at)
            if alone:
                yield _hit(m, at - len(alone[0].strip()), at, False)
            elif where:
                yield _hit(m, where.start("hit"), at, True)
    if "总书记" in m.text and not any(name in m.text for name in _NAMED):
        first = next(matches(m, _LEADER), None) or next(matches(m, _FIRST), None)
        for found in [first] if first else []:
            yield Hit(
                *found.span(), f"“{found[0][:16]}”全文没有出现姓名", "第一次出现要写全姓名和职务", "warning"
            )


def _hit(m: Manuscript, start: int, end: int, soft: bool) -> Hit:
    severity: Severity = "warning" if soft else "error"
    return Hit(start, end, f"“{m.text[start:end][:16]}”没有主语", "写明是谁说的", severity)

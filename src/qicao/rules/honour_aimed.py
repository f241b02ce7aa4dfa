"""争创的荣誉级别与要素单不合。

要素单写的是省级，稿子里还说“创建全国文明单位”，多半是旧稿没有改干净；要素单写的是文明单位，稿子里却“创建文明校园”，也列出来。
只看“创建、争创、申报、冲刺”后面的荣誉；已经获得的、要素单里提到的、将来的打算（先争创市级，将来再争创全国）、几样并列的不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, compiled, matches

ID = "荣誉级别"
FAMILY = "串稿"
SEVERITY = "warning"
_OWN = Own(unit="青川市水利局", level="省级", honour="省级文明单位")
_SCHOOL = Own(unit="桃园中学", level="省级", honour="省级文明校园")
BAD = (
    Example("同志们：\n我们创建⟦全国⟧文明单位，争创⟦市级⟧文明单位。", own=_OWN),
    Example("同志们：\n我们创建省级⟦文明校园⟧，争创⟦卫生单位⟧，开展创建⟦文明校园⟧活动。", own=_OWN),
    Example("同志们：\n我们创建省级⟦文明单位⟧。", own=_SCHOOL),
)
GOOD = (
    Example("同志们：\n我们创建省级文明单位，去年建成市级文明单位以后，向全国文明单位学习。", own=_OWN),
    Example("同志们：\n先争创市级文明单位，将来再争创全国文明单位。", own=_OWN),
    Example(
        "同志们：\n全市创建文明城市、创建文明校园、文明村镇，去年已创建卫生单位。争创文明家庭、文明科室。",
        own=_OWN,
    ),
)
_AIM = (
    r"(?:创建|争创|申报|冲刺|争当|夺取)(?P<level>全国|国家级|省级|市级|县级|区级|州级)?"
    r"(?P<honour>文明(?:单位|校园|村镇|社区|窗口)|卫生单位|园林(?:式)?单位)"
)
_LATER = (
    "(?:将来|今后|以后|下一步|逐步|再|先|一级一级|然后|最终|进而|未来|明年|后年|远期|早日|已经?|曾经?|去年|前年|当年|过去|[、])"
    "[^，。；！？\\n]{0,6}$"
)
_PEERS = frozenset(["文明单位", "文明校园", "文明村镇", "文明社区"])


def check(m: Manuscript) -> Iterator[Hit]:
    own = m.own
    if own is None or not (own.honour or own.level):
        return
    mine = next((name for name in sorted(_PEERS) if name in own.honour), "")
    for found in matches(m, _AIM, ("文明", "单位")):
        start, end = found.span()
        if compiled(_LATER).search(m.text, max(start - 12, 0), start):
            continue
        level, honour = found["level"] or "", found["honour"]
        if mine and honour != mine and honour != "文明窗口":
            listed = m.text.startswith("、", end) or honour in own.said or m.quoted(start)
            if not listed:
                message = f"这里创建的是“{honour}”，要素单写的是{own.honour}"
                yield Hit(*found.span("honour"), message, f"核对是不是别处留下来的，改成“{mine}”")
        elif not (
            not own.level
            or not level
            or honour in ("卫生单位", "园林单位", "园林式单位")
            or level == own.level
            or level in own.honour
            or f"{level}文明" in "\n".join(own.words)
        ):
            message = f"这里争创的是“{level}”，要素单写的是{own.level}"
            yield Hit(*found.span("level"), message, f"核对级别，改成“{own.level}”")

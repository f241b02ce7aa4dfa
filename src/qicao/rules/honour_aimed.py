"""争创的荣誉级别与要素单不合。

要素单写的是省级，稿子里还说“创建全国文明单位”，多半是旧稿没有改干净。只看“创建、争创、建成、申报”后面的荣誉；已经获得的、
要素单里提到的不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, matches

ID = "荣誉级别"
FAMILY = "串稿"
SEVERITY = "warning"
_OWN = Own(unit="青川市水利局", level="省级", honour="省级文明单位")
BAD = (Example("同志们：\n我们创建⟦全国⟧文明单位，争创⟦市级⟧文明单位。", own=_OWN),)
GOOD = (Example("同志们：\n我们创建省级文明单位，去年建成市级文明单位以后，向全国文明单位学习。", own=_OWN),)
_AIM = r"(?:创建|争创|申报|冲刺|争当|夺取)(?P<level>全国|国家级|省级|市级|县级|区级)(?=文明(?:单位|校园|村镇|社区|窗口))"


def check(m: Manuscript) -> Iterator[Hit]:
    own = m.own
    if own is None or not own.level:
        return
    for found in matches(m, _AIM, ("文明",)):
        level = found["level"]
        if level != own.level and level not in own.honour and f"{level}文明" not in "\n".join(own.words):
            message = f"这里争创的是“{level}”，要素单写的是{own.level}"
            yield Hit(*found.span("level"), message, f"核对级别，改成“{own.level}”")

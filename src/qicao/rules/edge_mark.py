"""段落开头没有点号，末尾不能停在逗号、顿号上；引号、括号里也不以点号开头。

GB/T 15834—2011 5.1.2：点号不出现在一行之首。段首是逗号，多半是前面的名字、日期删掉了；一大段末尾没有句末点号，多半是文字被截断了。
诗歌、表格里的短行不管；最后一段见“文末残缺”。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript, in_body
from qicao.rulekit import matches
from qicao.rules._points import HAN
from qicao.speech import Role

ID = "段首段末标点"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "同志们：\n⟦，⟧今天我们在这里召开动员大会。",
    "表彰（张三、李四⟦、⟧），推选书记（⟦，⟧男，汉族）。",
    "创建工作点多、线长、面广，是一项系统工程，综合性强，涉及面广，可以说贯穿于业务工作的全过程，渗透到方方面面，需要大家一起动手⟦，⟧\n下面讲三点。",
    "创建工作点多、线长、面广，是一项系统工程，综合性强，涉及面广，可以说贯穿于业务工作的全过程，渗透到方方面面，需要大家一起动手，"
    "各科室要把责任扛起来，把任务分下去，把工作做到前面，确保创建省级文明单位工⟦作⟧\n下面讲三点。",
)
GOOD = (
    "脚蹬石头手扒沙哟，\n一步一步往上爬哟；\n莫问滩头浪有好大哟，",
    "逗号“，”句号（。）顿号“、”的用法。",
    "——题记\n……他没有说话。",
    "“走吧，”他说，“天黑了。”",
    "创建工作点多、线长、面广，是一项系统工程，综合性强，涉及面广，可以说贯穿于业务工作的全过程，渗透到方方面面，需要大家一起动手，"
    "各科室要把责任扛起来，把任务分下去，把工作做到前面（见附件）",
)
_OPEN = frozenset("。！？；：…”’）》】〕—～.!?;:\"')")
_COMMA, _CUT = 40, 100  # characters: a shorter line may be verse, a heading, a cell of a table


_FIRST = tuple([before + mark for before in "\n\u3000 " for mark in "，。、；：！？"])
_INNER = tuple([a + b for a in "（《" for b in "，。、；："] + [a + b for a in "，、；：" for b in "）》"])


def check(m: Manuscript) -> Iterator[Hit]:
    pairs = m.pairs
    if any(pair in pairs for pair in _FIRST) or m.text[:1] in "，。、；：！？":
        for found in matches(m, rf"(?m)^[ \u3000]*(?P<hit>[，。、；：！？])(?={HAN}{{2}})"):
            yield Hit(*found.span("hit"), f"段落开头是“{found['hit']}”", "删掉；若是漏了词，补上")
    if any(pair in pairs for pair in _INNER):
        for found in matches(
            m, rf"(?<=[（《])[，。、；：](?={HAN}[^）》\n])|(?<={HAN}{HAN})[，、；：](?=[）》])"
        ):
            yield Hit(*found.span(), f"括起来的话边上多了“{found[0]}”", "删掉；若是漏了词，补上")
    yield from _ends(m)


def _ends(m: Manuscript) -> Iterator[Hit]:
    """Long paragraphs that do not end in a final mark."""
    lines = [line for line in m.lines if line.end > line.start and in_body(line.block)]
    for line in lines[:-1]:
        if line.end - line.start < _COMMA or line.block.role is not Role.BODY:
            continue
        end = line.start + len(m.text[line.start : line.end].rstrip())
        last = m.text[end - 1]
        if last in "，、,":
            yield Hit(end - 1, end, f"段落末尾是“{last}”", "改成句号；若是后面还有话，接上")
        elif end - line.start >= _CUT and last not in _OPEN and last.isalnum():
            yield Hit(end - 1, end, "段落末尾没有句号，像是被截断了", "补上句号或者漏掉的话")

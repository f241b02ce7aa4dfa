"""What the rules on punctuation share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qicao.manuscript import Hit, Line, Manuscript
from qicao.rulekit import Check

# A 汉字. Written without a range of code points: such a range is slow to compile.
HAN = r"[^\W\dA-Za-z_]"
NUMERAL = "[一二三四五六七八九十]"
# Where a numbered point may begin: a paragraph, or (in texts that lost their paragraphs) a sentence.
START = r"(?<![^\n。！？；： \u3000])"

# Nouns that follow 等 when a list is summed up.
AFTER_DENG = (
    r"(?:方面|现象|问题|工作|活动|内容|形式|部门|单位|领域|环节|措施|情况|行为|制度|文件|政策|规定|场所|阵地|载体|项目|"
    r"任务|要求|因素|手段|方式|方法|渠道|平台|岗位|人员|机构|地区|地方|资料|材料|设施|精神|各项|各类|各种|多种|多个|多项|一系列|"
    r"一批|在内|各个|若干|诸多|许多|其他|众多|有关|相关|日常|\d+|[二两三四五六七八九十几][一二三四五六七八九十]*(?:个|项|种|类|大|名|位))"
)
LIMIT = 20  # findings of one habit in one file


def begun(first: str, before: str = "") -> str:
    """A character of the class `first`, where a numbered point may begin. The class stands in front, so that
    the search can skip to it. `before`: more marks that may stand before it."""
    return rf"{first}(?<![^\n。！？；： \u3000{before}]{first})"


def several(*checks: Check) -> Check:
    """One check made of several."""

    def check(m: Manuscript) -> Iterator[Hit]:
        for one in checks:
            yield from one(m)

    return check


def limited(check: Check, limit: int = LIMIT) -> Check:
    """The first findings only: a habit need not be shown a hundred times."""
    return lambda m: islice(check(m), limit)


def opens_line(m: Manuscript, offset: int) -> bool:
    """Whether a place is the beginning of its paragraph (spaces aside)."""
    line = m.line_at(offset)
    return not m.text[line.start : offset].strip()


def words(m: Manuscript, line: Line) -> str:
    """The text of a paragraph, without spaces around it."""
    return m.text[line.start : line.end].strip()

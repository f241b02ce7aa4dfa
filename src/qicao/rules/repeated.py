"""同一段话在一篇里不应出现两次。

三十字以上一字不差（标点不计），多半是拼稿、粘贴时留下的，听众一听就知道念重了。报后出现的那一处；两处之间只差几个字的，连起来报一次。
引号里的原话、书名号里的文件名、固定的长提法不算在内；短的重复（排比、呼应）不报。法律条文有固定的句式，不查。
"""

from collections.abc import Iterator
from typing import NamedTuple

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "重复段落"
FAMILY = "重复"
SEVERITY = "warning"
_SAME = "文明校园不是挂在墙上的牌子，而是写在每个人脸上的教养；不是迎检时的突击打扫，而是平常日子里的坚持"
BAD = (
    f"{_SAME}。今天先说到这里。⟦{_SAME}⟧。",
    f"一、提高认识\n我们说，{_SAME}。\n二、抓落实\n⟦{_SAME.replace('，', '、')}⟧，大家要记牢。",
)
GOOD = (
    "必须通过创建，进一步提高认识；必须通过创建，进一步提升水平；必须通过创建，进一步拓展空间。",
    "他说：“人民有信仰，民族有希望，国家有力量。实现中华民族伟大复兴的中国梦，物质财富要极大丰富。”"
    "我们再读一遍：“人民有信仰，民族有希望，国家有力量。实现中华民族伟大复兴的中国梦，物质财富要极大丰富。”",
    "要以习近平新时代中国特色社会主义思想为指导，深入学习。全办同志要以习近平新时代中国特色社会主义思想为指导，狠抓落实。",
    "第一条　由市场监督管理部门责令限期改正；逾期不改正的，处一万元以上五万元以下罚款；情节严重的，从重。\n"
    "第二条　由市场监督管理部门责令限期改正；逾期不改正的，处一万元以上五万元以下罚款；情节严重的，从重。",
    "贯彻《临汀县农村公路安全隐患集中整治行动实施方案（2026年修订版）》，要学好《临汀县农村公路安全隐患集中整治行动实施方案（2026年修订版）》。",
)
_LEAST = 30  # characters
_CLAUSE = r"[^。！？；：，、.\s“”‘’《》（）]{5,}"  # a shorter one is no sign of anything
_GAP = 8  # characters by which two copies may differ in between
_SKIP = frozenset("。！？；：，、. \t\u3000\n“”‘’（）")
_KNOWN = r"《[^》\n]{1,60}》|习近平新时代中国特色社会主义思想|以习近平同志为核心的党中央|中国特色社会主义|中华民族伟大复兴|党的[一二三四五六七八九十]{2,3}(?:大|届[一二三四五六七]中全会)(?:和|精神)?"


class _Twin(NamedTuple):
    """The same words at two places."""

    first: int
    start: int
    end: int


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "条" in text and compiled(r"(?m)^第[一二三四五六七八九十百]+条[\s\u3000]").search(text):
        return
    for twin in _joined(text, _twins(text)):
        if not _counts(m, text, twin):
            continue
        line = m.line_at(twin.first)
        source = line.block.source
        number = source.number if source else m.lines.index(line) + 1
        shown = text[twin.first : twin.first + 12].replace("\n", "")
        message = f"这{twin.end - twin.start}字与第{number}段“{shown}……”重复"
        yield Hit(*m.piece(twin.start, twin.end), message, "删去一处，或者换个说法")


def _twins(text: str) -> Iterator[_Twin]:
    """Maximal passages that stand a second time, found through the clauses they hold. Linear."""
    seen: dict[str, int] = {}
    covered = 0
    for found in compiled(_CLAUSE).finditer(text):
        clause, start = found[0], found.start()
        first = seen.setdefault(clause, start)
        if first == start or start < covered:
            continue
        seen[clause] = start
        twin = _grown(text, first, start, len(clause), covered)
        if twin.first + (twin.end - twin.start) <= twin.start + 2:
            covered = twin.end
            yield twin


def _grown(text: str, first: int, start: int, length: int, floor: int) -> _Twin:
    """The passage around a clause that stands at two places, as far as the words agree."""
    a, b = first, start
    while a > 0 and b > max(floor, first + length):
        left, right = _back(text, a - 1), _back(text, b - 1)
        if left < 0 or right < max(floor, first + length) or text[left] != text[right]:
            break
        a, b = left, right
    i, j = first + length, start + length
    end = j
    while True:
        left, right = _forth(text, i), _forth(text, j)
        if right >= len(text) or left >= b or text[left] != text[right]:
            break
        i, j = left + 1, right + 1
        end = j
    return _Twin(a, b, end)


def _back(text: str, at: int) -> int:
    while at >= 0 and text[at] in _SKIP:
        at -= 1
    return at


def _forth(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SKIP:
        at += 1
    return at


def _joined(text: str, twins: Iterator[_Twin]) -> Iterator[_Twin]:
    """Twins that follow one another closely at both places are one."""
    held: _Twin | None = None
    for twin in twins:
        if held is not None:
            here, there = twin.start - held.end, twin.first - (held.first + held.end - held.start)
            if 0 <= here <= _GAP and abs(there - here) <= _GAP:
                held = _Twin(held.first, held.start, twin.end)
                continue
            yield held
        held = twin
    if held is not None:
        yield held


def _counts(m: Manuscript, text: str, twin: _Twin) -> bool:
    """Whether a passage is long enough when names, quotations and set phrases are left out."""
    if twin.end - twin.start < _LEAST:
        return False
    words = compiled(_KNOWN).sub("", text[twin.start : twin.end])
    if len(words) < _LEAST or "上的讲话" in words:
        return False
    middle = (twin.start + twin.end) // 2
    return not (m.quoted(twin.start + 1) and m.quoted(middle) and m.quoted(twin.end - 1))

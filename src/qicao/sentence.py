"""The small language sections are written in: one line of text with slots and length marks → Paragraph → Spans.

    办税厅要有人迎。[中]电话要打得进。[有]由{{ 情况.责任科室 }}汇总。

Jinja2's own parser reads the slots, but nothing is ever run: only names, dots and the filters below are let
through, so a section from another office cannot execute anything. Parsed paragraphs are plain tuples (see
library.cache), and drafting from a warm cache needs no Jinja at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from qicao.numerals import counted
from qicao.places import Finding, Place, invisible, suggest
from qicao.slots import AIM
from qicao.speech import Span

# How long a section is told: BARE leaves out even the facts ([有]), for when a speech must be very short.
BARE, SHORT, MIDDLE, LONG = 0, 1, 2, 3
LENGTHS = (BARE, SHORT, MIDDLE, LONG)
LENGTH_NAMES = ("最短", "短", "中", "长")
ALWAYS, GIVEN = BARE, SHORT  # marks name the least length at which a sentence appears
LEVELS = {"短": ALWAYS, "有": GIVEN, "中": MIDDLE, "长": LONG}
GAP_FILTER = "待填"
MAX_TEXT = 5_000
ONCE = 24  # characters: a longer fact is not said again, neither for another beside it nor in the closing

_CLAUSE, _INSET = 4, 20  # characters of a problem that say it alone; that can be said within a clause
_STOPS, _PAUSES = ("", *"。！？；："), ("", *"，。")  # what stands before and after a clause of its own

_MARK = re.compile(r"\[(短|中|长|有)\]")
_WRONG_MARK = r"[【［〔]\s*(短|中|长|有)\s*[】］〕]|\[\s*(?!(?:短|中|长|有)\])([^\[\]{}]{1,4})\]"


class Slot(NamedTuple):
    """A named blank: dotted path (情况.名额) and filters, in the order written."""

    path: str
    filters: tuple[str, ...] = ()


class Segment(NamedTuple):
    """Neighbouring sentences kept at the same lengths. level: ALWAYS, GIVEN (facts permitting), MIDDLE, LONG."""

    level: int
    parts: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple([part for part in self.parts if not isinstance(part, str)])


class Paragraph(NamedTuple):
    """One line of a section, parsed. `line` is where it stands in its file."""

    line: int
    segments: tuple[Segment, ...]


def encode(paragraph: Paragraph) -> list[Any]:
    """A paragraph as nested lists, for JSON."""
    return [
        paragraph.line,
        [
            [s.level, [p if isinstance(p, str) else [p.path, *p.filters] for p in s.parts]]
            for s in paragraph.segments
        ],
    ]


def decode(raw: list[Any]) -> Paragraph:
    """The inverse of `encode`. Raises TypeError or ValueError on anything else."""
    line, segments = raw
    return Paragraph(line, tuple([
        Segment(level, tuple([p if isinstance(p, str) else Slot(p[0], tuple(p[1:])) for p in parts]))
        for level, parts in segments
    ]))  # fmt: skip


def _as_numeral(text: str) -> str:
    return counted(int(text)) if text.isdecimal() and int(text) <= 9999 else text


_BARE_SLOT = re.compile(r"\{\{ ([一-鿿]+(?:\.[一-鿿]+)*) \}\}")
_BRACE = re.compile("[{}｛｝]")
FILTERS: dict[str, Callable[[str], str]] = {"汉字": _as_numeral, GAP_FILTER: str}


def parse_line(text: str, place: Place, findings: list[Finding]) -> Paragraph:
    """Parse one line; what is wrong with it goes into `findings` with file, line and column."""
    from jinja2 import TemplateSyntaxError, nodes

    if len(text) > MAX_TEXT:
        findings.append(Finding("过长", f"一段有{len(text)}字", f"不超过{MAX_TEXT}字", place))
        return Paragraph(place.line, ())
    if (at := invisible(text)) is not None:
        message = f"有一个看不见的字符（U+{ord(text[at]):04X}）"
        findings.append(Finding("控制字符", message, "删掉它，重新输入这个词", _at(place, at)))
        return Paragraph(place.line, ())
    for wrong in re.finditer(_WRONG_MARK, text):
        name = wrong[1] or wrong[2]
        message, hint = (
            f"“{wrong[0]}”不是长短记号",
            suggest(name, LEVELS, "记号有") + " 用英文方括号，如 [中]",
        )
        findings.append(Finding("记号", message, hint, _at(place, wrong.start())))
    if plain := _plain(text):
        return Paragraph(place.line, tuple(_segments(plain)))
    try:
        tree = _environment().parse(text)
    except (TemplateSyntaxError, RecursionError, ValueError):
        column = max(text.rfind("{{"), text.rfind("{%"), text.rfind("{#"), 0)
        hint = "写成 {{ 单位.简称 }}，用英文括号和点"
        findings.append(Finding("槽", _syntax(text), hint, _at(place, column)))
        return Paragraph(place.line, ())
    parts: list[str | Slot] = []
    tags = iter([tag.start() for tag in re.finditer(r"\{\{", text)])
    for output in tree.body:
        if not isinstance(output, nodes.Output):
            hint = "段落里只写 {{ 名字 }}；要看情况取舍的句子用 [有]"
            findings.append(Finding("槽", "段落里不能写 {% %}", hint, _at(place, max(text.find("{%"), 0))))
            continue
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                parts.append(node.data)
                continue
            at = next(tags, 0)
            if slot := _slot(node):
                parts.append(slot)
            else:
                hint = "槽里只能写名字和 |待填 |汉字"
                findings.append(Finding("槽", "槽里写了不认识的东西", hint, _at(place, at)))
    literal = "".join([part for part in parts if isinstance(part, str)])
    if brace := _BRACE.search(literal):
        message = f"文字里有多余的“{brace[0]}”"
        hint = "槽写成 {{ 名字 }}，两边各两个英文花括号"
        findings.append(Finding("花括号", message, hint, _at(place, text.find(brace[0]))))
    return Paragraph(place.line, tuple(_segments(parts)))


def _plain(text: str) -> list[str | Slot]:
    """A line whose slots are bare names, which is nearly every line: read as Jinja reads it, in a fraction of the
    time. Empty when there is anything else in it."""
    pieces = _BARE_SLOT.split(text)
    if any(_BRACE.search(piece) for piece in pieces[::2]):
        return []
    return [Slot(piece, ()) if number % 2 else piece for number, piece in enumerate(pieces) if piece]


def slot_offsets(text: str) -> list[int]:
    """Where the names stand in the slots of a line, in order."""
    return [tag.end() for tag in re.finditer(r"\{\{-?\s*", text)]


def _syntax(text: str) -> str:
    if "{#" in text:
        return "“{#”在段落里不能用"
    if text.count("{{") != text.count("}}"):
        return "“{{”没有对应的“}}”"
    if found := re.search(r"[（）｛｝。，：“”｜]", "".join(re.findall(r"\{\{(.*?)\}\}", text))):
        return f"槽里用了全角的“{found[0]}”"
    return "槽写错了"


def _at(place: Place, offset: int) -> Place:
    return Place(place.file, place.line, place.column + offset)


_ENVIRONMENT: list[Any] = []


def _environment() -> Any:
    if not _ENVIRONMENT:
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(autoescape=False)
        environment.filters = dict.fromkeys(FILTERS, str)
        _ENVIRONMENT.append(environment)
    return _ENVIRONMENT[0]


def _slot(node: Any) -> Slot | None:
    from jinja2 import nodes

    filters: list[str] = []
    while isinstance(node, nodes.Filter) and not node.args and not node.kwargs and node.name in FILTERS:
        filters.insert(0, node.name)
        if node.node is None:
            return None
        node = node.node
    names: list[str] = []
    while isinstance(node, nodes.Getattr):
        names.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return None
    return Slot(".".join([node.name, *names]), tuple(filters))


def _segments(parts: list[str | Slot]) -> Iterator[Segment]:
    level, current = ALWAYS, list[str | Slot]()
    for part in parts:
        if isinstance(part, Slot):
            current.append(part)
            continue
        pieces = _MARK.split(part)  # text, mark, text, mark, …, text
        for position, piece in enumerate(pieces):
            if position % 2:
                if current:
                    yield Segment(level, tuple(current))
                level, current = LEVELS[piece], []
            elif piece:
                current.append(piece)
    if current:
        yield Segment(level, tuple(current))


def fill(slot: Slot, values: Mapping[str, str]) -> str | None:
    """The words for a slot, or None when nobody gave a value."""
    value = values.get(slot.path)
    for name in slot.filters if value is not None else ():
        value = FILTERS[name](value or "")
    return value


def gap(slot: str, place: Place | None) -> Span:
    """The visible blank for a slot nobody filled."""
    return Span(f"【待填：{slot.rpartition('.')[2]}】", place, slot, gap=slot)


def kept(
    segment: Segment, length: int, values: Mapping[str, str], told: set[str], recall: bool = False
) -> bool:
    """Whether a segment appears at this length.

    An optional segment goes when it wants a value nobody gave; a GIVEN one also when all its facts are told
    already, so that one speech does not say the same figure twice. With `recall` it is the other way round.
    """
    if segment.level == ALWAYS:
        return True
    if segment.level > length:
        return False
    slots = segment.slots
    if not slots:
        return True
    if any(slot.path not in values and GAP_FILTER not in slot.filters for slot in slots):
        return False
    facts = [slot.path for slot in slots if slot.path.startswith("情况.")]
    if segment.level == GIVEN and any(len(values[path]) > ONCE for path in told.intersection(facts)):
        return False
    return not (segment.level == GIVEN and facts) or told.issuperset(facts) is recall


def render(
    paragraph: Paragraph,
    file: str,
    length: int,
    values: Mapping[str, str],
    told: set[str],
    recall: bool = False,
) -> list[Span]:
    """Words of one paragraph at one length. Facts that were put in words are added to `told`."""
    place = Place(file, paragraph.line, 1)
    spans: list[Span] = []
    for segment in paragraph.segments:
        if not kept(segment, length, values, told, recall):
            continue
        for part, after in zip_longest(segment.parts, segment.parts[1:], fillvalue=""):
            if isinstance(part, str):
                twice = part[:1] == "的" and spans and spans[-1].text[-1:] == "的"  # 各记各的|的问题
                spans.append(Span(part[1:] if twice else part, place))
                continue
            value = fill(part, values)
            if value is None:
                spans.append(gap(part.path, place))
            else:
                told.add(part.path)
                before = spans[-1].text if spans else ""
                inset = part.path == AIM and not _apart(before, after)
                spans.append(Span(_inset(value) if inset else value, place, part.path))
    return spans


def _apart(before: str, after: str | Slot) -> bool:
    """Whether what stands between these words is a clause of its own."""
    return before[-1:] in _STOPS and isinstance(after, str) and after[:1] in _PAUSES


def _inset(problem: str) -> str:
    """A problem of several clauses within a clause: 对灭火器过期、没人换……"""
    return problem.replace("，", "、") if len(problem) <= _INSET else clause(problem)


def clause(problem: str) -> str:
    """The first clause of a problem, when it says the problem alone: 窗口中午没人（，要白等一小时）."""
    first, _, more = problem.partition("，")
    return first if more and len(first) >= _CLAUSE else problem

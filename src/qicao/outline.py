"""提纲: a Jinja2 template that holds order and headings only → Plan.

Outlines come from other offices too. They run in Jinja2's immutable sandbox, and before that every construct is
compared with a short list of allowed ones: no loops, no arithmetic, no attributes but the slots. Values and
section calls leave the template as numbered tokens, so a value can never act as markup.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from qicao.places import Finding, Place, SpeechError
from qicao.sentence import gap
from qicao.slots import SLOTS
from qicao.speech import Span
from qicao.yamltext import read_text

RUN = "qicao_run"  # the name under which a run keeps its tokens
MAX_ITEMS = 300  # lines and calls of one outline
_TOKEN = re.compile("\ue000(\\d+)\ue001")
_MARK = re.compile(r"^(#{1,4}|@)\s+(.+)$")


class Call(NamedTuple):
    """`section(…)`: which move is wanted here, how many sections, and how they are numbered."""

    move: str
    least: int
    most: int
    numbering: str  # （一） | 1. | 第一， | 一是 | ""
    pattern: str  # heading of an item, with {标题}
    name: str  # for 数.名称
    snippet: str  # a section named by id
    topic: str  # the topic wanted most
    heavy: bool  # grows before other calls get more sections
    goes_on: bool  # numbering goes on from the call before
    leads: bool  # makes sense only when the next call places something
    answers: bool  # only sections that answer a problem of the brief


class Count(NamedTuple):
    """A number that is known only after composing: sections placed by a named call, or "" for 点数."""

    name: str


Piece = Span | Count


class Line(NamedTuple):
    """A marked line: level 0 title, 1–3 headings, -1 salutation."""

    level: int
    pieces: tuple[Piece, ...]


class Plan(NamedTuple):
    """An outline filled in for one speech, in order."""

    items: tuple[Line | Call, ...]


class _Text(str):
    """A slot value between the template and `finalize`; any string method loses the name, so keep it short."""

    __slots__ = ("slot",)
    slot: str | None


class Outline:
    """A compiled outline that has passed outlinecheck. `files` maps the names of its templates to their files."""

    def __init__(self, name: str, path: str, files: Mapping[str, str]) -> None:
        from jinja2 import FunctionLoader, StrictUndefined, TemplateError, pass_context
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        self.name = name
        self._file = path

        @pass_context  # keeps Jinja from folding constants before a run has somewhere to put them
        def finalize(context: Any, value: Any) -> str:
            items: list[Any] = context[RUN]
            items.append(value)
            return f"\ue000{len(items) - 1}\ue001"

        environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(lambda wanted: _source(files, wanted)),
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        environment.globals.clear()
        environment.filters.clear()
        try:
            self._template = environment.get_template(path)
        except (TemplateError, RecursionError) as error:
            raise self._wrong("提纲编排不成，多半是同名的块写了两次", "每个 block 的名字只用一次") from error

    def _wrong(self, message: str, hint: str) -> SpeechError:
        return SpeechError([Finding("提纲", message, hint, Place(self._file, 1, 1))])

    def plan(self, values: Mapping[str, str], facts: list[str], seed: str) -> Plan:
        """Fill in the outline. `facts` names all facts there are, so that {% if 情况.… %} may ask for any."""
        from jinja2 import TemplateError

        run: list[Any] = []
        try:
            names = _names(values, facts) | {
                "section": _section,
                "任选": _Chooser(seed, self.name),
                "数": _Counts(),
            }
            text = self._template.render(names | {RUN: run})
        except (TemplateError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            hint = "检查 set 的名字有没有在别处先写好，方括号里的数有没有超出"
            raise self._wrong("提纲算不出来，有一处 if、set 或方括号不对", hint) from error
        items: list[Line | Call] = []
        for line in text.split("\n"):
            if line.strip():
                items.append(self._line(line.strip(), run))
        if len(items) > MAX_ITEMS:
            raise self._wrong(f"提纲有{len(items)}项", f"不超过{MAX_ITEMS}项")
        return Plan(tuple(items))

    def _line(self, line: str, run: list[Any]) -> Line | Call:
        token = _TOKEN.fullmatch(line)
        if token and isinstance(run[int(token[1])], Call):
            call: Call = run[int(token[1])]
            return call
        mark = _MARK.match(line)
        if not mark:
            hint = "提纲里只写标题（# ## ###）、称呼（@）和 section(…)，正文写进段落库"
            raise self._wrong(f"提纲里有一句正文：{_TOKEN.sub('…', line)[:20]}", hint)
        level = -1 if mark[1] == "@" else len(mark[1]) - 1
        return Line(level, tuple(self._pieces(mark[2], run)))

    def _pieces(self, text: str, run: list[Any]) -> list[Piece]:
        place, pieces = Place(self._file), list[Piece]()
        for position, part in enumerate(_TOKEN.split(text)):
            if position % 2 == 0:
                if part:
                    pieces.append(Span(part, place))
                continue
            value = run[int(part)]
            if isinstance(value, Count):
                pieces.append(value)
            elif isinstance(value, _Text) and value == "" and value.slot:
                pieces.append(gap(value.slot, place))
            elif isinstance(value, str):
                pieces.append(Span(str(value), place, getattr(value, "slot", None)))
            else:
                hint = "{{ }} 里写槽、数.名称 或文字；section(…) 单独占一行"
                raise self._wrong("标题里有一个不能印出来的东西", hint)
        return pieces


def _source(files: Mapping[str, str], wanted: str) -> tuple[str, str, None] | None:
    if wanted not in files:
        return None
    text, _ = read_text(Path(files[wanted]), files[wanted])
    return text, files[wanted], None


def _names(values: Mapping[str, str], facts: list[str]) -> dict[str, Any]:
    """Slot values as the names a template sees: 荣誉, 单位.简称, 情况.名额 ("" when not given)."""
    tree: dict[str, Any] = {"点数": Count("")}
    for path in [*SLOTS, *(f"情况.{fact}" for fact in facts)]:
        if path == "点数":
            continue
        value = _Text(values.get(path, ""))
        value.slot = path
        head, _, tail = path.partition(".")
        if tail:
            tree.setdefault(head, {})[tail] = value
        else:
            tree[head] = value
    return tree


def _section(
    语步: str = "",
    *,
    至少: int = 1,
    至多: int = 0,
    恰好: int = 0,
    序: str = "",
    句式: str = "{标题}",
    名: str = "",
    段落: str = "",
    首选: str = "",
    份量: str = "",
    续: bool = False,
    引出: bool = False,
    只答: bool = False,
) -> Call:
    least = 恰好 or 至少
    return Call(
        语步,
        least,
        恰好 or max(至多, least, 1),
        序,
        句式,
        名 or 语步,
        段落,
        首选,
        份量 == "重",
        续,
        引出,
        只答,
    )


ARGUMENTS = ("语步", *(_section.__kwdefaults__ or ()))  # what section(…) may be told


class _Counts:
    """`数.能力` in an outline: how many sections the call named 能力 placed."""

    def __getitem__(self, name: str) -> Count:
        return Count(name)


class _Chooser:
    """`任选([…], […])`: one of several heading sets, the same for one unit and meeting every time."""

    def __init__(self, seed: str, outline: str) -> None:
        self._number = zlib.crc32(f"{seed}|{outline}|任选".encode())

    def __call__(self, *sets: Any) -> Any:
        if not sets:
            raise ValueError("任选")
        return sets[self._number % len(sets)]

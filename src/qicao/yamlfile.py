"""YAML text → nodes that know file:line:column. The only module that imports yaml.

Reads events, not objects: no tags, no types guessed (no is the word no, 2010 stays text until somebody wants a
number), no aliases (so no alias bomb), bounded size and depth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from qicao.places import Finding, Place
from qicao.yamltext import Repaired, read_text, repair

MAX_DEPTH = 20
MAX_NODES = 200_000
_RECOVERIES = 8
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Node:
    """One YAML value. `text` for a scalar, `items` for a list, `fields` for a mapping (key → key node, value)."""

    kind: Literal["text", "list", "map"]
    place: Place
    text: str = ""
    items: list[Node] = field(default_factory=list)
    fields: dict[str, tuple[Node, Node]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return self.kind == "text" and self.text in ("", "~", "null")


class Document(NamedTuple):
    """A YAML file as read: its root (None: nothing usable) and everything wrong with it."""

    root: Node | None
    findings: list[Finding]


def read_yaml(path: Path, name: str | None = None) -> Document:
    """Read one file; mistakes of form are in `findings`, and as much as can be read is in `root`."""
    name = name or str(path)
    text, finding = read_text(path, name)
    if finding:
        return Document(None, [finding])
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Document:
    """As `read_yaml`, for text already in memory."""
    repaired = repair(text, name)
    broken: list[Finding] = []
    lines = list(repaired.lines)
    for _ in range(_RECOVERIES):
        builder = _Builder(name, Repaired("\n".join(lines), repaired.findings))
        try:
            root = builder.build()
            break
        except yaml.YAMLError as error:
            finding, root = _syntax(error, name), None
            at = _guilty(error, lines)
            if finding not in broken:
                broken.append(finding)
            if at is None:
                break
            lines[at] = ""  # go on without the line, to see what else is wrong
    builder.findings += broken
    # A line already named for a full-width mark need not be blamed a second time by the parser.
    named = {finding.place.line for finding in repaired.findings}
    later = [f for f in builder.findings if f.rule != "YAML" or f.place.line not in named]
    return Document(root, sorted([*repaired.findings, *later], key=lambda finding: finding.place[1:]))


class _Builder:
    """Events → Node tree."""

    def __init__(self, name: str, repaired: Repaired) -> None:
        self.name = name
        self.repaired = repaired
        self.findings: list[Finding] = []
        self.count = 0
        self.events = yaml.parse(repaired.text, Loader=_LOADER)

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._say("YAML", "一个文件里有两份内容（---）", "拆成两个文件", event)
                    break
                node = self._node(next(self.events), 0)
                root = node if node and not node.empty else None
        return root

    def _say(self, rule: str, message: str, hint: str, event: Any) -> None:
        self.findings.append(Finding(rule, message, hint, self._place(event)))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _node(self, event: Any, depth: int) -> Node | None:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._say("别名", f"用了 YAML 别名 *{event.anchor}", "把内容直接写出来，这里不支持别名", event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return Node("text", self._scalar_place(event), event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            node = Node("list", self._place(event))
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                if item := self._node(event, depth + 1):
                    node.items.append(item)
            return node
        return self._mapping(event, depth)

    def _scalar_place(self, event: Any) -> Place:
        """Where the words begin: for a | block that is the first line below, at its indentation."""
        if event.style not in ("|", ">"):
            place = self._place(event)
            return place._replace(column=place.column + 1) if event.style in ("'", '"') else place
        line = event.start_mark.line + 1
        lines = self.repaired.lines
        while line < len(lines) and not lines[line].strip():
            line += 1
        indent = len(lines[line]) - len(lines[line].lstrip(" ")) if line < len(lines) else 0
        return Place(self.name, line + 1, indent + 1)

    def _mapping(self, event: Any, depth: int) -> Node:
        node = Node("map", self._place(event))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if key is None or value is None:
                continue
            if key.kind != "text":
                hint = "以 {{ 开头的值会被当成括号：放进 | 块里，或者整个加上英文引号"
                self.findings.append(Finding("YAML", "键应当是一个词", hint, key.place))
            elif key.text in node.fields:
                first = node.fields[key.text][0].place.line
                hint = f"第{first}行已经有了，删掉一处"
                self.findings.append(Finding("重复键", f"“{key.text}”写了两次", hint, key.place))
            else:
                node.fields[key.text] = (key, value)
        return node


def _mark(error: yaml.YAMLError) -> Any:
    """Where the mistake is: for a bracket or key that never ends, where it began."""
    problem = str(getattr(error, "problem", "") or "")
    began = any(part in problem for part in ("could not find expected ':'", "did not find expected ',' or"))
    context = getattr(error, "context_mark", None)
    return context if began and context is not None else getattr(error, "problem_mark", None)


def _guilty(error: yaml.YAMLError, lines: list[str]) -> int | None:
    """Index of the line to leave out before trying again: the last one with words, up to where it went wrong."""
    mark = _mark(error)
    if mark is None or getattr(error, "problem", "") == "too deep":
        return None
    at = min(mark.line, len(lines) - 1)
    while at >= 0 and not lines[at].strip():
        at -= 1
    return at if at >= 0 else None


_PROBLEMS = (
    ("mapping values are not allowed", "这里多了一个冒号，或者上一行没写完", "冒号后要有空格；值里有冒号时整个值加上英文引号"),
    ("could not find expected ':'", "这一行少了英文冒号", "写成“键: 值”，冒号用英文半角，后面空一格"),
    ("did not find expected key", "缩进没有对齐，或者括号、引号没有收尾", "同一级的键左边对齐"),
    ("did not find expected ',' or", "括号没有收尾，或者项之间少了英文逗号", "写成 [甲, 乙] 或 {键: 值, 键: 值}"),
    ("found character that cannot start", "有一个符号不能放在值的开头", "给整个值加上英文引号"),
    ("unexpected end of stream", "引号或括号没有收尾", "补上另一半"),
    ("too deep", "层次太深或内容太多", "要素单和段落都用不着这样的写法，检查括号"),
    ("did not find expected alphabetic", "* 或 & 开头会被当成 YAML 别名", "给整个值加上英文引号"),
    ("undefined alias", "用了 YAML 别名", "把内容直接写出来，这里不支持别名"),
    ("expected the node content", "这里缺少内容，或者符号用错了", "给整个值加上英文引号"),
)  # fmt: skip


def _syntax(error: yaml.YAMLError, name: str) -> Finding:
    problem = str(getattr(error, "problem", "") or "")
    mark = _mark(error)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    for part, message, hint in _PROBLEMS:
        if part in problem:
            return Finding("YAML", message, hint, place)
    return Finding("YAML", "YAML 语法不对", "检查这一行和上一行的冒号、缩进、引号", place)

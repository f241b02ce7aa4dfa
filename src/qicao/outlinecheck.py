"""What an outline may hold, checked before it runs: constructs, names, section calls, bare sentences, blocks.
Each mistake with file:line:column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from qicao.outline import ARGUMENTS, RUN
from qicao.outlinefiles import Source, expansion, load_sources
from qicao.places import Finding, Place, suggest
from qicao.slots import SLOTS

_NUMBERINGS = ("", "（一）", "1.", "第一，", "一是")
_FUNCTIONS = ("section", "任选", "super")
_ROOTS = {path.partition(".")[0] for path in SLOTS} | {"情况", "数"}
_GROUPS = {
    "单位": "单位.简称", "会议": "会议.名称", "讲话人": "讲话人.职务", "情况": "情况.名额", "数": "数.能力",
    "section": 'section("任务")', "任选": '任选(["甲"], ["乙"])',
}  # fmt: skip
_ALLOWED = {
    "Template", "Output", "TemplateData", "Name", "Const", "List", "Getattr", "Getitem", "Call", "Keyword", "If",
    "Assign", "Block", "Extends", "Include", "Compare", "Operand", "And", "Or", "Not", "Concat", "CondExpr",
}  # fmt: skip
_KINDS = {
    "For": "循环", "Macro": "宏", "CallBlock": "宏", "Filter": "过滤器", "Add": "运算", "Sub": "运算", "Mul": "运算",
    "Div": "运算", "Pow": "运算", "Mod": "运算", "FloorDiv": "运算", "Import": "import", "FromImport": "import", "With": "with",
}  # fmt: skip
_TAGS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_BLANK = re.compile(r"[^\n]")


class Words(NamedTuple):
    """The words an outline may use: names of outlines (and their paths), moves, section ids, facts."""

    outlines: Mapping[str, str]
    moves: Sequence[str]
    ids: Sequence[str]
    facts: Sequence[str]


def checked_files(path: str, words: Words) -> tuple[dict[str, str], list[Finding]]:
    """The files an outline is made of, by the names its templates use, and everything wrong with them."""
    sources = load_sources(path, words.outlines)
    return {name: source.path for name, source in sources.items()}, check(sources, words)


def check(sources: Mapping[str, Source], words: Words) -> list[Finding]:
    """Everything wrong with these outlines, in order of file, line and column."""
    findings: list[Finding] = []
    named = {name for source in sources.values() for name in _call_names(source)}
    blocks = {id(source): _block_names(source) for source in sources.values()}
    for source in sources.values():
        findings += source.findings
        if source.tree is not None:
            checker = _Checker(source, words, named)
            findings += [*checker.bare_sentences(), *checker.constructs(), *checker.calls(), *checker.names()]
            findings += checker.blocks(
                {name for key, names in blocks.items() if key != id(source) for name in names}
            )
    if not findings and not any(re.search(r"(?m)^#\s", source.text) for source in sources.values()):
        first = next(iter(sources.values()))
        findings.append(
            Finding("提纲", "提纲里没有标题", "写一行“# 在{{ 会议.名称 }}上的讲话”", Place(first.path, 1, 1))
        )
    findings += expansion(sources)
    return sorted(set(findings), key=lambda finding: finding.place)


def _call_names(source: Source) -> Iterator[str]:
    """What section calls may be counted by: their 名, else their 语步."""
    from jinja2 import nodes

    for node in source.tree.find_all(nodes.Call) if source.tree else ():
        given = [*node.args[:1], *[key.value for key in node.kwargs if key.key in ("名", "语步")]]
        yield from [
            value.value for value in given if isinstance(value, nodes.Const) and isinstance(value.value, str)
        ]


def _block_names(source: Source) -> set[str]:
    from jinja2 import nodes

    return {node.name for node in source.tree.find_all(nodes.Block)} if source.tree else set()


def _blank(output: Any) -> bool:
    from jinja2 import nodes

    return all(isinstance(node, nodes.TemplateData) and not node.data.strip() for node in output.nodes)


def _plain_index(node: Any) -> bool:
    from jinja2 import nodes

    return (
        isinstance(node.node, nodes.Name)
        and isinstance(node.arg, nodes.Const)
        and type(node.arg.value) is int
    )


class _Checker:
    def __init__(self, source: Source, words: Words, calls: set[str]) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.words = words
        self.named = calls  # names given to section calls anywhere in the outline

    def at(self, line: int, words: str = "") -> Place:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(
            self.source.path,
            line,
            max(text.find(words), 0) + 1 if words else len(text) - len(text.lstrip()) + 1,
        )

    def bare_sentences(self) -> Iterator[Finding]:
        blanked = _TAGS.sub(lambda found: _BLANK.sub("\0", found[0]), self.source.text)
        for number, line in enumerate(blanked.split("\n"), 1):
            words = line.replace("\0", "").strip()
            if words and not re.match(r"(#{1,4}|@)\s", line.replace("\0", "").lstrip() + " "):
                hint = "提纲里只写标题（# ## ###）、称呼（@）和 section(…)，正文写进段落库"
                yield Finding("提纲", f"提纲里有一句正文：{words[:20]}", hint, self.at(number, words[:4]))

    def constructs(self) -> Iterator[Finding]:
        from jinja2 import nodes

        for node in self.source.tree.find_all(nodes.Node):
            kind = type(node).__name__
            if kind not in _ALLOWED:
                hint = "提纲里只能用 section、任选、if、set、block、extends、include 和槽"
                message = f"提纲里不能用{_KINDS.get(kind, '这种写法')}"
                yield Finding("提纲", message, hint, self.at(node.lineno))
            if isinstance(node, nodes.Getitem) and not _plain_index(node):
                hint = "方括号里只能写数字，如 题[0]"
                yield Finding("提纲", "提纲里不能这样取值", hint, self.at(node.lineno, "["))
            if isinstance(node, (nodes.Extends, nodes.Include)) and not isinstance(
                node.template, nodes.Const
            ):
                yield Finding(
                    "提纲", "extends 和 include 后面要直接写名字", '如 "builtin/around"', self.at(node.lineno)
                )

    def names(self) -> Iterator[Finding]:
        from jinja2 import nodes

        assigned = {n.name for n in self.source.tree.find_all(nodes.Name) if n.ctx == "store"}
        for name in sorted(assigned & {*_ROOTS, *_FUNCTIONS, RUN}):
            node = next(
                n for n in self.source.tree.find_all(nodes.Name) if n.name == name and n.ctx == "store"
            )
            yield Finding(
                "提纲",
                f"“{name}”是现成的名字，不能另作他用",
                "set 后面换一个名字",
                self.at(node.lineno, name),
            )
        fine = sorted({*_ROOTS, *_FUNCTIONS, *assigned} - {RUN})
        for node in self.source.tree.find_all(nodes.Name):
            if node.name not in fine:
                hint = suggest(node.name, fine, "可以用")
                yield Finding("槽", f"不认识的名字“{node.name}”", hint, self.at(node.lineno, node.name))
        slots = [
            *SLOTS,
            *[f"情况.{fact}" for fact in self.words.facts],
            *[f"数.{name}" for name in sorted(self.named)],
        ]
        whole = {id(n.node) for n in self.source.tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Call))}
        for node in self.source.tree.find_all(nodes.Name):
            if id(node) not in whole and node.name in _GROUPS:
                yield Finding(
                    "槽",
                    f"“{node.name}”后面要写明哪一项",
                    f"如 {_GROUPS[node.name]}",
                    self.at(node.lineno, node.name),
                )
        for node in self.source.tree.find_all(nodes.Getattr):
            root = node.node.name if isinstance(node.node, nodes.Name) else None
            if root is None or f"{root}.{node.attr}" not in slots:
                path = f"{root}.{node.attr}" if root else node.attr
                hint = suggest(path, slots, "可以用")
                yield Finding("槽", f"不认识的槽“{path}”", hint, self.at(node.lineno, node.attr))

    def calls(self) -> Iterator[Finding]:
        from jinja2 import nodes

        for node in self.source.tree.find_all(nodes.Call):
            name = node.node.name if isinstance(node.node, nodes.Name) else None
            if name not in _FUNCTIONS or node.dyn_args or node.dyn_kwargs:
                yield Finding(
                    "提纲", "只能调用 section(…) 和 任选(…)", "检查括号前面的名字", self.at(node.lineno)
                )
            elif name == "section":
                yield from self._section(node)

    def _section(self, node: Any) -> Iterator[Finding]:
        from jinja2 import nodes

        given = {key.key: key.value for key in node.kwargs}
        if node.args:
            given["语步"] = node.args[0]
        words = {key: value.value for key, value in given.items() if isinstance(value, nodes.Const)}
        for key in given:
            if key not in ARGUMENTS:
                yield Finding(
                    "提纲",
                    f"section 没有“{key}”这一项",
                    suggest(key, ARGUMENTS, "可以写"),
                    self.at(node.lineno, key),
                )
        move, name = words.get("语步"), words.get("段落")
        if move is not None and move not in self.words.moves:
            hint = suggest(str(move), self.words.moves, "语步有")
            yield Finding("语步", f"不认识的语步“{move}”", hint, self.at(node.lineno, str(move)))
        if name is not None and name not in self.words.ids:
            hint = suggest(str(name), self.words.ids, "用 qicao library list 查名字，如")
            yield Finding("段落", f"库里没有段落“{name}”", hint, self.at(node.lineno, str(name)))
        if move is None and name is None and "语步" not in given:
            yield Finding("提纲", "section 里要写语步", '如 section("任务")', self.at(node.lineno, "section"))
        yield from self._arguments(node, given, words)

    def _arguments(self, node: Any, given: dict[str, Any], words: dict[str, Any]) -> Iterator[Finding]:
        from jinja2 import nodes

        for key in ("语步", "句式", "名", "段落", "首选", "份量"):
            if key in words and not isinstance(words[key], str):
                yield Finding("提纲", f"“{key}”应当是文字", "加上英文引号", self.at(node.lineno, key))
            elif key in given and isinstance(given[key], nodes.List):
                yield Finding("提纲", f"“{key}”应当是文字", "去掉方括号", self.at(node.lineno, key))
        if (
            isinstance(words.get("至少"), int)
            and isinstance(words.get("至多"), int)
            and words["至少"] > words["至多"]
        ):
            yield Finding("提纲", "“至少”比“至多”还大", "改其中一个", self.at(node.lineno, "至少"))
        for key in ("至少", "至多", "恰好"):
            if key in given and not (type(words.get(key)) is int and 0 <= words[key] <= 30):
                yield Finding("提纲", f"“{key}”应当是0到30的数", "直接写数字", self.at(node.lineno, key))
        if "序" in given and words.get("序") not in _NUMBERINGS:
            hint = f"可以写：{'、'.join(_NUMBERINGS[1:])}"
            yield Finding("提纲", f"不认识的序号“{words.get('序')}”", hint, self.at(node.lineno, "序"))

    def blocks(self, parents: set[str]) -> Iterator[Finding]:
        """In an outline that extends another: only blocks, and only blocks the other has."""
        from jinja2 import nodes

        if not list(self.source.tree.find_all(nodes.Extends)):
            return
        for node in self.source.tree.body:
            if isinstance(node, nodes.Block) and node.name not in parents:
                hint = suggest(node.name, sorted(parents), "可以改的块有")
                yield Finding(
                    "提纲", f"被改的提纲里没有“{node.name}”这一块", hint, self.at(node.lineno, node.name)
                )
            if isinstance(node, nodes.Output) and not _blank(node):
                hint = "放进 {% block 名字 %} 和 {% endblock %} 之间"
                yield Finding("提纲", "extends 以后，块外面的内容不会出现", hint, self.at(node.lineno))

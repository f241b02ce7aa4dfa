"""What an outline may hold, checked before it runs: constructs, names, section calls, bare sentences, loops of
extends and include. Each mistake with file:line:column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from qicao.library.folders import builtin_root
from qicao.places import Finding, Place, suggest
from qicao.slots import SLOTS
from qicao.yamltext import read_text

MAX_CHAIN = 10
_NUMBERINGS = ("", "（一）", "1.", "第一，", "一是")
_ARGUMENTS = ("语步", "至少", "至多", "恰好", "序", "句式", "名", "段落", "首选", "份量", "续", "引出")
_FUNCTIONS = ("section", "任选", "super")
_ROOTS = {path.partition(".")[0] for path in SLOTS} | {"情况", "数"}
_ALLOWED = {
    "Template", "Output", "TemplateData", "Name", "Const", "List", "Getattr", "Getitem", "Call", "Keyword", "If",
    "Assign", "Block", "Extends", "Include", "Compare", "Operand", "And", "Or", "Not", "Concat", "CondExpr",
}  # fmt: skip
_TAGS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_BLANK = re.compile(r"[^\n]")


class Source(NamedTuple):
    """The text of one outline file, and what the parser made of it (None: it could not be parsed)."""

    path: str
    text: str
    tree: Any
    findings: tuple[Finding, ...]


def load_sources(path: str, known: Mapping[str, str]) -> dict[str, Source]:
    """An outline and everything it extends or includes, by the names used in the templates."""
    from jinja2 import nodes

    sources: dict[str, Source] = {}
    pending: list[tuple[str, str]] = [(path, path)]
    while pending and len(sources) < 50:
        name, file = pending.pop()
        if name in sources:
            continue
        source = _parse(file) if file else Source(name, "", None, (_nowhere(name, known),))
        sources[name] = source
        if source.tree is None:
            continue
        for node in source.tree.find_all((nodes.Extends, nodes.Include)):
            if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
                wanted = node.template.value
                pending.append((wanted, resolve(wanted, file, known)))
    return sources


def _nowhere(name: str, known: Mapping[str, str]) -> Finding:
    hint = suggest(name, known, "写提纲的名字，或者同一文件夹里的 .j2 文件；提纲有")
    return Finding("提纲", f"没有“{name}”这个提纲", hint, Place(name))


def resolve(wanted: str, file: str, known: Mapping[str, str]) -> str:
    """The path behind a template name: builtin/around, an outline's own name, or a file beside this one."""
    if wanted.startswith("builtin/"):
        stem = wanted.removeprefix("builtin/").removesuffix(".j2")
        file_name = builtin_root() / "templates" / f"{stem}.j2"
        if re.fullmatch(r"[A-Za-z0-9_-]+", stem) and file_name.is_file():
            return str(file_name)
        builtin = {
            name: path for name, path in known.items() if Path(path).parent == builtin_root() / "templates"
        }
        return builtin.get(stem, "")
    if wanted in known:
        return known[wanted]
    beside = PurePosixPath(wanted)
    if (
        beside.suffix == ".j2"
        and not beside.is_absolute()
        and ".." not in beside.parts
        and "\\" not in wanted
    ):
        return str(Path(file).parent / beside)
    return ""  # nothing outside the folders of the library is ever opened


def _parse(file: str) -> Source:
    from jinja2 import TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    text, finding = read_text(Path(file), file)
    if finding:
        return Source(file, "", None, (finding,))
    try:
        return Source(
            file, text, ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True).parse(text), ()
        )
    except TemplateSyntaxError as error:
        line = text.split("\n")[error.lineno - 1] if error.lineno <= text.count("\n") + 1 else ""
        column = max(line.find("{{"), line.find("{%"), 0) + 1
        opened = text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}")
        message = "“{{”或“{%”没有收尾" if opened else f"提纲的写法不对：{line.strip()[:30]}"
        hint = "补上“}}”或“%}”" if opened else "对照内置提纲改，括号和引号用英文"
        return Source(file, text, None, (Finding("提纲", message, hint, Place(file, error.lineno, column)),))


def checked_files(
    path: str, known: Mapping[str, str], moves: Sequence[str], ids: Sequence[str]
) -> tuple[dict[str, str], list[Finding]]:
    """The files an outline is made of, by the names its templates use, and everything wrong with them."""
    sources = load_sources(path, known)
    return {name: source.path for name, source in sources.items()}, check(sources, moves, ids)


def check(sources: Mapping[str, Source], moves: Sequence[str], ids: Sequence[str]) -> list[Finding]:
    """Everything wrong with these outlines, in order of file, line and column."""
    findings: list[Finding] = []
    for source in sources.values():
        findings += source.findings
        if source.tree is not None:
            checker = _Checker(source, moves, ids)
            findings += [*checker.bare_sentences(), *checker.constructs(), *checker.calls(), *checker.names()]
    findings += _loops(sources)
    return sorted(set(findings), key=lambda finding: finding.place)


class _Checker:
    def __init__(self, source: Source, moves: Sequence[str], ids: Sequence[str]) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.moves = moves
        self.ids = ids

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
                yield Finding("提纲", f"提纲里不能用这种写法（{kind}）", hint, self.at(node.lineno))
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
        fine = {*_ROOTS, *_FUNCTIONS, *assigned}
        for node in self.source.tree.find_all(nodes.Name):
            if node.name not in fine:
                hint = suggest(node.name, fine, "可以用")
                yield Finding("槽", f"不认识的名字“{node.name}”", hint, self.at(node.lineno, node.name))
        slots = {*SLOTS}
        for node in self.source.tree.find_all(nodes.Getattr):
            root = node.node.name if isinstance(node.node, nodes.Name) else None
            if root in ("情况", "数"):
                continue
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
            if key not in _ARGUMENTS:
                yield Finding(
                    "提纲",
                    f"section 没有“{key}”这一项",
                    suggest(key, _ARGUMENTS, "可以写"),
                    self.at(node.lineno, key),
                )
        move, name = words.get("语步"), words.get("段落")
        if move is not None and move not in self.moves:
            hint = suggest(str(move), self.moves, "语步有")
            yield Finding("语步", f"不认识的语步“{move}”", hint, self.at(node.lineno, str(move)))
        if name is not None and name not in self.ids:
            hint = suggest(str(name), self.ids, "用 qicao library list 查名字，如")
            yield Finding("段落", f"库里没有段落“{name}”", hint, self.at(node.lineno, str(name)))
        if move is None and name is None and "语步" not in given:
            yield Finding("提纲", "section 里要写语步", '如 section("任务")', self.at(node.lineno, "section"))
        for key in ("至少", "至多", "恰好"):
            if key in given and not (type(words.get(key)) is int and 0 <= words[key] <= 30):
                yield Finding("提纲", f"“{key}”应当是0到30的数", "直接写数字", self.at(node.lineno, key))
        if "序" in given and words.get("序") not in _NUMBERINGS:
            hint = f"可以写：{'、'.join(_NUMBERINGS[1:])}"
            yield Finding("提纲", f"不认识的序号“{words.get('序')}”", hint, self.at(node.lineno, "序"))


def _plain_index(node: Any) -> bool:
    from jinja2 import nodes

    return (
        isinstance(node.node, nodes.Name)
        and isinstance(node.arg, nodes.Const)
        and type(node.arg.value) is int
    )


def _loops(sources: Mapping[str, Source]) -> Iterator[Finding]:
    from jinja2 import nodes

    by_path = {source.path: source for source in sources.values()}

    def references(source: Source) -> Iterator[tuple[str, int]]:
        for node in source.tree.find_all((nodes.Extends, nodes.Include)) if source.tree else ():
            target = sources.get(getattr(node.template, "value", ""))
            if target is not None:
                yield target.path, node.lineno

    done: set[str] = set()

    def visit(path: str, chain: tuple[str, ...]) -> Iterator[Finding]:
        if path in done:
            return
        done.add(path)
        for target, line in references(by_path[path]):
            if target in (*chain, path) or len(chain) >= MAX_CHAIN:
                message = f"提纲互相包含，绕成了圈：{Path(target).name}"
                yield Finding("循环", message, "去掉其中一处 extends 或 include", Place(path, line, 1))
            else:
                yield from visit(target, (*chain, path))

    first = next(iter(sources.values()), None)
    if first is not None:
        yield from visit(first.path, ())

"""The files an outline is made of: what it extends and includes, found only inside the library's folders, and
bounded, since outlines come from other offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from qicao.library.folders import builtin_root
from qicao.places import Finding, Place, invisible, suggest
from qicao.yamltext import read_text

MAX_TEXT = 50_000  # characters of one outline file
MAX_FILES = 50
MAX_CHAIN = 10
MAX_PARTS = 200  # files after every include is put in place


class Source(NamedTuple):
    """The text of one outline file, and what the parser made of it (None: it could not be parsed)."""

    path: str
    text: str
    tree: Any
    findings: tuple[Finding, ...]


def load_sources(path: str, known: Mapping[str, str]) -> dict[str, Source]:
    """An outline and everything it extends or includes, by the names used in the templates."""
    sources: dict[str, Source] = {}
    pending = [(path, path, Place(path))]
    while pending and len(sources) < MAX_FILES:
        name, file, place = pending.pop()
        if name in sources:
            continue
        sources[name] = _parse(file) if file else Source(name, "", None, (_nowhere(name, place, known),))
        for node, wanted in references(sources[name]):
            line = sources[name].text.split("\n")[node.lineno - 1]
            at = Place(file, node.lineno, max(line.find(wanted), 0) + 1)
            pending.append((wanted, resolve(wanted, file, known), at))
    return sources


def references(source: Source) -> Iterator[tuple[Any, str]]:
    """Its extends and include statements, with the names they give."""
    from jinja2 import nodes

    for node in source.tree.find_all((nodes.Extends, nodes.Include)) if source.tree else ():
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            yield node, node.template.value


def _nowhere(name: str, place: Place, known: Mapping[str, str]) -> Finding:
    hint = suggest(name[:30], known, "写提纲的名字，或者同一文件夹里的 .j2 文件；提纲有")
    return Finding("提纲", f"没有“{name[:60]}”这个提纲", hint, place)


def resolve(wanted: str, file: str, known: Mapping[str, str]) -> str:
    """The path behind a template name: builtin/around, an outline's own name, or a file beside this one.

    "" for anything else: nothing outside the folders of the library is ever opened, and nothing hidden in them
    (the cache does not watch hidden files).
    """
    templates = builtin_root() / "templates"
    if wanted.startswith("builtin/"):
        stem = wanted.removeprefix("builtin/").removesuffix(".j2")
        if re.fullmatch(r"[A-Za-z0-9-]+", stem) and (templates / f"{stem}.j2").is_file():
            return str(templates / f"{stem}.j2")
        return {name: path for name, path in known.items() if Path(path).parent == templates}.get(stem, "")
    if wanted in known:
        return known[wanted]
    beside = PurePosixPath(wanted)
    hidden = any(part.startswith((".", "_")) for part in beside.parts)
    if beside.suffix == ".j2" and not beside.is_absolute() and not hidden and "\\" not in wanted:
        path = Path(file).parent / beside
        return "" if path.is_symlink() else str(path)
    return ""


def _parse(file: str) -> Source:
    from jinja2 import TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def broken(rule: str, message: str, hint: str, line: int = 1, column: int = 1) -> Source:
        return Source(file, text, None, (Finding(rule, message, hint, Place(file, line, column)),))

    text, finding = read_text(Path(file), file)
    if finding:
        return Source(file, "", None, (finding,))
    if len(text) > MAX_TEXT:
        return broken("过长", f"提纲有{len(text)}字", f"不超过{MAX_TEXT}字")
    for number, line in enumerate(text.split("\n"), 1):
        if (at := invisible(line.replace("\t", " "))) is not None:
            message = f"有一个看不见的字符（U+{ord(line[at]):04X}）"
            return broken("控制字符", message, "删掉它，重新输入这个词", number, at + 1)
    if found := re.search(r"\{%[-+]?\s*raw\b", text):
        return broken(
            "提纲", "提纲里不能用 raw", "删掉 raw 和 endraw", text.count("\n", 0, found.start()) + 1
        )
    try:
        environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
        return Source(file, text, environment.parse(text), ())
    except TemplateSyntaxError as error:
        line = text.split("\n")[min(error.lineno, text.count("\n") + 1) - 1]
        column = max(line.find("{{"), line.find("{%"), 0) + 1
        opened = text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}")
        message = "“{{”或“{%”没有收尾" if opened else f"提纲的写法不对：{line.strip()[:30]}"
        hint = "补上“}}”或“%}”" if opened else "对照内置提纲改，括号和引号用英文"
        return broken("提纲", message, hint, error.lineno, column)
    except (RecursionError, ValueError):
        return broken("提纲", "提纲里的括号套得太深，或者数字太长", "照内置提纲的样子写简单些")


def expansion(sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Outlines that include each other in a ring, or one another too often."""
    by_path = {source.path: source for source in sources.values()}
    sizes: dict[str, int] = {}
    found: list[Finding] = []

    def parts(path: str, chain: tuple[str, ...]) -> int:
        """How many files this one comes to when everything is in place."""
        if path in sizes:
            return sizes[path]
        total = 1
        for node, wanted in references(by_path[path]):
            target = sources.get(wanted)
            if target is None or target.path not in by_path:
                continue
            if target.path in (*chain, path) or len(chain) >= MAX_CHAIN:
                message = f"提纲互相包含，绕成了圈：{Path(target.path).name}"
                hint = "去掉其中一处 extends 或 include"
                found.append(Finding("循环", message, hint, Place(path, node.lineno, 1)))
            else:
                total += parts(target.path, (*chain, path))
        sizes[path] = total
        return total

    first = next(iter(sources.values()), None)
    if first is not None and parts(first.path, ()) > MAX_PARTS:
        found.append(Finding("过多", "include 展开以后太多", "减少 include", Place(first.path, 1, 1)))
    yield from found

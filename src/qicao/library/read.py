"""Files → Library: every file parsed, tables before sections, with every mistake reported in one go."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from qicao.form import Form
from qicao.library.folders import Folder
from qicao.library.model import LEVELS, Library
from qicao.library.parse import Known, parse_snippets
from qicao.library.section import Snippet
from qicao.library.tables import read_tables
from qicao.outlinecheck import Words, checked_files
from qicao.places import Finding, Place
from qicao.slots import ITEMIZED, SLOTS
from qicao.yamlfile import Document, parse_yaml
from qicao.yamltext import read_text

_NAME = re.compile(r"^\s*\{#-?\s*提纲[:：]\s*(\S.*?)\s*-?#\}")


def read_folders(
    folders: Sequence[Folder], listing: list[tuple[Folder, Path]]
) -> tuple[Library, list[Finding]]:
    """Parse everything; the findings are of all files, and the library is as good as they allow."""
    return _read(Library(), folders, listing)


def read_beside(
    base: Library, folders: Sequence[Folder], listing: list[tuple[Folder, Path]]
) -> tuple[Library, list[Finding]] | None:
    """As `read_folders`, for folders that come after those of a library read before; None when they change what its
    sections were parsed with (the order of its 话题)."""
    library = base.copy()
    found = _read(library, folders, listing)
    return found if base.topics.items() <= library.topics.items() else None


def _read(
    library: Library, folders: Sequence[Folder], listing: list[tuple[Folder, Path]]
) -> tuple[Library, list[Finding]]:
    findings = list[Finding]()
    digest = hashlib.sha256(library.version.encode())
    forms: list[tuple[Folder, Form]] = []
    for folder in folders:
        if not folder.path.is_dir():
            findings.append(
                Finding("段落库", "没有这个文件夹", "检查 --library 后面的路径", Place(str(folder.path)))
            )
    for folder, path in listing:
        text, unreadable = read_text(path, str(path))
        digest.update(text.encode("utf-8", "surrogatepass"))
        if path.suffix == ".j2":
            library.outlines[outline_name(text, path)] = str(path)
            continue
        document = Document(None, [unreadable]) if unreadable else parse_yaml(text, str(path))
        findings += document.findings
        if document.root is not None:
            forms.append((folder, Form(document.root, findings, path.name)))
    library.version = digest.hexdigest()[:12]
    for _, form in forms:
        read_tables(form, library)
    known = _known(library)
    at = {snippet.id: place for place, snippet in enumerate(library.snippets)}
    for folder, form in forms:
        _merge(library, parse_snippets(form, known, folder.name, findings), at, findings)
        form.close()
    if any(path.suffix == ".j2" for _, path in listing):
        _check_outlines(library)
    return library, findings


def _check_outlines(library: Library) -> None:
    """Those found sound; a broken one is reported when somebody wants it."""
    ids = [snippet.id for snippet in library.snippets]
    words = Words(library.outlines, list(library.moves), ids, list(library.facts))
    library.checked.clear()
    for outline in library.outlines.values():
        names, wrong = checked_files(outline, words)
        if not wrong:
            library.checked[outline] = names


def _known(library: Library) -> Known:
    slots = {
        *SLOTS,
        *(f"情况.{name}" for name in library.facts),
        *(f"相关.{name}" for name, fact in library.facts.items() if fact.kind == "列表"),
        *(f"{ITEMIZED}.{name}" for name in library.itemized),
        *(f"引语.{name}" for name in library.quotations),
    }
    slots |= {f"提法.{formulation.name}" for formulation in library.formulations}
    limits: dict[str, Sequence[str]] = {
        "主题": list(library.campaigns),
        "级别": LEVELS,
        "单位类型": list(library.unit_types),
        "提纲": list(library.outlines),
        "身份": list(library.roles),
    }
    return Known(list(library.moves), library.topics, limits, frozenset(slots))


def _merge(library: Library, new: list[Snippet], at: dict[str, int], findings: list[Finding]) -> None:
    """Add sections, `at` says where each stands; an id of an earlier folder is replaced, one of the same folder is
    a mistake."""
    for snippet in new:
        index = at.get(snippet.id)
        if index is None:
            at[snippet.id] = len(library.snippets)
            library.snippets.append(snippet)
            continue
        old = library.snippets[index]
        if old.library == snippet.library:
            hint = f"{old.place} 已经有了，换一个名字"
            findings.append(Finding("重复", f"段落“{snippet.id}”写了两次", hint, snippet.place))
        else:
            library.snippets[index] = snippet
            library.shadowed.append((snippet, old))


def outline_name(text: str, path: Path) -> str:
    """How an outline is called: the {# 提纲: 名称 #} on its first line, else its file name."""
    found = _NAME.match(text)
    return found[1] if found else path.stem

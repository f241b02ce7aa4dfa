"""What the writer has looked at and found right: 体检 in the 要素单, or a .qicao.yaml beside the file.

白名单: [伊川, 洛阳市]        # words not to be reported
不查: [外地地名, 版式]        # rules, or families of rules, not to be run
文件:                        # the same for one file only
  旧稿.docx: {白名单: [濮阳]}
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from qicao.form import Form
from qicao.places import Finding, Place, SpeechError, suggest
from qicao.yamlfile import Node, read_yaml

NAME = ".qicao.yaml"


class Allowed(NamedTuple):
    """Words not to be reported, rules or families not to be run."""

    words: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def read_allowed(file: Path, known: Iterable[str]) -> Allowed:
    """The lists for one file, from .qicao.yaml beside it or in the current folder. Raises SpeechError."""
    path = next((one for one in (file.parent / NAME, Path(NAME)) if one.is_file()), None)
    if path is None:
        return Allowed()
    document = read_yaml(path)
    findings = document.findings
    if document.root is None:
        wrong = [finding for finding in findings if finding.rule != "空文件"]
        if wrong:
            raise SpeechError(wrong)
        return Allowed()  # nothing but comments
    form = Form(document.root, findings, NAME)
    words, rules = form.texts("白名单"), form.texts("不查")
    named = [*rules]
    if files := form.form("文件"):
        for name in files.node.fields:
            inner = files.form(name)
            if inner is not None:
                own = inner.texts("白名单"), inner.texts("不查")
                inner.close()
                named += own[1]
                if name == file.name:
                    words, rules = words + own[0], rules + own[1]
    form.close()
    findings += unknown_rules(dict.fromkeys(named), known, _place(document.root))
    if findings:
        raise SpeechError(findings)
    return Allowed(words, rules)


def _place(root: Node) -> Place:
    """Where the rules not to be run are listed."""
    pair = root.fields.get("不查") or root.fields.get("文件")
    return pair[1].place if pair else root.place


def unknown_rules(names: Iterable[str], known: Iterable[str], place: Place) -> list[Finding]:
    """A finding for every name that is neither a rule nor a family."""
    words = list(known)
    return [
        Finding("规则", f"没有“{name[:30]}”这条规则", suggest(name, words, "规则见 docs/rules.md，如"), place)
        for name in names
        if name not in words
    ]

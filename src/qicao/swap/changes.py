"""What is to be put in place of what: pairs typed on the command line or in a YAML file, checked all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from qicao.places import Finding, Place, SpeechError, invisible
from qicao.yamlfile import Node, read_yaml

_PAIRS = "写上 旧名: 新名，一行一对"
_MOST, _LONG = 2_000, 200  # pairs, and characters of a name


class Change(NamedTuple):
    """One name and the name to put in its place. `label`: what it is (单位简称); `proposed`: made only when the
    writer says so; `fact`: one of the speech's 情况, not the unit itself."""

    old: str
    new: str
    label: str = ""
    proposed: bool = False
    fact: bool = False


def typed(pairs: Sequence[str], file: Path | None) -> list[Change]:
    """From --map 旧=新 and a file of 旧: 新. Raises SpeechError with every mistake."""
    findings: list[Finding] = []
    found: list[tuple[str, str, Place]] = []
    for pair in pairs:
        old, mark, new = pair.partition("=")
        place = Place(f"--map {pair[:40]}")
        if mark:
            found.append((old.strip(), new.strip(), place))
        else:
            findings.append(Finding("对照", "没有等号", "写成 --map 旧名=新名", place))
    if file is not None:
        found += _from_file(file, findings)
    if not found and not findings:
        place = Place(str(file) if file else "--map")
        findings.append(Finding("对照", "一对名称也没有", _PAIRS, place))
    return checked(found, findings)


def checked(rows: Iterable[tuple[str, str, Place]], findings: list[Finding]) -> list[Change]:
    """The rows as changes. Raises SpeechError when any of them, or anything before, is wrong."""
    changes: dict[str, Change] = {}
    for old, new, place in rows:
        if wrong := _wrong(old, new):
            findings.append(Finding("对照", *wrong, place))
        elif old in changes and changes[old].new != new:
            message = f"“{old}”要换成“{changes[old].new}”，又要换成“{new}”"
            findings.append(Finding("对照", message, "只留一对", place))
        else:
            changes[old] = Change(old, new)
    if len(changes) > _MOST:
        findings.append(Finding("对照", f"有{len(changes)}对，太多", f"一次不超过{_MOST}对", Place("--map")))
    if findings:
        raise SpeechError(findings)
    return list(changes.values())


def _wrong(old: str, new: str) -> tuple[str, str] | None:
    if not old or not new:
        return f"“{old or new}”缺了{'新' if old else '旧'}名", "两边都要写"
    if old == new:
        return f"“{old}”换了还是“{new}”", "改成不同的名称，或者去掉这一对"
    if max(len(old), len(new)) > _LONG:
        return f"“{old[:20]}……”太长", f"名称不超过{_LONG}字，整句的改动在 Word 里做"
    if invisible(old) is not None or invisible(new) is not None:
        return "名称里有看不见的字符", "删掉，重新输入"
    return None


def _from_file(path: Path, findings: list[Finding]) -> list[tuple[str, str, Place]]:
    """`旧: 新` lines, or a list of {旧: …, 新: …}."""
    document = read_yaml(path)
    findings += [one._replace(hint=_PAIRS) if one.rule == "空文件" else one for one in document.findings]
    root = document.root
    if root is None or root.empty:
        return []
    if root.kind == "map":
        return [(old, new.text.strip(), new.place) for old, (_, new) in _fields(root, findings)]
    rows = []
    for item in root.items:
        pair = (
            {key: nodes[1].text.strip() for key, nodes in item.fields.items()} if item.kind == "map" else {}
        )
        if pair.keys() == {"旧", "新"}:
            rows.append((pair["旧"], pair["新"], item.place))
        else:
            findings.append(Finding("对照", "这一条要写明旧和新", "写成 {旧: 甲县, 新: 乙县}", item.place))
    if not root.items:
        findings.append(Finding("对照", "看不懂这个文件", "一行一对，写成 旧名: 新名", root.place))
    return rows


def _fields(root: Node, findings: list[Finding]) -> list[tuple[str, tuple[Node, Node]]]:
    for key, (_, value) in root.fields.items():
        if value.kind != "text":
            findings.append(Finding("对照", f"“{key[:20]}”后面要写一个名称", "写成 旧名: 新名", value.place))
    return [(key, nodes) for key, nodes in root.fields.items() if nodes[1].kind == "text"]

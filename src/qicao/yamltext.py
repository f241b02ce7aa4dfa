"""The text of a YAML file before YAML sees it: encoding, size, and the marks a Chinese keyboard types.

Every mistake is named with its place, and mended in memory so that the rest of the file can be checked as well.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qicao.files import reason
from qicao.places import Finding, Place

MAX_BYTES = 2_000_000

# Patterns stay text until they are needed: most files need none, and compiling them is felt at every start.
_KEY = r"[A-Za-z\u4e00-\u9fff][\w.\u4e00-\u9fff]{0,11}"
_COLON = rf"^(\s*)({_KEY})：(.*)$"
_COLON_IN_FLOW = rf"([{{｛,，]\s*{_KEY})："
_CUT_OFF = r"^[^'\"#]*[:\-][^'\"#]*\S #([^\s#]\S{0,5})"
_BLOCK = r"(?:^|[:\-]\s+)[|>][+-]?\d?\s*(?:#.*)?$"
# YAML allows none of these; \x85 and friends are line breaks nobody can see.
_CONTROLS = frozenset(
    map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF])
)


@dataclass
class Repaired:
    """Text fit for the parser, and what had to be mended."""

    text: str
    findings: list[Finding]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def read_text(path: Path, name: str) -> tuple[str, Finding | None]:
    """The text of a UTF-8 file, or a finding that says why there is none. Line ends become \\n."""
    place = Place(name)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return "", Finding("文件", "这是一个文件夹", "给出文件夹里的某个文件", place)
        if not stat.S_ISREG(mode):
            return "", Finding("文件", "这不是普通文件", "把内容存成一个文件再试", place)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return "", Finding("文件", "文件太大", f"不超过{MAX_BYTES // 1_000_000}MB", place)
    except FileNotFoundError:
        return "", Finding("文件", "没有这个文件", "检查路径和文件名", place)
    except (OSError, ValueError) as error:
        return "", Finding("文件", f"读不了（{reason(error)}）", "检查权限和路径", place)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", Finding("编码", "文件是 UTF-16 编码", "用记事本另存为，编码选 UTF-8", Place(name, 1, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        kind = "像是 GBK（ANSI）编码" if _decodes(data, "gb18030") else "不是文本，或者文件坏了"
        hint = "用记事本打开，另存为，编码选 UTF-8"
        return "", Finding("编码", f"文件不是 UTF-8，{kind}", hint, Place(name, line, column))
    if not text.strip():
        return "", Finding("空文件", "文件是空的", "用 qicao new 写一份带说明的要素单", Place(name, 1, 1))
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def repair(text: str, name: str) -> Repaired:
    """Find tabs, control characters and full-width colons where YAML wants ASCII; return the mended text."""
    findings: list[Finding] = []
    characters = set(text)
    if characters.isdisjoint(_CONTROLS) and characters.isdisjoint("\t：\u3000\xa0") and " #" not in text:
        return Repaired(text, findings)
    lines = text.split("\n")
    block: int | None = None
    for number, line in enumerate(lines, 1):
        if not _CONTROLS.isdisjoint(line):
            line = _controls(line, name, number, findings)
        line = _wide_spaces(line, name, number, findings)
        indent = len(line) - len(line.lstrip(" \t"))
        if "\t" in line[:indent]:
            at = Place(name, number, line.index("\t") + 1)
            findings.append(Finding("制表符", "缩进用了制表符（Tab）", "换成空格，一级两个空格", at))
            line = line[:indent].replace("\t", "  ") + line[indent:]
        if block is not None and line.strip():
            block = block if indent > block else None
        if block is None and line.strip() and not line.lstrip().startswith("#"):
            line = _full_width(line, name, number, findings)
            if found := re.search(_CUT_OFF, line):
                message = f"“#{found[1]}”和后面的字会被当成说明，丢掉"
                hint = "整个值加上英文引号；真是说明的，# 后面空一格"
                findings.append(Finding("井号", message, hint, Place(name, number, found.start(1))))
            if re.search(_BLOCK, line):
                block = indent
        lines[number - 1] = line
    return Repaired("\n".join(lines), findings)


def _wide_spaces(line: str, name: str, number: int, findings: list[Finding]) -> str:
    """Full-width and non-breaking spaces in front of a line, or after the colon of a key."""
    if "\u3000" not in line and "\xa0" not in line:
        return line
    for found in re.finditer(r"^[ \t]*[\u3000\xa0][\s]*|(?<=:)[\u3000\xa0]+", line):
        column = found.start() + len(found[0]) - len(found[0].lstrip(" \t")) + 1
        findings.append(Finding("全角空格", "这里用了全角空格", "换成半角空格", Place(name, number, column)))
    line = re.sub(r"(?<=:)[\u3000\xa0]+", " ", line)
    return re.sub(r"^[ \t]*[\u3000\xa0]\s*", lambda f: " " * len(f[0].replace("\u3000", "  ")), line)


def _controls(line: str, name: str, number: int, findings: list[Finding]) -> str:
    for column, character in enumerate(line, 1):
        if character not in _CONTROLS:
            continue
        code, at = f"U+{ord(character):04X}", Place(name, number, column)
        findings.append(
            Finding("控制字符", f"有一个看不见的控制字符（{code}）", "删掉它，重新输入这个词", at)
        )
    return "".join([character for character in line if character not in _CONTROLS])


def _full_width(line: str, name: str, number: int, findings: list[Finding]) -> str:
    def say(column: int, key: str) -> None:
        message = f"“{key}”后面用了全角冒号“：”"
        findings.append(Finding("全角冒号", message, "换成英文冒号加空格“: ”", Place(name, number, column)))

    if (found := re.match(_COLON, line)) and not re.search(r":(\s|$)", found[2]):
        say(found.end(2) + 1, found[2])
        line = f"{found[1]}{found[2]}: {found[3].lstrip()}"
    if "{" in line or "｛" in line:
        for found in re.finditer(_COLON_IN_FLOW, line):
            say(found.end(), found[1].lstrip("{｛,， "))
        line = re.sub(_COLON_IN_FLOW, r"\1: ", line)
    return line

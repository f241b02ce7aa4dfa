"""Reading a YAML mapping against what is expected of it, collecting every mistake instead of stopping at one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from qicao.places import Finding, Place, Severity, invisible, nearest, suggest
from qicao.yamlfile import Node

TEXT_LIMIT = 200
_ECHO = 30  # characters of a wrong word that a message repeats
_MANY = 20  # unknown keys named one by one
_DATE = r"^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$"
_BRACES = ("{{", "}}", "{%", "%}", "{#", "#}")


class Form:
    """One mapping being read. Ask for every key that may stand in it, then `close` to name the others."""

    def __init__(self, node: Node, findings: list[Finding], name: str) -> None:
        self.node = node
        self.findings = findings
        self.name = name
        self._asked: list[str] = []
        if node.kind != "map":
            self.say("类型", f"“{name}”应当是若干行“键: 值”", "每行写一个键，冒号后空一格", node.place)

    def say(self, rule: str, message: str, hint: str, place: Place, severity: Severity = "error") -> None:
        self.findings.append(Finding(rule, message, hint, place, severity))

    def get(self, key: str) -> Node | None:
        """The value under a key; None when it is absent or left empty."""
        self._asked.append(key)
        pair = self.node.fields.get(key)
        return None if pair is None or pair[1].empty else pair[1]

    def missing(self, key: str, hint: str) -> None:
        pair = self.node.fields.get(key)
        place = pair[0].place if pair else self.node.place
        self.say("缺项", f"“{self.name}”里缺少“{key}”", hint, place)

    def text(self, key: str, default: str = "", need: str = "", limit: int = TEXT_LIMIT) -> str:
        """A one-line text. `need` is the hint when it must not be absent."""
        node = self.get(key)
        if node is None:
            if need:
                self.missing(key, need)
            return default
        return self.line(node, key, limit) or default

    def line(self, node: Node, name: str, limit: int = TEXT_LIMIT) -> str:
        """The text of a node, checked to be one clean line: no line break, no slot, no stray quotes."""
        if node.kind != "text":
            self.say("类型", f"“{name}”应当是一行文字", "去掉括号和下面的条目", node.place)
            return ""
        text = node.text.strip()
        if "\n" in text:
            self.say("换行", f"“{name}”里有换行", "写成一行", node.place)
        elif any(mark in text for mark in _BRACES):
            self.say("花括号", f"“{name}”里有花括号记号", "这里写最后要印出来的字，不写 {{ }}", node.place)
        elif (at := invisible(text)) is not None:
            code = f"U+{ord(text[at]):04X}"
            self.say("控制字符", f"“{name}”里有看不见的字符（{code}）", "删掉重新输入", node.place)
        elif len(text) > limit:
            self.say("过长", f"“{name}”有{len(text)}字", f"不超过{limit}字", node.place)
        else:
            return text
        return ""

    def plain(self, key: str, need: str = "") -> str:
        """A name: as `text`, and not wrapped in quotation marks."""
        text = self.text(key, need=need)
        inner = text[1:-1]
        if (
            len(text) > 2
            and text[0] in '“"「'
            and text[-1] in '”"」'
            and not any(mark in inner for mark in '“”"「」')
        ):
            node = self.node.fields[key][1]
            self.say("引号", f"“{key}”的值套了引号：{text}", f"直接写 {inner}", node.place)
            return inner
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of texts."""
        node = self.get(key)
        if node is None:
            return ()
        items = node.items if node.kind == "list" else [node]
        return tuple([text for item in items if (text := self.line(item, key))])

    def choice(self, key: str, known: Iterable[str], default: str = "", need: str = "") -> str:
        """One of the known words."""
        word, names = self.text(key, default, need), list(known)
        node = self.get(key)
        if word and word not in names and node is not None:
            self.unknown(key, word, names, node.place)
            return default
        return word

    def choices(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """Some of the known words."""
        names, node = list(known), self.get(key)
        items = [] if node is None else node.items if node.kind == "list" else [node]
        found = []
        for item in items:
            word = self.line(item, key)
            if word and word not in names:
                self.unknown(key, word, names, item.place)
            elif word:
                found.append(word)
        return tuple(found)

    def unknown(self, key: str, word: str, names: Iterable[str], place: Place) -> None:
        self.say(key, f"不认识的{key}“{word[:_ECHO]}”", suggest(word, names, "可以写"), place)

    def integer(self, key: str, low: int = 0, high: int = 10_000) -> int | None:
        """A whole number written in ASCII digits."""
        node = self.get(key)
        if node is None:
            return None
        text = self.line(node, key)
        if text.isascii() and text.isdecimal() and len(text) < 7 and low <= int(text) <= high:
            return int(text)
        if text or node.kind == "text":
            self.say(
                "类型",
                f"“{key}”应当是{low}到{high}的整数，现在是“{node.text.strip()[:20]}”",
                "只写数字，如 3",
                node.place,
            )
        return None

    def day(self, key: str, need: str = "") -> date | None:
        """A date: 2026-03-12, or 2026年3月12日."""
        text = self.text(key, need=need)
        node = self.get(key)
        if not text or node is None:
            return None
        if day := parse_day(text):
            return day
        self.say("日期", f"“{key}”不是一个日期：{text[:20]}", "写成 2026-03-12", node.place)
        return None

    def form(self, key: str, need: str = "") -> Form | None:
        """A mapping inside this one."""
        node = self.get(key)
        if node is None:
            if need:
                self.missing(key, need)
            return None
        form = Form(node, self.findings, key)
        return form if node.kind == "map" else None

    def close(self) -> None:
        """Name every key that nobody asked for."""
        asked = list(dict.fromkeys(self._asked))
        wrong = [(key, node) for key, (node, _) in self.node.fields.items() if key not in asked]
        for key, node in wrong[:_MANY]:
            near = nearest(key[:_ECHO], asked)
            hint = f"是不是“{near}”？" if near else f"可以写：{'、'.join(asked)}"
            self.say("未知键", f"“{self.name}”里没有“{key[:_ECHO]}”这一项", hint, node.place)
        if len(wrong) > _MANY:
            place = wrong[_MANY][1].place
            self.say(
                "未知键",
                f"“{self.name}”里还有{len(wrong) - _MANY}个不认识的键",
                "检查缩进，看是不是写错了层次",
                place,
            )


def parse_day(text: str) -> date | None:
    """2026-03-12, 2026.3.12 or 2026年3月12日 as a date; None when it is none."""
    if found := re.match(_DATE, text.strip()):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    return None

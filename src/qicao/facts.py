"""情况: the facts of one speech, each checked against its kind and turned into words for a sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from qicao.form import Form
from qicao.library.model import Fact
from qicao.sentence import SHORT, clause, render
from qicao.yamlfile import Node

_LONG = 2_000
_MAX_ITEMS = 50
_MARKS = "。；，、"  # a fact is part of a sentence: marks at its end go


class FactValue(NamedTuple):
    """One fact as given: the words that stand for it in a sentence, and the items of a list."""

    name: str
    words: str
    items: tuple[str, ...] = ()
    joiner: str = "、"
    problem: bool = False  # each item is said whole with its answer

    def without(self, items: Collection[str]) -> str:
        """The words for the items that are left."""
        return listed([item for item in self.items if item not in items], self.joiner, self.problem)


def read_facts(root: Form, known: Mapping[str, Fact]) -> dict[str, FactValue]:
    """Read 情况 (or nothing): every key must be a fact the library knows, every value of its kind."""
    form = root.form("情况")
    if form is None:
        return {}
    found: dict[str, FactValue] = {}
    for name, fact in known.items():
        items = _items(form, fact) if fact.kind == "列表" else ()
        words = (
            listed(items, fact.joiner, fact.problem)
            if fact.kind == "列表"
            else _READERS[fact.kind](form, fact)
        )
        if words:
            found[name] = FactValue(name, words, items, fact.joiner, fact.problem)
    form.close()
    return found


def _text(form: Form, fact: Fact) -> str:
    return form.text(fact.name, limit=_LONG).rstrip(_MARKS)


def _number(form: Form, fact: Fact) -> str:
    number = form.integer(fact.name)
    return "" if number is None else str(number)


def _items(form: Form, fact: Fact) -> tuple[str, ...]:
    node = form.get(fact.name)
    if node is None:
        return ()
    items = [text.rstrip(_MARKS) for text in form.texts(fact.name)]
    if len(items) > _MAX_ITEMS:
        form.say("过长", f"“{fact.name}”有{len(items)}条", f"不超过{_MAX_ITEMS}条", node.place)
    if fact.items and len(items) != fact.items:
        form.say("项数", f"“{fact.name}”有{len(items)}条", f"要正好{fact.items}条", node.place)
    return tuple(items)


def listed(items: Sequence[str], joiner: str, problem: bool) -> str:
    """A list fact in one sentence. No item between two 、 may hold a ，: of a problem the first clause is enough,
    other items get ； between them (GB/T 15834-2011 4.6)."""
    if joiner != "、" or not any("，" in item for item in items):
        return join(items, joiner)
    return join([clause(item) for item in items], joiner) if problem else join(items, "；")


def join(items: Sequence[str], joiner: str) -> str:
    """Items in one sentence. Between quotation marks or 书名号 there is no 、 (GB/T 15834-2011 4.5.3.5)."""
    text = ""
    for item in items:
        bare = joiner == "、" and text.endswith(("”", "》")) and item.startswith(("“", "《"))
        text += (joiner if text and not bare else "") + item
    return text


def _records(form: Form, fact: Fact) -> str:
    node = form.get(fact.name)
    if node is None:
        return ""
    items: list[Node] = node.items if node.kind == "list" else [node]
    sentences = []
    if len(items) > _MAX_ITEMS:
        form.say("过长", f"“{fact.name}”有{len(items)}条", f"不超过{_MAX_ITEMS}条", node.place)
    for item in items[:_MAX_ITEMS]:
        if item.kind == "text" and len(fact.required) == 1:  # 市级文明单位: the one thing a record must say
            if text := form.line(item, fact.name):
                sentences.append(_sentence(fact, {fact.required[0]: text}))
            continue
        if item.kind != "map":
            form.say(
                "类型",
                f"“{fact.name}”每一条要写明{'、'.join(fact.columns)}",
                f"写成 {fact.example}",
                item.place,
            )
            continue
        record = Form(item, form.findings, fact.name)
        values: dict[str, str] = {}
        for column, kind in fact.columns.items():
            number = record.integer(column) if kind == "数" else None
            text = record.text(column) if kind != "数" else "" if number is None else str(number)
            if text:
                values[column] = text
            elif column in fact.required:
                record.missing(column, f"写明{column}")
        record.close()
        if fact.sentence and all(column in values for column in fact.required):
            sentences.append(_sentence(fact, values))
    return _merge(sentences, fact.joiner)


def _sentence(fact: Fact, values: Mapping[str, str]) -> str:
    """One record as half a sentence."""
    if fact.sentence is None:
        return ""
    return "".join([span.text for span in render(fact.sentence, "", SHORT, values, set())])


def _merge(sentences: list[str], joiner: str) -> str:
    """Join sentences; 获评“甲” and 获评“乙” become 获评“甲”“乙”."""
    text = ""
    for sentence in sentences:
        verb, quote, rest = sentence.partition("“")
        same = verb and quote and text.endswith("”") and text.rpartition(joiner)[2].startswith(verb + quote)
        text += quote + rest if same else (joiner if text else "") + sentence
    return text


_READERS = {"文本": _text, "数": _number, "记录": _records}

"""体检: every rule over one manuscript, each finding at its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qicao.allowed import Allowed
from qicao.fold import fold
from qicao.manuscript import WHOLE, Hit, Manuscript
from qicao.places import Severity
from qicao.rulekit import Rule

# Comments and properties are not read to anybody: only what gives somebody else away counts there.
_BESIDE = ("批注", "属性")
_ANYWHERE = ("串稿", "版式", "文件")


class Issue(NamedTuple):
    """One finding. `text` is the exact words; `paragraph` counts from 1 in its part of the file (`where`);
    `start` and `end` are character offsets in that paragraph; `offset` is the place in a text file."""

    rule: str
    family: str
    severity: Severity
    message: str
    hint: str
    text: str
    paragraph: int
    start: int
    end: int
    file: str
    where: str
    offset: int | None

    @property
    def loud(self) -> bool:
        """Whether the writer must look at it."""
        return self.severity != "info"

    def as_dict(self) -> dict[str, str | int | None]:
        """For programs: the fields of the contract, and 部位."""
        found = self._asdict()
        if self.offset is None:
            del found["offset"]
        return found

    def __str__(self) -> str:
        where = "" if self.where == "正文" else f"{self.where}："
        place = f"{self.file}:{self.paragraph}:{self.start + 1}" if self.paragraph else self.file
        return f"{place}: [{self.rule}] {where}{self.message} —— {self.hint}"


def checkup(m: Manuscript, rules: Iterable[Rule], allowed: Allowed | None = None) -> list[Issue]:
    """Run the rules. Findings in the order of the text, each place once for each rule."""
    allowed = allowed or Allowed()
    words = [fold(word) for word in allowed.words]
    found: dict[tuple[str, int, int, str], Issue] = {}
    for rule in rules:
        if rule.id in allowed.rules or rule.family in allowed.rules:
            continue
        for hit in rule.check(m):
            if _allowed(m, hit, words):
                continue
            issue = _issue(m, rule, hit)
            if issue.where not in _BESIDE or rule.family in _ANYWHERE:
                key = (rule.id, hit.start, hit.end, hit.message if hit.start == WHOLE else "")
                found.setdefault(key, issue)
    return [issue for _, issue in sorted(found.items(), key=lambda item: (item[0][1], item[0][2]))]


def _allowed(m: Manuscript, hit: Hit, words: Sequence[str]) -> bool:
    """Whether the words found, or words around them, are on the writer's list."""
    if hit.in_source or hit.start == WHOLE:
        return False
    text = m.text[hit.start : hit.end]
    for word in words:
        if word == text:
            return True
        at = m.text.find(word, max(hit.end - len(word), 0), hit.start + len(word))
        if 0 <= at <= hit.start and at + len(word) >= hit.end:
            return True
    return False


def _issue(m: Manuscript, rule: Rule, hit: Hit) -> Issue:
    severity = hit.severity or rule.severity
    head = (rule.id, rule.family, severity, hit.message, hit.hint)
    if hit.start == WHOLE:
        return Issue(*head, "", 0, 0, 0, m.name, "全文", None)
    first, last = hit.start, hit.end
    if not hit.in_source:
        start, end = m.piece(first, last)
        first = m.to_source(start)
        last = m.to_source(end - 1) + 1 if end > start else first
    block, begin = m.block_at(first)
    start, end = first - begin, min(last - begin, len(block.text))
    text = block.text[start:end]
    source = block.source
    paragraph = source.number if source else m.blocks.index(block) + 1
    offset = source.offset + start if source and source.offset is not None else None
    where = source.where if source else "正文"
    return Issue(*head, text, paragraph, start, end, m.name, where, offset)

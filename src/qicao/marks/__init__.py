"""Findings → comments in Word, each on the exact words. The user's own file, with nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qicao.checkup import Issue
from qicao.manuscript import Manuscript
from qicao.marks.comments import Comments
from qicao.marks.plain import as_word
from qicao.marks.spots import Spot, Spots, find_spots, front
from qicao.marks.words import Mark, Words, hang, hang_around, hang_in_front
from qicao.ooxml.package import open_package, packed, to_strict
from qicao.ooxml.xml import Node, W, dump, element, parse
from qicao.readers.word.package import DOCUMENT

MOST = 500  # comments in one file: more than that nobody reads
_LISTED = 40  # findings named in the comment on the whole file
_SHOWN = 30  # characters of the words found, where the comment does not hang on them
_NAMES = {"error": "错误", "warning": "提醒", "info": "提示"}

__all__ = ["MOST", "marked"]


class _Note(NamedTuple):
    """A finding that has its own comment: where it hangs, and whether on the very words."""

    issue: Issue
    spot: Spot
    exact: bool


def marked(path: Path, m: Manuscript, issues: Sequence[Issue]) -> bytes:
    """The file with a comment for each finding; a text file as a Word file. Same input, same bytes.

    Raises SpeechError, one sentence, when comments cannot be put into the file.
    """
    package = as_word(m) if m.layout is None else open_package(path)
    root = parse(package.parts[DOCUMENT])
    if root is None:
        raise package.fail("正文太大，或者套得太深", "在 Word 或 WPS 里打开，另存一份再批注")
    if not issues:
        return packed(package, {})
    spots = find_spots(root, package.parts)
    notes, loose = _sorted_out(issues, spots)
    room = MOST - bool(loose)
    left = 0
    if len(notes) > room:
        left = len(notes) - (room - 1)
        notes = _gravest(notes, room - 1)
    comments = Comments(package, root)
    _hang_all(root, spots, notes, loose, left, comments)
    document = dump(root)
    return packed(
        package, {DOCUMENT: to_strict(document) if package.strict else document} | comments.changed()
    )


def _sorted_out(issues: Sequence[Issue], spots: Spots) -> tuple[list[_Note], list[Issue]]:
    """(findings with a place of their own, those about the whole file or about parts no comment can hang in)."""
    notes, loose = [], []
    read: dict[Node, bool] = {}  # whether we read a paragraph as the reader did
    for issue in issues:
        spot = spots.get((issue.where, issue.paragraph)) if issue.paragraph else None
        if spot is None:
            loose.append(issue)
            continue
        exact = spot.text is not None
        if exact:
            if spot.paragraph not in read:
                read[spot.paragraph] = Words(spot.paragraph).text == spot.text
            exact = read[spot.paragraph] and 0 <= issue.start <= issue.end <= len(spot.text or "")
        notes.append(_Note(issue, spot, exact))
    return notes, loose


def _gravest(notes: Sequence[_Note], most: int) -> list[_Note]:
    """The first so many, errors before warnings, in the order of the text."""
    order = list(_NAMES)
    ranked = sorted(range(len(notes)), key=lambda index: (order.index(notes[index].issue.severity), index))
    return [notes[index] for index in sorted(ranked[:most])]


def _hang_all(
    root: Node, spots: Spots, notes: Sequence[_Note], loose: Sequence[Issue], left: int, comments: Comments
) -> None:
    first = front(spots, root) or _new_paragraph(root)
    style = comments.style
    whole = comments.add(_whole(loose)) if loose else ""
    marks: dict[Node, list[Mark]] = {}
    others: list[tuple[Spot, str]] = []
    for issue, spot, exact in notes:
        number = comments.add([told(issue) if exact else _elsewhere(issue)])
        if exact:
            marks.setdefault(spot.paragraph, []).append(Mark(issue.start, issue.end, number))
        else:
            others.append((spot, number))
    last = next((one for one in reversed(list(spots.values())) if one.text and one.text.strip()), first)
    if left:
        said = f"只批了{len(notes)}处，还有{left}处没有批。改完这些，再查一次；全部的用 qicao check 看。"
        end = len(last.text or "")
        marks.setdefault(last.paragraph, []).append(Mark(end, end, comments.add([said])))
    for paragraph, some in marks.items():
        hang(paragraph, some, style)
    for spot, number in others:
        if spot.run is not None:
            hang_around(spot.run, number, style)
        else:
            hang_in_front(spot.paragraph, number, style)
    if whole:
        hang_in_front(first.paragraph, whole, style)


def told(issue: Issue) -> str:
    """【错误】[序号] 序号“一”后面用了“，”。改成“一、”。"""
    said = f"【{_NAMES[issue.severity]}】[{issue.rule}] "
    return said + "".join(
        [f"{one.rstrip('。')}{'' if one.endswith(('？', '！')) else '。'}" for one in (issue.message, issue.hint) if one]
    )  # fmt: skip


def _elsewhere(issue: Issue) -> str:
    """With the part of the file and the words, as the comment does not hang on them."""
    if not issue.paragraph:
        return told(issue)
    words = issue.text if len(issue.text) <= _SHOWN else issue.text[:_SHOWN] + "…"
    return f"{issue.where}" + (f"“{words}”" if words else f"第{issue.paragraph}段") + f"：{told(issue)}"


def _whole(issues: Sequence[Issue]) -> list[str]:
    lines = [_elsewhere(issue) for issue in issues[:_LISTED]]
    more = len(issues) - _LISTED
    return [*lines, f"另有{more}处没有列出，用 qicao check 看。"] if more > 0 else lines


def _new_paragraph(root: Node) -> Spot:
    """A file without a single paragraph gets an empty one."""
    made = element("p")
    body = root.find(f"{W}body")
    (body if body is not None else root).insert(0, made)
    return Spot(made)

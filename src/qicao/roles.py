"""What a paragraph of a plain text is: title, signature, date, salutation, heading or body, by its looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from qicao.speech import Role

_NUMBER = "一二三四五六七八九十"
_HEADINGS = (
    (Role.HEADING1, rf"[{_NUMBER}]{{1,3}}[、，,.．：:]"),
    (Role.HEADING2, rf"[（(][{_NUMBER}]{{1,3}}[)）]"),
    (Role.HEADING3, r"\d{1,2}[.．、]"),
)
_SALUTATION = (
    r"[^。；]{0,40}(?:同志|朋友|同学|老师|代表|各位\S{0,12}|家人|乡亲|战友|员工|职工|来宾|领导|大家)们?[:：]$"
)
_DATE = r"[（(]?\d{2,4}年\d{1,2}月\d{1,2}日[)）]?$"
_SPEECH = ("讲话", "发言", "致辞", "动员")
_YEAR_DIGITS = "〇一二三四五六七八九零○"
_DAY = (
    rf"(?<![\d{_YEAR_DIGITS}])(?P<y>(?:19|20)\d{{2}}|[一二][{_YEAR_DIGITS}]{{3}})[年.．/-](?P<m>\d{{1,2}}|[{_NUMBER}]{{1,2}})[月.．/-]"
    rf"(?P<d>\d{{1,2}}|[{_NUMBER}]{{1,3}})(?=日|[)）\s]|$)"
)
_CALL = r"(?:同志们|老师们|同学们|朋友们|乡亲们|战友们|各位[^\s：:，。]{1,8})(?:[，、][^\s：:，。]{1,8}){0,3}[：:]"
_HEAD = 3000  # characters in which the speech begins
_BEFORE_CALL = 150
HEADING_LENGTH = 50  # characters; a longer numbered paragraph is an item with its text, not a heading
_TITLE_LENGTH = 60


def guess_roles(lines: Sequence[str]) -> list[Role]:
    """One role for each paragraph. The first lines, up to the salutation, are title, signature and date."""
    roles = [_role(line.strip().lstrip("*")) for line in lines]
    titled = False
    for index, line in enumerate(lines[:8]):
        text = line.strip()
        if not text:
            continue
        if (
            roles[index] is Role.SALUTATION
            or text.endswith(("。", "！", "；", "."))
            or len(text) > _TITLE_LENGTH
        ):
            break
        if re.match(_DATE, text):
            roles[index] = Role.DATE
        elif not titled:
            titled = True
            roles[index] = Role.TITLE if not text.endswith(("：", ":")) else roles[index]
        elif any(word in text for word in _SPEECH) and len(text) > 8:
            roles[index] = Role.TITLE
        elif roles[index] is Role.BODY and len(text) <= 30:
            roles[index] = Role.SIGNATURE
        else:
            break
    return roles


def written_day(lines: Sequence[str], roles: Sequence[Role]) -> date | None:
    """The day under the title: （2026年3月12日）; also where title, date and 同志们： run together in one paragraph."""
    for line, role in zip(lines[:12], roles, strict=False):
        if role is Role.DATE and (found := re.search(_DAY, line)):
            return _real(found)
    head = "\n".join(lines)[:_HEAD]
    call = re.search(_CALL, head)
    if call is None:
        return None
    # A sentence between the date and 同志们 makes it a date of something else.
    front = re.split(r"[。！？；]", head[max(call.start() - _BEFORE_CALL, 0) : call.start()])[-1]
    dates = [_real(found) for found in re.finditer(_DAY, front)]
    return next((day for day in dates if day is not None), None)


def _real(found: re.Match[str]) -> date | None:
    try:
        return date(*[_number(found[part]) for part in ("y", "m", "d")])
    except ValueError:
        return None


def _number(word: str) -> int:
    """二〇二六 → 2026, 十二 → 12, 6 → 6."""
    if word.isdigit():
        return int(word)
    if len(word) == 4:
        return int("".join([str(max(_NUMBER.find(digit) + 1, 0)) for digit in word]))
    tens, ten, ones = word.partition("十")
    digits = "〇" + _NUMBER
    return (digits.index(tens) if tens else bool(ten)) * (10 if ten else 1) + (
        digits.index(ones) if ones else 0
    )


def _role(text: str) -> Role:
    if len(text) <= HEADING_LENGTH:
        for role, expression in _HEADINGS:
            if re.match(expression, text) and not re.search(r"[。！？；]\S", text):
                return role
        if text.endswith(("：", ":")) and re.match(_SALUTATION, text):
            return Role.SALUTATION
    return Role.BODY

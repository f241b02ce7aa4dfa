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
HEADING_LENGTH = 50  # characters; a longer numbered paragraph is an item with its text, not a heading
_TITLE_LENGTH = 60


def guess_roles(lines: Sequence[str]) -> list[Role]:
    """One role for each paragraph. The first lines, up to the salutation, are title, signature and date."""
    roles = [_role(line.strip()) for line in lines]
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
    """The day under the title: （2026年3月12日）."""
    for line, role in zip(lines[:12], roles, strict=False):
        if role is Role.DATE and (found := re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", line)):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None


def _role(text: str) -> Role:
    if len(text) <= HEADING_LENGTH:
        for role, expression in _HEADINGS:
            if re.match(expression, text) and not re.search(r"[。！？；]\S", text):
                return role
        if text.endswith(("：", ":")) and re.match(_SALUTATION, text):
            return Role.SALUTATION
    return Role.BODY

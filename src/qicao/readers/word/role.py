"""What each body paragraph is: by its style, else by its looks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qicao.readers.word.document import BODY, CONTROL
from qicao.readers.word.look import Dresser
from qicao.readers.word.numbering import role_of
from qicao.readers.word.paragraph import Paragraph
from qicao.roles import HEADING_LENGTH, guess_roles
from qicao.speech import HEADINGS, Role

_STYLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "讲话标题": Role.TITLE, "大标题": Role.TITLE, "公文标题": Role.TITLE, "文章标题": Role.TITLE,
    "subtitle": Role.TITLE, "副标题": Role.TITLE, "讲话署名": Role.SIGNATURE, "署名": Role.SIGNATURE, "讲话日期": Role.DATE,
    "date": Role.DATE, "日期": Role.DATE, "讲话称呼": Role.SALUTATION, "称呼": Role.SALUTATION, "salutation": Role.SALUTATION,
    "主送机关": Role.SALUTATION, "一级标题": Role.HEADING1, "二级标题": Role.HEADING2, "三级标题": Role.HEADING3,
}  # fmt: skip
_HEADING = r"(?:heading|标题)([1-9])"


def roles_of(paragraphs: Sequence[Paragraph], dresser: Dresser, drafted: bool) -> list[Role]:
    """One role for each paragraph. `drafted`: the styles are our own, and say all there is to say."""
    body = [one for one in paragraphs if one.where in (BODY, CONTROL)]
    guessed = iter(guess_roles([one.text for one in body]))
    roles = [
        _role(one, dresser, Role.BODY if drafted else next(guessed))
        if one.where in (BODY, CONTROL)
        else Role.BODY
        for one in paragraphs
    ]
    _promote(paragraphs, roles)
    return roles


def _role(paragraph: Paragraph, dresser: Dresser, guess: Role) -> Role:
    ppr, _, style = dresser.paragraph(paragraph.element)
    if not paragraph.text.strip():
        return Role.BODY
    name = dresser.sheet.style(style).name.lower().replace(" ", "")
    if name in _STYLES:
        return _STYLES[name]
    if (
        guess is not Role.BODY
    ):  # a typed number tells the level better than a style: many call the title 标题 1
        return guess
    level = dresser.lists.level(ppr)
    if (
        level is not None
        and len(paragraph.text) <= HEADING_LENGTH
        and not re.search(r"[。；]", paragraph.text)
    ):
        numbered = role_of(_sample(level.text, level.form))
        if numbered:
            return numbered
    found = re.fullmatch(_HEADING, name)
    outline = (
        found[1]
        if found
        else str(int(ppr["outlineLvl"]) + 1)
        if ppr.get("outlineLvl", "") in "012" and ppr.get("outlineLvl")
        else ""
    )
    return HEADINGS[int(outline) - 1] if outline in ("1", "2", "3") else Role.BODY


def _sample(text: str, form: str) -> str:
    """What a number of this level looks like."""
    return re.sub(r"%[1-9]", "一" if form not in ("decimal", "decimalZero") else "1", text)


def _promote(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """No title, but the first words are a heading without a number: they are the title."""
    if Role.TITLE in roles:
        return
    for index, paragraph in enumerate(paragraphs):
        if paragraph.text.strip():
            if roles[index] is Role.HEADING1 and not re.match(
                r"[一二三四五六七八九十]{1,3}[、.．]", paragraph.text
            ):
                roles[index] = Role.TITLE
            return

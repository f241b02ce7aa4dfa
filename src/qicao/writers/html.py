"""One self-contained HTML page for reading on screen; gaps are marked, every paragraph names its section."""

from __future__ import annotations

from html import escape

from qicao.compose import Draft
from qicao.speech import Block, Role

_TAGS = {Role.TITLE: "h1", Role.HEADING1: "h2", Role.HEADING2: "h3", Role.HEADING3: "h4"}
_CENTRED = {Role.SIGNATURE, Role.DATE}
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ max-width: 34em; margin: 3em auto; padding: 0 1em; font: 18px/1.9 FangSong, 仿宋, serif; }}
h1 {{ text-align: center; font-size: 1.5em; }} h2, h3, h4 {{ font-size: 1em; text-indent: 2em; }}
h2 {{ font-family: SimHei, 黑体, sans-serif; }} h3 {{ font-family: KaiTi, 楷体, serif; }}
p {{ text-indent: 2em; margin: 0; }} p.centre {{ text-align: center; text-indent: 0; font-family: KaiTi, 楷体, serif; }}
p.salutation {{ text-indent: 0; margin-top: 1em; }} mark {{ background: #ff0; }} b {{ font-family: KaiTi, 楷体, serif; }}
</style></head>
<body>
{body}
</body>
</html>
"""


def render(draft: Draft, layout: str = "") -> bytes:
    """The speech as one page. `layout` means nothing here."""
    title = next((block.text for block in draft.speech.blocks if block.role is Role.TITLE), "")
    body = "\n".join([_paragraph(block) for block in draft.speech.blocks])
    return _PAGE.format(title=escape(title), body=body).encode()


def _paragraph(block: Block) -> str:
    words = "".join([
        f"<mark>{escape(span.text)}</mark>" if span.gap else f"<b>{escape(span.text)}</b>" if span.lead else escape(span.text)
        for span in block.spans
    ])  # fmt: skip
    tag = _TAGS.get(block.role, "p")
    style = "centre" if block.role in _CENTRED else "salutation" if block.role is Role.SALUTATION else ""
    attributes = (f' class="{style}"' if style else "") + (
        f' title="{escape(block.origin.snippet)}"' if block.origin else ""
    )
    return f"<{tag}{attributes}>{words}</{tag}>"

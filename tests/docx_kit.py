"""Word files made part by part for the tests of swaps: a body of raw XML, and any parts beside it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import docx

from qicao.swap import Swapped, swap
from qicao.swap.changes import Change

OFFICE = "http://schemas.openxmlformats.org"
NS = " ".join(
    [
        f'xmlns:{prefix}="{name}"'
        for prefix, name in {
            "w": f"{OFFICE}/wordprocessingml/2006/main",
            "r": f"{OFFICE}/officeDocument/2006/relationships",
            "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
            "a": f"{OFFICE}/drawingml/2006/main",
            "pic": f"{OFFICE}/drawingml/2006/picture",
            "c": f"{OFFICE}/drawingml/2006/chart",
            "m": f"{OFFICE}/officeDocument/2006/math",
            "mc": f"{OFFICE}/markup-compatibility/2006",
            "v": "urn:schemas-microsoft-com:vml",
            "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
            "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        }.items()
    ]
)
_KIND = "application/vnd.openxmlformats-officedocument."
_RELATION = f"{OFFICE}/officeDocument/2006/relationships/"


class Extra(NamedTuple):
    """A part beside the text: what is in it, its content type (short), and the kind of relation to it."""

    data: str | bytes
    kind: str = ""
    relation: str = ""


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


@cache
def _empty(title: str) -> dict[str, bytes]:
    empty = docx.Document()
    empty.core_properties.title = title
    out = BytesIO()
    empty.save(out)
    return read(out.getvalue())


def made(body: str, extras: Mapping[str, Extra] | None = None, title: str = "") -> bytes:
    """A file with a body and parts beside it, each named, typed and referred to from the text."""
    parts = dict(_empty(title))
    types, relations = parts["[Content_Types].xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    for number, (name, extra) in enumerate((extras or {}).items()):
        parts[name] = extra.data if isinstance(extra.data, bytes) else extra.data.encode()
        if extra.kind:
            kind = extra.kind if "/" in extra.kind else f"{_KIND}{extra.kind}+xml"
            types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')
        if extra.relation:
            one = f'<Relationship Id="rX{number}" Type="{_RELATION}{extra.relation}" Target="/{name}"/>'
            relations = relations.replace("</Relationships>", f"{one}</Relationships>")
    parts["[Content_Types].xml"], parts["word/_rels/document.xml.rels"] = types.encode(), relations.encode()
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    parts["word/document.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NS} mc:Ignorable="w14 w15">'
        f"<w:body>{body}{page}</w:body></w:document>"
    ).encode()
    return pack(parts)


def story(tag: str, inner: str) -> str:
    """A header, footer and the like."""
    return f"<w:{tag} {NS}>{inner}</w:{tag}>"


def swapped(data: bytes, pairs: Mapping[str, str], everywhere: bool = False) -> Swapped:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "旧稿.docx"
        path.write_bytes(data)
        return swap(path, [Change(old, new) for old, new in pairs.items()], everywhere)

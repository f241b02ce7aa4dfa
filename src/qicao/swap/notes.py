"""What the writer has to know beside the hits: where old names remain that were not changed, and what else to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qicao.ooxml.package import Package
from qicao.swap.contents import Contents
from qicao.swap.vocabulary import CODE

_SIGNED = re.compile(r"_xmlsignatures/")
_OBJECT = re.compile(r"(?:.+/)?embeddings/.+")
_MOST = 5  # places of one kind told
_AFTER = {CODE: "，更新域以后可能变回旧名", "修订、批注的作者": "，那是别人的署名"}


class Rest(NamedTuple):
    """An old name that remains: what kind of place, and where that is."""

    old: str
    where: str
    spot: str


def notes(package: Package, contents: Contents, changed: bool, rests: Sequence[Rest]) -> Iterator[str]:
    """One sentence for each thing."""
    for where in dict.fromkeys([rest.where for rest in rests]):
        some = [rest for rest in rests if rest.where == where]
        olds, spots = (
            list(dict.fromkeys(words)) for words in zip(*[(one.old, one.spot) for one in some], strict=True)
        )
        named = _few([f"“{old}”" for old in olds], "", 20)
        yield f"还有{named}在{where}里没有换（{_few(spots, '、')}）{_AFTER.get(where, '')}，请在 Word 里核对"
    for name in contents.broken:
        yield f"文件里有一部分坏了，没有看（{name}），请在 Word 或 WPS 里打开，另存一份再换"
    names = package.names()
    if changed and any(map(_SIGNED.match, names)):
        yield "文件有数字签名，改动以后签名失效，要重新签"
    inside = [one for one in contents.relations if not one.outside]
    inserted = {one.target for one in inside if one.kind == "aFChunk"}
    objects = {one.target for one in inside if one.kind in ("package", "oleObject")} - inserted
    sheets = [name for name in names if name in objects or (_OBJECT.fullmatch(name) and name not in inserted)]
    if sheets:
        last = [name.rpartition("/")[2] for name in sheets]
        yield f"图表或嵌入对象背后的文件没有改，请双击打开核对：{_few(last, '、')}"
    if inserted or any(name.startswith("word/afchunk") or name.endswith((".mht", ".rtf")) for name in names):
        yield "文件里插着另一份文件，里面的字没有改"
    if any(one.kind == "subDocument" for one in contents.relations):
        yield "这是主控文档，子文档里的字没有改"


def _few(words: Sequence[str], between: str, most: int = _MOST) -> str:
    return between.join(words[:most]) + (f"等{len(words)}个" if len(words) > most else "")

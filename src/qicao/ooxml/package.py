"""The user's Word file, part by part: all that is not changed goes over as it is."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from qicao.files import reason
from qicao.ooxml.types import NO_KINDS, TYPES, Kinds
from qicao.places import Finding, Place, SpeechError
from qicao.readers.word.package import DOCUMENT, STRICT, open_parts, relations_of, renamed, usual
from qicao.readers.word.package import parse as read_xml

_LIMIT = 300_000_000  # bytes, unpacked, of all parts
_READ = re.compile(r"word/.+\.(?:xml|rels)|_rels/\.rels|\[Content_Types\]\.xml")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
_WORD = ("application/vnd.openxmlformats-officedocument.wordprocessingml.", "application/vnd.ms-word.")
_UTF8 = 0x800  # the flag of a name that is written in UTF-8
_NEVER = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """A Word file. `parts` holds the parts that may matter, in the usual namespaces, the main one under the name
    DOCUMENT; `document` is that one's name in the zip."""

    name: str
    raw: bytes
    parts: Mapping[str, bytes]
    document: str = DOCUMENT
    strict: bool = False
    kinds: Kinds = NO_KINDS
    task: str = "批注"  # what is to be done with it, for what is said when it cannot

    def names(self) -> list[str]:
        """The names of all parts, also those not read."""
        with zipfile.ZipFile(BytesIO(self.raw)) as package:
            return [_clean(name) for name in package.namelist()]

    def others(self, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
        """Parts that are not among `parts`, with their bytes; broken ones are empty."""
        with zipfile.ZipFile(BytesIO(self.raw)) as package:
            for info in package.infolist():
                name = _clean(info.filename)
                if name not in self.parts and name != self.document and wanted(name):
                    try:
                        yield name, package.read(info)
                    except _BROKEN:
                        yield name, b""

    def fail(self, message: str, hint: str) -> SpeechError:
        return SpeechError([Finding(self.task, f"{message}，{self.task}不了", hint, Place(self.name))])


def open_package(path: Path, task: str = "批注", every: bool = False) -> Package:
    """The file at a path with the parts of the text, or with `every` one that is XML. Raises SpeechError, one
    sentence, when it cannot be changed; `task` says in that sentence what was wanted."""
    kinds = Kinds(open_parts(path, TYPES.__eq__).get(TYPES)) if every else NO_KINDS
    parts = open_parts(path, kinds.is_xml if every else lambda name: bool(_READ.fullmatch(name)))
    try:
        raw = path.read_bytes() if path.stat().st_size <= _LIMIT else b""
    except OSError as error:
        hint = "检查权限和路径"
        raise SpeechError([Finding("文件", f"读不了（{reason(error)}）", hint, Place(str(path)))]) from error
    with zipfile.ZipFile(BytesIO(raw)) if raw else zipfile.ZipFile(BytesIO(), "w") as package:
        infos = package.infolist()
        document = _document({_clean(info.filename) for info in infos}, parts)
        main = next((info for info in infos if _clean(info.filename) == document), None)
        strict = main is not None and (read := package.read(main)) != usual(read)
    found = Package(str(path), raw, parts, document, strict, kinds, task)
    if not raw or sum([info.file_size for info in infos]) > _LIMIT:
        raise found.fail("文件太大", "把里面的大图压缩了再试")
    names = [_clean(info.filename).lower() for info in infos if not info.is_dir()]
    outside = any(".." in name.split("/") or ":" in name for name in names)
    if outside or len(set(names)) < len(names) or any(info.filename[:1] in "/\\" for info in infos):
        raise found.fail("文件里有重名或者指向外面的零件", "来路不明的文件请先用 Word 打开，另存为 .docx")
    kind = _kind(found)
    if not kind.startswith(_WORD):
        raise found.fail(_lacking(parts), f"在 Word 或 WPS 里打开，另存为普通的 .docx 再{task}")
    if "macroEnabled" in kind or "template" in kind:
        raise found.fail("这是模板或者带宏的文件", f"在 Word 或 WPS 里打开，另存为普通的 .docx 再{task}")
    return found


def packed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The zip with some parts changed and some added; everything else has the bytes it had."""
    waiting = {_real(package, name): data for name, data in changed.items()}
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(package.raw)) as before, zipfile.ZipFile(out, "w") as after:
            after.comment = before.comment
            for name, info in {_clean(info.filename): info for info in before.infolist()}.items():
                if not info.is_dir():
                    data = waiting.pop(name) if name in waiting else before.read(info)
                    after.writestr(_header(info.filename, info), data)
            for name, data in waiting.items():
                after.writestr(_header(name), data)
    except _BROKEN as error:
        raise package.fail(
            "文件里有一部分坏了", f"在 Word 或 WPS 里打开，另存一份再{package.task}"
        ) from error
    return out.getvalue()


def to_strict(data: bytes) -> bytes:
    """The part in the names of the stricter form of the standard."""
    return renamed(data, [(plain, strict) for strict, plain in STRICT])


class _AsNamed(zipfile.ZipInfo):
    """A name that does not say in which coding it is written keeps its bytes: Chinese tools write them in GBK."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("cp437"), self.flag_bits


def _header(name: str, like: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    """No clock and no machine in it: same input, same bytes."""
    old = like is not None and not like.flag_bits & _UTF8 and not name.isascii()
    made = (_AsNamed if old else zipfile.ZipInfo)(name, like.date_time if like else _NEVER)
    made.compress_type = (
        zipfile.ZIP_STORED if like and like.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    )
    made.create_system = like.create_system if like else 0
    made.external_attr = like.external_attr if like else 0
    made.comment = like.comment if like else b""
    return made


def _clean(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _real(package: Package, name: str) -> str:
    """The name in the zip of a part as the reader calls it."""
    return {DOCUMENT: package.document, relations_of(DOCUMENT): relations_of(package.document)}.get(
        name, name
    )


def _document(names: set[str], parts: Mapping[str, bytes]) -> str:
    """The name of the main part; the reader has renamed it."""
    root = read_xml(parts.get("_rels/.rels"))
    if DOCUMENT in names or root is None:
        return DOCUMENT
    targets = [node.get("Target", "") for node in root if node.get("Type", "").endswith("/officeDocument")]
    return _clean(targets[0]) if targets else DOCUMENT


def _lacking(parts: Mapping[str, bytes]) -> str:
    """What is wrong with a package that does not say that its main part is the text of a Word file."""
    if TYPES not in parts:
        return "文件里没有内容类型表"
    return "文件里有一部分坏了" if read_xml(parts[TYPES]) is None else "正文不是 Word 的正文"


def _kind(package: Package) -> str:
    """The content type of the main part."""
    return Kinds(package.parts.get(TYPES)).of(package.document)

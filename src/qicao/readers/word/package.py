"""Opening a Word file that may come from anywhere: bounded sizes, no document types, one sentence when it fails."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from qicao.files import reason
from qicao.places import Finding, Place, SpeechError

MAX_TOTAL = 40_000_000  # bytes, unpacked, of all parts that are read
MAX_ENTRIES = 5_000
_BOMB = 3_000_000  # a part larger than this …
_RATIO = 500  # … that is packed more tightly than this holds no speech
_MAX_OLE = 50_000_000
DOCUMENT = "word/document.xml"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
SAVE_AS = "在 Word 或 WPS 里打开，另存为 .docx 再试"
# Word can save in a stricter form of the standard; only the names differ.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
# Comments and raw words, and tags, of which some name namespaces.
_MARKUP = re.compile(
    rb"""(?s)<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<[^/!?](?:[^<"'>]|"[^"<]*"|'[^'<]*')*+>"""
)
_NAMED = re.compile(rb"""(\s(?:xmlns(?::[^\s=]+)?|Type)\s*=\s*["'])([^"']*)""")
# What lies in zips that are not Word files → what to call it, and what to do.
_OTHER_ZIPS = (
    (r"ppt/", "这是 PowerPoint 文件", "把讲话稿的文字复制到 Word 里，存为 .docx 再试"),
    (r"xl/", "这是 Excel 文件", "把讲话稿的文字复制到 Word 里，存为 .docx 再试"),
    (r"OFD\.xml$", "这是 OFD 版式文件", "找到生成它的 Word 或 WPS 原稿，另存为 .docx 再试"),
    (r"content\.xml$", "这是 OpenDocument 文件（.odt）", "在 LibreOffice 或 Word 里打开，另存为 .docx 再试"),
    (r"word/", "文件里没有正文，文件坏了", "在 Word 或 WPS 里打开修复，另存一份再试"),
    (r"", "这是压缩包，不是 Word 文件", "先解压，用里面的 .docx"),
)
_OTHER_FILES = (
    (rb"%PDF", "这是 PDF 文件", "找到它的 Word 原稿，或者用 Word 打开 PDF，另存为 .docx 再试"),
    (rb"\{\\rtf", "这是 RTF 文件", SAVE_AS),
    (rb"(?s)<\?xml.{0,2000}(?:office/word/2003/wordml|2006/xmlPackage)", "这是 Word 的 XML 文件", SAVE_AS),
    (rb"(?is)MIME-Version:", "这是网页文件（.mht），只是改了扩展名", SAVE_AS),
    (
        rb"(?is)(?:<!--.{0,200}?-->\s*)?<(?:!doctype\s+html|html|head|meta|body)",
        "这是网页文件，只是改了扩展名",
        SAVE_AS,
    ),
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0",
        "这是图片，看不到里面的字",
        "把文字录入 Word，存为 .docx 再试",
    ),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b", "这是压缩包，不是 Word 文件", "先解压，用里面的 .docx"),
)
_OLE = (
    ("EncryptedPackage", "文件加了密码，打不开", "在 Word 或 WPS 里打开，去掉打开密码，另存为 .docx 再试"),
    ("WordDocument", "这是旧格式的 Word 或 WPS 文件（.doc、.wps）", SAVE_AS),
    ("Workbook", "这是 Excel 文件", "把讲话稿的文字复制到 Word 里，存为 .docx 再试"),
    ("PowerPoint Document", "这是 PowerPoint 文件", "把讲话稿的文字复制到 Word 里，存为 .docx 再试"),
)


def open_parts(path: Path, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts of a Word file, and always its document. Raises SpeechError with one sentence."""

    def fail(message: str, hint: str) -> SpeechError:
        return SpeechError([Finding("文件", message, hint, Place(str(path)))])

    try:
        if not path.exists():
            raise fail("没有这个文件", "检查路径和文件名")
        if not path.is_file():
            raise fail("这不是普通文件", "给出一个 .docx 文件")
        with path.open("rb") as file:
            if not file.read(2) == b"PK":
                raise fail(*_what_else(path))
        with zipfile.ZipFile(path) as package:
            parts = _read(package, wanted, fail)
    except PermissionError as error:
        raise fail("没有权限读这个文件", "检查权限") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise fail("文件坏了，打不开", "请对方重发一份，或者在 Word 里打开修复，另存一份再试") from error
    except OSError as error:
        raise fail(f"读不了（{reason(error)}）", "检查权限和路径") from error
    for name, data in parts.items():
        if _has_doctype(data):
            raise fail("文件里有外部引用，不打开", "来路不明的文件请先用 Word 打开，另存为 .docx")
        parts[name] = usual(data)
    return parts


def _read(
    package: zipfile.ZipFile, wanted: Callable[[str], bool], fail: Callable[[str, str], SpeechError]
) -> dict[str, bytes]:
    entries = {_clean(info.filename): info for info in package.infolist()[: MAX_ENTRIES + 1]}
    if len(entries) > MAX_ENTRIES:
        raise fail("文件里的零件太多", "这不像一篇讲话稿，来路不明的不要打开")
    document = _document(package, entries)
    if document not in entries:
        names = "\n".join(entries)
        raise fail(
            *next((said, hint) for start, said, hint in _OTHER_ZIPS if re.search(f"(?m)^{start}", names))
        )
    keep = {name: info for name, info in entries.items() if wanted(name)} | {document: entries[document]}
    if any(info.flag_bits & 1 for info in keep.values()):
        raise fail("文件加了密码，打不开", "去掉密码，另存为 .docx 再试")
    if sum([info.file_size for info in keep.values()]) > MAX_TOTAL:
        raise fail("文件太大", "这不像一篇讲话稿")
    if any(i.file_size > _BOMB and i.file_size > _RATIO * max(i.compress_size, 1) for i in keep.values()):
        raise fail("文件压得太紧，不打开", "这不像一篇讲话稿；来路不明的文件请先用 Word 打开，另存为 .docx")
    parts = {name: package.read(info) for name, info in keep.items()}
    parts[DOCUMENT] = parts.pop(document)
    if (rels := relations_of(document)) in parts:
        parts[relations_of(DOCUMENT)] = parts[rels]
    return parts


def _clean(name: str) -> str:
    """A part's name as the standard writes it. Names are only looked up, never opened as paths."""
    return name.replace("\\", "/").lstrip("/")


def _document(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> str:
    """The part that holds the text: the standard leaves its name open."""
    if DOCUMENT in entries or "_rels/.rels" not in entries:
        return DOCUMENT
    info = entries["_rels/.rels"]
    if info.file_size > _BOMB or info.flag_bits & 1:
        return DOCUMENT
    found = re.search(rb'<Relationship\b[^>]{0,400}/officeDocument"[^>]{0,400}>', package.read(info))
    target = re.search(rb'Target="([^"]{1,200})"', found[0]) if found else None
    name = _clean(target[1].decode("utf-8", "replace")) if target else DOCUMENT
    return name if name.startswith("word/") and name.endswith(".xml") else DOCUMENT


def relations_of(name: str) -> str:
    """The part that says what a part refers to."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels"


def _what_else(path: Path) -> tuple[str, str]:
    """What a file that is no zip is, and what to do with it."""
    with path.open("rb") as file:
        data = file.read(_MAX_OLE)
    if not data:
        return "文件是空的", "检查是不是没有保存完，或者没有下载完"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        for stream, message, hint in _OLE:
            if stream.encode("utf-16-le") in data:
                return message, hint
        return "这不是 .docx 文件（可能是 .doc、.wps，或者加了密码）", f"{SAVE_AS}；加密的先去掉密码"
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for expression, message, hint in _OTHER_FILES:
        if re.match(expression, head):
            return message, hint
    if b"\0" not in data[:4096]:
        return "这是文本文件，只是改了扩展名", "把扩展名改成 .txt 再试"
    return "不是 .docx 文件，或者文件坏了、加了密", f".doc 和 .wps 请先{SAVE_AS}；加密的文件请先去掉密码"


def _has_doctype(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        data = data.replace(b"\0", b"")
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data


def usual(data: bytes) -> bytes:
    """The part in the usual names; it is the same bytes when it is in them already."""
    if b"purl.oclc.org/ooxml" not in data:
        narrow = _narrow(data)
        if b"purl.oclc.org/ooxml" not in narrow:
            return data
        data = narrow
    return renamed(data, STRICT)


def _narrow(data: bytes) -> bytes:
    """A part of two bytes for each character as UTF-8, which its first line then does not contradict."""
    coding = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(
        data[:2]
    )
    if coding is None or data[:4] == b"\xff\xfe\0\0":
        return data
    return re.sub(r"^<\?xml.*?\?>", "", data.decode(coding, "replace"), count=1, flags=re.DOTALL).encode()


def renamed(data: bytes, names: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The part with other names of namespaces and of kinds of relations; words that look like them stay."""

    def tag(one: re.Match[bytes]) -> bytes:
        return _NAMED.sub(name, one[0]) if one[0][1:2] not in b"!?" else one[0]

    def name(one: re.Match[bytes]) -> bytes:
        old, new = next(((old, new) for old, new in names if one[2].startswith(old)), (b"", b""))
        return one[1] + new + one[2][len(old) :]

    return _MARKUP.sub(tag, data)


def parse(data: bytes | None) -> ElementTree.Element | None:
    """The tree of a part, or None when there is none or it is broken."""
    if data is None:
        return None
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None

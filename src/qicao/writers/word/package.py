"""The zip around a Word file. Parts that never change are kept compressed and copied as they are.

Python's zipfile cannot add an entry that is compressed already; compressing all parts again takes longer than
everything else in a draft together (docs/performance.md). Hence these few lines of ZIP: no encryption, no
zip64, no data descriptors, fixed dates, ASCII names. Files from elsewhere are read with zipfile.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_DATE = 0x21  # 1980-01-01, the first day a zip knows: same input, same bytes
_LEVEL = 5  # half the time of 6, one part in a hundred larger
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


class Entry(NamedTuple):
    """One part, deflated."""

    name: str
    crc: int
    size: int
    data: bytes

    @classmethod
    def of(cls, name: str, content: bytes) -> Entry:
        squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        return cls(name, zlib.crc32(content), len(content), squeeze.compress(content) + squeeze.flush())

    @property
    def content(self) -> bytes:
        return zlib.decompress(self.data, -15)


def read_entries(data: bytes) -> Iterator[Entry]:
    """The parts of a zip that `pack` wrote, as they are."""
    at = 0
    while data[at : at + 4] == b"PK\x03\x04":
        _, _, _, _, _, _, crc, packed, size, label, _ = _LOCAL.unpack_from(data, at)
        start = at + _LOCAL.size + label
        yield Entry(data[start - label : start].decode("ascii"), crc, size, data[start : start + packed])
        at = start + packed


def pack(parts: Iterable[Entry], changed: Mapping[str, bytes]) -> bytes:
    """A zip of these parts, with the content of those in `changed` replaced; sorted, content types first."""
    entries = [Entry.of(part.name, changed[part.name]) if part.name in changed else part for part in parts]
    entries.sort(key=lambda entry: (entry.name != "[Content_Types].xml", entry.name))
    out, directory, offset = [], [], 0
    for name, crc, size, data in entries:
        label = name.encode("ascii")
        common = (20, 0, 8, 0, _DATE, crc, len(data), size, len(label))
        local = _LOCAL.pack(b"PK\x03\x04", *common, 0) + label
        directory.append(_CENTRAL.pack(b"PK\x01\x02", 20, *common, 0, 0, 0, 0, 0, offset) + label)
        out += [local, data]
        offset += len(local) + len(data)
    index = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(index), offset, 0)
    return b"".join([*out, index, end])

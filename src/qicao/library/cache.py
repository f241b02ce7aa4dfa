"""A parsed library kept as JSON in the user's cache folder, keyed by the state of every file in it.

Never trusted: another format, another state, a wrong checksum or an odd shape means "parse again". What stands
in the file is checked piece by piece when it is read: a draft reads few of the pieces. Never executed: JSON only.
Never needed: where the folder cannot be written, nothing is said and nothing is kept.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from qicao import __version__
from qicao.library.model import (
    Campaign,
    Fact,
    Formulation,
    ItemAnswer,
    Itemized,
    Library,
    Move,
    Quotation,
    Shelf,
    SpeakerRole,
    UnitType,
    Words,
)
from qicao.library.section import Content, Limits, Measure, Snippet, Variant
from qicao.places import Place
from qicao.sentence import decode, encode

_FORMAT = 28
_KEEP = 4  # libraries of other folders and states


def stamp(listing: Iterable[tuple[str, os.stat_result]]) -> str:
    """A text that changes whenever a file is added, removed, renamed or written."""
    lines = [f"{path}|{stat.st_size}|{stat.st_mtime_ns}" for path, stat in listing]
    return "\n".join([f"{__version__}/{_FORMAT}", *lines])


def folder() -> Path:
    """The user's cache folder for this program."""
    if override := os.environ.get("QICAO_CACHE"):
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "qicao" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "qicao"


def _path(key: str) -> Path:
    data = key.encode()  # two stamps with one name would only push each other out: read() compares them whole
    return folder() / f"library-{zlib.crc32(data):08x}{zlib.adler32(data):08x}.json"


class _Bodies:
    """The pieces of the file behind its head, and the library parsed anew should one of them be damaged."""

    def __init__(self, data: memoryview, again: Callable[[], Library]) -> None:
        self._data = data
        self._again = again

    @cached_property
    def again(self) -> Library:
        return self._again()

    def section(self, name: str) -> Snippet:
        """One section of the library parsed anew."""
        return next(one for one in self.again.snippets if one.id == name)

    def piece(self, span: Sequence[int]) -> Any:
        """What stands there (start, end, checksum), or None when it is not what was written."""
        start, end, check = span
        data = bytes(self._data[start:end])
        return json.loads(data) if zlib.crc32(data) == check else None


def read(key: str, again: Callable[[], Library]) -> Library | None:
    """The library kept for this stamp, or None. `again` parses it, should a piece turn out damaged later on."""
    try:
        with _path(key).open(
            "rb"
        ) as file:  # mapped, not read: a library may be large, and slices copy nothing
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        first = bytes(data[:16]).index(b"\n")
        start = first + 1
        size = int.from_bytes(data[start : start + 4], "big")
        head, bodies = bytes(data[start + 4 : start + 4 + size]), data[start + 4 + size :]
        if int(bytes(data[:first])) != zlib.crc32(head):
            return None
        raw = json.loads(head)
        sound = raw["stamp"] == key and raw["size"] == len(bodies)
        return _library(raw["library"], _Bodies(bodies, again)) if sound else None
    except (
        OSError,
        RuntimeError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RecursionError,
    ):
        return None


def write(key: str, library: Library) -> None:
    """Keep a library; written beside and renamed, so a reader never sees half a file."""
    import tempfile

    bodies = bytearray()
    try:
        raw = _raw(library, bodies)
        head = _json({"stamp": key, "size": len(bodies), "library": raw})
        folder().mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder())
        with os.fdopen(handle, "wb") as file:
            file.write(b"%d\n" % zlib.crc32(head) + len(head).to_bytes(4, "big") + head + bodies)
        Path(name).replace(_path(key))
        kept = sorted(folder().glob("library-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[_KEEP:]:
            old.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError):
        return


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _kept(value: Any, bodies: bytearray) -> list[int]:
    """Put a piece behind the others: (start, end, checksum)."""
    start, data = len(bodies), _json(value)
    bodies.extend(data)
    return [start, len(bodies), zlib.crc32(data)]


def _packed(one: Snippet, bodies: bytearray) -> list[Any]:
    """The head of a section; its words go into `bodies`."""
    variants = [
        [[encode(line) for line in each.paragraphs], [[*m[:3], sorted(m.wants)] for m in each.measures]]
        for each in one.variants
    ]
    says = {name: encode(words) for name, words in one.says.items()}
    span = _kept([[encode(title) for title in one.titles], variants, says], bodies)
    head = [one.id, one.topic, one.order, one.since, one.until, one.library, one.place, sorted(one.facts)]
    examples = _kept(one.examples, bodies) if one.examples else None
    return [*head, one.aims, dict(one.when), one.lone, examples, span]


def _shelved(library: Library, bodies: bytearray) -> list[list[Any]]:
    """The shelves: for whom, and where in `bodies` their sections stand."""
    shelves: dict[tuple[str, Limits, bool], list[Any]] = {}
    for number, one in enumerate(library.snippets):
        key = one.move, one.limits, library.waits(one)
        shelves.setdefault(key, []).append([number, _packed(one, bodies)])
    return [[*key, _kept(rows, bodies)] for key, rows in shelves.items()]


def _raw(library: Library, bodies: bytearray) -> dict[str, Any]:
    """All but the sections, which go into `bodies`: a draft reads the shelves of its case and few of the words."""

    snippet = partial(_packed, bodies=bodies)
    return {
        "shelves": _shelved(library, bodies),
        "shadowed": [[[one.move, one.limits, snippet(one)] for one in pair] for pair in library.shadowed],
        "moves": list(library.moves.values()),
        "topics": library.topics,
        "facts": [[*fact[:-4], encode(fact.sentence) if fact.sentence else None, fact.problem, fact.heads, fact.case] for fact in library.facts.values()],
        "unit_types": [
            [u.name, u.about, u.campaigns, u.example, {k: {e: encode(p) for e, p in w.items()} for k, w in u.words.items()}]
            for u in library.unit_types.values()
        ],
        "campaigns": [[c.name, c.honours, encode(c.meeting) if c.meeting else None, c.instead, {k: {t: encode(p) for t, p in w.items()} for k, w in c.acts.items()}, c.absent] for c in library.campaigns.values()],
        "roles": list(library.roles.values()),
        "itemized": {name: [t.pattern, [[a.words, [encode(line) for line in a.lines]] for a in t.answers]] for name, t in library.itemized.items()},
        "quotations": [[q.name, q.words, q.speaker, q.day.isoformat(), *q[4:]] for q in library.quotations.values()],
        "formulations": library.formulations,
        "verified": library.verified,
        "outlines": library.outlines,
        "checked": library.checked,
        "version": library.version,
    }  # fmt: skip


def _content(bodies: _Bodies, name: str, span: Sequence[int]) -> Content:
    piece = bodies.piece(span)
    if piece is None:
        return bodies.section(name).content()
    titles, variants, says = piece
    return Content(
        tuple([decode(title) for title in titles]),
        tuple([
            Variant(
                tuple([decode(paragraph) for paragraph in paragraphs]),
                tuple([Measure(level, size, tuple(paths), frozenset(wants)) for level, size, paths, wants in measures]),
            )
            for paragraphs, measures in variants
        ]),
        {name: decode(words) for name, words in says.items()},
    )  # fmt: skip


def _examples(bodies: _Bodies, name: str, span: Sequence[int]) -> tuple[tuple[str, str], ...]:
    piece = bodies.piece(span) if span else []
    if piece is None:
        return bodies.section(name).examples
    return tuple([(fact, words) for fact, words in piece])


def _words(raw: dict[str, dict[str, list[Any]]]) -> Words:
    return {key: {ending: decode(words) for ending, words in choices.items()} for key, choices in raw.items()}


def _itemized(raw: dict[str, Any]) -> dict[str, Itemized]:
    return {
        name: Itemized(
            pattern, tuple([ItemAnswer(tuple(words), tuple(map(decode, lines))) for words, lines in rows])
        )
        for name, (pattern, rows) in raw.items()
    }


def _campaigns(rows: list[Any]) -> dict[str, Campaign]:
    return {
        name: Campaign(
            name,
            honours,
            decode(meeting) if meeting else None,
            instead,
            _words(acts),
            tuple(absent),
        )
        for name, honours, meeting, instead, acts, absent in rows
    }


def _snippet(bodies: _Bodies, move: str, limits: Limits, one: list[Any]) -> Snippet:
    name, topic, order, since, until, library, place, facts, aims, when, lone, examples, span = one
    return Snippet(
        name,
        move,
        limits,
        topic,
        order,
        since,
        until,
        library,
        Place(*place),
        frozenset(facts),
        tuple([tuple(aim) for aim in aims]) if aims else (),
        {key: tuple(some) for key, some in when.items()} if when else {},
        examples is not None,
        lone,
        partial(_content, bodies, name, span),
        partial(_examples, bodies, name, examples or ()),
    )


def _limits(raw: list[list[str]]) -> Limits:
    return tuple([tuple(words) for words in raw])


def _library(raw: dict[str, Any], bodies: _Bodies) -> Library:
    def shelf(move: str, limits: Limits, waiting: bool, span: Sequence[int]) -> list[tuple[int, Snippet]]:
        rows = bodies.piece(span)
        if rows is None:
            again = bodies.again
            return [
                (number, one)
                for number, one in enumerate(again.snippets)
                if (one.move, one.limits, again.waits(one)) == (move, limits, waiting)
            ]
        return [(number, _snippet(bodies, move, limits, one)) for number, one in rows]

    shelves = [(move, _limits(limits), waiting, span) for move, limits, waiting, span in raw["shelves"]]
    shadowed = [
        [_snippet(bodies, move, _limits(limits), one) for move, limits, one in pair]
        for pair in raw["shadowed"]
    ]
    facts = [Fact._make([*f[:7], tuple(f[7]), decode(f[8]) if f[8] else None, *f[9:]]) for f in raw["facts"]]
    units = [
        UnitType(name, about, tuple(usual), example, partial(_words, words))
        for name, about, usual, example, words in raw["unit_types"]
    ]
    return Library(
        shelves=tuple(
            [
                Shelf(move, limits, waiting, partial(shelf, move, limits, waiting, span))
                for move, limits, waiting, span in shelves
            ]
        ),
        moves={move[0]: Move(*move) for move in raw["moves"]},
        topics=raw["topics"],
        facts={fact.name: fact for fact in facts},
        unit_types={unit.name: unit for unit in units},
        campaigns=_campaigns(raw["campaigns"]),
        roles={r[0]: SpeakerRole(r[0], r[1], r[2], r[3], tuple(r[4]), tuple(r[5])) for r in raw["roles"]},
        itemized=_itemized(raw["itemized"]),
        quotations={
            q[0]: Quotation(q[0], q[1], q[2], date.fromisoformat(q[3]), q[4], q[5], q[6])
            for q in raw["quotations"]
        },
        formulations=[Formulation(*one) for one in raw["formulations"]],
        verified=raw["verified"],
        outlines=raw["outlines"],
        checked=raw["checked"],
        shadowed=[(own, old) for own, old in shadowed],
        version=raw["version"],
    )

"""换: other names in the user's own Word file, wherever words can stand; everything else stays as it was.

The file is never taken apart into a Speech and put together again: only the words found are written anew, in
the element that held their first character, and parts in which nothing was found keep every byte. At the end every
part is looked through once more for old names that are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qicao.ooxml.package import open_package, packed
from qicao.swap.changes import Change
from qicao.swap.contents import contents
from qicao.swap.job import Hit, Job
from qicao.swap.near import Near
from qicao.swap.notes import notes

__all__ = ["Hit", "Swapped", "swap"]


class Swapped(NamedTuple):
    """The new file, and what was done and left. `asked`: proposals whose old words stand in the text."""

    data: bytes
    hits: tuple[Hit, ...]
    unmatched: tuple[Change, ...]
    near: tuple[Near, ...]
    notes: tuple[str, ...]
    asked: tuple[Change, ...] = ()

    @property
    def changed(self) -> tuple[Hit, ...]:
        return tuple([hit for hit in self.hits if not hit.why])

    @property
    def left(self) -> tuple[Hit, ...]:
        return tuple([hit for hit in self.hits if hit.why])


def swap(
    path: Path,
    changes: Sequence[Change],
    everywhere: bool = False,
    proposals: Sequence[Change] = (),
    honours: Sequence[str] = (),
) -> Swapped:
    """The file with the changes made. `everywhere`: also in quotations, titles and names of history; `proposals` are
    not made, only looked for; `honours` that only the old unit has stay and are told.

    Raises SpeechError, one sentence, when the file cannot be read or changed. Same input, same bytes.
    """
    package = open_package(path, "换", every=True)
    inside = contents(package)
    job = Job(package, changes, everywhere, proposals, honours)
    for part in inside.parts:
        job.work(part)
    for name in inside.plain:
        job.look_through(name)
    job.look_beside()
    job.look_at_links(inside.relations)
    noted = {rest.old for rest in job.rests}
    unmatched = tuple([change for change in job.absent() if change.old not in noted])
    said = tuple(notes(package, inside, bool(job.done), job.rests))
    asked = tuple([change for change in proposals if change.old in job.asked])
    return Swapped(packed(package, job.done), tuple(job.hits), unmatched, tuple(job.near), said, asked)

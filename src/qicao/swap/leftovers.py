"""What of somebody else's still stands in the new file: the rules of 串稿, held against the new 要素单."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from qicao.brief import Brief
from qicao.checkup import Issue, checkup
from qicao.library.model import Library
from qicao.own import own_of
from qicao.readers import read_file
from qicao.rulekit import Rule

_FAMILY = "串稿"


def leftovers(data: bytes, name: str, brief: Brief, library: Library, rules: Iterable[Rule]) -> list[Issue]:
    """Findings of the family 串稿 in a Word file that may not be written yet; `name` is what to call it."""
    with tempfile.TemporaryDirectory(prefix="qicao-") as folder:
        path = Path(folder) / "swapped.docx"
        path.write_bytes(data)
        manuscript = read_file(path, day=brief.day, own=own_of(brief, library), library=library)
        issues = checkup(manuscript, [rule for rule in rules if rule.family == _FAMILY])
    return [issue._replace(file=name) for issue in issues if issue.loud]

"""make score: how much of what is wrong in labelled texts the check finds, and what it finds besides.

Prints recall by kind (certain defects; a finding of error or warning that overlaps the words), every defect
missed, and every finding that touches no label, with the words around it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple, TypedDict

from qicao.checkup import Issue, checkup
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.readers.text import from_text, read_plain
from qicao.rules import all_rules

ROOT = Path(__file__).parents[1]
APART = ("page_artifact", "duplicate_passage")  # counted, but not part of the measure
WIDTH = ("半角标点",)  # half-width punctuation: true, and everywhere in such texts


class Defect(TypedDict):
    """One label."""

    offset: int
    text: str
    kind: str
    right: str | None
    why: str
    severity: str


def overlap(issue: Issue, defect: Defect) -> bool:
    start, text = defect["offset"], defect["text"]
    at = issue.offset or 0
    return at < start + len(text) and start < at + max(len(issue.text), 1)


class Score(NamedTuple):
    """Certain defects by kind, how many of them were found, which were not, and what was found besides."""

    characters: int
    total: Counter[str]
    found: Counter[str]
    missed: list[Defect]
    extra: list[Issue]
    width: int  # findings of half-width marks

    @property
    def counted(self) -> tuple[int, int]:
        """(found, all) of the kinds the measure is about."""
        kinds = [kind for kind in self.total if kind not in APART]
        return sum(self.found[kind] for kind in kinds), sum(self.total[kind] for kind in kinds)

    @property
    def recall(self) -> float:
        hit, whole = self.counted
        return hit / max(whole, 1)

    @property
    def rate(self) -> float:
        """Findings without a label for 1,000 characters, half-width marks apart."""
        return len(self.extra) / self.characters * 1000


def measure(path: Path, labels: Path) -> Score:
    """Check one labelled text."""
    text = read_plain(path)
    defects: list[Defect] = json.loads(labels.read_text(encoding="utf-8"))
    m = from_text(text, path.name, library=load_library(folders()))
    issues = [one for one in checkup(m, all_rules()) if one.offset is not None]
    found, total, missed = Counter[str](), Counter[str](), list[Defect]()
    for defect in defects:
        if defect["severity"] != "certain":
            continue
        total[defect["kind"]] += 1
        if any(overlap(one, defect) for one in issues if one.loud):
            found[defect["kind"]] += 1
        else:
            missed.append(defect)
    extra = [one for one in issues if one.rule not in WIDTH and not any(overlap(one, d) for d in defects)]
    width = sum(one.rule in WIDTH for one in issues)
    return Score(len(text), total, found, missed, extra, width)


def report(path: Path, score: Score, quiet: bool) -> None:
    text = read_plain(path)
    print(f"== {path.name}: {score.characters} characters")
    for kind in sorted(score.total):
        apart = "   (not counted)" if kind in APART else ""
        print(f"   {kind:18} {score.found[kind]:3} / {score.total[kind]:3}{apart}")
    hit, whole = score.counted
    print(f"   certain defects found: {hit} / {whole} = {score.recall:.1%}")
    print(
        f"   findings without a label: {len(score.extra)} = {score.rate:.2f} per 1,000 characters (half-width marks: {score.width})"
    )
    for defect in [] if quiet else score.missed:
        if defect["kind"] not in APART:
            print(f"   missed {defect['offset']}: {defect['kind']} “{defect['text'][:30]}” {defect['why']}")
    for one in [] if quiet else score.extra:
        at = one.offset or 0
        around = text[max(at - 12, 0) : at + len(one.text) + 12].replace("\n", "⏎")
        print(f"   extra {at}: {one.severity} [{one.rule}] {one.message}   …{around}…")


def clean_counts(folder: Path) -> tuple[int, int, int]:
    """(characters, errors, warnings) in clean prose: a novel, a law, news, an essay, good speeches."""
    library, errors, warnings, characters = load_library(folders()), 0, 0, 0
    for path in sorted(folder.glob("*.txt")):
        text = read_plain(path)
        issues = checkup(from_text(text, path.name, library=library), all_rules())
        characters += len(text)
        errors += sum(one.severity == "error" for one in issues)
        warnings += sum(one.severity == "warning" for one in issues)
    return characters, errors, warnings


def main() -> None:
    names = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    seed = ROOT.parent / "shared" / "seed" / "part_a.txt"
    if not names:
        names = [*([seed] if seed.exists() else []), *sorted((ROOT / "tests" / "corpus").glob("*.txt"))]
    for path in names:
        labels = path.with_name(f"{path.stem}_defects.json")
        if labels.exists():
            report(path, measure(path, labels), "-q" in sys.argv)
    characters, errors, warnings = clean_counts(ROOT / "tests" / "corpus" / "clean")
    rate = errors / max(characters, 1) * 1000
    print(
        f"== clean prose: {characters} characters, {errors} errors = {rate:.2f} per 1,000; {warnings} warnings"
    )


if __name__ == "__main__":
    main()

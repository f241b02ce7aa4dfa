"""make score: how much of what is wrong in labelled texts the check finds, and what it finds besides.

Prints recall by kind (certain defects; a finding of error or warning that overlaps the words), every defect
missed, and every finding that touches no label, with the words around it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from qicao.checkup import Issue, checkup
from qicao.library.folders import folders
from qicao.library.load import load_library
from qicao.readers.text import from_text, read_plain
from qicao.rules import all_rules

ROOT = Path(__file__).parents[1]
APART = ("page_artifact", "duplicate_passage")  # counted, but not part of the measure
WIDTH = ("半角标点",)  # half-width punctuation: true, and everywhere in such texts


def overlap(issue: Issue, defect: dict[str, object]) -> bool:
    start, text = defect["offset"], str(defect["text"])
    assert isinstance(start, int) and issue.offset is not None
    return issue.offset < start + len(text) and start < issue.offset + max(len(issue.text), 1)


def score(path: Path, labels: Path, quiet: bool) -> None:
    text = read_plain(path)
    defects = json.loads(labels.read_text(encoding="utf-8"))
    m = from_text(text, path.name, library=load_library(folders()))
    issues = [one for one in checkup(m, all_rules()) if one.offset is not None]
    loud = [one for one in issues if one.severity != "info"]
    found, total, missed = Counter[str](), Counter[str](), []
    for defect in defects:
        if defect["severity"] != "certain":
            continue
        total[defect["kind"]] += 1
        if any([overlap(one, defect) for one in loud]):
            found[defect["kind"]] += 1
        else:
            missed.append(defect)
    kinds = [kind for kind in total if kind not in APART]
    hit, all_of_them = sum([found[kind] for kind in kinds]), sum([total[kind] for kind in kinds])
    print(f"== {path.name}: {len(text)} characters, {len(issues)} findings")
    for kind in sorted(total):
        print(f"   {kind:18} {found[kind]:3} / {total[kind]:3}{'   (not counted)' if kind in APART else ''}")
    print(f"   certain defects found: {hit} / {all_of_them} = {hit / max(all_of_them, 1):.1%}")
    extra = [one for one in issues if one.rule not in WIDTH and not any([overlap(one, d) for d in defects])]
    width = sum([one.rule in WIDTH for one in issues])
    rate = len(extra) / len(text) * 1000
    print(f"   findings without a label: {len(extra)} = {rate:.2f} per 1,000 characters (half-width marks: {width})")
    if quiet:
        return
    for defect in missed:
        if defect["kind"] not in APART:
            print(f"   missed {defect['offset']}: {defect['kind']} “{defect['text'][:30]}” {defect['why']}")
    for one in extra:
        around = text[max((one.offset or 0) - 12, 0) : (one.offset or 0) + len(one.text) + 12].replace("\n", "⏎")
        print(f"   extra {one.offset}: {one.severity} [{one.rule}] {one.message}   …{around}…")


def main() -> None:
    names = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    seed = ROOT.parent / "shared" / "seed" / "part_a.txt"
    if not names:
        names = [*([seed] if seed.exists() else []), *sorted((ROOT / "tests" / "corpus").glob("*.txt"))]
    for path in names:
        labels = path.with_name(f"{path.stem}_defects.json")
        if labels.exists():
            score(path, labels, "-q" in sys.argv)


if __name__ == "__main__":
    main()

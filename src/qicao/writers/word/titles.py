"""Breaking a long title into lines: at word boundaries, lines of unlike length (GB/T 9704-2012 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

LINE = 19  # 二号 characters on a line of 156 mm (20.1), less one so that it never touches both margins

# Words a title of this kind is made of. Together with the names in the brief they are enough to find boundaries.
_WORDS = (
    "动员大会", "动员会议", "动员会", "誓师大会", "推进大会", "推进会", "部署大会", "部署会", "启动大会", "启动会", "启动仪式",
    "工作会议", "大会", "会议", "上的讲话", "的讲话", "创建", "争创", "迎接", "深化", "开展", "全国", "省级", "市级", "县级",
    "文明单位", "文明校园", "文明城市", "主题教育", "活动", "工作", "暨", "和", "与", "在",
)  # fmt: skip


def title_lines(text: str, names: Sequence[str]) -> list[str]:
    """One to three lines. Names are never broken; other text only where nothing better is to be had."""
    if len(text) <= LINE:
        return [text]
    breaks = _boundaries(text, [*names, *_WORDS])
    for count in (2, 3, 4):
        options = [cuts for cuts in combinations(breaks, count - 1) if _widest(text, cuts) <= LINE]
        if options:
            best = min(options, key=lambda cuts: _shape(text, cuts))
            return _cut(text, best)
    return [text[at : at + LINE] for at in range(0, len(text), LINE)][:60]


def _boundaries(text: str, words: Sequence[str]) -> list[int]:
    """Offsets between words, by greedy longest match; unknown characters hang together."""
    pattern = "|".join(re.escape(word) for word in sorted({w for w in words if w}, key=len, reverse=True))
    found = {0, len(text)}
    for match in re.finditer(pattern, text):
        found |= {match.start(), match.end()}
    # A line may not begin with the end of the title's frame (上的讲话 alone), nor end with 在.
    bad = {at for at in found if text[:at].endswith("在") or text[at:].startswith("的")}
    return sorted(found - {0, len(text)} - bad)[:24]


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


def _widest(text: str, cuts: Sequence[int]) -> int:
    return max(len(line) for line in _cut(text, cuts))


def _shape(text: str, cuts: Sequence[int]) -> tuple[int, int]:
    """Smaller is better: lines near to each other, but a trapezoid or diamond rather than a block."""
    sizes = [len(line) for line in _cut(text, cuts)]
    spread = max(sizes) - min(sizes)
    hourglass = len(sizes) == 3 and sizes[1] < min(sizes[0], sizes[2])
    return spread + 6 * (spread < 2) + 10 * hourglass, sizes[0]

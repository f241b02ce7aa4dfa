"""What the rules about Word files share: who is asked, and one finding for many paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qicao.layout import Layout, Setting
from qicao.manuscript import WHOLE, Hit, Manuscript
from qicao.places import Severity
from qicao.speech import Role

_SHOWN = 20  # characters of a paragraph that a finding points at
# Parts of font names, lower case: commercial, system and open fonts of each kind.
SONG_TITLE = ("小标宋", "xiaobiaosong", "fzxbs", "fzxiaobiao", "中宋", "zhongsong", "思源宋", "source han serif", "noto serif cjk", "noto serif sc", "fandolsong")  # fmt: skip
FANG = ("仿宋", "fangsong", "fandolfang", "fzfs", "fang song")
HEI = ("黑体", "simhei", "heiti", "fzhei", "思源黑", "source han sans", "noto sans cjk", "noto sans sc", "fandolhei", "fzxihei", "fzhtk")  # fmt: skip
KAI = ("楷", "kaiti", "kai ti", "fandolkai", "ukai", "fzkai", "fzkt", "wenkai")
SONG = ("宋体", "simsun", "songti", "书宋", "fzshusong", "思源宋", "source han serif", "noto serif cjk", "noto serif sc", "fandolsong", "nsimsun")  # fmt: skip
_SIZES = {84: "初号", 72: "小初", 52: "一号", 48: "小一", 44: "二号", 36: "小二", 32: "三号", 30: "小三", 28: "四号", 24: "小四", 21: "五号", 18: "小五"}  # fmt: skip


def is_font(name: str, kind: Sequence[str]) -> bool:
    """Whether a font is of a kind."""
    lower = name.lower()
    return any(part in lower for part in kind)


def size_name(half_points: int) -> str:
    """三号 (16磅)."""
    points = f"{half_points / 2:g}磅"
    return f"{_SIZES[half_points]}（{points}）" if half_points in _SIZES else points


def settings(m: Manuscript, *roles: Role) -> list[Setting]:
    """The paragraphs of these roles (of any, when none is named), as they are set."""
    layout = m.layout or Layout()
    return [one for one in layout.settings if not roles or one.role in roles]


def title(m: Manuscript) -> list[Setting]:
    """The title's first paragraph."""
    return settings(m, Role.TITLE)[:1]


def first_of(
    found: Sequence[Setting], what: str, hint: str, severity: Severity | None = None
) -> Iterator[Hit]:
    """One finding for all of them, at the first: {0} stands for how they are named."""
    if found:
        first = found[0]
        count = f"第{first.number}段" if len(found) == 1 else f"第{first.number}段等{len(found)}段"
        end = min(first.end, first.start + _SHOWN)
        yield Hit(
            first.start,
            end,
            what.format(count if first.number else "内容控件里的文字"),
            hint,
            severity,
            in_source=True,
        )


def whole(message: str, hint: str, severity: Severity | None = None) -> Hit:
    """A finding about the file, not about a place in it."""
    return Hit(WHOLE, WHOLE, message, hint, severity)


def together(hits: Iterable[Hit], usual: Severity) -> Iterator[Hit]:
    """Findings about the file as a whole, as one: a rule says one thing about one place."""
    found = list(hits)
    if found:
        kinds = [hit.severity or usual for hit in found]
        severity: Severity = "warning" if "warning" in kinds else kinds[0]
        messages, hints = (
            dict.fromkeys([hit.message for hit in found]),
            dict.fromkeys([hit.hint for hit in found]),
        )
        yield whole("；".join(messages), "；".join(hints), severity)


def majority(found: Iterable[str]) -> str:
    """The word that comes most often, the first of equals; "" for none."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one] = counts.get(one, 0) + 1
    return max(counts, key=lambda one: counts[one], default="")

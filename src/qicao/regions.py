"""What a place name says about its level: 青川市 → 我市, 全市, 市直."""

from __future__ import annotations

from typing import NamedTuple

TIERS = ("省", "市", "县", "乡")

# Ending of a place name → (how people say it after 我 and 全, tier). Longest ending first.
_ENDINGS = (
    ("特别行政区", "区", "省"), ("自治区", "区", "省"), ("自治州", "州", "市"), ("自治县", "县", "县"),
    ("自治旗", "旗", "县"), ("开发区", "区", "县"), ("高新区", "区", "县"), ("新区", "区", "县"),
    ("街道办事处", "街道", "乡"), ("街道", "街道", "乡"), ("社区", "社区", "乡"), ("地区", "地区", "市"),
    ("省", "省", "省"), ("州", "州", "市"), ("盟", "盟", "市"), ("市", "市", "市"), ("县", "县", "县"),
    ("旗", "旗", "县"), ("区", "区", "县"), ("镇", "镇", "乡"), ("乡", "乡", "乡"), ("村", "村", "乡"),
)  # fmt: skip
ENDINGS = tuple([ending for ending, _, _ in _ENDINGS])  # of every name that `region` can read, longest first
HEADS = frozenset([ending for ending in ENDINGS if len(ending) == 1])
_DIRECT = ("北京市", "天津市", "上海市", "重庆市")


class Region(NamedTuple):
    """A place: `word` follows 我 and 全 (市), `tier` is one of TIERS, `short` is the name without its ending."""

    name: str
    word: str
    tier: str
    short: str

    @property
    def ours(self) -> str:
        return f"我{self.word}"

    @property
    def whole(self) -> str:
        return f"全{self.word}"

    @property
    def direct(self) -> str:
        """How offices directly under this place are called: 市直, 县直 (镇直 for a township)."""
        return f"{self.word[-1]}直" if self.word not in ("街道", "社区") else self.word


def region(name: str, tier: str | None = None) -> Region | None:
    """Read the level off a place name; `tier` overrides it (a county-level 市). None: the ending is unknown."""
    for ending, word, usual in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            level = "省" if name in _DIRECT else usual
            return Region(name, word, tier or level, name.removesuffix(ending))
    return None

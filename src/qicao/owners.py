"""Which project or spot of a brief another item of it speaks of: 14户没有签约 on 滨江大道东延."""

from __future__ import annotations

from collections.abc import Sequence

from qicao.brief import Brief

_PUT_IN = 8  # characters that may stand within a name
_WORD = 2  # characters of a last word
_ANY = (
    "工程",
    "项目",
    "建设",
    "改造",
    "迁建",
    "新建",
    "扩建",
    "重建",
    "一期",
    "二期",
    "三期",
    "提升",
    "整治",
    "攻坚",
)  # last words of any name
_COMMON = 3  # characters that two items must share to speak of one thing


def owner(item: str, heads: Sequence[tuple[str, str]], brief: Brief) -> tuple[str, str] | None:
    """The project or spot an item speaks of: the one it shares most with, if that is one."""
    place = brief.region.name.rstrip("省市县区镇乡")
    shared = sorted([(_shared(head[1].removeprefix(place), item), head) for head in heads], reverse=True)
    best = shared[:1]
    if not best or not best[0][0] or (len(shared) > 1 and shared[1][0] == best[0][0]):
        return None
    return best[0][1]


def shared_run(head: str, item: str) -> str:
    """The characters in a row of a name that stand in an item, the most there are."""
    runs = (
        head[at : at + size] for size in range(len(head), _WORD - 1, -1) for at in range(len(head) - size + 1)
    )
    return next((run for run in runs if run in item), "")


def _shared(head: str, item: str) -> int:
    """How many characters in a row of a name stand in an item; 0 when too few to be that name. The last word of a
    longer name is enough, when not any name could end so: 管网 for 河东污水管网."""
    if len(head) > 1 and head in item:
        return len(head)
    run = shared_run(head, item)
    if len(run) > _COMMON or (len(run) == _COMMON and not head.startswith(run)):
        return len(run)  # the first word of a name may be that of much else: 研究生公寓, 研究生夜里做实验
    # 城东变电站 in 城东110千伏变电站: a name with something put in
    for cut in range(2, len(head) - 2):
        at = item.find(head[:cut])
        if at >= 0 and head[cut:] in item[at + cut : at + len(head) + _PUT_IN]:
            return len(head) - 1
    last = head[-_WORD:]
    return _WORD if len(head) > _WORD + 1 and last in item and last not in _ANY else 0

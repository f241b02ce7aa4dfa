"""字词重复：进行进行、锻炼炼、又又，同一个词、同一句话连着出现两遍。

复制、识别和改稿时常把词多打一遍。只报在汉语里不会连用的：虚词和双音节名词、动词连写两遍（研究研究、一步一步这类
重叠不算），双音节词末字多一个（锻炼炼、部署署），四个字以上的话连着说两遍（是警告）。“的的”“了了”由标点类的规则查。
"""

from collections.abc import Iterator, Sequence
from functools import cache

from qicao.datafiles import table
from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "字词重复"
FAMILY = "错字"
SEVERITY = "error"
BAD = (
    "我们要⟦进行进行⟧创建，⟦我们我们⟧都有责任。",
    "加强⟦锻炼炼⟧，抓好⟦部署署⟧，⟦又又⟧提出要求。",
    "加强⟦精神文明精神文明⟧建设。",
    "与文明单位的标准差距不小，⟦与与⟧要求不符，⟦更更⟧不能松懈。",
)
GOOD = (
    "研究研究，一步一步，讨论讨论，踏踏实实，高高兴兴，一个一个地抓。",
    "参与与会人员的接待，工作作风，机关关心职工，领导导师，部署署名文章，文明明显进步。",
    "妈妈妈妈地叫，哈哈哈哈，又双叒叕，来了来了，好样的，不敢当不敢当，根据根据地的经验，试试试试。",
    "通过过程管理，提高高度，更更新换代，作出出色成绩，落实实际行动，社会会议。",
    "为了了解情况，目的的确明确，干部部门，群众众多，环境境况。",
)
_NEVER = (
    "进行 我们 他们 你们 它们 大家 同志们 以及 因为 所以 但是 必须 应该 应当 已经 通过 关于 对于 由于 按照 为了 并且 "
    "而且 或者 如果 虽然 没有 可以 能够 单位 文明 创建 精神 部署 落实 贯彻 坚持 加强 提高 推进 推动 开展 实现 完成 确保 "
    "努力 增强 深化 强化 干部 职工 群众 党员 领导 机关 社会 发展 建设 经济 政治 文化 思想 道德 教育 管理 制度 机制 目标 任务 "
    "责任 要求 措施 问题 情况 方面 意见 水平 质量 效果 重要 主要 基本 具体 进一步 当前 目前 今年 去年 明年 "
    "全县 全市 全省 全国 城市 农村 乡镇 社区 学校 医院 企业 部门 科室 会议 讲话 方案 标准 测评 第一 第二 首先 其次 最后"
)
# Doubled they are wrong, but for words that end (before) or begin (after) with them: 参与｜与会.
_APART = {
    "又": ("", "双叒"),
    "也": ("", "许"),
    "与": ("参付赋给授", "会其否"),
    "更": ("变", "新换改替年夫衣鼓"),
    "并": ("合兼吞", "非且不入列排购"),
    "而": ("然反从因进", "且今后立"),
    "或": ("抑", "许者"),
    "把": ("一拖火", "握手关控守柄戏脉持住"),
    "被": ("棉", "子褥告动害"),
}
# Not 一条路一条路, 给多少给多少, 看哪里看哪里, 哈哈哈哈.
_SAID_ONCE = r"(?![一每逐半两几])(?!(.)\1)(?:(?![多哪谁怎啥几了]|什么)[\u4e00-\u9fff]){4,}"
_LONGEST = 12


def check(m: Manuscript) -> Iterator[Hit]:
    text, endings, taken = m.text, _endings(), set[int]()
    found: list[Hit] = []
    for pair, places in m.pairs.items():
        if pair[0] == pair[1]:
            if pair[0] in _APART:
                found += _single(text, pair[0], places)
            elif pair[0] in endings:
                found += _ending(text, places, *endings[pair[0]])
        elif len(places) > 1:
            last = places[0]
            for at in places[1:]:
                if at - last <= _LONGEST and text.startswith(text[last:at], at):
                    found += _twice(text, last, at)
                last = at
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            yield hit


@cache
def _endings() -> dict[str, tuple[str, str]]:
    """Last character → the characters before it in words, the characters after it that make another word."""
    return {last: (before, after) for last, before, after in table("doubled_endings.tsv", 3)}


@cache
def _never() -> frozenset[str]:
    return frozenset(_NEVER.split())


def _single(text: str, one: str, places: Sequence[int]) -> Iterator[Hit]:
    before, after = _APART[one]
    for at in places:
        if text[at - 1 : at] not in tuple(before + one) and text[at + 2 : at + 3] not in tuple(after + one):
            yield _hit(at, at + 2, text)


def _ending(text: str, places: Sequence[int], before: str, after: str) -> Iterator[Hit]:
    for at in places:
        if at and text[at - 1] in before and text[at + 2 : at + 3] not in tuple(after):
            yield _hit(at - 1, at + 2, text)


def _twice(text: str, at: int, again: int) -> Iterator[Hit]:
    """The same words directly behind each other: two characters that never double, or four and more."""
    word, end = text[at:again], 2 * again - at
    if len(word) == 2:
        if word in _never():
            yield _hit(at, end, text)
    elif text[end : end + 1] != "地" and compiled(_SAID_ONCE).fullmatch(word) and word[:2] != word[2:4]:
        yield Hit(at, end, f"“{word}”连着说了两遍", "删去一遍", "warning")


def _hit(start: int, end: int, text: str) -> Hit:
    return Hit(start, end, f"“{text[start:end]}”有重复的字", "删去重复的")

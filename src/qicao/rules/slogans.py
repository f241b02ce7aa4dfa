"""带数字的口号要说清是哪几项，列出来的项数要对得上。

“四个一”后面只有三个“每……一次”，“三个不”后面有四个“不”，“三个环节”只举出两个；或者“围绕一个中心，强化两种意识，突出三个重点……”
一路说下去，哪一项都没有交代。众所周知的（四个意识、两个维护、三会一课、八项规定等）不用解释。没有引号的数字（三个部门、五项工作）
只在后面紧跟着列举时数。数不准的（带“等”、项里又分项）不报。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import value
from qicao.rulekit import compiled
from qicao.rules._known_numbers import KNOWN
from qicao.rules._marks import DIGITS, structure

ID = "数字口号"
FAMILY = "结构"
SEVERITY = "warning"
BAD = (
    "重点抓好⟦“四个一”⟧：每周组织一次学习，每月组织一次交流，每季度组织一次评比。",
    "要管住自己的嘴，做到⟦“三个不”⟧：不该说的话不说，不该拿的东西不拿，不该去的地方不去，不该交的朋友不交。",
    "要切实做到⟦“四个结合”⟧，实现两个转变，即由突击创建向常态创建转变、由少数人创建向全员创建转变。",
    "坚决做到⟦“四个到位”⟧，逐条登记、逐项销号，各单位、各岗位都要把整改不到位的单位列出来，责任落到岗位，压力传到单位。",
    "加快实现⟦“三个转变”⟧，即由事后处置向事前预防转变，由被动应付向主动作为转变，推动安全治理模式真正升级。",
    "要实现⟦三个提升⟧，即服务质量提升、工作效率提升，确保群众满意。",
    "今年要抓好⟦三个环节⟧：“课堂文明”“课间文明”，做到处处有规范。",
    "要“⟦围绕一个中心，强化两种意识，突出三个重点，把握四个关键⟧”，确保创建成功。",
)
GOOD = (
    "实现“三个转变”，即由事后处置向事前预防转变，由被动应付向主动作为转变，由单打独斗向齐抓共管转变，推动治理升级。",
    "要做到“四个到位”，思想认识到位，组织领导到位，工作措施到位，督促检查到位。",
    "老师们要做到“三个带头”：带头讲普通话、写规范字，带头爱护公物，带头参加志愿服务。",
    "实现三个明显好转：文稿质量明显好转，办理时限明显好转，服务态度明显好转。",
    "第七，围绕“五个落实”抓创建。五个落实即组织领导落实，目标措施落实，活动载体落实，加强宣传落实，资料归档落实。",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”的决定性意义。",
    "三、着力提高“四种能力”\n（一）学习能力\n（二）统筹能力\n（三）落实能力\n（四）应变能力",
    "做到“三个不放过”：情况不清的不放过，原因不明的不放过，责任不实的不放过。谁签字，谁负责。",
    "我们靠的是责任落实、任务落实、时间落实、经费落实、督查落实，这“五个落实”环环相扣。",
    "全市有三个县：甲县、乙县和丙县。过了两个月：第一个月忙，第二个月闲。",
    "要围绕“两个意识”抓创建。要强化创建意识和参与意识。",
    "第八，围绕“五个落实”抓作风。改出样子，靠责任、任务、时限、监督、奖惩五个落实，哪一样都不能松。",
    "概括起来就是“四个一点”：微笑多一点、解释细一点、脚步快一点、流程简一点。",
    "获评“三个一百”优秀作品，这三个一百是一百部书、一百部戏、一百首歌。抓好三个重点，管好两个部门。",
)
_QUOTED = r"“(?P<n>[二两三四五六七八九十])(?P<m>[个种项条大])(?P<x>[\u4e00-\u9fff]{1,6})”"
_LISTED = (
    r"(?P<n>[二两三四五六七八九十])(?P<m>[个种项条大])(?P<x>[\u4e00-\u9fff]{1,6}?)(?P<q>”?)"
    r"(?:：|，?(?:即|就是|也就是|分别是)：?|，(?=(?P=x)))(?P<list>[^。！？\n：]{4,200})(?=[。！？\n])"
)
_SAID = r"”?(?:(?:，?(?:即|就是|也就是|是指|指的是|包括|分别)|：|（)|，?是([^。！？\n]{4,200}))"
_NUMBER, _MEASURE = frozenset(DIGITS + "两"), frozenset("个种项条大")
_PART = _NUMBER | frozenset("第几数0123456789")  # 第三个, 十三个: no number of items
_LINK = rf"[{DIGITS}两](?:个|种|项|条|大)[\u4e00-\u9fff]{{2,5}}(?=[，、；。”])"
_RESULT = (
    r"推动|促进|确保|努力|从而|切实|全面|不断|使|让|为|以|形成|带动|真正|最终|加快|提升|提高|营造|凝聚|坚决"
)
_TIMES = ("月", "年", "天", "小时", "星期", "多", "以上", "人", "百", "万", "季度", "省", "字")


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    known = set[str](KNOWN)
    for found in compiled(_LISTED).finditer(text):
        name = found["n"] + found["m"] + found["x"]
        before = text[found.start() - 1 : found.start()]
        if found["x"].startswith(_TIMES) or before in _PART or (before == "“") != bool(found["q"]):
            continue
        known.add(name)
        if given := _wrong(found["list"], value(found["n"]), found["x"]):
            start, end = found.start("n") - bool(found["q"]), found.end("x") + bool(found["q"])
            yield Hit(start, end, f"说“{name}”，列出来的是{given}项", "补齐或删减，使项数相符")
    yield from _chains(text)
    if "“" not in text:
        return
    names = [found for found in compiled(_QUOTED).finditer(text) if not found["x"].startswith(_TIMES)]
    for found in names:
        name = found[0][1:-1]
        if name in known:
            continue
        known.add(name)
        if not _told(text, name):
            yield Hit(found.start(), found.end(), f"“{name}”没有说明是哪几项", "在后面列出各项，或者去掉数字")


def _wrong(words: str, number: int, core: str) -> int:
    """How many items a list has when that is certain and not the number announced; else 0."""
    if "等" in words or compiled(rf"^(?:[{DIGITS}]是|第一|（一)").match(words):
        return 0
    if short := _trailing(words, number, core):
        return short
    counts = {1 + len(compiled(marks).findall(words)) for marks in ("；", "，", "、", "[；，]", "[，、]")}
    counts |= {count + 1 for count in counts if compiled("[和与及]").search(words[-30:])}
    quotes = compiled(r"“[^”]*”").findall(words)
    if number in counts or number == len(quotes):
        return 0
    listed = compiled(r"(?:“[^”]*”[、和与及]{0,2}){2,12}").match(words)
    if listed:
        return len(quotes) if "“" not in words[listed.end() :] else 0
    mark = next((mark for mark in "；，、" if mark in words), "")
    items = words.split(mark) if mark else [words]
    lead = next((at for at, item in enumerate(items) if core not in item), len(items))
    whole = lead == len(items)
    return lead if lead > 1 and lead != number and (whole or lead > number) else 0


def _trailing(words: str, number: int, core: str) -> int:
    """How many items there are when what follows them only says what they lead to: …转变，…转变，推动…升级."""
    items = compiled("[，；、]").split(words)
    held = next((at for at, item in enumerate(items) if core not in item), len(items))
    rest = items[held:]
    if not (2 <= held < number and rest) or any(core in item for item in rest):
        return 0
    return held if compiled(_RESULT).match(rest[0]) else 0


def _told(text: str, name: str) -> bool:
    """Whether the items of a slogan are given: as a list, as numbered items, or by its core word so many times."""
    number, core = value(name[0]), name[2:]
    found = structure(text)
    at = text.find(name)
    for _ in range(5):
        if at < 0:
            break
        end = at + len(name)
        after = text[end : end + 600]
        said = compiled(_SAID).match(after)
        if said and (not said[1] or len(compiled("[、，；]").findall(said[1])) >= number - 1):
            return True
        if any(run.whole and number == run.counts[0] for run in found.runs_from(at, at + 500)):
            return True
        if f"一{name[1:]}" in after or f"一{name[1]}是" in after:
            return True
        before = text[max(at - 400, 0) : at]
        clause = compiled(r"[^，。！？；：\n]*$").search(before, max(len(before) - 60, 0))
        if clause and clause[0].count("、") == number - 1:  # 责任、任务、时限、监督、奖惩五个落实
            return True
        if _often(f"{before}\n{after}", core, number) or before[-80:].count("“") > number:
            return True
        if len(core) > 1 and _closing(after[:250], core[-1]) >= number:
            return True
        at = text.find(name, end)
    return False


def _closing(after: str, last: str) -> int:
    """How often clauses of one sentence end with a character: 学习力强，执行力强 (单位, 岗位 are no 到位)."""
    ends = compiled(rf"(?<![单岗学座席职地方诸各])[{last}](?=[”’]?[，、；。！：])")
    return max([len(ends.findall(part + "。")) for part in compiled(r"[。！？\n]").split(after)], default=0)


def _often(around: str, core: str, number: int) -> bool:
    """Whether the core word stands in as many items: 创建意识和参与意识 for 两个意识."""
    count, at = 0, around.find(core)
    while at >= 0:
        count += not (around[at - 1 : at] in _MEASURE and around[max(at - 2, 0) : at - 1] in _NUMBER)
        at = around.find(core, at + len(core))
    return count >= number or (len(core) > 2 and around.count(core[-2:]) > number)


def _chains(text: str) -> Iterator[Hit]:
    """围绕一个中心，强化两种意识，突出三个重点 with most of it never explained."""
    chain: list[tuple[int, int, str]] = []
    for found in [*compiled(_LINK).finditer(text), None]:
        link = (found.start(), found.end(), found[0]) if found else (1 << 60, 0, "零")
        if chain and not (
            link[0] - chain[-1][1] <= 8 and abs(value(link[2][0]) - value(chain[-1][2][0])) == 1
        ):
            if len(chain) > 2:
                yield from _chain(text, chain[:10])
            chain = []
        chain.append(link)


def _chain(text: str, chain: list[tuple[int, int, str]]) -> Iterator[Hit]:
    many = [link[2] for link in chain if value(link[2][0]) > 1]
    silent = [name for name in many if name not in KNOWN and not _told(text, name)]
    if len(silent) * 2 > len(many):
        start = chain[0][0]
        start -= 2 if compiled("[\u4e00-\u9fff]{2}$").search(text[max(start - 2, 0) : start]) else 0
        message = f"“{silent[0]}”等口号没有说明是哪几项"
        yield Hit(start, chain[-1][1], message, "逐个列出各项，或者去掉数字")

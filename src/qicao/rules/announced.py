"""说讲几点，就要有几点；报了几项，就要数得出几项。

“我讲三点意见”之后只有两个部分，“抓好以下五项工作”只列了四项，台下一听就听出来。规则只数带序号的（一、（一）第一，一是 1. 首先），
而且要紧跟在报数的话后面，或者整篇就是按那句“讲几点”展开的；没有序号的并列句另由“数字口号”去数。写“几点”的不数。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import counted, value
from qicao.places import Severity
from qicao.rulekit import compiled
from qicao.rules._marks import DIGITS, Run, Structure, structure

ID = "点数不符"
FAMILY = "结构"
SEVERITY: Severity = "warning"
BAD = (
    "同志们：下面，我讲⟦四点意见⟧。一、统一思想。要学。二、明确目标。要干。三、加强领导。要管。谢谢大家！",
    "同志们：\n我讲⟦三点意见⟧。\n一、提高认识\n二、突出重点\n三、从我做起\n第四，压实责任\n大家去办。",
    "要重点抓好以下⟦五项工作⟧。\n1、抓思想\n2.抓师德\n3.抓环境\n4.抓活动",
    "开展活动要把握好⟦三点⟧：一是要注重创新。二是要注重结合。",
    "三、着力提高“⟦五种能力⟧”\n（一）学习能力\n（二）统筹能力\n（三）落实能力\n（四）应变能力\n同志们，出发！",
    "同志们：今天开会。下面，我讲⟦两点意见⟧。大家都很忙，话不多说，散会以后抓紧办。",
)
GOOD = (
    "同志们：下面，我讲三点意见。一、统一思想。要学。二，明确目标。要干。**三、加强领导。**要管。",
    "同志们：下面，我讲三点意见。一、统一思想。要学。二、明确目标。要干。\n**三、加强领导**\n要管。",
    "同志们：要突出以下三项重点。（一）消防安全。要清通道。2、燃气安全。要查管网。（三）道路安全。要查校车。",
    "同志们：下面，我讲三点意见。一、统一思想。要学。二、明确目标。要干。三、加强领导。要管。",
    "我讲两个方面的意见：首先，明确意义。其次，明确任务。",
    "我提三条要求：一是管住嘴；二是管住手；三是管住脚。做到以上三点，一要学，二要干。",
    "全县有十二个乡镇，第一，城关镇最大；第二，石门乡最远。",
    "他讲了三件事，件件都新鲜。第二天，他又来了。",
    "下面，我讲几点意见。一、统一思想。二、明确目标。",
    "去年开了三次会。一是布置任务，二是检查工作。",
    "有两三个问题：一是人手少，二是经费紧，三是路远。",
    "我再强调三点，首先，要学；第二，要干；第三，要管。",
    "召开第三次会议：一是学习，二是讨论。",
    "今年要抓的重点项目有12个。\n（一）抓前期\n办手续。\n（二）抓施工\n赶进度。",
)
_COUNT = rf"(?<![第{DIGITS}两\d.、几])(?P<n>[{DIGITS}两]{{1,3}}|\d{{1,2}})"
_THING = r"(?:个|点|条|项|件|步|句|层|大|种|类|对|道|方面|阶段|环节|关)"
# 三点 right before the list; 讲三点意见 somewhere before it
_LEAD = rf"{_COUNT}(?!个(?:月|小时|星期|百分点|工作日|多月|半月)){_THING}[^。！？；：，、\n\d]{{0,12}}?(?=(?P<sep>[”’）]*[：。，；\s]*)$)"
_MAIN = (
    rf"(?:讲|谈|说|提|强调)(?:一讲|一下|以下|如下|这么|这样|出|好)?(?P<hit>{_COUNT}"
    r"(?:个方面的?|方面的?|点|条|个|项|句|层)?(?:具体|方面)?(?:意见|问题|要求|希望|意思|看法|话|建议|体会|打算|点)?)(?=[：。；\n])"
)
_CALL = (
    "讲", "谈", "说", "提", "强调", "抓", "做好", "做到", "把握", "注意", "以下", "如下", "重点", "要", "围绕", "坚持",
)  # fmt: skip
_NOT = ("以上", "上述", "前面", "其中", "刚才", "这")
_MORE = ("最后", "还有一", "第二", "第三", "另外", "此外", "再就是", "再一")
_FAR = 300
_MANY = 10  # 重点项目有12个 counts projects, not points


def check(m: Manuscript) -> Iterator[Hit]:
    text, found = m.body, structure(m.body)
    used = set[int]()
    for run in found.runs:
        lead = _lead(text, run) if run.whole else None
        if lead is None:
            continue
        start, end, number = lead
        used.add(start)
        if number not in run.counts and not _goes_on(text, run, number, found):
            yield _hit(text, start, end, number, run, found)
    yield from _main(m, used, found)


def _lead(text: str, run: Run) -> tuple[int, int, int] | None:
    """The number announced right before a list: where it stands, and which."""
    at = max(run.start - 50, 0)
    before = text[at : run.start]
    found = compiled(_LEAD).search(before)
    if (
        found is None
        or not 2 <= (number := value(found["n"])) <= _MANY
        or (run.kind == "F" and len(run.marks) < 2)
    ):
        return None
    sentence = before[: found.start()]
    sentence = sentence[max([sentence.rfind(mark) for mark in "。！？；\n"]) + 1 :]
    if sentence.endswith(_NOT):
        return None
    sep = found["sep"]
    heading = "\n" in sep and bool(
        compiled(rf"\s*(?:[{DIGITS}]{{1,3}}、|（[{DIGITS}]{{1,3}}）)").match(sentence)
    )
    called = any(word in sentence for word in _CALL)
    if not ("：" in sep or heading or called):
        return None
    return at + found.start(), at + found.start("sep"), number


def _main(m: Manuscript, used: set[int], found: Structure) -> Iterator[Hit]:
    """讲三点意见 against the list that follows, or nothing at all."""
    text = m.body
    if "讲" not in text and "提" not in text and "强调" not in text and "谈" not in text:
        return
    asked = 0
    for one in compiled(_MAIN).finditer(text):
        number, start, end = value(one["n"]), one.start("hit"), one.end("hit")
        if number < 2 or start in used or not found.speeches or start < found.speeches[0]:
            continue
        until = found.speech_end(start, text)
        run = next((run for run in found.runs_from(end - 1, min(until, end + _FAR)) if run.whole), None)
        if run is not None and run.kind in "HPD":
            if number not in run.counts and not _goes_on(text, run, number, found):
                yield _hit(text, start, end, number, run, found)
        elif run is None and start > asked and _opening(text, one.start()):
            asked = until  # once for each speech
            if _itemised(text[end:until], number):
                continue
            words = text[start:end]
            yield Hit(start, end, f"说讲“{words}”，后面没有分点", "补上各点，或者去掉这句")


def _opening(text: str, at: int) -> bool:
    """我讲…, 下面…: the speaker's own words, not a report of another's."""
    before = text[max(at - 30, 0) : at]
    return "我" in before or "下面" in before


def _itemised(rest: str, number: int) -> bool:
    """Whether items are marked in any way at all."""
    ways = (
        "一、", "第一", "首先", "（一", "一是", "一要", "一个是", "1", "①", "其一", "一靠", "一方面", "先说", "先讲",
        "一句", "一点",
    )  # fmt: skip
    return any(word in rest for word in ways) or rest.count("\n") >= number + 1


def _goes_on(text: str, run: Run, number: int, found: Structure) -> bool:
    """Whether the last items may be given in other words: 第三种…, 最后…"""
    if run.kind in "HP" or number < run.counts[0]:
        return run.kind == "F"
    last = run.marks[-1].end
    rest = text[last : min(last + _FAR, found.speech_end(last, text))]
    behind = found.marks_from(last)
    later = next((one.start for one in behind if one.kind in "HP" or one.start > last + _FAR), last + _FAR)
    rest = rest[: later - last]
    return any(word in rest for word in _MORE) and number - run.counts[0] <= 2


def _hit(text: str, start: int, end: int, number: int, run: Run, found: Structure) -> Hit:
    given, words, first = run.counts[0], text[start:end], run.marks[0].shown(text)
    hint = f"补齐，或者把数改成“{counted(given)}”" if given > 1 else "补齐，或者改写这句"
    if run.faults or run.mixed:  # the numbering itself is at fault: how many there are is not known yet
        hint = "先把下面的序号理顺，再核对共有几项"
    short = "只有" if given < number else "有"
    severity: Severity | None = "error" if run.kind == "H" and found.speeches else None
    return Hit(start, end, f"说“{words}”，从“{first}”数起{short}{given}个", hint, severity)

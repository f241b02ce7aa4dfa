"""标题、称呼、小标题、正文要各占一行，不能粘在一起。

从网上复制的稿子丢了分段：题目连写两遍，题目后面紧跟“同志们”，小标题没有句号就接着正文（“一、提高认识精神文明是……”），念的时候断不
开。小标题只看夹在长段落中间的；单独成行的、带句号的、整句话就是一项内容的（一、要……），不算。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._marks import DIGITS, Mark, salutations, structure

ID = "标题粘连"
FAMILY = "重复"
SEVERITY = "warning"
_TAIL = "要组织大家学习，做到人人清楚、人人会讲，把道理讲到每个人的心里去，再把要办的事一件一件办好，办一件成一件。"
BAD = (
    "⟦在创建文明单位动员大会上的讲话在创建文明单位动员大会上的讲话⟧同志们：今天开会。",
    "⟦在创建文明单位动员大会上的讲话⟧同志们：今天开会。",
    f"同志们：今天我讲三点意见：⟦一、认清形势任务，增强争创信心我局的创建工作起步早、底子好⟧。{_TAIL * 4}",
    f"同志们：要干。⟦二、统一思想，深刻认识创建的重要意义（一）⟧这是大局的需要。{_TAIL * 4}",
    "《讲话.docx》由会员分享，可在线阅读，更多相关《讲话》请搜索。\n同志们：要干。"
    f"⟦一、认清形势任务，增强争创信心我局的创建工作起步早、底子好⟧。{_TAIL * 3}"
    f"⟦二，转变作风，以钉钉子精神抓好各项工作落实再好的部署⟧，不落实也是一纸空文。{_TAIL * 2}三、加强领导。{_TAIL}",
    f"同志们：要干。⟦四、丰富活动载体，激发创建活力一是⟧抓学习。{_TAIL * 4}",
)
GOOD = (
    "在创建文明单位动员大会上的讲话\n同志们：\n今天开会。\n一、认清形势任务，增强争创信心\n我局的创建工作起步早、底子好。",
    f"同志们：要干。一、统一思想，提高认识。{_TAIL * 4}",
    f"同志们：要干。一、各单位要把创建摆上议事日程，主要领导亲自抓，分管领导具体抓，一级抓一级，层层抓落实。{_TAIL * 4}",
    f"同志们：存在以下问题：一、有的单位认识不到位，抓创建抓得不紧，工作浮在面上，得过且过，不愿意动真格。二、作风不实。{_TAIL * 4}",
    f"同志们：一、二季度的任务都完成了，我们要再接再厉，把三季度的任务也完成好，不能有一点松劲。{_TAIL * 4}",
    "这是他在大会上的讲话。同志们，今天开会。",
)
_TITLE = (
    r"(?m)(?P<t>在[^。！？；：，\n]{4,40}?上的(?:讲话|致辞|发言)稿?)(?P<again>[^。！？；：，\n]{0,12}(?P=t))?"
    r"(?:\s|[（(][^）)\n]{4,16}[）)])*(?=(?P<call>同志们|老师们|各位|尊敬的)|.?)"
)
_BARE = "要是各对必须应坚持全凡将把以为由请"
_TELLS = (
    "我",
    "今年",
    "去年",
    "当前",
    "近年",
    "目前",
    "这",
    "有的",
    "的时候",
    "以来",
    "了",
    "得",
    "已经",
    "历来",
)
_HEADING = 36  # characters; longer than this no heading is
_SURE = 24  # the same where other headings of the text ran into theirs
_LONG = 200  # characters of a paragraph that headings are lost in


def check(m: Manuscript) -> Iterator[Hit]:
    text = m.body
    if "上的" in text:
        for title in compiled(_TITLE).finditer(text):
            if title["again"]:
                yield Hit(title.start("t"), title.end("again"), "标题连写了两遍", "留一个标题，单独成行")
            elif title["call"] and "\n" not in text[title.end("t") : title.end()]:
                message = f"标题和“{title['call']}”粘在一起"
                yield Hit(*title.span("t"), message, "标题和称呼各占一行")
    if "、" not in text or not (m.cuts or salutations(text)):
        return
    found = structure(text)
    lists = {mark.start for run in found.runs if _listing(text, run.start) for mark in run.marks}
    marks = found.marks
    heads = [
        (mark, marks[at + 1] if at + 1 < len(marks) else None)
        for at, mark in enumerate(marks)
        if mark.kind == "H" and mark.start not in lists and not (mark.first and _short(m, mark.start))
    ]
    ends = [_end(text, mark, until, _HEADING) for mark, until in heads]
    if m.cuts and any(ends):  # the site lost the breaks of all headings, not of one
        ends = [end or _end(text, *head, _SURE) for end, head in zip(ends, heads, strict=True)]
    for end, (mark, _) in zip(ends, heads, strict=True):
        if end:
            words = text[mark.start : mark.end + 8]
            message = f"小标题“{words}……”和后面的正文粘在一起"
            yield Hit(*m.piece(mark.start, end, last=True), message, "小标题单独成行")


def _end(text: str, mark: Mark, until: Mark | None, heading: int) -> int:
    return _run_in(text, mark.end, until.start if until else len(text), until.end if until else 0, heading)


def _listing(text: str, at: int) -> bool:
    """Whether 一、 begins an enumeration (问题如下：一、…) rather than the parts of a speech."""
    before = text[max(at - 30, 0) : at].rstrip()
    return before.endswith("：") and not any(
        word in before for word in ("讲", "谈", "说", "提", "强调", "意见")
    )


def _short(m: Manuscript, at: int) -> bool:
    """Whether a line that begins with 一、 may well be a heading alone or an item of its own."""
    line = m.line_at(at)
    length = line.end - line.start
    return length < _LONG or (line.start == at and length < 3 * _LONG)


def _run_in(text: str, start: int, following: int, after: int, heading: int) -> int:
    """Where a heading that runs into its text can be said to have ended, or 0. `heading`: how long one may be."""
    found = compiled(r"[。！？；：\n]").search(text, start, min(start + 400, len(text)))
    stop = found.start() if found else min(start + 400, len(text))
    if (
        text[start : start + 1] in _BARE
        or (found is None and stop == len(text))
        or text[stop : stop + 1] == "\n"
    ):
        return 0
    if start + 4 < following < stop:
        inner = text[start:following]
        return after if not inner.endswith(tuple("，、")) and len(inner) <= 60 else 0
    sentence = text[start:stop]
    told = any(word in sentence for word in _TELLS)
    if len(sentence) <= 12 or (len(sentence) <= heading and not told):
        return 0
    pieces = sentence.split("，")
    if all(len(piece) <= 10 for piece in pieces) or (compiled(rf"^[{DIGITS}]").match(sentence) and not told):
        return 0
    at, mark = 0, start
    for piece in pieces:
        mark += len(piece) + 1
        at = mark - 1
        if len(piece) > 10 and (at - start > 20 or any(word in piece for word in _TELLS)):
            break
    return at

"""别处的地名留在稿子里。

改旧稿最怕的就是这一条。给了要素单（--brief），凡不是本单位所在地、不在它的上级或下级、要素单里也没有提到的地名，都列出来；
没有要素单，就看题目、署名和全文说的主要是哪里，与它不沾边的少数列出来。从网上下载的稿子（有翻页标记一类痕迹）地名都是别人的，
一个不漏地列。书名号里的、直接引语里的、领导同志在某地考察的、“延安精神”“上海合作组织”这类固定名称不算。
地名取自 GB/T 2260 的历年代码，已撤销的县市也认得。
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from qicao.gazetteer import Mention, Place, mentions, named, related, short_form
from qicao.manuscript import Hit, Manuscript, Own
from qicao.rulekit import Example, compiled
from qicao.speech import Role

ID = "外地地名"
FAMILY = "串稿"
SEVERITY = "warning"
_HOME = Own(unit="宜阳县水利局", short="县水利局", region="宜阳县", tier="县")
BAD = (
    Example("同志们：\n为建设富裕和谐美丽新⟦濮阳⟧作出贡献。⟦伊川县⟧的同志也来了。", own=_HOME),
    "在宜昌市水利局动员大会上的讲话\n同志们：\n宜昌市抓得紧，宜昌的干部很努力，可是⟦滁州⟧人民盼着呢。",
    "《讲话.docx》由会员分享，可在线阅读，更多相关《讲话》请搜索。\n同志们：构建和谐⟦伊川⟧，是⟦河南省⟧的部署。",
)
GOOD = (
    Example("同志们：\n宜阳县是洛阳市的大县，河南省有要求，弘扬延安精神。", own=_HOME),
    "在宜昌市水利局动员大会上的讲话\n同志们：\n宜昌市抓得紧，湖北省有要求，宜都市也来了人。",
    Example("习近平总书记在浙江考察时指出，要实干。落实《安徽省文明单位管理办法》。", own=_HOME),
    "振兴和县域经济，推广西部经验，国泰民安，确保定期检查，建设新乡村。",
)
_VISIT = "[^。！？；\n]{0,12}(?:考察|视察|调研|看望|座谈|主持召开|会见)"
_COMPARED = r"(?:[、和与][\u4e00-\u9fff]{2,4}){0,4}等(?:兄弟|先进|发达|周边|[省市县地])"
_LEADER = "(?:习近平|总书记|毛泽东|邓小平|江泽民|胡锦涛|周恩来)"


def check(m: Manuscript) -> Iterator[Hit]:
    found = [one for one in mentions(m) if not _exempt(m, one)]
    if not found or not (m.own or m.downloaded or m.is_speech):
        return
    home, why = _home(m, found)
    said = m.own.said if m.own else ""
    for one in found:
        if said and (one.words in said or short_form(one.words) in said):
            continue
        if any(related(place, own) for place in one.places for own in home):
            continue
        yield Hit(
            one.start, one.end, f"地名“{one.words}”{why}", "核对是不是别处的稿子留下来的，换成本地的名称"
        )


def _exempt(m: Manuscript, one: Mention) -> bool:
    """In a 书名号, in a quotation of a whole sentence, or where a leader was when he said it."""
    starts, ends = m.quotes
    if m.quoted(one.start):
        index = bisect_right(starts, one.start) - 1
        if m.text[starts[index]] == "《" or ends[index] - starts[index] > 20:
            return True
    if compiled(_COMPARED).match(m.text, one.end):
        return True
    head = m.text[max(one.start - 24, 0) : one.start]
    clause = head[max(head.rfind(mark) for mark in "。！？；\n") + 1 :]
    return bool(compiled(_LEADER).search(clause) and compiled(_VISIT).match(m.text, one.end))


def _home(m: Manuscript, found: list[Mention]) -> tuple[list[Place], str]:
    """The places that are this speech's own, and how to say that another is not."""
    if m.own and m.own.region:
        return named(m.own.region), f"不是本单位的（本单位在{m.own.region}）"
    if m.downloaded:
        return [], "是下载的原稿里的"
    fronts = [line for line in m.lines if line.block.role in (Role.TITLE, Role.SIGNATURE)]
    first = [one for one in found if any(line.start <= one.start < line.end for line in fronts)]
    votes = Counter([place for one in (first or found) for place in one.places])
    best = votes.most_common(1)[0][0]
    return [best], f"与全文说的“{best.name}”不是一处"

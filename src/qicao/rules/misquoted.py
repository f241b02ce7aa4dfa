"""引语和核对过的原文对不上：字句走样、人和时间场合张冠李戴、拼接。

引号里的话逐句和语录库（library 里核对过的引语）比：一字不差的连续几句、几句原样相接都算对；去字、添字、换字、改语序
的报错，哪怕没写是谁说的；字句对、说话的人不对的报错，时间、场合不对的警告；写明领导人所说而库里没有的，只提示去核对。
领导人的话不能拼接、不能改语序：2015年2月28日说的是“民族有希望，国家有力量”，十九大报告才是“国家有力量，民族有希望”。
"""

from collections.abc import Iterator, Sequence

from qicao.library.model import Quotation
from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._cited import Cited, Index, bare, cited, grams, index, sentences

ID = "引语走样"
FAMILY = "引语"
SEVERITY = "error"
BAD = (
    "党的二十大报告指出，“⟦物质富足、精神富有是社会主义现代化的本质要求⟧”。",
    "习近平总书记强调：“⟦精神的力量是无限的，道德的力量也是无穷的⟧。”",
    "2015年2月28日，习近平总书记在会见代表时强调：“⟦人民有信仰，国家有力量，民族有希望⟧。”",
    "毛泽东同志说：“⟦精神的力量是无穷的，道德的力量也是无穷的⟧。”",
    "习近平总书记在⟦2018年全国教育大会⟧上指出：“精神的力量是无穷的，道德的力量也是无穷的。”",
    "我们常说，“⟦物质文明与精神文明相协调是中国式现代化的重要特征⟧”。",
    "习近平总书记指出：“⟦空谈误国，实干兴邦。物质富足、精神富有是社会主义现代化的根本要求⟧。”",
    "习近平总书记指出：“⟦做好今年的文明创建要依靠大家的力量⟧。”",
)
GOOD = (
    "习近平总书记强调：“人民有信仰，民族有希望，国家有力量。实现中华民族伟大复兴的中国梦，物质财富要极大丰富，精神财富也要极大丰富。"
    "我们要继续锲而不舍、一以贯之抓好社会主义精神文明建设，为全国各族人民不断前进提供坚强的思想保证、强大的精神力量、丰润的道德滋养。”",
    "2013年9月，习近平总书记在会见全国道德模范时指出：“精神的力量是无穷的。”",
    "党的十九大报告指出，“人民有信仰，国家有力量，民族有希望”。",
    "坚持“务实创新、简便易行、持续高效”的原则，“实干兴邦”不是口号。",
    "有位老同志说：“把小事一件件办好，就是最大的文明。”",
    "党的二十大报告强调，物质富足、“精神富有是社会主义现代化的根本要求”。",
    "毛泽东同志在《为人民服务》中说：“我们的同志在困难的时候，要看到成绩，要看到光明，要提高我们的勇气。”",
)
_NEAR, _NEAR_UNSAID = 0.6, 0.74  # share of pairs of characters that makes words a misquotation
_SHORT, _SHORT_UNSAID = 7, 10  # 汉字
_DATE = r"(?<!\d)(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?"
_PLACE = r"(?:在|对|《)(?P<place>[^，：“”]{4,40}?)(?:时|上|中|作出|会见|讲话|》)?(?:的?(?:重要)?(?:讲话|指示|报告))?(?:中|时)?[，]?(?:明确|再次|深刻)?(?:指出|强调|说|提出|要求|讲)[^，：“”]{0,4}[：，]?$"


def check(m: Manuscript) -> Iterator[Hit]:
    known = index(m.library)
    for one in cited(m):
        words = bare(m.text[one.start : one.end])
        if len(words) < (_SHORT if one.speaker else _SHORT_UNSAID):
            continue
        parts = list(sentences(m.text, one.start, one.end))
        sources = [known.exact(bare(m.text[start:end])) for start, end in parts]
        if all(sources):
            yield from _attributed(m, one, known, sources, parts)
            continue
        near = list(_near(m, one, known, parts, sources))
        yield from near
        right = [(part, source) for part, source in zip(parts, sources, strict=True) if source]
        if near and right:  # one sentence is altered: are the others said when they are said to be?
            yield from _attributed(
                m, one, known, [source for _, source in right], [part for part, _ in right]
            )
        if not near and not any(sources) and one.speaker not in ("", "?") and len(words) >= _SHORT_UNSAID:
            start, end = parts[0][0], parts[-1][1]
            message = f"这句{one.speaker}的话不在核对过的引语里"
            yield Hit(start, end, message, "请逐字核对原文、时间和场合", "info")


def _near(
    m: Manuscript, one: Cited, known: Index, parts: Sequence[tuple[int, int]], sources: Sequence[list[int]]
) -> Iterator[Hit]:
    """Sentences that are nearly, but not quite, verified words."""
    for (start, end), source in zip(parts, sources, strict=True):
        words = bare(m.text[start:end])
        if source or len(words) < (_SHORT if one.speaker else _SHORT_UNSAID):
            continue
        number, share = known.nearest(words)
        if share >= (_NEAR if one.speaker else _NEAR_UNSAID):
            whole = known.quotations[number]
            said = f"{whole.speaker}，{whole.day.year}年，{whole.occasion}"
            yield Hit(
                start, end, f"和核对过的原文不一样（{said}）", f"原文是“{_closest(whole.words, words)}”"
            )


def _closest(whole: str, words: str) -> str:
    """The sentences of a quotation that share most with some words."""
    mine = grams(words)
    kept = [
        whole[start:end]
        for start, end in sentences(whole, 0, len(whole))
        if len(grams(bare(whole[start:end])) & mine) > len(mine) / 6
    ]
    return "。".join(kept) or whole


def _attributed(
    m: Manuscript, one: Cited, known: Index, sources: Sequence[list[int]], parts: Sequence[tuple[int, int]]
) -> Iterator[Hit]:
    """The words are right: are they one man's, of one occasion, and is it the one named?"""
    start, end = parts[0][0], parts[-1][1]
    occasions = [{_said_at(known, number) for number in source} for source in sources]
    shared = set.intersection(*occasions)
    if not shared:
        yield Hit(start, end, "把不同场合说的话拼在了一对引号里", "分开引用，各写各的时间和场合")
        return
    if not one.speaker:
        return
    fitting = [known.quotations[number] for number in sources[0] if _said_at(known, number) in shared]
    first = fitting[0]
    if one.speaker != "?" and all(quotation.speaker != one.speaker for quotation in fitting):
        yield Hit(
            start, end, f"这句话是{first.speaker}说的，不是{one.speaker}", f"{_when(first)}，{first.occasion}"
        )
        return
    lead = one.start - 1 - len(one.intro)  # where the introducing clause begins
    named, place = compiled(_DATE).search(one.intro), compiled(_PLACE).search(one.intro)
    if named and not any(_same_day(named.groups(), quotation.day.timetuple()[:3]) for quotation in fitting):
        words = bare(m.text[start:end])
        meant = [each for each in known.quotations if _same_day(named.groups(), each.day.timetuple()[:3])]
        for quotation in meant:
            if len(grams(words) & grams(bare(quotation.words))) >= _NEAR * len(grams(words)):
                hint = f"那一天的原文是“{_closest(quotation.words, words)}”"
                yield Hit(start, end, f"和那一天说的不一样，这样说是在{_when(first)}，{first.occasion}", hint)
                return
        span = place.span("place") if place and place.start("place") <= named.start() else named.span()
        message = f"时间对不上：这句话是{_when(first)}说的"
        yield Hit(lead + span[0], lead + span[1], message, f"场合是{first.occasion}", "warning")
    elif place and all(_apart(place["place"], quotation.occasion) for quotation in fitting):
        message = f"场合对不上：这句话的场合是{first.occasion}"
        yield Hit(
            lead + place.start("place"),
            lead + place.end("place"),
            message,
            f"时间是{_when(first)}",
            "warning",
        )


def _said_at(known: Index, number: int) -> tuple[str, str]:
    one = known.quotations[number]
    return one.speaker, one.day.isoformat()


def _when(one: Quotation) -> str:
    return f"{one.day.year}年{one.day.month}月{one.day.day}日"


def _same_day(named: Sequence[str | None], day: Sequence[int]) -> bool:
    return all(said is None or int(said) == true for said, true in zip(named, day, strict=True))


def _apart(place: str, occasion: str) -> bool:
    """Whether two names of an occasion have next to nothing in common."""
    mine = grams(bare(place))
    return len(mine & grams(bare(occasion))) < len(mine) * 0.25

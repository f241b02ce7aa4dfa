"""定型的词语、节日、政治概括语里的数字用汉字。

GB/T 15835-2011 4.2.3、4.2.1：“五四运动”“八一建军节”“一心一意”“三农”“四个意识”“农历八月十五”里的数字不能换成
阿拉伯数字。带引号的月日简称（“3·15”“12·9”）另有规定，不在这里查。数字前后还有数字的（101个）不查；“3个代表”可能真是三个人，
概括语要有引号或下文为证，而且只作警告。
"""

from collections.abc import Iterator
from itertools import product

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import WordList, compiled, matches

ID = "定型词数字"
FAMILY = "数字"
SEVERITY = "error"
BAD = (
    "弘扬⟦5四运动⟧精神，庆祝⟦81建军节⟧和⟦七1建党节⟧，过好⟦61儿童节⟧。",
    "要⟦1心1意⟧谋发展，⟦1如既往⟧抓创建，来自⟦5湖4海⟧，⟦4面8方⟧支援，⟦万众1心⟧。",
    "增强“⟦4个意识⟧”、坚定“⟦4个自信⟧”、做到“⟦2个维护⟧”，落实中央⟦8项规定⟧精神。",
    "服务⟦3农⟧，用好⟦3会1课⟧，落实⟦1岗双责⟧，实行⟦1票否决⟧，统筹推进⟦5位1体⟧总体布局。",
    "⟦农历8月15⟧前后，⟦正月15⟧、⟦腊月28⟧都要值班。",
    "⟦1方面⟧要抓学习，另⟦1方面⟧要抓落实，这是上下⟦1致⟧的看法。",
)
GOOD = (
    "五四运动、八一建军节、一心一意、三农、“四个意识”，农历八月十五，正月十五。",
    "“3·15”晚会，101个单位，31般，第4个意识到问题的人，评了14面锦旗，28项规定动作。",
    "8月15日，农历丙午年，选出3个代表，5一组，表1致谢名单，图1切面图，1方面军，共81个。",
    "14个自信心强的学生，3个自信的孩子，2个全面体检点，51名同志，1线工人，38度，1票弃权。",
    "地铁1切实方便群众，4个全面小康村，8项规定动作，5位专家，3农场，2017年1如，11方面。",
)
_FESTIVALS = {
    "五四": "运动|青年节|精神", "八一": "建军节", "七一": "建党节", "六一": "儿童节|国际儿童节", "五一": "劳动节|国际劳动节",
    "三八": "妇女节|国际妇女节|国际劳动妇女节", "十一": "国庆", "一二九": "运动",
}  # fmt: skip
_IDIOMS = [
    "一心一意",
    "三心二意",
    "四面八方",
    "五湖四海",
    "七上八下",
    "七嘴八舌",
    "一清二楚",
    "一干二净",
    "一五一十",
    "一丝不苟",
    "一视同仁",
    "一如既往",
    "一帆风顺",
    "一马当先",
    "一鼓作气",
    "一言不发",
    "一目了然",
    "一举两得",
    "一成不变",
    "一蹴而就",
    "一以贯之",
    "一脉相承",
    "一网打尽",
    "一尘不染",
    "独一无二",
    "始终如一",
    "九牛一毛",
    "万众一心",
    "众口一词",
    "十全十美",
    "百里挑一",
    "万无一失",
    "九死一生",
]
# What must follow, so that the words are the set phrase.
_END = r"(?=[”’、，。；！]|$)"
_SLOGANS = {
    "四个意识": _END, "四个自信": _END, "两个维护": _END, "两个确立": _END, "四个全面": rf"(?:{_END}|(?=战略))", "两个一百年": "",
    "两个毫不动摇": "", "三个务必": _END, "三个代表": "(?=[”’]|重要)", "三农": "(?=[”’、，。；]|问题|工作|发展|政策|领域|干部)",
    "五位一体": "", "一带一路": "", "一国两制": "", "三严三实": "", "两学一做": "", "三会一课": "", "三重一大": "", "一岗双责": "",
    "一票否决": "", "一把手": "(?=[工、，。；亲负]|责任)", "六稳": _END, "六保": _END, "三不腐": "", "八项规定": "(?=精神)",
}  # fmt: skip
_ARABIC = dict(zip("一二两三四五六七八九", "1223456789", strict=True)) | {"十": "10"}


def _variants(phrase: str) -> list[str]:
    """The phrase with one or more of its numerals in Arabic digits."""
    choices = [(mark, _ARABIC[mark]) if mark in _ARABIC else (mark,) for mark in phrase]
    return [word for made in product(*choices) if (word := "".join(made)) != phrase]


_LOOKUP = (
    {word: f"(?:{after})" for phrase, after in _FESTIVALS.items() for word in _variants(phrase)}
    | {word: "" for phrase in _IDIOMS for word in _variants(phrase)}
    | {"1方面": "(?=[，要是]|[^军\\d]{2,12}，另)", "1致": "(?=的|认为|同意|通过|好评)"}
)
_SLOGAN_LOOKUP = {word: after for phrase, after in _SLOGANS.items() for word in _variants(phrase)}
_WORDS = WordList([*_LOOKUP, *_SLOGAN_LOOKUP])
_NOT_BEFORE = tuple("0123456789.第图表式注例案组条号月日年·线铁")
_LUNAR = (
    r"(?:农历|阴历)[^\s，。；\d]{0,4}(?:\d{1,2}月(?:初?[一二三四五六七八九十\d]{1,3}日?)?|[一二三四五六七八九十正腊冬]{1,2}月\d{1,2})"
    r"|(?:正月|腊月)(?:初)?\d{1,2}(?![\d个天.])"
)


def check(m: Manuscript) -> Iterator[Hit]:
    for at, word in _WORDS.find(m.pairs, m.text):
        slogan = word in _SLOGAN_LOOKUP
        after = (_SLOGAN_LOOKUP if slogan else _LOOKUP)[word]
        if word == "8项规定" and m.text[max(at - 2, 0) : at] == "中央":
            after = ""
        found = compiled(word + after).match(m.text, at)
        if (
            found
            and m.text[at - 1 : at] not in _NOT_BEFORE
            and not m.text[found.end() : found.end() + 1].isdigit()
        ):
            kind = "固定提法" if slogan else "定型的词语"
            yield Hit(
                *found.span(),
                f"{kind}里用了阿拉伯数字：“{found[0]}”",
                "数字改成汉字",
                "warning" if slogan else None,
            )
    for found in matches(m, _LUNAR, ("农历", "阴历", "正月", "腊月")):
        yield Hit(*found.span(), f"农历日期用了阿拉伯数字：“{found[0]}”", "数字改成汉字")

"""起止年份颠倒，或者年数和起止年份对不上。

“2018年至2015年”前后颠倒；“从2019年到2024年，历时三年”算来是五年（首尾都算是六年，都可以）。“跨度”“时隔”只按相差的年数算。
“从2024年到2023年逐年回顾”一类的倒叙不多见，只作警告。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.numerals import chinese, counted
from qicao.rulekit import matches

ID = "年数不符"
FAMILY = "数据"
SEVERITY = "warning"
BAD = (
    "⟦2018年至2015年⟧连续被评为文明单位，⟦2023—2020年⟧。",
    "⟦从2019年到2024年，历时三年⟧，⟦2010年至2020年连续8年⟧未发生事故。",
    "⟦2015年到2025年，跨度12年⟧。",
)
GOOD = (
    "2015年至2018年，从2019年到2024年，历时五年，2019年至2024年连续六年。",
    "2010年至2020年连续11年，公元前221年至207年，2015年到2025年，跨度10年。",
    "2019年到2024年，三年上一个台阶，2026—2030年，从2020年到2023年的三年间，2020年至2022年三年行动。",
    "2026-03-2012年，电话2018-2015，2010年至2020年连续8次获奖。",
)
_SPAN = (
    r"(?<![\d前\-—.])(?:从)?(?P<first>(?:19|20)\d{2})年?(?:\d{1,2}月)?(?:至|到|—|～|-|－)(?P<last>(?:19|20)\d{2})年(?!\d{1,2}日)"
    r"(?P<tail>[，、]?(?:我们|全[局县市校院]|已经?|共|前后|整整)?(?P<how>历时|历经|连续|跨度|时隔|相隔|用了|走过了?|的?这)(?:整整|近|达)?(?P<n>\d{1,2}|[一两二三四五六七八九十]{1,3})个?年(?!级|度|代))?"
)
_LINKS = [link + century for link in "至到—～-－" for century in ("19", "20")]
_NUMBERS = {word(number): number for number in range(1, 40) for word in (chinese, counted)}


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(m, _SPAN, _LINKS):
        first, last = int(found["first"]), int(found["last"])
        whole = found[0] if found["tail"] is None else found[0][: -len(found["tail"])]
        if last < first:
            end = found.start() + len(whole)
            yield Hit(found.start(), end, f"起止年份颠倒：“{whole}”", "核对两个年份")
        elif found["n"]:
            said = int(found["n"]) if found["n"].isdigit() else _NUMBERS.get(found["n"], last - first)
            fits = (
                (last - first,)
                if found["how"] in ("跨度", "时隔", "相隔")
                else (last - first, last - first + 1)
            )
            if said not in fits:
                yield Hit(
                    *found.span(), f"“{whole}”是{last - first}年，不是“{found['n']}年”", "核对年份和年数"
                )

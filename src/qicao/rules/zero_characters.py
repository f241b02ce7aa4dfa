"""汉字年份里的0写“〇”，数量里的0写“零”。

GB/T 15835-2011 5.2.2、5.2.5：年份、编号逐位书写，0作“〇”（二〇二六年）；计量的数里写“零”（一百零八人）。旧稿和小说里
“二零二六年”常见，所以只作警告；以前的字库没有“〇”而用“○”的不查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches

ID = "零与〇"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "到⟦二零二七年⟧全面达到申报条件，⟦一九四零年⟧建站。",
    "⟦二千零二十六年⟧是关键一年。",
    "全局⟦一百〇八⟧人参加，筹集⟦三千〇五十⟧元。",
)
GOOD = (
    "到二〇二七年，一九四〇年，一九四○年，二零二室，编号三〇二。",
    "一百零八人，二千零二十六户，一千零一夜，两千零五十年前，二百〇一号。",
    "一千零六年之久，二千零二十六年前，历时一千零八年。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for found in matches(
        m, r"(?<![一二三四五六七八九零〇○])(?:二零|一九|二〇)[一二三四五六七八九零〇]{2}年", ("零",)
    ):
        if "零" in found[0]:
            yield Hit(
                *found.span(), f"汉字年份里用了“零”：“{found[0]}”", f"改成“{found[0].replace('零', '〇')}”"
            )
    years = r"(?<![一二三四五六七八九十百时达近约])(?:一千九百|二千零)[一二三四五六七八九]?十[一二三四五六七八九]?年(?![前后多来以之间历的有])"
    for found in matches(m, years, ("千零", "千九百")):
        yield Hit(*found.span(), f"年份写成了数量：“{found[0]}”", "年份逐位书写，如“二〇二六年”")
    counts = r"[一二两三四五六七八九十]{1,2}[百千万]〇[一二三四五六七八九][十百]?[一二三四五六七八九]?(?![号路室楼])"
    for found in matches(m, counts, ("百〇", "千〇", "万〇")):
        yield Hit(*found.span(), f"数量里用了“〇”：“{found[0]}”", f"改成“{found[0].replace('〇', '零')}”")

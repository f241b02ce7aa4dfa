"""句子中间多出来的句点、句号、逗号：“的.原则”“等。多种形式”“，的人”。

删字、转换格式时常留下一个点。“的”“和”“把”一类的词后面不会断句；标点旁边不会再有半角的点；“的”字前面不会有点号（“的确”“的士”除外）。
全文都用半角点当句号的，“的.”不算，见“半角标点”。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import matches
from qicao.rules._points import HAN

ID = "多余句点"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "坚持“创新、简便易行、持续高效”⟦的.⟧原则，积极推进。",
    "充分利用报刊、网站、宣传栏⟦等。⟧多种形式，及时反映动态。",
    "要把学习⟦和.⟧培训结合起来⟦。.⟧务求实效⟦.，⟧不走过场。",
    "为群众办实事⟦，的⟧同志要表扬。这是创建工作⟦.的⟧重要内容。",
)
GOOD = (
    "坚持持续高效的原则，增长3.5%，版本2.0.1，见www.a.cn。",
    "这是对的.我们要坚持.大家努力.一起前进.开始行动.不能松劲",
    "他是老师，的确很好。“走，的士来了。”",
    "报刊、网站等。多数人都看到了。",
    "红的、绿的，黄的也有。",
    "工作要抓好。.NET平台、.5的系数。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    if "." in m.text:
        yield from _points(m)
    kinds = r"多种形式|多种方式|各种形式|(?:形式|方式|方面|方法|手段|渠道|部门|单位|内容|措施)[，、的]"
    for found in matches(
        m, rf"(?<=、[^，。；：]{{2}})[^，。；：、\n]{{0,8}}(?P<hit>等。)(?={kinds})", ("等。",)
    ):
        yield Hit(*found.span("hit"), "“等”后面的句号把句子切断了", "删掉句号")
    never = r"(?![确士哥姐卢]|黎波里|里雅|是|话)"
    for found in matches(
        m, rf"(?<={HAN})[，；：。.]的{never}(?={HAN}{{2}})", ("，的", "；的", "：的", "。的", ".的")
    ):
        yield Hit(*found.span(), f"“的”字前面多了“{found[0][0]}”", "删掉标点；若是漏了词，补上")


def _points(m: Manuscript) -> Iterator[Hit]:
    others = list(matches(m, rf"(?<=[^\W\dA-Za-z_的和与及把被将对])\.(?={HAN})", (".",)))
    particles = "和与及把被将" if len(others) >= max(3, m.text.count("。")) else "的和与及把被将"
    for found in matches(m, rf"(?<![\sA-Za-z0-9。！？])[{particles}]\.(?={HAN}|[“《])", (".",)):
        message = f"“{found[0][0]}”后面多了一个点"
        yield Hit(*found.span(), message, "删掉这个点", "error")
    for found in matches(m, rf"[，。、；：]\.(?={HAN}|[“《\n])|(?<={HAN})\.[，。、；]", (".",)):
        yield Hit(*found.span(), f"“{found[0]}”里多了一个点", "只留一个标点", "error")

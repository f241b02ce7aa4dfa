"""下载站和汇编留下的痕迹。

从网上下载的稿子里常夹着翻页标记（每隔三百来字一个“N、”，把词也切断）、“由会员分享”一类的说明、“篇1”“【16篇】”、
“第1页共6页”。有这些痕迹的稿子，里面的地名、人名、数字都要当作别人的来查。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript

ID = "网页残留"
FAMILY = "重复"
SEVERITY = "error"
BAD = (
    "在创建文明单位动员大会上的讲话⟦篇1⟧\n同志们：",
    "⟦《讲话.docx》由会员分享，可在线阅读，更多相关《讲话》请在某网上搜索。⟧\n同志们：今天开会。",
    "同志们：今天开会。⟦第1页共6页⟧",
)
GOOD = ("一、提高认识\n1、加强领导\n2、落实责任\n3、搞好宣传", "全书共六篇，请读第一篇。")


def check(m: Manuscript) -> Iterator[Hit]:
    for cut in m.cuts:
        if cut.why:
            words = m.source[cut.start : cut.end]
            start = cut.end - len(words.lstrip())
            message = f"{cut.why}“{words.strip()[:30]}”"
            yield Hit(start, cut.end, message, "删掉；被它切断的词和句子要接上", in_source=True)

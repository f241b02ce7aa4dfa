"""有些内容读不到里面的字。

图片、公式、嵌入的表格和文件里的字不参加检查，要自己看一遍。图形、图表、文本框、页眉页脚、批注和属性里的字都读到了。
"""

from collections.abc import Iterator

from qicao.layout import Layout
from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import whole

ID = "没有读到"
FAMILY = "文件"
SEVERITY = "info"
BAD = ("稿子里有一张图片", "稿子里嵌着一个 Excel 表格")
GOOD = ("稿子里只有文字",)


def check(m: Manuscript) -> Iterator[Hit]:
    unread = (m.layout or Layout()).unread
    if unread:
        yield whole(f"读不到里面的字：{'、'.join(unread)}", "这些地方自己看一遍")

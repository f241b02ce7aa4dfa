"""正文用主题字体，换一台电脑字体会变。

主题字体（“中文标题”“中文正文”）由文件的主题和打开它的软件决定，WPS 里还会报“缺失字体”。把样式里的中文字体写明，例如仿宋_GB2312。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._word import settings, whole

ID = "主题字体"
FAMILY = "版式"
SEVERITY = "info"
BAD = ("正文样式的中文字体是“中文正文”",)
GOOD = ("正文样式的中文字体是仿宋_GB2312",)


def check(m: Manuscript) -> Iterator[Hit]:
    found = [one for one in settings(m) if one.theme]
    if found:
        said = f"第{found[0].number}段" if len(found) == 1 else f"第{found[0].number}段等{len(found)}段"
        yield whole(f"{said}用的是主题字体", "在样式里选定中文字体和西文字体，不用“（中文正文）”")

"""What download sites leave in a text: page markers that tear words apart, banners, collection headings.

Found before the rules look, so that a sentence torn in two by a marker is one sentence again.
"""

from __future__ import annotations

import itertools
import re
from statistics import median

from qicao.manuscript import Cut

_MARKER = r"\n[ \t\u3000]*(\d{1,3})、"
_FINAL = ("。", "！", "？", "；", "：", "”", "…", ".", "!", "?", ";", ":", "）", ")")
_LONG = 100  # characters; what stands before a page marker is a page, not a heading or an item
_BANNER = r"(?m)^[^\n]{0,400}$"
_SAID = (
    "由会员分享",
    "可在线阅读",
    "页珍藏版",
    "更多相关《",
    "上传于",
    "下载后可",
    "免费下载",
    "点击下载",
    "文库网",
    "文阁网",
)
_FILE = r"《[^\n《》]{0,40}\.docx?》(?=由|[(（]\d+页)"
_TITLE = r"(?<=讲话|发言|范文|致辞|稿子|讲稿|话稿|言稿)"
_SCRAPS = (
    r"【\d{1,3}篇】"
    rf"|{_TITLE}[（(]?(?:精选|通用|共|优秀|推荐|汇总|范文|最新)?\d{{1,3}}篇[)）]?"
    r"|(?<=讲话)(?:稿)?(?:篇|范文|（)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})）?(?=[^\u4e00-\u9fff]|同志|各位|尊敬|今天|老师|$)"
    r"|第\s?\d{1,3}\s?页\s?[共/／]\s?\d{1,3}\s?页(?=\s|$|[^，。、])|[(（](?:此处|中间)?(?:隐藏|省略)\d{1,5}个?字[)）]"
    r"|Shape\s?\d{1,3}|百度文库|人人文库|豆丁网|道客巴巴|原创力文档|淘文阁网|金锄头文库|装配图网|第一范文网|范文大全网"
)
_TRIGGERS = (
    "篇",
    "页",
    "隐藏",
    "省略",
    "Shape",
    "文库",
    "网",
    "分享",
    "下载",
    "阅读",
    "道客",
    "原创力",
    "范文",
)


def find_residue(text: str) -> list[Cut]:
    """Everything in the text that a site put there, in order, never overlapping."""
    cuts = [Cut(start, end, "下载站的翻页标记") for start, end in _markers(text)]
    if any(word in text for word in _TRIGGERS):
        cuts += [Cut(start, end, "下载站的说明") for start, end in _banners(text)]
        cuts += [Cut(*found.span(), "下载站或汇编的痕迹") for found in re.finditer(_SCRAPS, text)]
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept


def _banners(text: str) -> list[tuple[int, int]]:
    """Lines that say two things only a download site says: one alone may be a sentence of the speech."""
    if not any(words in text for words in _SAID):
        return []
    return [one.span() for one in re.finditer(_BANNER, text) if sum(words in one[0] for words in _SAID) >= 2]


def _markers(text: str) -> list[tuple[int, int]]:
    """N、 at line starts, at even distances or in the middle of sentences: pages of a site, not numbering."""
    found = list(re.finditer(_MARKER, text))
    if not found:
        return []
    starts = [one.start() for one in found]
    gaps = [later - sooner for sooner, later in itertools.pairwise(starts)]
    middle = median(gaps) if gaps else 0
    lines = [text[text.rfind("\n", 0, one.start()) + 1 : one.start()].rstrip() for one in found]
    torn = [
        one for one, line in zip(found, lines, strict=True) if len(line) > _LONG and not line.endswith(_FINAL)
    ]
    evenly = sum(abs(gap - middle) <= 8 for gap in gaps) >= 0.6 * len(gaps)
    if len(gaps) >= 3 and middle >= _LONG and evenly and 3 * len(torn) >= len(found):
        return [one.span() for one in found]
    # One alone may begin a list behind a line that lacks its full stop.
    return [one.span() for one in torn] if len(torn) > 1 or any(one[1] != "1" for one in torn) else []

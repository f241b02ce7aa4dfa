"""Styles, fonts, settings and footers of the Word base (GB/T 9704-2012; speeches follow it by custom).

Font names are the ones Chinese offices have; none is shipped. `eastAsia` and `hAnsi` name the Chinese font so
that “” and —— are never set in the Latin one; no theme fonts anywhere.
"""

from __future__ import annotations

from typing import NamedTuple

from qicao.writers.word.layout import W

BODY_FONT, KAI, HEI, TITLE_FONT, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
BODY_SIZE, TITLE_SIZE, FOOTER_SIZE = 32, 44, 28  # half points: 三号 16 pt, 二号 22 pt, 四号 14 pt
# 28 characters of 16 pt do not fit 156 mm; 0.25 pt less after each does it (28 × 15.75 = 441 < 442.2 pt).
TIGHTEN = -5


class Page(NamedTuple):
    """A page preset, in twips (1/1440 inch)."""

    name: str
    top: int
    bottom: int
    line_pitch: int


# GB/T 9704-2012 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. 12756 / 22 = 579.8; 580 loses a line.
# GB/T 33476.2-2016: the same type area in the coordinates of office software, 34.58 and 32.58 mm.
PAGES = {"9704": Page("GB/T 9704-2012", 2098, 1984, 579), "33476": Page("GB/T 33476.2-2016", 1960, 1847, 592)}
LEFT, RIGHT, WIDTH, HEIGHT, HEADER, FOOTER = 1588, 1474, 11906, 16838, 851, 1446


def _fonts(chinese: str, latin: str = LATIN) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{chinese}" w:cs="{latin}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'


def _style(
    kind: str,
    ident: str,
    name: str,
    ppr: str = "",
    rpr: str = "",
    based: str = "Normal",
    follow: str = "",
    extra: str = "",
) -> str:
    return (
        f'<w:style w:type="{kind}"{extra} w:styleId="{ident}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + '<w:qFormat/>'
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )  # fmt: skip


def _heading(level: int, font: str, bold: bool) -> str:
    ppr = f'<w:keepNext/><w:keepLines/>{_INDENT}<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>'
    rpr = _fonts(font) + ("<w:b/><w:bCs/>" if bold else "")
    return _style("paragraph", f"Heading{level}", f"heading {level}", ppr, rpr, follow="BodyText")


def styles_xml() -> str:
    """word/styles.xml."""
    centre = '<w:keepNext/>{}<w:jc w:val="center"/>'
    custom = ' w:customStyle="1"'
    parts = [
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BODY_FONT)}{_size(BODY_SIZE)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
        # LibreOffice drops 、 and 。 at line ends from its PDF unless overflowPunct is written out.
        _style("paragraph", "Normal", "Normal", '<w:widowControl w:val="0"/><w:overflowPunct/><w:jc w:val="both"/>',
               f'<w:spacing w:val="{TIGHTEN}"/>', based="", extra=' w:default="1"'),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        _style("paragraph", "BodyText", "Body Text", _INDENT),
        _style("paragraph", "SpeechTitle", "讲话标题",
               centre.format('<w:snapToGrid w:val="0"/><w:spacing w:line="680" w:lineRule="exact"/>' + _NO_INDENT),
               _fonts(TITLE_FONT) + '<w:spacing w:val="0"/>' + _size(TITLE_SIZE), follow="SpeechByline", extra=custom),
        _style("paragraph", "SpeechByline", "讲话署名", centre.format('<w:spacing w:before="200"/>' + _NO_INDENT), _fonts(KAI),
               follow="SpeechDate", extra=custom),
        _style("paragraph", "SpeechDate", "讲话日期", centre.format(_NO_INDENT), _fonts(KAI), follow="SpeechSalutation", extra=custom),
        _style("paragraph", "SpeechSalutation", "讲话称呼", f'<w:keepNext/><w:spacing w:beforeLines="100" w:before="579"/>{_NO_INDENT}',
               follow="BodyText", extra=custom),
        _heading(1, HEI, False), _heading(2, KAI, False), _heading(3, BODY_FONT, True),
        _style("paragraph", "Footer", "footer",
               f'<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>{_NO_INDENT}',
               _fonts(SONG, SONG) + '<w:spacing w:val="0"/>' + _size(FOOTER_SIZE)),
        _style("character", "LeadIn", "段首句", rpr=_fonts(KAI), based="DefaultParagraphFont", extra=custom),
        _style("character", "CommentReference", "annotation reference", rpr=_size(21), based="DefaultParagraphFont"),
        _style("paragraph", "CommentText", "annotation text", f'{_NO_INDENT}<w:jc w:val="left"/>', _size(21)),
        "</w:styles>",
    ]  # fmt: skip
    return "".join(parts)


def settings_xml() -> str:
    """word/settings.xml: odd and even footers, no squeezing of punctuation (it would break the 28 a line)."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )  # fmt: skip


def fonts_xml() -> str:
    """word/fontTable.xml: what to take where a font is missing."""
    pairs = (
        (BODY_FONT, "仿宋"),
        (KAI, "楷体"),
        (HEI, "SimHei"),
        (TITLE_FONT, "方正小标宋_GBK"),
        (SONG, "SimSun"),
    )
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in pairs
    )
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    return f'<w:fonts xmlns:w="{W}">{latin}{fonts}</w:fonts>'


def footer_xml(odd: bool) -> str:
    """— 1 — in 四号宋体, one character in from the outer edge (GB/T 9704-2012 7.5)."""
    side = "right" if odd else "left"
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280" w:firstLineChars="0" w:firstLine="0"/>'
    return (
        f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}<w:jc w:val="{side}"/></w:pPr>'
        f"{dash.format('— ')}{field}{dash.format(' —')}</w:p></w:ftr>"
    )

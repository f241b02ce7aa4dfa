"""年份写全四位数，不用两位简写，不混入字母。

GB/T 9704-2012 7.3.5.4、GB/T 15835-2011 5.1.4：年份写四位数，“26年3月”“’26年”应写“2026年3月”；“2O26年”里混着
字母O，“20二六年”半是数字半是汉字。表示年数的“坚守26年”不查。
"""

import re
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled
from qicao.rules._near import DIGITS, near

ID = "年份写法"
FAMILY = "数字"
SEVERITY = "warning"
BAD = (
    "力争⟦26年⟧秋季开学前完成，⟦25年⟧底以前验收，⟦’26年⟧再上台阶。",
    "⟦26年⟧3月，我们启动创建。会议定在⟦26年⟧上半年召开。",
    "⟦2O26年⟧3月，⟦202l年⟧以来，⟦20二六年⟧全面达标，⟦2〇26年⟧。",
)
GOOD = (
    "2026年3月，工作满26年3个月，连续26年春节值守，坚守20年初心不改，26年来。",
    "民国26年3月，光绪26年春季，有期徒刑12年6月，历时12年3月，10年底蕴，连续10年春季植树。",
    "一九二六年三月，’98抗洪，第10年春季，2024、25年冬季。",
)
_SHORT = (
    r"(?<![\d.、—～~/O至到\-])['’‘]?[0-4]\d年(?=(?:1[0-2]|[1-9])月(?!份?以?来|\d|有余|多)|年?底(?=[，。；、前完实全建达要将力验]|以前|之前)|年?初(?=[，。；、的就开召启]|以来)"
    r"|[春秋][季](?![\d植])|夏季|冬季|暑假|寒假|[上下]半年|第?[一二三四1-4]季度)|(?<!\d)['’][0-4]\d年"
)
_MIXED = (
    r"(?<![\dA-Za-z])(?=[\dOoIl〇○一二三四五六七八九零]{4}年)(?:[12][\dOoIl]{3}|[12][\d〇○零一二三四五六七八九]{3}"
    r"|[一二][\d〇○零一二三四五六七八九]{3})年"
)
_ERAS = (
    "民国", "光绪", "同治", "咸丰", "道光", "嘉庆", "乾隆", "雍正", "康熙", "顺治", "崇祯", "万历", "昭和", "平成", "令和", "宣统",
)  # fmt: skip
_SPANS = (
    "连续", "历时", "坚守", "工作", "从警", "从教", "入党", "党龄", "工龄", "徒刑", "坚持", "整整", "长达", "累计", "过去", "近",
    "约", "达", "满", "用了", "了", "这", "那", "第", "前", "后", "未来", "今后", "共", "每", "干", "守", "刑",
)  # fmt: skip


def check(m: Manuscript) -> Iterator[Hit]:
    for found in near(m, _SHORT, ("年",), 3, 10, DIGITS):
        before = m.text[max(found.start() - 4, 0) : found.start()]
        if not before.endswith((*_ERAS, *_SPANS)):
            year = re.sub(r"\D", "", found[0])
            yield Hit(*found.span(), f"年份没有写全：“{found[0]}”", f"写成“20{year}年”")
    for found in near(m, _MIXED, ("年",), 4, 1, DIGITS + "OoIl〇○一二三四五六七八九零"):
        words = found[0][:-1]
        if not words.isdigit() and compiled(r"\d").search(words):
            yield Hit(*found.span(), f"年份里混着字母或汉字：“{found[0]}”", "四位都用阿拉伯数字", "error")

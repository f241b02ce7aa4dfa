"""One text, one width: half-width marks among 汉字 become full-width ones, so that rules need know only one form.

Every character is replaced by exactly one, so places in the folded text are places in the text as written.
"""

from __future__ import annotations

import re

_MARKS = str.maketrans(",:;!?()", "，：；！？（）")
_DIGITS = str.maketrans("０１２３４５６７８９％．＋－", "0123456789%.+-")
# A mark belongs to the Chinese text when 汉字 or Chinese marks stand on either side (1,234 and 9:30 stay).
_AMONG = r"(?<=[\u4e00-\u9fff”’》）】、，。；：！？…])[,:;!?()]++|(?<![,:;!?()])[,:;!?()]++(?=[\u4e00-\u9fff“‘《（【])"
# … and brackets go in pairs, even where only one of the two touches 汉字.
_PAIRS = (r"\([^()（）\n]{3,80}）", r"（[^()（）\n]{3,80}\)")
_STRAIGHT = r'"[^"\n]*"'


def fold(text: str) -> str:
    """The text with Chinese marks at full width, digits at half width, straight quotes as “ and ”."""
    if any(mark in text for mark in ",:;!?()"):
        text = re.sub(_AMONG, lambda found: found[0].translate(_MARKS), text)
        for pair in _PAIRS if "(" in text or ")" in text else ():
            text = re.sub(pair, lambda found: f"（{found[0][1:-1]}）", text)
    if not text.isascii() and any(mark in text for mark in "０１２３４５６７８９％．＋－"):
        text = text.translate(_DIGITS)
    if '"' in text:
        text = re.sub(_STRAIGHT, lambda found: f"“{found[0][1:-1]}”", text)
    return text

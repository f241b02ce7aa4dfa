"""汉字和数字、字母之间不空格，标点前面不空格。

公文的写法：2026年3月12日，第3篇。网页排版爱在汉字和数字之间空一格，搬到公文里要去掉。小标题“1. 加强领导”里的空格、全角空格不管。
一篇最多报二十处。
"""

from qicao.rulekit import pattern
from qicao.rules._points import HAN, limited, opens_line, several

ID = "汉字数字空格"
FAMILY = "标点"
SEVERITY = "warning"
BAD = (
    "学校投入⟦ 46 ⟧万元改造图书馆，合格率达到⟦ 95%⟧。",
    "今年是⟦ 2026 ⟧年，用⟦ PPT ⟧讲课。",
    "提高认识⟦ ，⟧狠抓落实。",
)
GOOD = (
    "学校投入46万元，今年是2026年。",
    "1 加强领导\n2 落实责任\n1. 加强领导",
    "党委书记　张三　2026年",
    "He got 3 apples from Li Ming 老师。",
    "姓名  3  等级",
)


check = limited(
    several(
        pattern(
            rf"(?<={HAN}) [\dA-Za-z][\w.%/-]{{0,12}}(?: (?={HAN})|(?=[，。；、：！？）”%\n]|{HAN}|$))",
            "“{0}”与汉字之间空了格",
            "去掉空格",
            when=(" ",),
        ),
        pattern(
            rf"(?<![A-Za-z] )(?<={HAN})(?<!\n)\d[\d.%]{{0,8}} (?={HAN})",
            "“{0}”后面空了格",
            "去掉空格",
            when=(" ",),
            keep=lambda m, found: not opens_line(m, found.start()),
        ),
        pattern(
            rf"(?<={HAN}) {{1,3}}[，。；：、！？]",
            "标点“{0}”前面空了格",
            "去掉空格",
            when=(" ，", " 。", " ；", " ：", " 、", " ！", " ？"),
        ),
    )
)

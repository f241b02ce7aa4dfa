"""错别字：写错、认错的词和成语。

三张表：逐条列出的错形（typos.tsv，带守卫，形成｜积极里的“成积”不算）；四字熟语里差一个音同形近的字
（有条不素、再接再励）；扫描识别容易认错、本身又不是词的两字组合（顶目、贡献的“贞献”），这一类按警告处理。
来源：《咬文嚼字》2005 年公布的 100 个最常见别字、公文常见别字。有两种通行写法的（丰富多采）只提示。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._misread import LATER, found

ID = "错别字"
FAMILY = "错字"
SEVERITY = "error"
BAD = (
    "进一步⟦布署⟧各项工作，做到⟦有条不素⟧。",
    "全县广大⟦千部⟧要⟦再接再励⟧，⟦厚积簿发⟧。",
    "⟦分工副职⟧专门抓，班子成员⟦以身示范⟧。",
    "明确目标⟦责仼⟧，⟦反夏⟧讨论重点⟦顶目⟧。",
    "把《⟦附仵⟧》打印一份，不能互相⟦推委⟧。",
    "各部门要齐抓共管，不能⟦各自为阵⟧、⟦引以为戎⟧。",
)
GOOD = (
    "形成积极向上的氛围，机关健全各项制度，全部置于监督之下。",
    "周末来访的代表杨某走进会场，开发韧性好的材料，登记律师的名字。",
    "常委会推委员会成员，按排名先后入座。",
    "深夜人静，夜深人静的时候，农民投入民主选举，写人要写得生动。",
    "化学反应问题，周末能休息，三年未能实现，离目标也就更近一步。",
    "不负众望，深孚众望，义正词严，莫名其妙，两种写法都通行：名副其实、名符其实。",
    "李白愿意来，约旦当局表态，各项日常工作，一群从外地来的客人。",
    "绝不允许弄虚作假，决不允许走过场；碰撞问题，车辆相撞问题。",
    "通过呈报材料，加强团结，农副产品，关于部分地区的意见，征战土耳其。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for start, end, right, kind in found(m):
        word = m.text[start:end]
        if kind == "提示":
            yield Hit(start, end, f"“{word}”不是规范的写法", f"改成“{right}”", "info")
        elif kind == "认错":
            message = f"“{word}”不成词，像是“{right}”写错了"
            yield Hit(start, end, message, f"核对后改成“{right}”", "warning")
        elif kind == "成语":  # one character off a set phrase: now and then two words that only meet
            yield Hit(start, end, f"“{word}”像是“{right}”写错了", f"核对后改成“{right}”", "warning")
        elif kind not in LATER:
            yield Hit(start, end, f"“{word}”是错别字", f"改成“{right}”")

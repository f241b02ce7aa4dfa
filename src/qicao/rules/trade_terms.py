"""用语错字：各行各业的固定用语里写错、写漏一个字。

“医疗度物、隐避工程、病煤生物、到排工期”：和用语差一个音同形近的字；“按时成任务、道路通安全”：漏了一个字。用语表收医疗
卫生、教育、政法、税务金融、住建交通、水利农业、电力、项目、安全生产、作风建设、文明创建和机关公文的用语（三到八字），并和
《人民日报》语料对过：语料里有的相近说法（民族权利、安全监督）不报。
"""

from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.rules._misread import found

ID = "用语错字"
FAMILY = "错字"
SEVERITY = "warning"
BAD = (
    "⟦医疗度物⟧要集中处置，⟦病煤生物⟧密度要降下来。",
    "⟦隐避工程⟧必须验收，项目部要⟦到排工期⟧、挂图作战。",
    "对⟦按时成⟧节点任务的给予奖励，突出⟦道路通安全⟧。",
    "抓好⟦安全产⟧，压实⟦主体责仁⟧。",
)
GOOD = (
    "经济形势和经济形式，安全监督和安全监管，人民权利和人民权力，检查工作和检察工作。",
    "按时成立领导小组，道路通畅，道路通车里程，工作制度，工作效果，安全产品。",
    "医疗废物、病媒生物、隐蔽工程、倒排工期，高新技术，农业产业化，科技新产品。",
    "由主要领导任组长，誓师会，人行道交通，加强督导，招投标工作，限期改正，最后一公里，动员会，表彰会，服务业，技术员，第一任书记。",
)


def check(m: Manuscript) -> Iterator[Hit]:
    for start, end, right, kind in found(m):
        word = m.text[start:end]
        if kind == "用语":
            yield Hit(start, end, f"“{word}”像是“{right}”写错了", f"核对后改成“{right}”")
        elif kind == "缺字":
            yield Hit(start, end, f"“{word}”像是漏了一个字", f"核对后补成“{right}”")

"""文件属性里还是别人的名字、单位或旧标题。

另存旧稿改出来的文件，“文件—信息”里常留着原来的标题、作者和单位，发出去人人看得到。属性里的单位、地名在要素单和正文里都没有的，
是警告；装机时的用户名、和正文不一样的标题、作者与最后修改者不是同一人的，只提示。
"""

from collections.abc import Iterator

from qicao.layout import Layout, Property
from qicao.manuscript import Hit, Manuscript
from qicao.rulekit import compiled

ID = "属性残留"
FAMILY = "版式"
SEVERITY = "warning"
BAD = (
    "给青川市水利局的稿子，属性里的标题是“在新濮县税务局动员大会上的讲话”",
    "属性里的单位是别的局",
    "作者是“微软用户”“Administrator”“python-docx”",
)
GOOD = ("属性里的标题就是正文的标题，作者是本单位", "作者和最后修改者都是本人")
_NAMELESS = (
    "python-docx", "administrator", "admin", "user", "users", "windows", "windows 用户", "windows user", "微软用户", "微软中国",
    "用户", "microsoft", "microsoft office user", "microsoft 帐户", "microsoft account", "apache poi", "unknown", "lenovo", "lenovo user",
    "hp", "dell", "asus", "acer", "thinkpad", "pc", "my", "china", "www", "雨林木风", "番茄花园", "深度技术", "系统之家", "docx4j",
)  # fmt: skip
_ENDINGS = "委员会|纪委|局|厅|医院|学院|大学|中学|小学|学校|公司|集团|银行|街道|社区|法院|检察院|政府|管委会|省|市|县|区|州|旗|镇|乡"
_UNIT = rf"(?=([\u4e00-\u9fff]{{2}}(?:{_ENDINGS})))"
_NOT_IN_NAMES = "在于和与的及全我本各该对向是赴到为级"
_PEOPLE = ("作者", "最后修改者", "经理")


def check(m: Manuscript) -> Iterator[Hit]:
    found = (m.layout or Layout()).properties
    by_name = {one.name: one.text for one in found}
    for one in found:
        said = f"属性里的{one.name}是“{one.text[:40]}”"
        strangers = _strangers(m, one.text)
        if strangers:
            here = "要素单和正文里都没有" if m.own else "正文里没有"
            hint = f"“{strangers[0]}”{here}；在“文件—信息”里改掉"
            yield Hit(one.start, one.end, said, hint, None if m.own else "info", in_source=True)
        elif one.name in (*_PEOPLE, "单位") and one.text.strip().lower() in _NAMELESS:
            hint = f"是装机或软件留下的名字；在“文件—信息”里改成{'本单位' if one.name == '单位' else '本人或本单位'}"
            yield Hit(one.start, one.end, said, hint, "info", in_source=True)
        elif _differs(m, one, by_name):
            hint = "和稿子对不上，可能是旧稿留下的；在“文件—信息”里核对"
            yield Hit(one.start, one.end, said, hint, "info", in_source=True)


def _strangers(m: Manuscript, text: str) -> list[str]:
    """Names of units and places in a property that this speech says nothing of."""
    names = [found[1] for found in compiled(_UNIT).finditer(text)]
    names = [name for name in names if not set(name[:2]) & set(_NOT_IN_NAMES)]
    known = f"{m.own.said if m.own else ''}\n{m.body}"
    found = [name for name in names if name not in known]
    # A speech seldom gives its own full name: without a brief, one name that it knows vouches for the others.
    return found if m.own or len(found) == len(names) else []


def _differs(m: Manuscript, one: Property, by_name: dict[str, str]) -> bool:
    """A title that is not this speech's; an author who is neither the owner nor the one who saved last."""
    text = "".join(one.text.split())
    if one.name == "标题":
        return text not in m.body.replace("\n", "").replace(" ", "") and not (m.own and text in m.own.said)
    if one.name != "作者":
        return False
    last = by_name.get("最后修改者", text)
    return bool(last.strip()) and text != "".join(last.split()) and not (m.own and text in m.own.said)

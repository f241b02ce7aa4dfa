"""同一个人的姓名、同一个科室的名称前后写法不同。

“吴国梁副厅长”后面成了“吴国良副厅长”，“督查室”后面成了“督查科”，总有一个是错的或是旧稿留下来的。姓名只比职务相同、只差一个字的
（职务不同的，差的那个字还要同音）；科室只比“科、处、室、股”前面的字相同的。
"""

from collections import Counter
from collections.abc import Iterator

from qicao.manuscript import Hit, Manuscript
from qicao.names import persons
from qicao.rulekit import matches

ID = "名称不一"
FAMILY = "串稿"
SEVERITY = "warning"
BAD = (
    "同志们：\n刚才，吴国梁副厅长宣读了方案。由⟦吴国良⟧副厅长任副组长。",
    "同志们：\n督查室要牵头，督查室每月通报，⟦督查科⟧要把好关，信息科、机要科抓好落实。⟦督察室⟧每月通报，⟦机要局⟧配合。",
    "同志们：\n总工程师李敬尧同志是领头人。李敬尧同志要带好队伍，⟦李敬饶⟧同志负责技术保障。",
    "同志们：\n刚才，副总经理罗卫东通报了情况。⟦罗卫冬⟧同志负责总体调度，⟦罗卫栋⟧副总经理参加。",
    "同志们：\n工作由机关党委承担。大家要注意身体，⟦机关党总支⟧要把工间操组织起来。",
)
GOOD = (
    "同志们：\n刚才，吴国梁副厅长宣读了方案，吴国梁同志任副组长，李国梁局长到会。",
    "同志们：\n副书记高度重视部署，主任马上部署，经理何时负责，局长许多负责，李建国局长和李建军同志都要参加。",
    "同志们：\n督查室要牵头，信息科、行政科、各处室、各科室都要配合，办公室、教研室、会议室不例外，各位处长、科长带头。",
)
_HAN = r"[\u4e00-\u9fff]"
_LEAD = r"[，。、；：！\n和与由请各市县区局院校厅办委]"
_OFFICE = (
    rf"(?P<end>[科处室股])(?<={_LEAD}{_HAN}{_HAN}.)(?![长室员级研学技普目内外理分罚置所于境方])"
    rf"|(?P<ju>局)(?<=[，。、；：！\n和]{_HAN}{_HAN}.)(?![长限部势面域])|机关(?<!局..)(?P<body>党委|党总支)"
)
_HEADS_NOT = frozenset(
    [
        "办公",
        "教研",
        "会议",
        "各科",
        "各处",
        "科室",
        "处室",
        "有关",
        "相关",
        "业务",
        "职能",
        "牵头",
        "责任",
        "本科",
        "机关",
        "到处",
        "好处",
        "长处",
        "之处",
        "何处",
        "各室",
        "市直",
        "县直",
    ]
)


def check(m: Manuscript) -> Iterator[Hit]:
    if not m.is_speech:
        return
    seen: dict[tuple[str, str], str] = {}  # (office, name with one character left out) → name
    for person in m.once(persons):
        keys = _keys(person.name, person.office)
        twin = next((seen[key] for key in keys if seen.get(key, person.name) != person.name), "")
        keys += _keys(person.name, "")
        twin = twin or next(
            (seen[key] for key in keys if not key[0] and _sound_alike(seen.get(key, ""), person.name)), ""
        )
        if twin:
            yield Hit(person.start, person.end, f"前面写的是“{twin}”，这里是“{person.name}”", "核对姓名")
        for key in keys:
            seen.setdefault(key, person.name)
    yield from _offices(m)


def _offices(m: Manuscript) -> Iterator[Hit]:
    """Departments whose head is the same and whose ending is not: the commoner way is right, else the first."""
    seen: dict[str, list[tuple[int, str]]] = {}
    for one in matches(m, _OFFICE, ("科", "处", "室", "局", "机关党")):
        end = one["end"] or one["ju"] or one["body"]
        start = one.start() if one["body"] else one.start() - 2
        head = m.text[start : start + 2]
        if head not in _HEADS_NOT or one["body"]:
            seen.setdefault(head.replace("察", "查"), []).append((start, head + end))
    for found in seen.values():
        counts = Counter([name for _, name in found])
        if len(counts) < 2 or all(name.endswith("局") for name in counts):
            continue
        usual = counts.most_common(1)[0][0]  # of equals the first
        for start, name in found:
            if name != usual:
                yield Hit(start, start + len(name), f"“{name}”别处写作“{usual}”", "核对名称，前后统一")


_NEAR = 8  # places in the table of characters


def _keys(name: str, office: str) -> list[tuple[str, str]]:
    """What two names of three characters share when surname and office are the same and one character differs."""
    return [(office, name[0] + name[1] + "*"), (office, name[0] + "*" + name[2])] if len(name) == 3 else []


def _sound_alike(one: str, other: str) -> bool:
    """Whether two names of one pattern differ in characters that sound alike: 罗卫东, 罗卫冬. GB/T 2312 has its
    everyday characters in the order of their sounds, so these are close to one another in it."""
    changed = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    places = [_place(char) for pair in changed for char in pair]
    return (
        len(changed) == 1
        and len(one) == len(other)
        and min(places) > 0
        and abs(places[0] - places[1]) <= _NEAR
    )


def _place(char: str) -> int:
    """Where a character stands among the everyday ones of GB/T 2312; 0 when it is none of them."""
    try:
        first, second = char.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return 0
    return (first - 0xB0) * 94 + second - 0xA0 if 0xB0 <= first <= 0xD7 else 0

"""A commented 要素单 that holds exactly the facts the chosen outline can use."""

from __future__ import annotations

import re

from qicao.compose import compiled_outline
from qicao.library.model import Library
from qicao.library.section import LIMITS, Snippet
from qicao.reckon import NAMES
from qicao.sentence import LEVELS, Paragraph
from qicao.slots import AIM, EXAMPLES

_HEAD = """\
# 要素单：一篇讲话的事实。冒号用英文半角，后面空一格；# 后面是说明。
# 写好后运行 qicao draft 这个文件；没有的事实不用填，用得上它的句子会自动略去或者标出【待填】。
稿种: 动员讲话
提纲: {outline}          # {outlines}
主题: {campaign}            # {campaigns}
级别: {level}              # 争创的级别：全国 | 省级 | 市级 | 县级
单位:
  名称: {名称}            # 全称
  简称: {简称}
  类型: {unit_type}              # 见 qicao library list --types
  地区: {地区}            # 全称，看得出是省、市还是县
  # 层级: 县             # 县级市、直辖市的区等看地名看不出时再写：省 | 市 | 县 | 乡
  # 自称: 我局           # 下面几项按单位类型自动取，叫法特别时再写
  # 领导机构: 局党组
  # 干部群体: 干部职工
  # 下级: 各科室、局属各单位
会议:
  # 名称: 创建动员大会    # 不写就按主题和级别自动取
  日期: 2026-03-12
  # 议程: [宣读了创建实施方案, 6个科室负责同志作了发言]   # 讲话之前进行了什么
讲话人:
  姓名: {姓名}
  职务: {职务}
  # 身份: 主要负责人      # 主要负责人 | 分管负责人 | 上级领导 | 会议总结
时长: 15分钟              # 或者写 字数: 2500（二者只写一个）
# 语速: 150              # 每分钟念多少字
# 种子: 甲               # 换一套措辞
"""


def blank_brief(library: Library, unit_type: str, campaign: str, level: str, outline: str) -> str:
    """The text of a new 要素单. Raises SpeechError when the outline is broken."""
    example = library.unit_types[unit_type].example
    fields = {
        key: _quoted(text) if (text := example.get(key, "")) else ""
        for key in ("名称", "简称", "地区", "姓名", "职务")
    }
    head = _HEAD.format(
        outline=outline,
        outlines=" | ".join(library.outlines),
        campaign=campaign,
        campaigns=" | ".join(library.campaigns),
        level=level,
        unit_type=unit_type,
        **fields,
    )
    wanted = usable_facts(library, unit_type, campaign, level, outline)
    lines = [
        f"  # {fact.name}: {fact.example}    # {fact.about}"
        for name, fact in library.facts.items()
        if name in wanted
    ]
    return (
        head
        + "情况: {}                 # 填的时候去掉 {}，把下面要用的行去掉开头的 #，改成自己的\n"
        + "\n".join(lines)
        + "\n"
    )


def usable_facts(library: Library, unit_type: str, campaign: str, level: str, outline: str) -> set[str]:
    """Names of the facts that some section this outline may use has a slot for."""
    compiled_outline(library, outline)  # a broken outline is named here, not at the first draft
    text = _outline_text(library, outline)
    moves = {move for move in library.moves if f'"{move}"' in text}
    facts = set(re.findall(r"情况\.([\w]+)", text))
    for snippet in library.snippets:
        roles = snippet.limits[4]
        wanted = (campaign, level, unit_type, outline, roles[0] if roles else "")
        if snippet.move in moves and snippet.fits(wanted, snippet.since or "9999"):
            for variant in snippet.variants:
                facts |= {path.partition(".")[2] for path in variant.uses if path.startswith("情况.")}
    return facts - set(NAMES)  # nobody need fill in what follows from the rest


def _outline_text(library: Library, outline: str) -> str:
    from qicao.outlinefiles import load_sources

    sources = load_sources(library.outlines.get(outline, outline), library.outlines)
    return "\n".join([source.text for source in sources.values()])


def source_yaml(snippet: Snippet, whole: bool = False) -> str:
    """A section as YAML, to read or to edit; `whole` makes it a file of its own."""
    marks = {level: mark for mark, level in LEVELS.items()}

    def words(paragraph: Paragraph) -> str:
        out, level = "", 0
        for segment in paragraph.segments:
            out += f"[{marks[segment.level]}]" if segment.level != level else ""
            level = segment.level
            for part in segment.parts:
                out += part if isinstance(part, str) else "{{ " + "|".join([part.path, *part.filters]) + " }}"
        return out

    lines = ["# 抄自段落库；名字不改就顶替原来那一段。", "段落:"] if whole else []
    lines += [f"- id: {_quoted(snippet.id)}", f"  语步: {_quoted(snippet.move)}"]
    lines += [
        f"  {key}: [{', '.join(map(_quoted, limit))}]"
        for key, limit in zip(LIMITS, snippet.limits, strict=True)
        if limit
    ]
    for key, words_ in snippet.when.items():
        lines += [f"  {key}: [{', '.join(map(_quoted, words_))}]"] if words_ else []
    lines += [f"  话题: {_quoted(snippet.topic)}"] if snippet.topic else []
    lines += [f"  次: {snippet.order}"]
    for key, phrases in ((AIM, snippet.aims), (EXAMPLES, snippet.examples)):
        lines += [f"  {key}: {_by_fact(phrases)}"] if phrases else []
    lines += [f"  {name}: {_quoted(words(said))}" for name, said in snippet.says.items()]
    if snippet.since or snippet.until:
        period = ", ".join([f"{k}: {v}" for k, v in (("自", snippet.since), ("至", snippet.until)) if v])
        lines.append(f"  有效期: {{{period}}}")
    if snippet.titles:
        lines += ["  标题:", *[f"  - {_quoted(words(title))}" for title in snippet.titles]]
    lines.append("  异文:")
    for variant in snippet.variants:
        lines += ["  - |", *[f"    {words(paragraph)}" for paragraph in variant.paragraphs]]
    return "\n".join(lines) + ("\n" if whole else "")


def _by_fact(phrases: tuple[tuple[str, str], ...]) -> str:
    """[排队, 等候], or {堵点: [管线]}."""
    groups: dict[str, list[str]] = {}
    for fact, word in phrases:
        groups.setdefault(fact, []).append(_quoted(word))
    if set(groups) == {""}:
        return f"[{', '.join(groups[''])}]"
    return "{" + ", ".join([f"{fact}: [{', '.join(words)}]" for fact, words in groups.items()]) + "}"


def _quoted(text: str) -> str:
    """A YAML scalar: bare when nothing in it means anything to YAML."""
    if re.fullmatch(r"[0-9A-Za-z一-龥·、，。；（）“”《》—/-]+", text) and text[0] not in "-":
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""The tables around the sections: moves, facts, roles, quotations, formulations, unit types, campaigns."""

from __future__ import annotations

from collections.abc import Iterable

from qicao.form import Form
from qicao.library.model import (
    LEVELS,
    Campaign,
    Fact,
    Formulation,
    ItemAnswer,
    Itemized,
    Library,
    Move,
    Quotation,
    SpeakerRole,
    UnitType,
)
from qicao.places import suggest
from qicao.sentence import Paragraph, parse_line
from qicao.slots import ACTS, SLOTS, UNIT_WORDS
from qicao.yamlfile import Node

FACT_KINDS = ("文本", "数", "列表", "记录")


def read_tables(root: Form, library: Library) -> None:
    """Add whatever tables one file holds; a name that is there already is replaced (nearest folder wins)."""
    for key, read in _READERS.items():
        if form := root.form(key):
            read(form, library)
    if day := root.day("核对"):
        library.verified = max(library.verified, day.isoformat())


def _entries(table: Form) -> list[tuple[str, Form]]:
    return [(name, form) for name in table.node.fields if (form := table.form(name)) is not None]


def _sentence(form: Form, key: str, known: Iterable[str] = SLOTS) -> Paragraph | None:
    node = form.get(key)
    if node is None:
        return None
    if node.kind != "text":
        form.say("类型", f"“{key}”应当是一行文字", "去掉括号和下面的条目", node.place)
        return None
    return _line(node, known, form)


def _line(node: Node, known: Iterable[str], form: Form) -> Paragraph:
    """A line of text that may use these slots."""
    paragraph = parse_line(node.text.strip(), node.place, form.findings)
    for segment in paragraph.segments:
        for slot in segment.slots:
            if slot.path not in known:
                form.say(
                    "槽", f"不认识的槽“{slot.path}”", suggest(slot.path, known, "这里可以用"), node.place
                )
    return paragraph


def _moves(table: Form, library: Library) -> None:
    for name, form in _entries(table):
        low, high, start = 0, 0, ""
        about = form.text("说明")
        if title := form.form("标题"):
            sizes = title.texts("字数")
            low, high = (
                (int(sizes[0]), int(sizes[-1])) if sizes and all(s.isdecimal() for s in sizes) else (0, 0)
            )
            start = title.text("开头")
            title.close()
        recalls = form.choice("回扣", ["是", "否"], "否") == "是"
        rest = form.choice("补遗", ["是", "否"], "否") == "是"
        beats = form.choice("节拍", ["是", "否"], "否") == "是"
        form.close()
        library.moves[name] = Move(name, about, low, high, start, beats, recalls, rest)


def _topics(table: Form, library: Library) -> None:
    for name in table.node.fields:
        order = table.integer(name)
        library.topics[name] = 50 if order is None else order


def _facts(table: Form, library: Library) -> None:
    for name, form in _entries(table):
        columns: dict[str, str] = {}
        kind = form.choice("类型", FACT_KINDS, need="写 文本、数、列表 或 记录")
        about, example = form.text("说明"), form.text("示例")
        count, joiner = form.integer("项数") or 0, form.text("连接", "、")
        if inner := form.form("栏目"):
            columns = {key: inner.choice(key, FACT_KINDS[:2]) for key in inner.node.fields}
        required = form.texts("必填")
        problem = form.choice("要解决", ["是", "否"], "否") == "是"
        case = ("否", "是", "先").index(form.choice("要剖析", ["否", "是", "先"], "否"))
        heads = form.choice("作标题", ["是", "否"], "否") == "是"
        sentence = _sentence(form, "句", columns)
        if kind == FACT_KINDS[3] and (sentence is None or not set(required) <= columns.keys()):
            form.say(
                "情况项",
                f"“{name}”是记录，要写栏目和句，必填的要在栏目里",
                "照 现有荣誉 的样子写",
                form.node.place,
            )
        form.close()
        library.facts[name] = Fact(
            name, kind, about, example, count, joiner, columns, required, sentence, problem, heads, case
        )


def _itemized(table: Form, library: Library) -> None:
    known = (*SLOTS, *(f"情况.{name}" for name in library.facts))
    for name, form in _entries(table):
        pattern, rows = form.text("句式", need="写明 {项} 和 {话} 怎样连"), form.get("项")
        if "{项}" not in pattern or "{话}" not in pattern or pattern.count("{") != 2:
            form.say(
                "句式", f"“{name}”的句式里要有一个{{项}}、一个{{话}}", "如 {项}要落实，{话}", form.node.place
            )
            pattern = "{项}，{话}"
        if rows is None or rows.kind != "list":
            form.missing("项", "一条一项，写明 针对 和 话")
        answers: list[ItemAnswer] = []
        for node in rows.items if rows is not None else ():
            row = Form(node, form.findings, name)
            words, lines = row.texts("针对"), row.get("话")
            if not words or lines is None:
                row.missing("话", "写明 针对 哪些词，话 怎么说")
            row.close()
            texts = lines.items if lines is not None and lines.kind == "list" else filter(None, [lines])
            parsed = tuple([_line(text, known, form) for text in texts])
            if words and parsed:
                answers.append(ItemAnswer(words, parsed))
        form.close()
        library.itemized[name] = Itemized(pattern, tuple(answers))


def _roles(table: Form, library: Library) -> None:
    for name, form in _entries(table):
        unit, we = form.choice("本单位", ["自称", "简称"], need="自称 或 简称"), form.text("我们", "我们")
        first = form.choice("先选身份", ["是", "否"], "否") == "是"
        unsaid, late = form.texts("不提"), form.choices("后加长", library.moves)
        form.close()
        library.roles[name] = SpeakerRole(name, unit, we, first, unsaid, late)


def _quotations(table: Form, library: Library) -> None:
    for name, form in _entries(table):
        words = form.text("字句", need="逐字抄录，不改一字", limit=500)
        speaker, day = form.text("人", need="说话的人"), form.day("日期", need="哪一天说的")
        occasion = form.text("场合", need="在哪里说的")
        lead, source = form.text("引出", need="引出语录的半句话"), form.text("来源", need="出处")
        form.close()
        if day:
            library.quotations[name] = Quotation(name, words, speaker, day, occasion, lead, source)


def _formulations(table: Form, library: Library) -> None:
    for name in table.node.fields:
        node = table.get(name)
        if node is None or node.kind != "list":
            place = table.node.fields[name][0].place
            table.say("类型", f"“{name}”应当是一列时段", "每条以“- ”开头，写明 自、至、文、依据", place)
            continue
        library.formulations = [old for old in library.formulations if old.name != name]
        for item in node.items:
            form = Form(item, table.findings, name)
            since, until = form.day("自"), form.day("至")
            words, ground = form.text("文", need="提法的原文"), form.text("依据", need="根据什么定的时段")
            form.close()
            period = (since.isoformat() if since else "", until.isoformat() if until else "")
            library.formulations.append(Formulation(name, *period, words, ground))


def _unit_type(form: Form, library: Library) -> None:
    name = form.plain("名称", need="单位类型的名称，如 税务")
    about, words = form.text("说明"), {}
    for key in UNIT_WORDS:
        words[key] = _choices(form, key)
    campaigns = form.texts("主题")
    example: dict[str, str] = {}
    if sample := form.form("示例"):
        example = {key: sample.text(key) for key in sample.node.fields}
    form.close()
    library.unit_types[name] = UnitType(name, about, campaigns, example, lambda: words)


def _choices(form: Form, key: str) -> dict[str, Paragraph]:
    """自称: 我局, or 自称: {所: 我所, 其他: 我局} chosen by the ending of the unit's name; 说法 by its type."""
    node = form.get(key)
    if node is None:
        form.missing(key, f"写明这类单位的{key}")
        return {}
    if node.kind == "map":
        inner = Form(node, form.findings, key)
        pairs = {ending: _sentence(inner, ending) for ending in node.fields}
        return {("" if end == "其他" else end): words for end, words in pairs.items() if words}
    words = _sentence(form, key)
    return {"": words} if words else {}


def _campaign(form: Form, library: Library) -> None:
    name = form.plain("名称", need="主题的名称，如 文明单位")
    honours: dict[str, str] = {}
    if inner := form.form("荣誉"):
        honours = {level: inner.text(level) for level in LEVELS}
        inner.close()
    meeting, instead, absent = _sentence(form, "会议"), form.text("改用"), form.texts("称谓不含")
    acts = {key: {"": parse_line(text, form.node.place, form.findings)} for key, text in ACTS.items()}
    if inner := form.form("说法"):
        acts |= {key: words for key in inner.node.fields if key in ACTS and (words := _choices(inner, key))}
        inner.close()
    form.close()
    library.campaigns[name] = Campaign(name, honours, meeting, instead, acts, absent)


_READERS = {
    "语步": _moves,
    "话题": _topics,
    "情况项": _facts,
    "身份": _roles,
    "逐项": _itemized,
    "引语": _quotations,
    "提法": _formulations,
    "单位类型": _unit_type,
    "主题": _campaign,
}

"""段落 from YAML nodes: ids, limits, titles, variants with every slot checked for form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qicao.form import Form
from qicao.library.section import LIMITS, Content, Snippet, Variant
from qicao.places import Finding, Place, suggest
from qicao.sentence import Paragraph, parse_line, slot_offsets
from qicao.slots import AIM, EXAMPLES, ITEMIZED, SAYS, UNLESS, WHEN, fact_path
from qicao.yamlfile import Node

_DEFAULT_ORDER = 50


@dataclass
class Known:
    """The words a section may use, taken from all tables of all folders."""

    moves: Iterable[str]
    topics: dict[str, int]
    limits: dict[str, Sequence[str]]
    slots: frozenset[str]

    def words(self, limit: str) -> Sequence[str]:
        return self.limits[limit]


def parse_snippets(root: Form, known: Known, library: str, findings: list[Finding]) -> list[Snippet]:
    """All sections of one file. The file's 适用 is the default for each of them."""
    defaults: dict[str, tuple[str, ...]] = {}
    if apply := root.form("适用"):
        defaults = _limits(apply, known)
        apply.close()
    root.text("出处")
    node = root.get("段落")
    if node is None:
        return []
    if node.kind != "list":
        findings.append(Finding("类型", "“段落”应当是一列，每条以“- ”开头", "每段前面加“- ”", node.place))
        return []
    return [_snippet(Form(item, findings, "段落"), defaults, known, library) for item in node.items]


def _limits(form: Form, known: Known) -> dict[str, tuple[str, ...]]:
    found = {key: form.choices(key, known.words(key)) for key in LIMITS if key in form.node.fields}
    return found | {key: form.texts(key) for key in (*WHEN, UNLESS) if key in form.node.fields}


def _snippet(form: Form, defaults: dict[str, tuple[str, ...]], known: Known, library: str) -> Snippet:
    name = form.plain("id", need="起一个全库唯一的名字，如 税务-任务-窗口服务")
    form.name = name or form.name
    move = form.choice("语步", known.moves, need="写明这一段起什么作用，如 任务")
    limits = defaults | _limits(form, known)
    for key in (*LIMITS, *WHEN, UNLESS):
        form.get(key)
    topic = form.text("话题")
    order = form.integer("次")
    aims, examples = _aims(form, known, AIM), _aims(form, known, EXAMPLES)
    titles = _lines(form.get("标题"), form, known)
    says = {name: lines[0] for name in SAYS if (lines := _lines(form.get(name), form, known))}
    variants = _variants(form, known)
    since, until = _period(form)
    form.text("出处")
    form.close()
    return Snippet(
        id=name,
        move=move,
        limits=tuple([limits.get(key, ()) for key in LIMITS]),
        topic=topic,
        order=known.topics.get(topic, _DEFAULT_ORDER) if order is None else order,
        since=since,
        until=until,
        library=library,
        place=form.node.place,
        facts=_facts(variants),
        aims=aims,
        when={key: limits[key] for key in (*WHEN, UNLESS) if key in limits},
        exampled=bool(examples),
        lone=len(variants) == 1,
        content=lambda: Content(tuple(titles), tuple(variants), says),
        exemplify=lambda: examples,
    )


def _facts(variants: Sequence[Variant]) -> frozenset[str]:
    """What its wordings have slots for; AIM when none of them can do without a problem to answer."""
    facts = {
        path
        for one in variants
        for slot in one.uses
        for path in (slot, fact_path(slot))
        if path.startswith(("情况.", f"{ITEMIZED}."))
    }
    return frozenset(facts | ({AIM} if variants and all(AIM in one.needs for one in variants) else set()))


def _aims(form: Form, known: Known, word: str) -> tuple[tuple[str, str], ...]:
    """针对: [排队, 等候], or {堵点: [管线, 迁改]} where only one kind of problem is meant; 例 alike."""
    node = form.get(word)
    if node is None or node.kind != "map":
        return tuple([("", text) for text in form.texts(word)])
    inner = Form(node, form.findings, word)
    facts = [path.partition(".")[2] for path in known.slots if path.startswith("情况.")]
    for name, (key, _) in node.fields.items():
        if name not in facts:
            inner.unknown("情况项", name, facts, key.place)
    return tuple([(name, text) for name in node.fields for text in inner.texts(name)])


def _period(form: Form) -> tuple[str, str]:
    period = form.form("有效期")
    if period is None:
        return "", ""
    since, until = period.day("自"), period.day("至")
    period.close()
    return since.isoformat() if since else "", until.isoformat() if until else ""


def _variants(form: Form, known: Known) -> list[Variant]:
    single, several = form.get("正文"), form.get("异文")
    if single is None and several is None:
        form.missing("异文", "至少写一稿正文")
        return []
    nodes: Sequence[Node] = [single] if single else []
    if several is not None:
        nodes = [*nodes, *(several.items if several.kind == "list" else [several])]
    variants = [Variant(tuple(_lines(node, form, known))) for node in nodes]
    if not variants or not all(variant.paragraphs for variant in variants):
        place = (single or several or form.node).place
        form.say("异文", "有一稿是空的", "写上正文，或者删掉这一条", place)
    return variants


def _lines(node: Node | None, form: Form, known: Known) -> list[Paragraph]:
    """Paragraphs of a text (one a line) or of a list of texts."""
    if node is None:
        return []
    if node.kind == "list":
        return [paragraph for item in node.items for paragraph in _lines(item, form, known)]
    if node.kind == "map":
        form.say("类型", "这里应当是文字", "以 {{ 或“键:”开头的句子放进 | 块里", node.place)
        return []
    out = []
    for offset, line in enumerate(node.text.split("\n")):
        if line.strip():
            shift = len(line) - len(line.lstrip())
            place = Place(node.place.file, node.place.line + offset, node.place.column + shift)
            paragraph = parse_line(line.strip(), place, form.findings)
            _check_slots(paragraph, line.strip(), place, form, known)
            out.append(paragraph)
    return out


def _check_slots(paragraph: Paragraph, text: str, place: Place, form: Form, known: Known) -> None:
    slots = [slot for segment in paragraph.segments for slot in segment.slots]
    for slot, offset in zip(slots, slot_offsets(text), strict=False):
        if slot.path not in known.slots:
            at = Place(place.file, place.line, place.column + offset)
            form.say(
                "槽",
                f"不认识的槽“{slot.path[:30]}”",
                suggest(slot.path[:30], sorted(known.slots), "常用的槽"),
                at,
            )

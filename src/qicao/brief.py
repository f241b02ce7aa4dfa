"""要素单: one speech's facts, read and checked against what the library knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qicao.facts import FactValue, read_facts
from qicao.form import Form
from qicao.library.model import LEVELS, Library
from qicao.places import Finding, Place, SpeechError
from qicao.regions import TIERS, Region, region
from qicao.slots import UNIT_WORDS
from qicao.yamlfile import Document, Node, read_yaml

KIND = "动员讲话"
DEFAULT_OUTLINE = "意义任务要求式"
DEFAULT_ROLE = "主要负责人"
DEFAULT_MINUTES = 15.0
DEFAULT_PACE = 150  # 字/分钟; facts: 机关讲话 130–180
_MINUTES = r"^(\d{1,3}(?:\.\d)?)\s*(?:分钟?|min)?$"


class Brief(NamedTuple):
    """One speech's facts. Empty text means "not given" wherever the key is optional."""

    outline: str
    campaign: str
    level: str
    unit: str
    unit_short: str
    unit_type: str
    region: Region
    meeting: str
    day: date
    agenda: tuple[str, ...]
    speaker: str
    post: str
    role: str
    pace: int
    length: int  # characters wanted
    honour: str
    salutation: str
    own_words: Mapping[str, str]  # 自称, 领导机构 … set by hand for this unit
    facts: Mapping[str, FactValue]
    seed: str = ""
    place: Place = Place("")
    accepted: tuple[str, ...] = ()  # words the check leaves alone
    unchecked: tuple[str, ...] = ()  # rules, or families of rules, it does not run


def read_brief(path: Path, library: Library, changes: Mapping[str, str] | None = None) -> Brief:
    """Read a 要素单; `changes` maps dotted keys (单位.名称) to texts that replace what the file says.

    Raises SpeechError with every mistake in it.
    """
    return brief_from(read_yaml(path), str(path), library, changes)


def outline_wanted(path: Path, library: Library) -> str:
    """The outline a 要素单 asks for, however wrong the rest of it is; "" when that cannot be told."""
    root = read_yaml(path).root
    if root is None or root.kind != "map":
        return ""
    name = _outline(Form(root, [], "要素单"), library)
    return name if name in library.outlines or Path(name).is_file() else ""


def brief_from(
    document: Document, name: str, library: Library, changes: Mapping[str, str] | None = None
) -> Brief:
    """As `read_brief`, for a document already read."""
    findings = document.findings
    root = document.root
    if root is None or root.kind != "map":
        if root is not None or not findings:
            place = root.place if root else Place(name, 1, 1)
            findings.append(Finding("类型", "要素单应当是若干行“键: 值”", "用 qicao new 写一份样子", place))
        raise SpeechError(findings)
    for key, text in (changes or {}).items():
        _change(root, key, text, findings)
    brief = _read(Form(root, findings, "要素单"), library)
    if findings:
        raise SpeechError(sorted(set(findings), key=lambda finding: finding.place))
    return brief


def _change(root: Node, key: str, text: str, findings: list[Finding]) -> None:
    """Set a dotted key, as if it stood in the file."""
    node, place = root, Place(f"--set {key}")
    *above, last = key.split(".")
    for part in above:
        if part not in node.fields:
            node.fields[part] = (Node("text", place, part), Node("map", place))
        if node.fields[part][1].empty:
            node.fields[part] = (node.fields[part][0], Node("map", place))
        node = node.fields[part][1]
        if node.kind != "map":
            findings.append(Finding("类型", f"“{part}”下面不能再有“{last}”", "检查 --set 的键", place))
            return
    node.fields[last] = (Node("text", place, last), Node("text", place, text))


def _read(form: Form, library: Library) -> Brief:
    form.choice("稿种", [KIND], KIND)
    unit = form.form("单位", "写明 名称、类型、地区") or Form(Node("map", form.node.place), [], "单位")
    meeting = form.form("会议", "写明 名称、日期") or Form(Node("map", form.node.place), [], "会议")
    speaker = form.form("讲话人") or Form(Node("map", form.node.place), [], "讲话人")
    name = unit.plain("名称", "写单位全称，如 青川市水利局")
    where = _region(unit, unit.plain("地区", "写所在地区全称，如 青川市"))
    unit_type = unit.choice("类型", library.unit_types, need="写单位类型，如 机关")
    own = {key: unit.text(key) for key in UNIT_WORDS if key != "称谓"}  # 称谓 is 称呼 here, one level up
    campaigns = library.unit_types[unit_type].campaigns if unit_type else ()
    campaign = form.choice(
        "主题", library.campaigns, need=f"写主题，如 {campaigns[0] if campaigns else '文明单位'}"
    )
    level = _level(form, campaign, library, where)
    day = meeting.day("日期", "写会议日期，如 2026-03-12")
    pace, length = _length(form)
    check = form.form("体检") or Form(Node("map", form.node.place), [], "体检")
    brief = Brief(
        outline=_outline(form, library),
        campaign=campaign,
        level=level,
        unit=name,
        unit_short=unit.plain("简称") or name,
        unit_type=unit_type,
        region=where or Region("", "", "", ""),
        meeting=meeting.plain("名称"),
        day=day or date.min,
        agenda=meeting.texts("议程"),
        speaker=speaker.plain("姓名"),
        post=speaker.plain("职务"),
        role=speaker.choice("身份", library.roles, DEFAULT_ROLE),
        pace=pace,
        length=length,
        honour=form.plain("荣誉"),
        salutation=form.plain("称呼").rstrip("：:"),
        own_words={key: text for key, text in own.items() if text},
        facts=read_facts(form, library.facts),
        seed=form.text("种子"),
        place=form.node.place,
        accepted=check.texts("白名单"),
        unchecked=check.texts("不查"),
    )
    for part in (unit, meeting, speaker, check, form):
        part.close()
    return brief


def _level(form: Form, campaign: str, library: Library, where: Region | None) -> str:
    """The level of the honour aimed at; a campaign without honours takes that of the place."""
    aims = not campaign or library.campaigns[campaign].honours
    need = "写争创的级别：全国、省级、市级 或 县级" if aims else ""
    tier = where.tier if where else ""
    return form.choice("级别", LEVELS, "" if aims else _TIER_LEVEL.get(tier, LEVELS[-1]), need)


_TIER_LEVEL = {"省": LEVELS[1], "市": LEVELS[2]}


def _region(unit: Form, name: str) -> Region | None:
    tier = unit.choice("层级", TIERS)
    if not name:
        return None
    found = region(name, tier or None)
    if found is None:
        node = unit.node.fields["地区"][1]
        unit.say("地区", f"看不出“{name}”是省、市还是县", "写全称，如 青川市、青川县、城东街道", node.place)
    return found


def _outline(form: Form, library: Library) -> str:
    """The name of an outline in the library, or the path of a .j2 file of the office's own."""
    name = form.text("提纲", DEFAULT_OUTLINE)
    if name.endswith(".j2"):
        beside = Path(form.node.place.file).parent / name
        if not beside.is_file() or beside.is_symlink():
            form.say(
                "提纲",
                f"没有这个提纲文件“{name}”",
                "路径从要素单所在的文件夹算起",
                form.node.fields["提纲"][1].place,
            )
        return str(beside)
    if name not in library.outlines and "提纲" in form.node.fields:
        form.unknown("提纲", name, library.outlines, form.node.fields["提纲"][1].place)
    return name


def _length(form: Form) -> tuple[int, int]:
    """(pace in characters a minute, characters wanted). 字数 wins over 时长."""
    pace = form.integer("语速", 60, 400) or DEFAULT_PACE
    wanted = form.integer("字数", 100, 30_000)
    text, minutes = form.text("时长"), DEFAULT_MINUTES
    if text:
        found = re.match(_MINUTES, text)
        if found and 1 <= float(found[1]) <= 120:
            minutes = float(found[1])
        else:
            form.say(
                "时长", f"看不懂时长“{text[:20]}”", "写成 15分钟（1到120）", form.node.fields["时长"][1].place
            )
    if text and wanted:
        form.say("时长", "“时长”和“字数”只能写一个", "删掉一个", form.node.fields["字数"][0].place)
    return pace, wanted or round(minutes * pace)

"""What every slot says in one speech: the brief, the words of its unit type, dated formulations, quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qicao.brief import Brief
from qicao.itemized import itemized
from qicao.library.model import Library
from qicao.problems import thread
from qicao.reckon import reckoned
from qicao.sentence import SHORT, Paragraph, render

_VERBS = (
    "宣读",
    "传达",
    "通报",
    "学习",
    "表彰",
    "观看",
    "听取",
    "签订",
    "部署",
    "总结",
    "审议",
    "播放",
    "印发",
)


def slot_values(brief: Brief, library: Library) -> dict[str, str]:
    """Slot name → words. A slot that nobody filled, or that the date does not allow, is absent."""
    unit_type, campaign = library.unit_types[brief.unit_type], library.campaigns[brief.campaign]
    place, day = brief.region, brief.day.isoformat()
    values = {
        "主题": brief.campaign,
        "级别": brief.level,
        "荣誉": brief.honour or campaign.honours.get(brief.level, ""),
        "单位.名称": brief.unit,
        "单位.简称": brief.unit_short,
        "单位.地区": place.name,
        "会议.日期": f"{brief.day.year}年{brief.day.month}月{brief.day.day}日",
        "会议.议程": _agenda(brief.agenda),
        "讲话人.姓名": brief.speaker,
        "讲话人.职务": brief.post,
        "全域": place.whole,
        "地区称": place.ours,
        "直属": place.direct,
    }
    for key, ways in campaign.acts.items():
        values[key] = _words(ways.get(brief.unit_type) or ways[""], values)
    for key, choices in unit_type.words.items():
        values[key] = brief.own_words.get(key) or _by_ending(brief.unit, choices, values)
    usual = [one for one in values.get("称谓", "").split("、") if one not in campaign.absent]
    values["称谓"] = brief.salutation or "、".join(usual) or "同志们"
    role = library.roles[brief.role]
    if not role.first and "领导机构" not in brief.own_words:
        values["领导机构"] = _as_signed(values.get("领导机构", ""), brief.post)
    values["本单位"] = values["自称"] if role.unit == "自称" else brief.unit_short
    values["我们"] = role.we
    values["会议.名称"] = brief.meeting or (_words(campaign.meeting, values) if campaign.meeting else "")
    values |= {f"情况.{name}": fact.words for name, fact in brief.facts.items() if name not in role.unsaid}
    given = {name: fact.words for name, fact in brief.facts.items()}
    values |= {
        f"情况.{name}": words for name, words in reckoned(given, brief.day).items() if name not in role.unsaid
    }
    values |= {
        f"情况.{name}": words for name, words in thread(brief, library, values).items() if name not in given
    }
    cycles = [values.get(f"情况.{name}", "") for name in _CYCLES]
    values["节拍"] = next((one for one in cycles if one.startswith("每")), "每月")
    values["牵头部门"] = values.get("情况.责任科室", "牵头部门")
    values |= {f"引语.{q.name}": q.cited for q in library.quotations.values() if q.day <= brief.day}
    values |= itemized(brief, library, values)
    for one in library.formulations:
        if (not one.since or one.since <= day) and (not one.until or day <= one.until):
            values[f"提法.{one.name}"] = one.words
    return {key: value for key, value in values.items() if value}


_CYCLES = ("调度周期", "督查周期", "检查频次")
_BODIES = "党组织|党组|党委|党总支|党支部|党工委"


def _as_signed(body: str, post: str) -> str:
    """The leading body as the speaker's own post calls it: 党组书记 speaks of 局党组, whatever is usual."""
    own = re.search(f"(?<!机关)(?:{_BODIES})(?=书记|副书记|成员|委员)", post)
    return re.sub(_BODIES, own[0], body, count=1) if own else body


def _agenda(items: Sequence[str]) -> str:
    """What happened before, as one clause; 会议 becomes the subject where the first item begins with a verb."""
    text = "，".join([item.rstrip("。，；") for item in items])
    return f"会议{text}" if text.startswith(_VERBS) else text


def _by_ending(name: str, choices: Mapping[str, Paragraph], values: Mapping[str, str]) -> str:
    """The choice whose ending the unit's name has; longest ending first, then anywhere in it, then 其他."""
    ranked = sorted((ending for ending in choices if ending), key=len, reverse=True)
    for ending in ranked:
        if name.endswith(ending):
            return _words(choices[ending], values)
    for ending in ranked:
        if ending in name:
            return _words(choices[ending], values)
    if "" in choices:
        return _words(choices[""], values)
    return _words(next(iter(choices.values())), values) if choices else ""


def _words(paragraph: Paragraph, values: Mapping[str, str]) -> str:
    return "".join([span.text for span in render(paragraph, "", SHORT, values, set())])

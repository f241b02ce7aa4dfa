"""要素单 → whose speech it is, for the rules."""

from __future__ import annotations

from qicao.brief import Brief
from qicao.library.model import Library
from qicao.manuscript import Own
from qicao.values import slot_values


def own_of(brief: Brief, library: Library) -> Own:
    """Everything the brief says that a rule may hold a text against. Names in its facts belong to the speech."""
    values = slot_values(brief, library)
    facts = [fact.words for fact in brief.facts.values()]
    return Own(
        unit=brief.unit,
        short=brief.unit_short,
        unit_type=brief.unit_type,
        region=brief.region.name,
        tier=brief.region.tier,
        level=brief.level if library.campaigns[brief.campaign].honours else "",
        honour=values.get("荣誉", ""),
        meeting=values.get("会议.名称", ""),
        speaker=brief.speaker,
        post=brief.post,
        self_name=values.get("自称", ""),
        words=(*brief.agenda, *facts, *brief.own_words.values()),
    )

"""Checks on the library itself, beyond what loading insists on. Findings are warnings unless the text is unusable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from qicao.library.model import Library
from qicao.library.section import Snippet
from qicao.places import Finding, Severity
from qicao.sentence import BARE, GIVEN, LONG, MIDDLE, Paragraph, Slot
from qicao.slots import AIM
from qicao.speech import spoken_length

_GUESS = 6  # characters a slot usually takes
_MAX_SENTENCE = 80
_MAX_HALF = 24
_AFTER = re.compile("[，。；：、”）]|的|这")
_HALF = re.compile(r"[,;:!?()\"'](?!\d)")


def lint(library: Library) -> list[Finding]:
    """Everything the checks below have to say, in the order of the files."""
    findings = [
        finding for snippet in library.snippets for rule in RULES for finding in rule(snippet, library)
    ]
    return sorted(findings, key=lambda finding: finding.place)


def _say(
    snippet: Snippet, rule: str, message: str, hint: str, severity: Severity = "warning", line: int = 0
) -> Finding:
    place = snippet.place._replace(line=line or snippet.place.line)
    return Finding(rule, f"段落“{snippet.id}”{message}", hint, place, severity)


def literal(paragraph: Paragraph, length: int = LONG) -> str:
    """The words of a paragraph at one length, slots shown as □."""
    kept = [s for s in paragraph.segments if s.level <= length and (s.level != GIVEN or length == LONG)]
    return "".join([part if isinstance(part, str) else "□" for segment in kept for part in segment.parts])


def size(snippet: Snippet, number: int, length: int) -> int:
    """About how many characters are said: literal ones, and a usual number for each slot."""
    text = "".join([literal(paragraph, length) for paragraph in snippet.variants[number].paragraphs])
    return spoken_length(text) + _GUESS * text.count("□")


def titles(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """Titles fit their move: there when wanted, of the right length, with the usual beginning."""
    move = library.moves.get(snippet.move)
    if move is None:
        return
    if move.title_max and not snippet.titles:
        yield _say(
            snippet,
            "标题",
            "缺标题",
            f"“{move.name}”要有标题，{move.title_min}到{move.title_max}个字",
            "error",
        )
    for title in snippet.titles:
        text = literal(title).replace("□", "字" * _GUESS)
        if move.title_max and not move.title_min <= len(text) <= move.title_max:
            yield _say(
                snippet,
                "标题",
                f"的标题“{text}”有{len(text)}个字",
                f"写成{move.title_min}到{move.title_max}个字",
            )
        if not text.startswith(move.title_start):
            yield _say(snippet, "标题", f"的标题“{text}”", f"以“{move.title_start}”开头")


def lengths(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """A wording that grows: long at least half as much again as short, unless it is short anyway."""
    for number in range(len(snippet.variants)):
        short, long = size(snippet, number, BARE), size(snippet, number, LONG)
        if short > 160:
            yield _say(snippet, "篇幅", f"第{number + 1}稿的短稿有{short}字", "把次要的句子标上 [中] 或 [长]")
        if short == 0:
            yield _say(snippet, "篇幅", f"第{number + 1}稿没有短稿", "至少留一两句不加记号的话", "error")
        elif short > 60 and long < short * 1.5:
            yield _say(
                snippet, "篇幅", f"第{number + 1}稿长短差不多（{short}和{long}字）", "加几句 [中] [长]"
            )


def marks(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """Full-width punctuation, sentences that end, none too long to be said in one breath."""
    for variant in snippet.variants:
        for paragraph in variant.paragraphs:
            text = literal(paragraph)
            if found := _HALF.search(text):
                yield _say(snippet, "标点", f"里有半角标点“{found[0]}”", "换成全角", line=paragraph.line)
            if not re.search(r"[。！？”：]$|□$", literal(paragraph, MIDDLE)):
                yield _say(
                    snippet, "标点", "有一行没有句末标点", "每行以句号、叹号或问号收尾", line=paragraph.line
                )
            for sentence in re.split(r"[。！？]", text):
                if spoken_length(sentence) > _MAX_SENTENCE:
                    yield _say(
                        snippet,
                        "长句",
                        f"有一句{spoken_length(sentence)}字",
                        f"拆开，不超过{_MAX_SENTENCE}字",
                        line=paragraph.line,
                    )


def quotations(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """At most one quotation in a section, and verified words only through {{ 引语.… }}."""
    for variant in snippet.variants:
        used = [path for path in variant.uses if path.startswith("引语.")]
        if len(used) > 1:
            yield _say(snippet, "引语", "一稿里引了两条语录", "一段最多引一条")
        text = "".join([literal(paragraph) for paragraph in variant.paragraphs])
        for quotation in library.quotations.values():
            if len(quotation.words) > 8 and quotation.words.rstrip("。！") in text:
                yield _say(
                    snippet,
                    "引语",
                    f"直接写了语录“{quotation.words[:12]}……”",
                    f"改成 {{{{ 引语.{quotation.name} }}}}",
                )


def reachable(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """A period that has no days, or a section that no outline can ever ask for."""
    if snippet.since and snippet.until and snippet.since > snippet.until:
        yield _say(snippet, "有效期", "的有效期先后颠倒", "“自”要早于“至”", "error")


def aims(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """{{ 针对 }} says the problem a section answers: without the words to know it by, it is never said."""
    if not snippet.aimed and any(AIM in variant.uses for variant in snippet.variants):
        yield _say(snippet, "针对", "用了 {{ 针对 }}，却没写针对什么", "写上 针对: [排队, 等候]", "error")
    if short := [word for _, word in snippet.aims if len(word) < 2]:
        yield _say(snippet, "针对", f"的“{short[0]}”只有一个字，会对错", "写两个字以上的词")


Rule = Callable[[Snippet, Library], Iterator[Finding]]


def named(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """What the brief says is wrong is half a sentence of any make: only a mark, 的问题 or the like may follow it."""
    if all(name and library.facts[name].heads for name, _ in (*snippet.aims, *snippet.examples)):
        return  # a name: a sentence may go on from it
    for paragraph in [each for variant in snippet.variants for each in variant.paragraphs]:
        for segment in paragraph.segments:
            for part, after in pairwise([*segment.parts, "。"]):
                if isinstance(part, Slot) and part.path == AIM and not _AFTER.match(str(after)):
                    message = f"“针对”后面接着“{str(after)[:6]}”，念不通"
                    yield _say(
                        snippet,
                        "针对",
                        message,
                        "写成 {{ 针对 }}，…… 或 {{ 针对 }}的问题",
                        line=paragraph.line,
                    )


def halves(snippet: Snippet, library: Library) -> Iterator[Finding]:
    """后果, 衡量, 对账 are halves of a sentence, joined to those of other problems."""
    for name, said in snippet.says.items():
        text = literal(said)
        if not snippet.aimed:
            yield _say(snippet, name, "写给一类短板，却没写针对什么", "写上 针对: [排队, 等候]", "error")
        if text[-1:] in "。；，、！？" or not 4 <= spoken_length(text) <= _MAX_HALF:
            yield _say(snippet, name, f"“{text}”不是半句话", f"4到{_MAX_HALF}个字，末尾不加标点")


RULES: tuple[Rule, ...] = (titles, lengths, marks, quotations, reachable, aims, named, halves)

"""What somebody undertakes to do for others: promised, agreed, offered, announced, prepared, or theirs to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sanad.record.proposing.page import Moment, Promise, Quotation, Reported, Span
from sanad.record.proposing.undertaking import Undertaken, Undertaking, undertaking

DUE_BEFORE = 12
"""How many signs before a time may say that something is due by it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A clause of speech, told or quoted, as promises are looked for in it."""

    span: Span
    verb: str
    who: str | None
    article: str


def promises_of(
    text: str,
    quotations: Iterable[Quotation],
    reported: Iterable[Reported],
    moments: Iterable[Moment],
    bases: Mapping[Span, str],
) -> list[Promise]:
    """`bases`: by the span of a cue, the verb in its plain form. What was found first keeps its words."""
    table, when, found = undertaking(), list(moments), list[Promise]()
    for saying in _sayings(quotations, reported, bases):
        for one in table.found_in(text, saying.span, saying.verb):
            if not any(_overlap(one.evidence, other.evidence) for other in found):
                found.append(_promise(text, saying, one, when, f"K{len(found) + 1}", table))
    return found


def _sayings(
    quotations: Iterable[Quotation], reported: Iterable[Reported], bases: Mapping[Span, str]
) -> Iterator[Saying]:
    for told in reported:
        yield Saying(told.span, bases.get(told.cue, "") if told.cue else "", told.voice.who, told.article)
    for said in quotations:
        yield Saying(said.inner, bases.get(said.cue, "") if said.cue else "", said.voice.who, said.article)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _promise(
    text: str, saying: Saying, one: Undertaken, when: Iterable[Moment], name: str, table: Undertaking
) -> Promise:
    due, kind = _due(text, one.evidence, when, table)
    act = table.act(one.evidence.of(text))
    what = name, saying.article, one.evidence, act, one.strength, saying.who
    return Promise(*what, due, kind, (), one.rule, one.confidence)


def _due(text: str, evidence: Span, when: Iterable[Moment], table: Undertaking) -> tuple[str | None, str]:
    """Until when, in its own words, and how firm that is: conditional, dated, vague, none."""
    clause = evidence.of(text)
    times = [one for one in when if evidence.holds(one.span) and _says_due(text, evidence, one, table)]
    soon = table.soon.search(clause)
    due = times[0].span.of(text) if times else soon[0] if soon else None
    if table.condition.search(clause):
        return due, "conditional"
    if times and (times[0].norm or times[0].kind in ("duration", "relative")):
        return due, "dated"
    return due, "vague" if due else "none"


def _says_due(text: str, evidence: Span, one: Moment, table: Undertaking) -> bool:
    before = text[max(evidence.start, one.span.start - DUE_BEFORE) : one.span.end]
    return one.kind in ("relative", "absolute") or table.due.search(before) is not None

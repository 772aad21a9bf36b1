"""What somebody undertakes to do for others: promised, agreed, offered, announced, prepared, or theirs to do."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from sanad.record.proposing.page import Moment, Promise, Quotation, Reported, Span
from sanad.record.proposing.places import Apart
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
    language: str,
    sentences: Iterable[tuple[str, Span]],
    quotations: Iterable[Quotation],
    reported: Iterable[Reported],
    moments: Iterable[Moment],
    bases: Mapping[Span, str],
) -> list[Promise]:
    """`sentences` of the page by their article; `bases`: by the span of a cue, the verb in its plain form.

    What was found first keeps its words: what somebody is said to have said goes before what the page says itself.
    """
    table, when, found = undertaking(language), sorted(moments, key=lambda one: one.span), Found()
    for saying in _sayings(quotations, reported, bases):
        for one in table.said_in(text, saying.span, saying.verb):
            found.add(one.evidence, partial(_promise, text, saying, one, when, table))
    for article, sentence in sentences:
        for one in table.told_in(text, sentence):
            found.add(one.evidence, partial(_promise, text, Saying(sentence, "", None, article), one, when, table))
    return found.promises


class Found:
    """Promises whose evidences share no sign, in the order in which they were found."""

    def __init__(self) -> None:
        self.promises: list[Promise] = []
        self._taken = Apart()

    def add(self, evidence: Span, made: Callable[[str], Promise]) -> None:
        if not self._taken.meets(evidence):
            self._taken.take(evidence)
            self.promises.append(made(f"K{len(self.promises) + 1}"))


def _sayings(
    quotations: Iterable[Quotation], reported: Iterable[Reported], bases: Mapping[Span, str]
) -> Iterator[Saying]:
    for told in reported:
        yield Saying(told.span, bases.get(told.cue, "") if told.cue else "", told.voice.who, told.article)
    for said in quotations:
        yield Saying(said.inner, bases.get(said.cue, "") if said.cue else "", said.voice.who, said.article)


def _promise(
    text: str, saying: Saying, one: Undertaken, when: Sequence[Moment], table: Undertaking, name: str
) -> Promise:
    due, kind = _due(text, one.evidence, when, table)
    act = table.act(one.evidence.of(text))
    what = name, saying.article, one.evidence, act, one.strength, saying.who
    return Promise(*what, due, kind, (), one.rule, one.confidence)


def _due(text: str, evidence: Span, when: Sequence[Moment], table: Undertaking) -> tuple[str | None, str]:
    """Until when, in its own words, and how firm that is: conditional, dated, vague, none."""
    clause = evidence.of(text)
    since = bisect_left(when, evidence.start, key=lambda one: one.span.start)
    inside = takewhile(lambda one: one.span.start < evidence.end, islice(when, since, None))
    times = [one for one in inside if evidence.holds(one.span) and _says_due(text, evidence, one, table)]
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

"""What somebody undertakes to do for others: promised, agreed, offered, announced, prepared, or theirs to do."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from sanad.record.proposing.clauses import Clauses, clauses_of
from sanad.record.proposing.lexicon import Lexed
from sanad.record.proposing.outcomes import Outcomes
from sanad.record.proposing.page import Moment, Page, Promise, Span
from sanad.record.proposing.places import Apart
from sanad.record.proposing.sayings import NARRATED, Around, Saying, sayings_of
from sanad.record.proposing.scanning import Scanned
from sanad.record.proposing.subjects import Subjects
from sanad.record.proposing.undertaking import Turn, Undertaking, undertaking

DUE_BEFORE = 12
"""How many signs before a time may say that something is due by it."""
TOLD_BEFORE = 120
"""How many signs before an undertaking may say that somebody was told of it."""


class Undertaken(NamedTuple):
    """A strength of RECORD.md's commitments, the words that show it from `at` on, and the rule that found them."""

    strength: str
    evidence: Span
    at: int
    rule: str
    confidence: float
    saying: Saying


def promises_of(page: Page, lexed: Lexed, bases: Mapping[Span, str]) -> list[Promise]:
    """`bases`: by the span of a cue, the verb in its plain form.

    What somebody is said to have promised goes before what the page says itself: no two evidences share a word.
    """
    return Promises(page, lexed, list(sayings_of(page.quotations, page.reported, bases))).all()


class Promises:
    """Those of a page, in the order in which they are found."""

    def __init__(self, page: Page, lexed: Lexed, sayings: Sequence[Saying]) -> None:
        self.page, self.lexed, self.sayings = page, lexed, sayings
        self.table = undertaking(page.language)
        self.clauses = clauses_of(lexed, self.table.ender, self.table.titles)
        self.subjects = Subjects(page, lexed)
        self.around = Around(sayings, page.articles)
        self.outcomes = Outcomes(self.clauses, self.around, self.table)
        self.found: list[Promise] = []
        self._taken = Apart()

    def all(self) -> list[Promise]:
        for one in self._by_verbs():
            self._add(one)
        for one in self._by_turns():
            self._add(one)
        return self.found

    def _by_verbs(self) -> Iterator[Undertaken]:
        for saying in self.sayings:
            strength = self.table.strength.get(saying.verb)
            is_plan = strength == "announced_plan"
            if strength and (not is_plan or self.table.plan.search(self.lexed.kinds, *self.lexed.places(saying.span))):
                sure = 0.85 if is_plan else 0.9
                yield Undertaken(strength, saying.span, saying.span.start, f"cue:{saying.verb}", sure, saying)

    def _by_turns(self) -> Iterator[Undertaken]:
        for one in self.table.rules.over(self.lexed.kinds):
            turn = self.table.turns[one.name]
            place = self.lexed.span(one.after - 1, one.after)
            saying = self.around.at(place)
            if saying is None or (turn.is_of_speech and saying.verb == NARRATED):
                continue
            evidence = _evidence(one, turn, self.clauses, saying)
            if not turn.is_timed or any(evidence.holds(when.span) for when in _times_in(self.page, evidence)):
                rule = f"pattern:{turn.strength}"
                yield Undertaken(turn.strength, evidence, place.start, rule, turn.confidence, saying)

    def _add(self, one: Undertaken) -> None:
        if one.evidence.start < one.evidence.end and not self._taken.meets(one.evidence):
            self._taken.take(one.evidence)
            due, kind = due_of(self.page, one, self.table)
            act = self.table.acts.of(self.lexed.words_in(one.evidence))
            came = self.outcomes.of(one.evidence, one.saying.article, act)
            what = f"K{len(self.found) + 1}", one.saying.article, one.evidence, act, one.strength, self._who(one)
            self.found.append(Promise(*what, due, kind, came, one.rule, one.confidence))

    def _who(self, one: Undertaken) -> str | None:
        """Nobody, where the speaker was only told so; else who speaks, or whom the clause of the page names first."""
        if self.table.was_told.search(self.page.text, max(one.saying.span.start, one.at - TOLD_BEFORE), one.at):
            return None
        return one.saying.who or self.subjects.of(one.evidence, one.saying.article)


def _evidence(one: Scanned, turn: Turn, clauses: Clauses, saying: Saying) -> Span:
    clause = clauses.within(one.after - 1, saying.span)
    own = clauses.lexed.span(one.first, one.after)
    if turn.is_whole:
        return clause
    return Span(max(own.start, clause.start), clause.end if turn.is_to_end else min(own.end, clause.end))


def due_of(page: Page, one: Undertaken, table: Undertaking) -> tuple[str | None, str]:
    """Until when, in its own words, and how firm that is: conditional, dated, vague, none."""
    clause = one.evidence.of(page.text)
    times = [
        when
        for when in _times_in(page, one.evidence)
        if one.evidence.holds(when.span) and _says_due(page.text, one, when, table)
    ]
    soon = table.soon.search(clause)
    due = _with_its_word(page.text, one.evidence, times[0], table) if times else soon[0] if soon else None
    if condition := table.condition.search(clause):
        return due or clause[condition.start() :].split(",")[0].strip(), "conditional"
    if times and (times[0].norm or times[0].kind in ("duration", "relative")):
        return due, "dated"
    return due, "vague" if due else "none"


def _times_in(page: Page, span: Span) -> Iterator[Moment]:
    since = bisect_left(page.moments, span.start, key=lambda when: when.span.start)
    return takewhile(lambda when: when.span.start < span.end, islice(page.moments, since, None))


def _says_due(text: str, one: Undertaken, when: Moment, table: Undertaking) -> bool:
    """What stands before the undertaking, or behind it in the past, tells when it was made."""
    if when.span.start < one.at and not one.rule.startswith("cue") and when.span.start > one.evidence.start:
        return False
    if table.past.search(when.span.of(text)):
        return False
    before = text[max(one.evidence.start, when.span.start - DUE_BEFORE) : when.span.end]
    return when.kind in ("relative", "absolute") or table.due.search(before) is not None


def _with_its_word(text: str, evidence: Span, when: Moment, table: Undertaking) -> str:
    before = text[evidence.start : when.span.start].rpartition(" ")[0].rpartition(" ")[2]
    joined = f"{before} {when.span.of(text)}"
    starts = when.span.start - len(before) - 1
    return joined if table.due.fullmatch(before) and text[starts : when.span.end] == joined else when.span.of(text)

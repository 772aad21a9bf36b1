"""Why a claim or a line was refused, referred or deferred: the rule in its own words, and what would change it."""

from collections.abc import Iterator

from sanad.engine.rules.declared import Gate, Rival
from sanad.engine.rules.tree import Node, Ref
from sanad.engine.rules.typed_rules import TypedGate
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, figures
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.clocks import clock_in_words
from sanad.engine.rules.words.facts import followed
from sanad.engine.rules.words.otherwise import otherwise
from sanad.engine.rules.words.teller import Teller


def reasons(case: Case, gates: list[TypedGate]) -> Iterator[Paragraph]:
    """For each gate that held, in the order of the rules."""
    for gate in gates:
        teller, declared = case.teller_of(gate), gate.declared
        yield Sentence(case.speech.pen.words(declared.says))
        yield from figures(_acts(case, declared))
        rows = case.facts.behind(teller, [gate.when], with_totals=True)
        if rows:
            yield Heading(case.speech.say("decided_by"), 3)
            yield from figures(rows)
        yield from (Sentence(text) for text in _clocks(case, teller, gate.when))
        yield from _change(case, gate, teller)
        yield from rests(case, declared)


def declined(case: Case) -> Iterator[Paragraph]:
    """Each request for a change that is not granted; the award that stands is untouched."""
    held = case.held(case.run.rules.declines, "decline")
    if held:
        yield Heading(case.speech.say("declined"))
        yield Sentence(case.speech.say("award_stands"))
        yield from reasons(case, held)


def _clocks(case: Case, teller: Teller, node: Node) -> Iterator[str]:
    """How each term that the rule reads came to its last day."""
    for at, name in followed(teller, node):
        clock = case.speech.rules.clocks.get(name.name) if isinstance(name, Ref) else None
        if clock:
            yield clock_in_words(case.cite.cite, at.at(clock.declared.level), clock)


def _acts(case: Case, gate: Gate) -> Iterator[tuple[str, str]]:
    """Who must act, and when somebody looks at it again."""
    if gate.body:
        yield case.speech.say("who_acts"), case.speech.pen.words(gate.body)
    if gate.review_days is not None:
        day = case.run.on.fromordinal(case.run.on.toordinal() + gate.review_days)
        yield case.speech.say("looked_at_again"), case.speech.pen.day(day)


def _change(case: Case, gate: TypedGate, teller: Teller) -> Iterator[Paragraph]:
    if gate.declared.kind not in ("refuse", "decline"):
        return
    condition = "" if gate.declared.change else otherwise(teller, gate.when) or ""
    if gate.declared.change or condition:
        yield Heading(case.speech.say("change"), 3)
        words = case.speech.pen.words(gate.declared.change)
        yield Sentence(words or case.speech.say("change_if", condition=condition))


def rests(case: Case, gate: Gate | Rival) -> Iterator[Paragraph]:
    """Why a name or a place counts in it, from when the rule holds, and its source."""
    if gate.because:
        yield Sentence(case.speech.say("published_reason", reason=case.speech.pen.words(gate.because)))
    pen, source = case.speech.pen, case.cite.cite(gate.source)
    if gate.since and gate.until:
        since, until = pen.day(gate.since), pen.day(gate.until)
        yield Sentence(case.speech.say("rule_between", since=since, until=until, source=source), "source")
    elif gate.since:
        yield Sentence(case.speech.say("rule_since", since=pen.day(gate.since), source=source), "source")
    elif gate.until:
        yield Sentence(case.speech.say("rule_until", until=pen.day(gate.until), source=source), "source")
    elif source:
        yield Sentence(case.speech.say("rule_rests", source=source), "source")

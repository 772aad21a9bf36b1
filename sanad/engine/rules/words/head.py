"""The head of an explanation: which claim, which programme, which day and rules, and what to be careful about."""

from collections.abc import Iterator

from sanad.engine.rules.tree import Fact
from sanad.engine.rules.words.blocks import Figures, Heading, Paragraph, Sentence
from sanad.engine.rules.words.case import Case

HASH_SHOWN = 12


def head(case: Case) -> Iterator[Paragraph]:
    pen, say, programme = case.speech.pen, case.speech.say, case.run.rules.declared
    yield Heading(say("claim", id=pen.reference(case.decision.claim.id)), 1)
    rows = [
        (say("programme"), pen.words(programme.title)),
        (say("issuer"), pen.words(programme.issuer)),
        (say("decided_on"), pen.day(case.run.on)),
        (say("version"), pen.reference(programme.hash[:HASH_SHOWN])),
    ]
    chosen = [reading for reading in programme.readings if reading.name == programme.reading]
    rows += [(say("reading"), pen.words(reading.label)) for reading in chosen]
    yield Figures(tuple(rows))
    yield from _notices(case)


def _notices(case: Case) -> Iterator[Paragraph]:
    status = case.run.rules.declared.status
    if status != "operative":
        yield Sentence(case.speech.say(status), "notice")
    if case.context.generated:
        yield Sentence(case.speech.say("generated"), "notice")
    if case.context.assumed:
        facts = case.speech.pen.joined([_assumed(case, name) for name in sorted(case.context.assumed)], "semicolon")
        yield Sentence(case.speech.say("assumed", facts=facts), "notice")


def _assumed(case: Case, name: str) -> str:
    """With its value, where the fact is the claim's own or of something that it lies in."""
    field, claim = case.speech.rules.fields[name], case.decision.claim
    fact = Fact(field.type, name, field.level)
    is_own = field.level == claim.level or field.level in claim.up
    value = claim.fact(field.level, name) if is_own else None
    if value is None:
        return case.speech.name(fact)
    return case.speech.say("is_value", name=case.speech.name(fact), value=case.speech.shown(value, fact))

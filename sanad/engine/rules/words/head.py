"""The head of an explanation: which claim, which programme, which day and rules, and what to be careful about."""

from collections.abc import Iterator

from sanad.engine.rules.fields import TypedField
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
    told = [_assumed(case, name) for name in sorted(case.context.assumed) if not _states_nothing(case, name)]
    if told:
        yield Sentence(case.speech.say("assumed", facts=case.speech.pen.joined(told, "semicolon")), "notice")


def _states_nothing(case: Case, name: str) -> bool:
    """Whether nothing was assumed for this claim, although the fact is its own or of something that it lies in."""
    field = case.speech.rules.fields[name]
    return _is_own(case, field) and case.decision.claim.fact(field.level, name) is None


def _is_own(case: Case, field: TypedField) -> bool:
    return field.level == case.decision.claim.level or field.level in case.decision.claim.up


def _assumed(case: Case, name: str) -> str:
    """With its value, where it is the claim's own."""
    field = case.speech.rules.fields[name]
    fact = Fact(field.type, name, field.level)
    value = case.decision.claim.fact(field.level, name) if _is_own(case, field) else None
    if value is None:
        return case.speech.name(fact)
    return case.speech.say("is_value", name=case.speech.name(fact), value=case.speech.shown(value, fact))

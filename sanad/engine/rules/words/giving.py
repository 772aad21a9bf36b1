"""Things and rights in words: how many, what they are worth, and the place among those of the same kind."""

from collections.abc import Iterator

from sanad.engine.rules.decisions import Decision, LineDecision
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.tree import Const
from sanad.engine.rules.typed_rules import TypedThing
from sanad.engine.rules.types import Number, read_unit
from sanad.engine.rules.words.blocks import Heading, Listing, Paragraph, Sentence, figures
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.teller import plain


def brings_money(decision: Decision) -> bool:
    """Whether the award is of money, at least in part, or was paid before."""
    return bool(decision.paid) or any(line.outcome == AWARD and line.line.thing is None for line in decision.lines)


def things_awarded(case: Case) -> str:
    """All that is awarded in kind, in one list; empty where nothing is."""
    lines = [line for line in case.decision.lines if line.outcome == AWARD and line.number]
    told = [thing_in_words(case, line.line.thing, line.number) for line in lines if line.line.thing]
    return case.speech.pen.joined(told, "semicolon")


def thing_in_words(case: Case, thing: TypedThing, number: int) -> str:
    """`Housing certificate: 1`, `Area above the cap: 40 m2`: a unit without words is left to the name."""
    unit = read_unit(thing.declared.unit)
    kind = Number(unit if case.speech.pen.has_words(unit) else (), thing.declared.decimals, number, number)
    shown = case.speech.pen.quantity(number, kind)
    return case.speech.say("is_value", name=case.speech.pen.words(thing.declared.label), value=shown)


def given_in_words(case: Case, line: LineDecision, thing: TypedThing) -> Iterator[Paragraph]:
    """An awarded line that gives a thing."""
    if not line.number:
        yield Sentence(case.speech.say("comes_to_nothing"))
        return
    source = case.cite.cite(line.line.declared.source)
    yield Sentence(case.speech.say("line_given", thing=thing_in_words(case, thing, line.number), source=source))
    yield from figures(_figures(case, line, thing))
    steps = tuple(_steps(case, line, thing))
    if steps:
        yield Heading(case.speech.say("how_many"), 3)
        yield Listing(steps)


def _steps(case: Case, line: LineDecision, thing: TypedThing) -> Iterator[str]:
    """A plain number explains itself."""
    if not isinstance(plain(thing.number), Const):
        yield from case.steps.of(case.teller, thing.number)
    if thing.value and line.value is not None:
        yield from case.steps.of_limit(case.teller, thing.value)


def _figures(case: Case, line: LineDecision, thing: TypedThing) -> Iterator[tuple[str, str]]:
    if thing.value:
        known = case.speech.say("not_known") if line.value is None else case.speech.pen.amount(line.value)
        yield case.speech.say("thing_value"), known
    place = case.context.places.get(line.line.name)
    if place is not None:
        yield case.speech.say("thing_place"), case.speech.pen.number(place)

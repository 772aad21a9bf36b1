"""The lines of a decision, one after the other: how each sum came about, or why there is none."""

from collections.abc import Iterator
from dataclasses import replace

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.outcomes import AWARD, NOT_APPLICABLE, OPEN
from sanad.engine.rules.tree import AWARDED, Arith, Share
from sanad.engine.rules.typed_rules import TypedLimit, TypedShared
from sanad.engine.rules.words.blocks import Heading, Listing, Paragraph, Sentence, figures, listing
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.choosing import no_longer_open, not_taken, still_open
from sanad.engine.rules.words.conditions import all_of
from sanad.engine.rules.words.converting import rates_lacking, units_in_words
from sanad.engine.rules.words.division import not_divided
from sanad.engine.rules.words.following import atoms, taken_branch
from sanad.engine.rules.words.gates import reasons
from sanad.engine.rules.words.giving import given_in_words
from sanad.engine.rules.words.limits import cuts, holds_here, limits_in_words
from sanad.engine.rules.words.missing import incomplete_in_words, what_is_missing
from sanad.engine.rules.words.parts import parts_in_words
from sanad.engine.rules.words.rivals import awaited_of_others, open_of, set_off_in_words
from sanad.engine.rules.words.teller import Teller


def lines_in_words(case: Case) -> Iterator[Paragraph]:
    """Awarded lines first."""
    for line in sorted(case.decision.lines, key=lambda line: line.outcome != AWARD):
        yield Heading(case.speech.pen.words(line.line.declared.label))
        yield from line_in_words(case, line)


def line_in_words(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    """How its sum came about, or why there is none."""
    if line.outcome == AWARD and line.line.thing:
        yield from given_in_words(case, line, line.line.thing)
    elif line.outcome == AWARD:
        yield from reckoned_in_words(case, line, list(figures(_sums(case, line))))
        yield from _paid_out(case, line)
    else:
        yield from _not_awarded(case, line)


def reckoned_in_words(case: Case, line: LineDecision, sums: list[Paragraph]) -> Iterator[Paragraph]:
    """How the sum of an awarded line came about; `sums` stand below it."""
    limits = limits_in_words(case, line.line.name, cuts(case)[line.line.name])
    source = case.cite.cite(line.line.declared.source)
    amount = case.speech.pen.amount(line.amount)
    yield Sentence(case.speech.say("line_awarded", amount=amount, source=source))
    yield from sums
    yield Heading(case.speech.say("how"), 3)
    yield Listing((*case.steps.of(case.teller, line.line.figure), *limits))
    yield from units_in_words(case, line)
    if not line.asked_for:
        yield Sentence(case.speech.say("comes_to_nothing"))
    because = line.line.declared.because
    if because:
        yield Sentence(case.speech.say("published_reason", reason=case.speech.pen.words(because)))


def _paid_out(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    parts = list(parts_in_words(case, line))
    if parts:
        yield Heading(case.speech.say("parts"), 3)
        yield from listing([*parts, *_behind_parts(case, line)])
    yield from not_divided(case, line)
    if line.held_back:
        yield Sentence(_held_back(case, line))
    if line.set_off:
        yield Sentence(set_off_in_words(case, line.set_off))


def _behind_parts(case: Case, line: LineDecision) -> Iterator[str]:
    """What a part was reckoned with, where it is more than a single figure and was not told for the whole sum."""
    run = replace(case.run, results={AWARDED: line.amount})
    teller = Teller.of_claim(case.speech, run, case.decision.claim)
    for part in line.line.instalments:
        if isinstance(taken_branch(teller, part.amount), Arith | Share):
            yield from case.steps.behind(teller, part.amount)


def _held_back(case: Case, line: LineDecision) -> str:
    """Which ceilings keep what is unlocked from being due, because of what was paid under them before."""
    rules = case.run.rules
    own = [limit for limit in rules.ceilings if line.line.name in limit.declared.lines]
    every: list[TypedLimit | TypedShared] = [*own, *rules.shared_by(line.line.name)]
    names = [case.speech.pen.quoted(limit.declared.label) for limit in every if holds_here(case, limit)]
    ceilings = case.speech.pen.joined(names, last="short_or")
    return case.speech.say("held_back", amount=case.speech.pen.amount(line.held_back), ceilings=ceilings)


def _sums(case: Case, line: LineDecision) -> Iterator[tuple[str, str]]:
    """Only where the claim's own table does not already say it, with more than one awarded line, and for a sum."""
    if not line.amount and not line.paid:
        return
    if sum(one.outcome == AWARD for one in case.decision.lines) > 1:
        yield case.speech.say("paid_before"), case.speech.pen.amount(line.paid)
        for phrase, sum_ in (("due_now", line.due), ("left", line.left)):
            known = case.speech.pen.amount(sum_) if case.decision.is_divided else case.speech.say("not_known")
            yield case.speech.say(phrase), known


def _not_awarded(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    if line.outcome == NOT_APPLICABLE:
        yield _not_applicable(case, line)
    elif line.outcome == OPEN:
        yield from still_open(case, line.line)
    elif line.outcome in ("refuse", "refer", "defer"):
        held = case.held(line.line.gates, line.outcome)
        words = case.speech.pen.words
        body = case.speech.pen.joined([words(gate.declared.body) for gate in held])
        waits_for = [*(words(gate.declared.change) for gate in held), *awaited_of_others(case, line.reasons)]
        awaited = case.speech.pen.joined(waits_for, "semicolon")
        yield Sentence(case.speech.say(f"line_{line.outcome}", body=body, awaited=awaited))
        yield from reasons(case, held)
    else:
        yield from _undecided(case, line)


def _undecided(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    open_ = open_of(case, line)
    is_incomplete = line.outcome == "incomplete"
    phrase = f"line_{line.outcome}"
    yield Sentence(incomplete_in_words(case, open_, phrase) if is_incomplete else case.speech.say(phrase))
    yield from what_is_missing(case, open_, 3)
    yield from rates_lacking(case, line.line)
    known = list(case.steps.known(case.teller, line.line.amount))
    if known:
        yield Heading(case.speech.say("known"), 3)
        yield Listing(tuple(known))


def _not_applicable(case: Case, line: LineDecision) -> Sentence:
    told = not_taken(case, line.line) or no_longer_open(case, line.line)
    if told:
        return Sentence(told)
    when = line.line.when
    because = all_of(case.teller, atoms(case.teller, when, False)) if when else ""
    return Sentence(case.speech.say("line_not_applicable" if because else "line_out_of_time", because=because))

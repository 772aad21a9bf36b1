"""The way of a family, step by step: done, now, next, and what unlocks it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sanad.casework.answers.explained import PartWords, Told
from sanad.casework.answers.told import AwardTold, LineTold, MoneyTold, Said, StepTold, SurveyTold
from sanad.casework.answers.words import said

NOW = {"on_its_way": "bank_says", "reserved": "next_run", "due_unfunded": "money_reaches_turn"}


@dataclass(frozen=True, slots=True)
class Way:
    """What the steps are told from. `waits`: whom a held claim waits for, and when that is looked at again."""

    received_on: date
    survey: SurveyTold | None
    award: AwardTold | None
    lines: Sequence[LineTold]
    money: MoneyTold | None
    waits: tuple[str, date] | None


def steps_of(way: Way, words: Told) -> tuple[StepTold, ...]:
    return (*_until_decided(way), *_of_money(way), *_later(way, words))


def _until_decided(way: Way) -> Iterator[StepTold]:
    yield StepTold("received", said("received").words, "done", way.received_on)
    if way.waits:
        body, review = way.waits
        yield StepTold("held", said("held").words, "now", review, None, (Said("body", {"en": body, "ar": body}),))
    if way.survey:
        yield StepTold("survey", said("survey").words, "done", way.survey.assessed_on)
    elif way.award is None:
        yield StepTold("survey", said("survey").words, "now", None, None, (said("visit"),))
    yield _decision(way)


def _decision(way: Way) -> StepTold:
    label = said("decision").words
    if way.award is None:
        return StepTold("decision", label, "now" if way.survey else "next", None, None, (said("next_round"),))
    if way.award.net is not None:
        return StepTold("decision", label, "done", way.award.decided_on)
    return StepTold("decision", label, "now", way.award.decided_on, None, way.award.reasons)


def _of_money(way: Way) -> Iterator[StepTold]:
    if way.money is None:
        return
    if way.money.paid:
        yield StepTold("paid", said("paid").words, "done", None, way.money.paid)
    halted = (said("halt_ends"),) if any(line.halted for line in way.lines) else ()
    for name, unlocks in NOW.items():
        amount = getattr(way.money, name)
        if amount:
            more = halted if name == "due_unfunded" else ()
            yield StepTold(name, said(name).words, "now", None, amount, (said(unlocks), *more))


def _later(way: Way, words: Told) -> Iterator[StepTold]:
    """The parts of each line that are not due yet, in their order."""
    for line in way.lines:
        if line.money and line.money.not_yet_due:
            parts = words[line.line].parts if line.line in words else ()
            yield from _parts_left(line, line.money.not_yet_due, parts, _in_the_way(way, line))


def _in_the_way(way: Way, line: LineTold) -> tuple[Said, ...]:
    """What holds up more than this one part, whatever the part itself waits for."""
    waits = (said("wait_ends"),) if way.waits else ()
    return (*waits, said("halt_ends")) if line.halted else waits


def _parts_left(line: LineTold, left: int, parts: Sequence[PartWords], more: tuple[Said, ...]) -> Iterator[StepTold]:
    """What has fallen due since the round are the first of the parts that it left locked."""
    locked = [part for part in parts if not part.unlocked and part.amount]
    fallen = max(0, sum(part.amount or 0 for part in locked) - left)
    told = 0
    for part in locked:
        amount = max(0, (part.amount or 0) - fallen)
        fallen = max(0, fallen - (part.amount or 0))
        if amount:
            told += amount
            unlocks = (_awaited(part), *more)
            yield StepTold(f"later:{line.line}", _label(line, part.label), "next", None, amount, unlocks)
    if left > told:
        unlocks = more or (said("day_comes"),)
        yield StepTold(f"later:{line.line}", line.label, "next", None, left - told, unlocks)


def _awaited(part: PartWords) -> Said:
    return Said("part", part.waits_for) if any(part.waits_for.values()) else said("day_comes")


def _label(line: LineTold, part: Mapping[str, str]) -> dict[str, str]:
    return {language: f"{line.label[language]}: {text}" for language, text in part.items()}

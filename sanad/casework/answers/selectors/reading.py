"""Reads what families are told of their claims: many claims in the same few readings as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from sanad.casework.answers.explained import Told, explain_awards, unpacked
from sanad.casework.answers.objecting import object_until
from sanad.casework.answers.rules import line_label, reasons_said
from sanad.casework.answers.selectors.homes import buildings_told, surveys_told
from sanad.casework.answers.selectors.notices import notices_told
from sanad.casework.answers.selectors.questions import questions_told
from sanad.casework.answers.selectors.standing import Standing, standing_of
from sanad.casework.answers.selectors.sums import lines_of, money_told, payments_told
from sanad.casework.answers.selectors.there import There, with_what_there_is
from sanad.casework.answers.selectors.turns import Orders
from sanad.casework.answers.selectors.works import (
    Works,
    halt_told,
    line_is_halted,
    payments_stand_still,
    stages_told,
    works_read,
)
from sanad.casework.answers.steps import Way, steps_of
from sanad.casework.answers.told import (
    Answer,
    AwardTold,
    BuildingTold,
    ForecastTold,
    LineTold,
    NoticeTold,
    PaymentTold,
    QuestionTold,
    Reach,
    SurveyTold,
)
from sanad.casework.answers.words import said
from sanad.casework.awards.models import AwardLine
from sanad.casework.claims.models import Claim, ClaimStep, State
from sanad.casework.payments.selectors import AwardMoney, money_of_many
from sanad.casework.safety.models import Colour
from sanad.casework.works.models import Halt
from sanad.casework.works.models import Kind as WorksKind
from sanad.casework.works.models import State as WorksState
from sanad.engine.rules.declared import Programme as Declared

Waits = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Moment:
    """The position that is read, when it was sealed, and the day for which clocks and estimates are reckoned."""

    position: int
    sealed_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of all the claims, by their keys or those of what they are about."""

    awards: Mapping[int, Standing]
    lines: Mapping[int, list[AwardLine]]
    sums: Mapping[int, AwardMoney]
    payments: Mapping[int, tuple[PaymentTold, ...]]
    words: Mapping[int, Told]
    orders: Orders
    buildings: Mapping[int, BuildingTold]
    works: Works
    surveys: Mapping[int, SurveyTold]
    notices: Mapping[int, tuple[NoticeTold, ...]]
    questions: Mapping[int, tuple[QuestionTold, ...]]
    waits: Mapping[int, Waits]


def of_claims(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """With what they are about, and what of it there is."""
    return with_what_there_is(claims.select_related("programme", "dwelling__building"))


def read(claims: Sequence[Claim], orders: Orders, moment: Moment) -> list[Answer]:
    """The answers of these claims, read by `of_claims`, as what is committed gives them; whoever asks sees to it that
    all is sealed.
    """
    there = There(claims)
    awards = standing_of([claim.pk for claim in claims])
    keys = [award.pk for award in awards.values()]
    rules = {award.claim_id: award.rules for award in awards.values()}
    found = Read(
        awards=awards,
        lines=lines_of(keys),
        sums=money_of_many(awards.values()),
        payments=payments_told(there.claims("payments"), rules),
        words=words_of(awards.values()),
        orders=orders,
        buildings=buildings_told({claim.dwelling.building for claim in claims}, there),
        works=works_read(there, keys),
        surveys=surveys_told((claim.pk for claim in claims), rules),
        notices=notices_told(claim.household_id for claim in claims),
        questions=questions_told(there.claims("questions")),
        waits=_waits(claims),
    )
    return [_answer(claim, found, rules.get(claim.pk), moment) for claim in claims]


def words_of(awards: Iterable[Standing]) -> dict[int, Told]:
    """By award; what is not kept yet is explained now."""
    asked = list(awards)
    kept = {one.pk: unpacked(one.words) for one in asked if one.words is not None}
    return kept | dict(explain_awards([one.pk for one in asked if one.words is None]))


def _waits(claims: Sequence[Claim]) -> dict[int, Waits]:
    """By claim that is held, whom it waits for and when that is looked at again."""
    held = [claim.pk for claim in claims if claim.state == State.HELD]
    if not held:
        return {}
    steps = ClaimStep.objects.filter(claim__in=held, to_state=State.HELD, review_on__isnull=False).order_by("pk")
    rows = steps.values_list("claim_id", "body", "review_on")
    return {claim: (body, review) for claim, body, review in rows if review}


def _answer(claim: Claim, found: Read, rules: Declared | None, moment: Moment) -> Answer:
    award = found.awards.get(claim.pk)
    words = found.words.get(award.pk, {}) if award else {}
    lines = _lines(award, rules, found, words) if award and rules else ()
    halts = found.works.touching(claim, award, lines)
    lines = tuple(replace(line, halted=line_is_halted(line.line, halts)) for line in lines)
    told = _award(award, rules, words) if award and rules else None
    money = money_told(found.sums[award.pk]) if award and award.net is not None else None
    survey = found.surveys.get(claim.pk)
    way = Way(localdate(claim.received_at), survey, told, lines, money, found.waits.get(claim.pk))
    return Answer(
        number=claim.number,
        programme=claim.programme.key,
        programme_name=dict(claim.programme.title),
        state=claim.state,
        position=moment.position,
        as_of=moment.sealed_at,
        day=moment.day,
        currency=claim.programme.currency,
        award=told,
        money=money,
        lines=lines,
        payments=found.payments.get(claim.pk, ()),
        steps=steps_of(way, words),
        queue=found.orders.queue_of(award) if award else None,
        forecast=_forecast(award, halts, found.orders, moment.day),
        building=_building(claim, halts, found),
        survey=survey,
        notices=found.notices.get(claim.household_id, ()),
        questions=found.questions.get(claim.pk, ()),
    )


def _forecast(award: Standing | None, halts: Sequence[Halt], orders: Orders, day: date) -> ForecastTold | None:
    told = orders.forecast_of(award, day) if award else None
    if told and payments_stand_still(halts):
        return ForecastTold(Reach("unknown", why="halted"), None, told.assumptions)
    return told


def _building(claim: Claim, halts: Sequence[Halt], found: Read) -> BuildingTold:
    """The building as it stands, with its works and the halts that touch this family."""
    told = found.buildings[claim.dwelling.building_id]
    orders = found.works.orders[claim.dwelling.building_id]
    codes = {
        "red_placard": told.placard is not None and told.placard.colour == Colour.RED,
        "precaution": told.precaution is not None,
        "structure_unfinished": any(
            one.kind == WorksKind.STRUCTURAL and one.state == WorksState.ORDERED for one in orders
        ),
    }
    return replace(
        told,
        halts=tuple(map(halt_told, halts)),
        works=stages_told(orders, halts),
        not_finished=tuple(said(code) for code, holds in codes.items() if holds),
    )


def _award(award: Standing, rules: Declared, words: Told) -> AwardTold:
    told_on = localdate(award.issued_at)
    return AwardTold(
        reference=award.reference,
        round=award.round,
        version=award.version,
        decided_on=told_on,
        outcome=award.outcome,
        reasons=reasons_said(rules, award.outcome, award.reasons),
        net=award.net,
        object_until=object_until(rules, told_on),
        why=words[""].why if "" in words else {},
    )


def _lines(award: Standing, rules: Declared, found: Read, words: Told) -> tuple[LineTold, ...]:
    sums = {one.line: money_told(one) for one in found.sums[award.pk].lines}
    return tuple(
        LineTold(
            line=line.line,
            label=line_label(rules, line.line),
            outcome=line.outcome,
            reasons=(),
            money=sums[line.line] if line.amount is not None else None,
            why=words[line.line].why if line.line in words else {},
        )
        for line in found.lines.get(award.pk, ())
    )

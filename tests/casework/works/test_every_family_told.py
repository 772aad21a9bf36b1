"""Whatever happens, in whatever order: every live family of a halted or unsafe building has a notice about it."""

import os
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as tried
from hypothesis import strategies as st
from pytest_django import Settings

from sanad.casework.claims.models import Claim, State, Why
from sanad.casework.claims.services import withdraw_claim
from sanad.casework.notices.models import Notice
from sanad.casework.safety.models import Colour, HowEnded, Placard, Precaution, Reason
from sanad.casework.safety.services import (
    NewPlacard,
    end_precaution,
    lapse_precautions,
    order_precaution,
    place_placard,
)
from sanad.casework.works.models import Halt, Kind, Order
from sanad.casework.works.models import State as OrderState
from sanad.casework.works.proposals import Of
from sanad.casework.works.reasons import Ending
from sanad.casework.works.refusals import WorksRefused
from sanad.casework.works.selectors import why_not_finish
from sanad.casework.works.services import close_order, end_halt, extend_halt, halt, halt_unsafe, keep_out, mark_building
from sanad.ledger.verification import verify_books
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling, NewPerson
from tests.casework.alarms import elias, nadia, photo
from tests.casework.families import AT, building, family, maya, new_claim, received
from tests.casework.works.sites import certified, farah, for_contractor, for_money, leila, ordered

EXAMPLES = int(os.environ.get("SANAD_EXAMPLES", "25"))
A_STEP = timedelta(hours=20)
Act = Callable[[Building, datetime], object]


def comes(here: Building, at: datetime) -> None:
    people = NewPerson("أسرة جديدة", "New Family", birth_year=1980)
    received(new_claim(NewDwelling(here, uuid.uuid4().hex[:8], 1), family(people)))


def goes(here: Building, at: datetime) -> None:
    claim = _live(here).order_by("pk").first()
    if claim:
        withdraw_claim(claim=claim, why=Why.FAMILY_ASKED, at=at, by=maya())


def _live(here: Building) -> object:
    return Claim.objects.filter(dwelling__building=here).exclude(state=State.WITHDRAWN)


def _placard(here: Building, colour: Colour, at: datetime) -> NewPlacard:
    seen = Placard.objects.filter(building=here, ended_at=None).first()
    reason = Reason.NONE if colour == Colour.GREEN else Reason.CRACKED
    return NewPlacard(here, colour, seen, reason, at + timedelta(days=3), photo())


def red_by_the_office(here: Building, at: datetime) -> None:
    mark_building(new=_placard(here, Colour.RED, at), at=at, by=elias())


def red_by_another_door(here: Building, at: datetime) -> None:
    place_placard(new=_placard(here, Colour.RED, at), at=at, by=elias())


def yellow(here: Building, at: datetime) -> None:
    mark_building(new=_placard(here, Colour.YELLOW, at), at=at, by=elias())


def green(here: Building, at: datetime) -> None:
    mark_building(new=_placard(here, Colour.GREEN, at), at=at, by=elias())


def precaution_by_the_office(here: Building, at: datetime) -> None:
    keep_out(building=here, reason=Reason.LEANING, hours=24, at=at, by=nadia())


def precaution_by_another_door(here: Building, at: datetime) -> None:
    order_precaution(building=here, reason=Reason.LEANING, hours=24, at=at, by=nadia())


def lifted(here: Building, at: datetime) -> None:
    for precaution in Precaution.objects.filter(building=here, state=HowEnded.OPEN):
        end_precaution(precaution=precaution, at=at, by=nadia())


def lapse(here: Building, at: datetime) -> None:
    lapse_precautions(at=at)


def structural(here: Building, at: datetime) -> None:
    ordered(here, sums=[100, 200])


def finishing(here: Building, at: datetime) -> None:
    ordered(here, Kind.FINISHING, [300])


def certify(here: Building, at: datetime) -> None:
    order = Order.objects.filter(building=here, state=OrderState.ORDERED).order_by("pk").first()
    if order:
        certified(order, order.stages.filter(certified_at=None).order_by("number").first().number, at)


def close(here: Building, at: datetime) -> None:
    order = Order.objects.filter(building=here, state=OrderState.ORDERED).order_by("-pk").first()
    if order:
        close_order(order=order, words="Over.", at=at, by=farah())


def halt_it(here: Building, at: datetime) -> None:
    halt(new=for_money(Of(building=here), review_on=(at + timedelta(days=9)).date()), at=at, by=elias())


def halt_an_order(here: Building, at: datetime) -> None:
    order = Order.objects.filter(building=here, state=OrderState.ORDERED).order_by("pk").first()
    if order:
        new = for_contractor(Of(order=order), review_on=(at + timedelta(days=9)).date())
        halt(new=new, at=at, by=elias())


def extend(here: Building, at: datetime) -> None:
    for one in Halt.objects.filter(building=here, ended_at=None)[:1]:
        later = one.review_on + timedelta(days=1)
        extend_halt(halt=one, id=uuid.uuid4(), to_review=later, words="Not yet.", at=at, by=leila())


def end(here: Building, at: datetime) -> None:
    for one in Halt.objects.filter(building=here, ended_at=None).select_related("building", "order")[:1]:
        end_halt(halt=one, ending=Ending.ACT_DONE, at=at, by=elias())


def worker(here: Building, at: datetime) -> None:
    halt_unsafe(at=at)


ACTS: tuple[Act, ...] = (
    *(comes, goes, red_by_the_office, red_by_another_door, yellow, green),
    *(precaution_by_the_office, precaution_by_another_door, lifted, lapse, structural, finishing),
    *(certify, close, halt_it, halt_an_order, extend, end, worker),
)


def untold(here: Building) -> list[tuple[str, str]]:
    """Every live family without a notice about something that stands about its building."""
    stands = [f"placard:{one.pk}" for one in Placard.objects.filter(building=here, ended_at=None, colour=Colour.RED)]
    stands += [f"precaution:{one.pk}" for one in Precaution.objects.filter(building=here, state=HowEnded.OPEN)]
    stands += [one.about for one in Halt.objects.filter(building=here, ended_at=None)]
    households = set(_live(here).values_list("household", flat=True))
    return [
        (about, household)
        for about in stands
        for household in households - set(Notice.objects.filter(about=about).values_list("household", flat=True))
    ]


def running_unsafe(here: Building, at: datetime) -> list[str]:
    """Finishing works that no halt is written for, though the building is unsafe."""
    if not set(why_not_finish(here, at)) & {"red_placard", "precaution"}:
        return []
    orders = Order.objects.filter(building=here, kind=Kind.FINISHING, state=OrderState.ORDERED)
    return [one.reference for one in orders if not one.halts.filter(ended_at=None).exists()]


def attempt(act: Act, here: Building, at: datetime) -> None:
    """Refused acts change nothing; that is part of what is tried."""
    try:
        with transaction.atomic():
            act(here, at)
    except (WorksRefused, RuntimeError):
        pass
    except Exception as refusal:
        if not type(refusal).__module__.startswith("sanad."):
            raise


@pytest.mark.django_db(transaction=False)
def test_no_family_in_a_halted_or_unsafe_building_is_without_a_notice(tmp_path: Path, settings: Settings):
    settings.MEDIA_ROOT = tmp_path

    everything_that_happens()


@tried(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    print_blob=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.sampled_from(ACTS), min_size=4, max_size=14))
def everything_that_happens(acts: list[Act]) -> None:
    with transaction.atomic():
        here, at = building(), AT
        for act in acts:
            at += A_STEP
            attempt(act, here, at)
            assert untold(here) == [], [one.__name__ for one in acts]
        worker(here, at)
        assert running_unsafe(here, at) == [], [one.__name__ for one in acts]
        assert list(verify_books()) == []
        transaction.set_rollback(True)

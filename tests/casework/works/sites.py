"""Building 219 with its families, the people of the works office, and orders of works on it."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sanad.casework.assessments.inspecting import Seen
from sanad.casework.works.models import Halt, Kind, Order, Stage
from sanad.casework.works.reasons import Body, Reason, Restart
from sanad.casework.works.services import (
    Awaited,
    NewHalt,
    NewOrder,
    NewStage,
    Of,
    add_contractor,
    certify_stage,
    halt,
    order_works,
    prepare_order,
)
from sanad.funds.models import Fund, Part
from sanad.registry.models import Building
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.alarms import elias, photo, with_role
from tests.casework.families import AT, programme, received
from tests.casework.rounds_of_claims import fund_of
from tests.funds.money import general

TODAY = AT.date()
LATER = AT + timedelta(days=10)
REVIEW = TODAY + timedelta(days=60)
THREE = (30_000, 50_000, 20_000)


def farah(district: str = "cod-LB32") -> User:
    """A finance officer who approves works."""
    return with_role("farah@example.org", Role.FINANCE_OFFICER, district)


def leila(district: str = "cod-LB32") -> User:
    """A programme lead."""
    return with_role("leila@example.org", Role.PROGRAMME_LEAD, district)


def house() -> Building:
    """Building 219, in which the family Haddad has a claim."""
    return received().claim.dwelling.building


def money(amount: int = 500_000) -> Part:
    known = Fund.objects.filter(code="cedar").first()
    return general(known or fund_of(amount))


def proposed(here: Building, kind: Kind = Kind.STRUCTURAL, sums: Sequence[int] = THREE, **other: object) -> NewOrder:
    firm = add_contractor(code="firm-1", name="Cedar Building Works", at=AT, by=None)
    stages = tuple(NewStage(f"Stage {number}", amount) for number, amount in enumerate(sums, start=1))
    given = {"id": uuid.uuid4(), "budget": sum(sums), "stages": stages} | other
    return NewOrder(building=here, programme=programme(), contractor=firm, part=money(), kind=kind, **given)


def prepared(here: Building, kind: Kind = Kind.STRUCTURAL, sums: Sequence[int] = THREE) -> Order:
    return prepare_order(new=proposed(here, kind, sums), at=AT, by=elias())


def ordered(here: Building, kind: Kind = Kind.STRUCTURAL, sums: Sequence[int] = THREE) -> Order:
    return order_works(order=prepared(here, kind, sums), at=AT, by=farah())


def seen(on: date = TODAY, identity: uuid.UUID | None = None) -> Seen:
    return Seen(identity or uuid.uuid4(), on, photo(), uuid.uuid4())


def certified(order: Order, number: int, at: datetime = LATER) -> Stage:
    stage = order.stages.get(number=number)
    return certify_stage(stage=stage, seen=seen(at.date()), at=at, by=elias())


def for_money(of: Of, missing: int = 50_000, **other: object) -> NewHalt:
    awaited = Awaited(Restart.MONEY, missing, "USD")
    given = {"id": uuid.uuid4(), "reason": Reason.NO_MONEY, "review_on": REVIEW, "awaited": awaited} | other
    return NewHalt(of=of, **given)


def for_contractor(of: Of, **other: object) -> NewHalt:
    return for_money(of, reason=Reason.CONTRACTOR, awaited=Awaited(Restart.CONTRACTOR, body=Body.WORKS_OFFICE), **other)


def halted(here: Building, by: User | None = None) -> Halt:
    return halt(new=for_money(Of(building=here)), at=AT, by=by or elias())

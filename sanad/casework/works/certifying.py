"""Certifying a stage: an engineer was there; then its sum is payable to the contractor."""

from datetime import date, datetime
from uuid import uuid5

from django.db import transaction
from django.utils.timezone import localtime

from sanad.audit.services import record
from sanad.casework.assessments.inspecting import Seen, inspect_building
from sanad.casework.notices.standing import hold_buildings
from sanad.casework.notices.telling import day_told
from sanad.casework.payments.services import ask_to_pay, payee_of_organisation
from sanad.casework.safety.telling import state_of_building, tell_the_building
from sanad.casework.works.acting import CERTIFY, on_building
from sanad.casework.works.models import Kind, Order, Stage, State
from sanad.casework.works.refusals import SamePerson, StageIsCertified, refused
from sanad.casework.works.selectors import halts_stopping, why_not_finish
from sanad.casework.works.telling import payable_about
from sanad.staff.models import User

AROUND = (
    *("order__building__place", "order__part__fund", "order__programme", "order__contractor"),
    *("certified_by", "inspection"),
)


@transaction.atomic
def certify_stage(*, stage: Stage, seen: Seen, at: datetime, by: User) -> Stage:
    """The stage is reached. Sent twice, it is certified once. The last structural one states that the structure of the
    building is repaired, under every programme that asks for it.

    Raises WorksRefused with the reason code, StageIsCertified, SamePerson, InspectionRefused, FileRefused, NotTheirs,
    Recused.
    """
    order = stage.order
    on_building(CERTIFY, by, order.building, at.date(), order.programme)
    hold_buildings([order.building_id])
    standing = Stage.objects.select_related(*AROUND).get(pk=stage.pk)
    if standing.inspection and standing.inspection.client_id == seen.id:
        return standing
    _refuse(standing, seen, at, by)
    inspection = inspect_building(building=order.building, seen=seen, at=at, by=by)
    open_one = Stage.objects.filter(pk=stage.pk, certified_at=None)
    if not open_one.update(inspection=inspection, certified_at=at, certified_by=by):
        raise StageIsCertified(Stage.objects.select_related(*AROUND).get(pk=stage.pk))
    certified = Stage.objects.select_related(*AROUND).get(pk=stage.pk)
    _ask_to_pay(certified, at, by)
    _follow(certified, seen.inspected_on, at, by)
    facts = {"stage": stage.number, "amount": stage.amount, "inspected_on": seen.inspected_on.isoformat()}
    record(act="works.certify", on=f"works:{order.reference}", by=by, at=at, facts=facts)
    return certified


def _refuse(stage: Stage, seen: Seen, at: datetime, by: User) -> None:
    order = stage.order
    if stage.is_certified:
        raise StageIsCertified(stage)
    if order.state != State.ORDERED or order.decided_at is None:
        raise refused("not_ordered")
    if order.decided_by_id == by.pk:
        raise SamePerson(order.reference)
    ordered_on = localtime(order.decided_at).date()
    if seen.inspected_on < ordered_on:
        raise refused("before_order", "inspected_on", day=ordered_on.isoformat())
    _refuse_stopped(stage, at)


def _refuse_stopped(stage: Stage, at: datetime) -> None:
    order = stage.order
    before = order.stages.filter(number__lt=stage.number, certified_at=None).order_by("number").first()
    if before:
        raise refused("out_of_order", number=before.number)
    for halt in halts_stopping(order)[:1]:
        raise refused("halted", halt=halt.reference)
    for code in why_not_finish(order.building, at) if order.kind == Kind.FINISHING else []:
        raise refused(code)


def _ask_to_pay(stage: Stage, at: datetime, by: User) -> None:
    """The next run of the fund pays the contractor out of what was reserved for the stage."""
    order = stage.order
    if stage.transfer_id is None:
        raise refused("not_ordered")
    ask_to_pay(
        id=uuid5(order.client_id, f"pay {stage.number}"),
        payee=payee_of_organisation(name=order.contractor.name, at=at),
        part=order.part,
        transfer=stage.transfer_id,
        amount=stage.amount,
        about=payable_about(order.reference, stage.number),
        by=by,
        at=at,
    )


def _follow(stage: Stage, day: date, at: datetime, by: User) -> None:
    order = stage.order
    if not order.stages.filter(certified_at=None).exists():
        Order.objects.filter(pk=order.pk, state=State.ORDERED).update(state=State.FINISHED, ended_at=at, ended_by=by)
        _state_repaired(order, at, by)
    told = {
        "order": order.reference,
        "building": order.building.label,
        "number": stage.number,
        "title": stage.title,
        "day": day_told(day),
    }
    tell_the_building(order.building, "works_stage", told, at, f"works:{order.reference}")


def _state_repaired(order: Order, at: datetime, by: User) -> None:
    """Once no structural order of the building is open."""
    others = Order.objects.filter(building=order.building, kind=Kind.STRUCTURAL, state=State.ORDERED)
    if order.kind == Kind.STRUCTURAL and not others.exists():
        facts = {"structure_repaired": True}
        state_of_building(order.building, facts, f"works:{order.reference}", at, by)

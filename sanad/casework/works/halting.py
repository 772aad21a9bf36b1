"""Halting something: its families are told in the transaction of the act."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localtime

from sanad.audit.services import record
from sanad.casework.allocations.stopping import stop
from sanad.casework.claims.declared import declared_of
from sanad.casework.notices.standing import hold_buildings
from sanad.casework.works.acting import HALT_MONEY, HALT_WORKS, on_building, on_fund, on_programme
from sanad.casework.works.models import Halt, Order, Subject
from sanad.casework.works.proposals import NewHalt, Of
from sanad.casework.works.reasons import Reason
from sanad.casework.works.refusals import AlreadyHalted, WorksRefused, refused
from sanad.casework.works.selectors import AROUND
from sanad.casework.works.telling import facts_of
from sanad.casework.works.touched import tell_touched
from sanad.evidence.keys import new_key, seal
from sanad.registry.numbering import references
from sanad.staff.models import User
from sanad.staff.roles import Role


def halt(*, new: NewHalt, at: datetime, by: User) -> Halt:
    """It stands still from now on. Sent twice, it is one halt.

    Raises WorksRefused where author, reason, what restarts it or the review is missing, AlreadyHalted, NotTheirs,
    Recused.
    """
    known = Halt.objects.filter(client_id=new.id).select_related(*AROUND).first()
    if known:
        return known
    office = office_for(new.of, at.date(), by)
    problems = new.problems(localtime(at).date())
    if problems:
        raise WorksRefused(problems)
    return begin(new=new, office=office, at=at, by=by)


@transaction.atomic
def begin(*, new: NewHalt, office: Role, at: datetime, by: User, **found_by: object) -> Halt:
    """Write a halt that was checked, and tell whom it touches; `found_by` is the placard or precaution behind it."""
    building = new.of.order.building if new.of.order else new.of.building
    if building:
        hold_buildings([building.pk])
    halted = _written(new, office, at, by, building=building, **found_by)
    _stop_payments(halted, at)
    halted.families = tell_touched(halted, "halt", facts_of(halted), at)
    Halt.objects.filter(pk=halted.pk).update(families=halted.families)
    facts = {"of": new.of.subject, "reason": halted.reason, "families": halted.families}
    record(act="halt.begin", on=halted.about, by=by, at=at, facts=facts)
    return halted


def _stop_payments(halt: Halt, at: datetime) -> None:
    """Of a fund, a programme or a line: all its payments. Of works that are unsafe: what is certified of them.

    Other halts of works leave certified stages to be paid: that work is done.
    """
    if halt.order and halt.reason in (Reason.UNSAFE, Reason.STRUCTURE_FIRST):
        stop(about=halt.about, order=halt.order.reference, at=at)
    elif halt.building is None:
        stop(about=halt.about, fund=halt.fund, programme=halt.programme, line=halt.line, at=at)
    for order in _orders_paid_by(halt):
        stop(about=halt.about, order=order, at=at)


def _orders_paid_by(halt: Halt) -> list[str]:
    """A programme's halt stops what its orders of works are paid as well."""
    if halt.subject != Subject.PROGRAMME:
        return []
    orders = Order.objects.filter(programme=halt.programme, decided_at__isnull=False)
    return list(orders.values_list("reference", flat=True))


def _written(new: NewHalt, office: Role, at: datetime, by: User, **more: object) -> Halt:
    since = localtime(at).date()
    given = {**_given(new, at), **more, "office": office, "since": since, "halted_at": at, "halted_by": by}
    try:
        with transaction.atomic():
            return Halt.objects.create(reference=references("S", 1)[0], families=0, looked_at=at, **given)
    except IntegrityError as error:
        standing = _standing(new)
        if standing is None:
            raise
        raise AlreadyHalted(standing) from error


def _given(new: NewHalt, at: datetime) -> dict[str, Any]:
    of, awaited = new.of, new.awaited
    key = new_key(at) if new.note.strip() else None
    return {
        "client_id": new.id,
        "subject": of.subject,
        "order": of.order,
        "programme": of.programme,
        "line": of.line,
        "fund": of.fund,
        "reason": new.reason,
        "words": new.words.strip(),
        "key": key,
        "note": seal(key, new.note.strip()) if key else None,
        "restart": awaited.restart,
        "missing": awaited.missing,
        "currency": awaited.currency,
        "body": awaited.body,
        "body_name": awaited.body_name.strip(),
        "review_on": new.review_on,
    }


def _standing(new: NewHalt) -> Halt | None:
    """The open halt of the same thing for the same reason."""
    of = new.of
    same = Q(subject=of.subject, order=of.order, programme=of.programme, line=of.line, fund=of.fund)
    if of.subject == Subject.WORKS:
        same &= Q(building=of.building)
    found = Halt.objects.filter(same, ended_at=None, reason=new.reason).select_related(*AROUND)
    return found.first()


def office_for(of: Of, on: date, by: User) -> Role:
    """In which role the person may halt, extend or end this. Raises WorksRefused, NotTheirs, Recused."""
    building = of.order.building if of.order else of.building
    if building:
        return on_building(HALT_WORKS, by, building, on)
    if of.fund:
        return on_fund(HALT_MONEY, by, of.fund, on)
    if of.programme is None:
        raise ValueError("a halt is of something")
    if of.line and of.line not in {line.name for line in declared_of(of.programme).lines}:
        raise refused("no_such_line", "line")
    return on_programme(HALT_MONEY, by, of.programme, on)


def of_halt(halt: Halt) -> Of:
    return Of(halt.building, halt.order, halt.programme, halt.line, halt.fund)


def hold(halt: Halt) -> None:
    """Nobody comes to the building unseen while this act goes on."""
    if halt.building_id:
        hold_buildings([halt.building_id])


def as_it_stands(halt: Halt) -> Halt:
    return Halt.objects.select_related(*AROUND).get(pk=halt.pk)

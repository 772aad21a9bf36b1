"""Works ordered by two persons: an engineer prepares them, another person approves; then their money is reserved."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from sanad.audit.services import record
from sanad.casework.notices.standing import hold_buildings
from sanad.casework.notices.telling import sum_told
from sanad.casework.safety.telling import state_of_building, tell_the_building
from sanad.casework.works.acting import DECIDE, PREPARE, on_building
from sanad.casework.works.models import Contractor, Kind, Order, Stage, State
from sanad.casework.works.proposals import NewFirm, NewOrder, reason_problems
from sanad.casework.works.reasons import in_both
from sanad.casework.works.refusals import OrderHasMoved, SamePerson, WorksRefused, refused
from sanad.casework.works.selectors import halts_stopping, why_not_finish
from sanad.casework.works.telling import KINDS
from sanad.casework.works.unsafe import halt_finishing
from sanad.engine.money import Money
from sanad.ledger.booking import Act, book
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.movements import Wanted
from sanad.ledger.refusals import NotEnoughMoney, ShortfallFirst, UncoveredFirst
from sanad.registry.models import Building
from sanad.registry.numbering import references
from sanad.staff.models import User

AROUND = ("building__place", "part__fund", "programme", "contractor", "prepared_by", "decided_by", "ended_by")


@transaction.atomic
def add_contractor(*, code: str, name: str, at: datetime, by: User | None) -> Contractor:
    """A firm that may be given works; the one that is known by this code, where there is one."""
    found, is_new = Contractor.objects.get_or_create(code=code, defaults={"name": name, "added_at": at, "added_by": by})
    if is_new:
        record(act="contractor.add", on=f"contractor:{code}", by=by, at=at)
    return found


def prepare_order(*, new: NewOrder, at: datetime, by: User) -> Order:
    """Works that wait for a second person; nothing is reserved yet. Sent twice, they are one.

    Raises WorksRefused, NotTheirs, Recused.
    """
    known = Order.objects.filter(client_id=new.id).select_related(*AROUND).first()
    if known:
        return known
    try:
        return _prepared(new, at, by)
    except IntegrityError:
        return Order.objects.select_related(*AROUND).get(client_id=new.id)


@transaction.atomic
def _prepared(new: NewOrder, at: datetime, by: User) -> Order:
    on_building(PREPARE, by, new.building, at.date(), new.programme)
    problems = new.problems(localtime(at).date())
    if problems:
        raise WorksRefused(problems)
    if new.kind == Kind.FINISHING:
        _refuse_unsafe(new.building, at)
    order = Order.objects.create(
        reference=references("W", 1)[0],
        client_id=new.id,
        programme=new.programme,
        building=new.building,
        contractor=_firm(new.contractor, at, by),
        part=new.part,
        kind=new.kind,
        budget=new.budget,
        prepared_at=at,
        prepared_by=by,
    )
    Stage.objects.bulk_create(
        Stage(order=order, number=number, title=stage.title.strip(), amount=stage.amount)
        for number, stage in enumerate(new.stages, start=1)
    )
    facts = {"building": new.building.reference, "budget": new.budget, "stages": len(new.stages), "kind": new.kind}
    record(act="works.prepare", on=f"works:{order.reference}", by=by, at=at, facts=facts)
    return order


def _firm(given: Contractor | NewFirm, at: datetime, by: User) -> Contractor:
    if isinstance(given, Contractor):
        return given
    return add_contractor(code=given.code, name=given.name, at=at, by=by)


@transaction.atomic
def order_works(*, order: Order, at: datetime, by: User) -> Order:
    """A second person approves: the money of each stage is reserved, and the families of the building are told.

    Raises SamePerson, OrderHasMoved, WorksRefused, NotTheirs, Recused. Refused beyond the free money of the fund.
    """
    on_building(DECIDE, by, order.building, at.date(), order.programme)
    hold_buildings([order.building_id])
    ordered = _decide(order, State.ORDERED, "", at, by)
    _refuse_stopped(ordered, at)
    _reserve(ordered, at, by)
    if ordered.kind == Kind.STRUCTURAL:
        facts = {"structure_repaired": False}
        state_of_building(ordered.building, facts, f"works:{ordered.reference}", at, by)
    tell_the_building(ordered.building, "works_ordered", _told(ordered), at, f"works:{ordered.reference}")
    halt_finishing(building=ordered.building, at=at)
    record(act="works.order", on=f"works:{ordered.reference}", by=by, at=at, facts={"budget": ordered.budget})
    return ordered


@transaction.atomic
def send_back_order(*, order: Order, words: str, at: datetime, by: User) -> Order:
    """The works are not ordered; another order is prepared. Raises what `order_works` raises."""
    on_building(DECIDE, by, order.building, at.date(), order.programme)
    problems = reason_problems(words)
    if problems:
        raise WorksRefused(problems)
    sent = _decide(order, State.SENT_BACK, words.strip(), at, by)
    record(act="works.send_back", on=f"works:{sent.reference}", by=by, at=at)
    return sent


def _decide(order: Order, state: State, words: str, at: datetime, by: User) -> Order:
    """Compare and set: of two who decide at once, the second is told what the first decided."""
    waiting = Order.objects.filter(pk=order.pk, state=State.PREPARED).exclude(prepared_by=by)
    done = waiting.update(state=state, decided_by=by, decided_at=at, reason=words)
    stands = Order.objects.select_related(*AROUND).get(pk=order.pk)
    if not done:
        raise SamePerson(order.reference) if stands.state == State.PREPARED else OrderHasMoved(stands)
    return stands


def _refuse_stopped(order: Order, at: datetime) -> None:
    for halt in halts_stopping(order)[:1]:
        raise refused("halted", halt=halt.reference)
    if order.kind == Kind.FINISHING:
        _refuse_unsafe(order.building, at)


def _refuse_unsafe(building: Building, at: datetime) -> None:
    for code in why_not_finish(building, at):
        raise refused(code, "kind")


def _reserve(order: Order, at: datetime, by: User) -> None:
    """Each stage by itself, so that a loss uncovers the last stages first and a stage is paid as a whole."""
    account = order.part.account_id
    sent = sibling(account, AccountKind.SENT)
    stages = list(order.stages.order_by("number"))
    wanted = [Wanted(transfer_id(order, one), account, sent, one.amount, one.number) for one in stages]
    act = Act("works.reserve", f"works:{order.reference}", by, at)
    try:
        book(movements=[one.movement for one in wanted], act=act)
    except NotEnoughMoney as short:
        free, asked, missing = (Money(sum_, order.currency) for sum_ in (short.free, short.asked, short.missing))
        raise refused("no_free_money", free=free, asked=asked, missing=missing) from short
    except (UncoveredFirst, ShortfallFirst) as lost:
        raise refused("fund_promises_nothing") from lost
    for stage, one in zip(stages, wanted, strict=True):
        stage.transfer_id = one.id
    Stage.objects.bulk_update(stages, ["transfer"])


def transfer_id(order: Order, stage: Stage) -> UUID:
    """The same each time, so that nothing is reserved twice."""
    return uuid5(order.client_id, f"stage {stage.number}")


def _told(order: Order) -> dict[str, object]:
    return {
        "order": order.reference,
        "building": order.building.label,
        "kind": in_both(KINDS[order.kind]),
        "sum": sum_told(order.budget, order.currency),
        "stages": order.stages.count(),
    }

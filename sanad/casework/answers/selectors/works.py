"""Works on buildings, and the halts that touch families."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q
from django.utils.timezone import localdate

from sanad.casework.allocations.models import Reservation
from sanad.casework.answers.selectors.standing import Standing
from sanad.casework.answers.selectors.there import There
from sanad.casework.answers.told import HaltTold, LineTold, StageTold
from sanad.casework.claims.models import Claim
from sanad.casework.works.models import Halt, Order, Stage, State, Subject
from sanad.casework.works.selectors import AROUND
from sanad.casework.works.telling import facts_of

ORDERED = (State.ORDERED, State.FINISHED, State.CLOSED)
ENDED = 3
"""So many halts of a building that are over are told, the latest first."""
CERTIFIED, HALTED = "certified", "halted"


@dataclass(slots=True)
class Works:
    """By building its orders and halts; what else stands still now; by award the funds that reserve money for it."""

    orders: dict[int, list[Order]] = field(default_factory=lambda: defaultdict(list))
    halts: dict[int, list[Halt]] = field(default_factory=lambda: defaultdict(list))
    wide: list[Halt] = field(default_factory=list)
    funds: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def touching(self, claim: Claim, award: Standing | None, lines: Iterable[LineTold]) -> list[Halt]:
        """What touches the family: the works of its building, those that are over included, and what is wider."""
        here = self.halts[claim.dwelling.building_id]
        over = [halt for halt in here if halt.ended_at][:ENDED]
        awarded = {line.line for line in lines if line.money and line.money.awarded}
        wide = [halt for halt in self.wide if self._touches(halt, claim, award, awarded)]
        return [*(halt for halt in here if halt.ended_at is None), *wide, *over]

    def _touches(self, halt: Halt, claim: Claim, award: Standing | None, awarded: set[str]) -> bool:
        orders = [order for order in self.orders[claim.dwelling.building_id] if order.state == State.ORDERED]
        if halt.subject == Subject.LINE:
            return halt.programme_id == claim.programme_id and halt.line in awarded
        if halt.subject == Subject.PROGRAMME:
            return halt.programme_id in {claim.programme_id, *(order.programme_id for order in orders)}
        reserving = self.funds[award.pk] if award else set()
        return halt.fund_id in reserving | {order.part.fund_id for order in orders}


def works_read(there: There, awards: Collection[int]) -> Works:
    found = Works()
    for order in _orders(there.buildings("orders")):
        found.orders[order.building_id].append(order)
    for halt in _halts(there):
        (found.halts[halt.building_id] if halt.building_id else found.wide).append(halt)
    if any(halt.subject == Subject.FUND for halt in found.wide):
        _add_funds(found, awards)
    return found


def _orders(buildings: Collection[int]) -> Iterable[Order]:
    stages = Prefetch("stages", Stage.objects.select_related("inspection").order_by("number"))
    wanted = Order.objects.filter(building__in=buildings, state__in=ORDERED).select_related("part__fund")
    return wanted.prefetch_related(stages).order_by("pk") if buildings else ()


def _halts(there: There) -> Iterable[Halt]:
    """Of these buildings, those that are over included, and what stands still more widely; the latest first."""
    here, wide = there.buildings("halts"), there.claims("wide_halts")
    wanted = Q(building__in=here) | Q(building=None, ended_at=None)
    return Halt.objects.filter(wanted).select_related(*AROUND).order_by("-pk") if here or wide else ()


def _add_funds(found: Works, awards: Collection[int]) -> None:
    reserved = Reservation.objects.filter(award__in=awards, transfer__pending__state="pending")
    for award, fund in reserved.values_list("award_id", "part__fund_id").distinct():
        found.funds[award].add(fund)


def halt_told(halt: Halt) -> HaltTold:
    told = facts_of(halt)
    return HaltTold(
        reference=halt.reference,
        scope=halt.subject,
        about=told["what"],
        since=halt.since,
        by=told["office"],
        reason=told["reason"],
        restarts=told["restart"],
        review_on=halt.review_on,
        extensions=halt.extensions,
        ended_on=localdate(halt.ended_at) if halt.ended_at else None,
        amount=halt.missing,
    )


def stages_told(orders: Iterable[Order], halts: Iterable[Halt]) -> tuple[StageTold, ...]:
    """Every stage in its order: certified, halted, or as its order stands: ordered, finished or closed."""
    stopped = [halt for halt in halts if halt.ended_at is None and halt.subject in (Subject.WORKS, Subject.ORDER)]
    return tuple(_stage(order, stage, stopped) for order in orders for stage in order.stages.all())


def _stage(order: Order, stage: Stage, stopped: Iterable[Halt]) -> StageTold:
    halted = any(halt.order_id in (None, order.pk) for halt in stopped) and order.state == State.ORDERED
    state = CERTIFIED if stage.is_certified else HALTED if halted else order.state
    done_on = stage.inspection.inspected_on if stage.inspection else None
    label = {"en": stage.title, "ar": stage.title}
    return StageTold(order.reference, stage.number, label, state, stage.amount, order.currency, done_on)


def line_is_halted(line: str, halts: Iterable[Halt]) -> bool:
    """Whether payments of the line stand still: its own halt, or that of the programme or of a fund behind it."""
    open_ = [halt for halt in halts if halt.ended_at is None]
    return any(
        (halt.subject == Subject.LINE and halt.line == line) or halt.subject in (Subject.PROGRAMME, Subject.FUND)
        for halt in open_
    )


def payments_stand_still(halts: Iterable[Halt]) -> bool:
    """Whether nobody can say when the programme pays again."""
    return any(halt.ended_at is None and halt.subject == Subject.PROGRAMME for halt in halts)

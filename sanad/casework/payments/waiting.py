"""All money of a fund that is set aside to be paid, in the order of payment, each sum with what keeps it from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from sanad.casework.allocations.models import Reservation
from sanad.casework.allocations.selectors import open_reservations
from sanad.casework.allocations.stopping import Stopped, stopped_in
from sanad.casework.claims.models import State as ClaimState
from sanad.casework.payments.models import Payable, PayeeAccount, PaymentPart, WhyLeftOut
from sanad.funds.models import Fund
from sanad.registry.models import Recusal
from sanad.staff.models import User

AT_ONCE = 20_000
OF_RESERVATION = {
    "pending_state": F("transfer__pending__state"),
    "sum": F("transfer__pending__left"),
    "claim": F("award__claim"),
    "claim_state": F("award__claim__state"),
    "later": F("award__superseded_by"),
    "programme": F("award__claim__programme"),
    "household": F("award__claim__household"),
    "building": F("award__claim__dwelling__building"),
    "payee": F("award__claim__household__payee"),
    "account": F("award__claim__household__payee__account"),
}
OF_PAYABLE = (
    *("pk", "about", "part_id", "transfer_id", "amount", "payee_id", "payee__account"),
    *("transfer__pending__state", "transfer__pending__left"),
)
HELD = {ClaimState.HELD: WhyLeftOut.HELD, ClaimState.WITHDRAWN: WhyLeftOut.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One sum that is set aside, in minor units, and why it cannot be paid now; empty where it can."""

    reservation: int | None
    payable: UUID | None
    claim: int | None
    line: str
    part: int
    transfer: UUID
    amount: int
    payee: int | None
    account: UUID | None
    why: str


@dataclass(frozen=True, slots=True)
class Ties:
    """Households and buildings of which the person who prepares must not decide."""

    households: frozenset[int]
    buildings: frozenset[int]

    @classmethod
    def of(cls, user: User) -> "Ties":
        rows = list(Recusal.objects.filter(user=user).values_list("household", "building"))
        return cls(frozenset(h for h, _ in rows if h), frozenset(b for _, b in rows if b))


def waiting_sums(fund: Fund, by: User) -> Iterator[Waiting]:
    """First what works asked for, then what families are owed by the order of payment."""
    in_question = set(PayeeAccount.objects.filter(decision=None).values_list("payee", flat=True))
    stopped = stopped_in(fund)
    yield from _payables(fund, in_question, stopped)
    yield from _reservations(fund, in_question, stopped, Ties.of(by))


def unpaid_payables(fund: Fund) -> QuerySet[Payable]:
    """What works asked for and no run pays yet."""
    taken = PaymentPart.objects.filter(payable=OuterRef("pk"), is_open=True)
    return Payable.objects.filter(~Exists(taken), part__fund=fund)


def unpaid_reservations(fund: Fund) -> QuerySet[Reservation]:
    """What is set aside for families and no run pays yet."""
    taken = PaymentPart.objects.filter(reservation=OuterRef("pk"), is_open=True)
    return open_reservations().filter(~Exists(taken), part__fund=fund)


def _payables(fund: Fund, in_question: set[int], stopped: Stopped) -> Iterator[Waiting]:
    rows = unpaid_payables(fund).order_by("asked_at", "pk").values_list(*OF_PAYABLE)
    for pk, about, part, transfer, amount, payee, account, state, left in rows:
        why = WhyLeftOut.UNCOVERED if state != "pending" or left < amount else ""
        why = why or (WhyLeftOut.HALTED if stopped.stops_works(about) else "")
        why = why or _without_account(payee, account, in_question)
        yield Waiting(None, pk, None, "", part, transfer, amount, payee, account, why)


def _reservations(fund: Fund, in_question: set[int], stopped: Stopped, ties: Ties) -> Iterator[Waiting]:
    named = {f"of_{name}": one for name, one in OF_RESERVATION.items()}
    columns = ("pk", "line", "part_id", "transfer_id", *named)
    ordered = unpaid_reservations(fund).order_by("place", "award", "line", "pk")
    rows = ordered.annotate(**named).values_list(*columns)
    for pk, line, part, transfer, state, left, claim, claim_state, later, *who in rows.iterator(AT_ONCE):
        programme, household, building, payee, account = who
        why = _lost_or_held(state, later, claim_state)
        why = why or (WhyLeftOut.HALTED if stopped.stops_award(programme, line, building) else "")
        if not why and (household in ties.households or building in ties.buildings):
            why = WhyLeftOut.RECUSED
        why = why or _without_account(payee, account, in_question)
        yield Waiting(pk, None, claim, line, part, transfer, left, payee, account, why)


def _lost_or_held(state: str, later: int | None, claim_state: str) -> str:
    if state != "pending":
        return WhyLeftOut.UNCOVERED
    if later is not None:
        return WhyLeftOut.SUPERSEDED
    return HELD.get(ClaimState(claim_state), "")


def _without_account(payee: int | None, account: UUID | None, in_question: set[int]) -> str:
    """While a changed account waits to be confirmed, nothing goes to the old one: it may be closed."""
    if payee in in_question:
        return WhyLeftOut.ACCOUNT_WAITS
    return "" if account else WhyLeftOut.NO_ACCOUNT


def touching(user: User, run: int) -> int:
    """How many payments of the run are of the person's own household, kin or building."""
    ties = Ties.of(user)
    touched = Q(payment__payee__household__in=ties.households)
    touched |= Q(claim__dwelling__building__in=ties.buildings)
    parts = PaymentPart.objects.filter(touched, payment__run=run)
    return parts.values("payment").distinct().count()

"""A finance officer decides about money in suspense: whose it is, or where it went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from sanad.casework.payments.models import BankLine, DecisionKind, Payment, SuspenseDecision
from sanad.casework.payments.refusals import DecidedBefore, NotDecidable, ReasonIsMissing, SameIdOther
from sanad.casework.payments.services.attaching import attach
from sanad.casework.payments.services.releasing import release, settle_debts, undo
from sanad.funds.models import GENERAL, Fund, Part
from sanad.funds.services import book_loss, pay_fees, receive_money, return_money
from sanad.ledger.booking import Act
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User

CAME_IN = (DecisionKind.RECEIPT, DecisionKind.SEND_BACK)
WENT_OUT = (DecisionKind.FEES, DecisionKind.LOST)


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a line, and why; `payment` where it belongs to one, `other` where another line cancels it."""

    kind: DecisionKind
    reason: str
    payment: Payment | None = None
    other: BankLine | None = None


@transaction.atomic
def decide_suspense(*, id: UUID, line: BankLine, decision: Decision, by: User, at: datetime) -> SuspenseDecision:
    """Decide about all of the line that is undecided; sent twice it is decided once.

    Raises ReasonIsMissing, DecidedBefore, NotDecidable, SameIdOther, Recused.
    """
    if not decision.reason.strip():
        raise ReasonIsMissing(str(line.pk))
    known = SuspenseDecision.objects.filter(pk=id).first()
    if known:
        if (known.line_id, known.kind) != (line.pk, decision.kind):
            raise SameIdOther(id)
        return known
    line = _held(line)
    # Of a line in question its payment is decided about first, and then what the bank took beyond it.
    amount = line.from_sent or line.undecided
    _check(line, decision)
    refuse_recused(by, household=decision.payment.payee.household if decision.payment else None)
    row = _written(id, line, decision, amount, by, at)
    act = Act(f"suspense.{decision.kind}", f"statement:{line.statement_id}", by, at, {"row": line.row, "sum": amount})
    _VERBS[decision.kind](row, decision, act)
    return row


def _held(line: BankLine) -> BankLine:
    """The line, held by this transaction with its fund. Raises DecidedBefore."""
    Fund.objects.select_for_update().get(pk=line.statement.fund_id)
    found = BankLine.objects.select_for_update(of=("self",)).select_related("statement__fund").get(pk=line.pk)
    if not found.undecided:
        last = SuspenseDecision.objects.select_related("decided_by").filter(Q(line=found) | Q(other=found)).last()
        raise DecidedBefore(found.pk, last.decided_by.name if last else "", last.decided_at if last else None)
    return found


def _check(line: BankLine, decision: Decision) -> None:
    """Raises NotDecidable."""
    if decision.kind in CAME_IN and line.amount < 0:
        raise NotDecidable(line.pk, "money_left")
    if decision.kind in WENT_OUT and line.amount > 0:
        raise NotDecidable(line.pk, "money_came")
    if line.from_sent and decision.kind != DecisionKind.ATTACH:
        raise NotDecidable(line.pk, "payment_first")
    if decision.kind == DecisionKind.ATTACH and decision.payment is None:
        raise NotDecidable(line.pk, "no_payment")


def _written(id: UUID, line: BankLine, decision: Decision, amount: int, by: User, at: datetime) -> SuspenseDecision:
    """The decision; the line has nothing undecided from now on."""
    BankLine.objects.filter(pk=line.pk).update(undecided=0)
    return SuspenseDecision.objects.create(
        id=id,
        line=line,
        kind=decision.kind,
        amount=amount,
        payment=decision.payment,
        other=decision.other,
        reason=decision.reason.strip()[:500],
        decided_by=by,
        decided_at=at,
    )


def _attach(row: SuspenseDecision, _decision: Decision, act: Act) -> None:
    attach(row, act)


def _receive(row: SuspenseDecision, _decision: Decision, act: Act) -> None:
    """It is recorded as money that arrived, and counts once another officer has confirmed it."""
    undo(row.line, row.amount, own=row.pk, act=act)
    receive_money(
        id=uuid5(row.pk, "receipt"),
        part=_general(row.line),
        amount=row.amount,
        bank_reference=_told(row.line),
        received_on=row.line.day,
        by=row.decided_by,
        at=act.at,
    )


def _leave(verb: Callable[..., object]) -> Callable[[SuspenseDecision, Decision, Act], None]:
    """The money is held again and leaves at once by the fund's own verb."""

    def leave(row: SuspenseDecision, _decision: Decision, act: Act) -> None:
        release(row.line, row.amount, own=row.pk, act=act)
        given = {"part": _general(row.line), "amount": row.amount, "reference": _told(row.line), "reason": row.reason}
        verb(id=uuid5(row.pk, "leaves"), **given, by=row.decided_by, at=act.at)

    return leave


def _cancel(row: SuspenseDecision, decision: Decision, act: Act) -> None:
    """One line took the money and the other brought it back: both end here."""
    if decision.other is None:
        raise NotDecidable(row.line_id, "no_other_line")
    other = _held(decision.other)
    if other.statement.fund_id != row.line.statement.fund_id or other.undecided != row.amount or other.from_sent:
        raise NotDecidable(row.line_id, "other_line_differs")
    if (other.amount > 0) == (row.line.amount > 0):
        raise NotDecidable(row.line_id, "other_line_differs")
    BankLine.objects.filter(pk=other.pk).update(undecided=0)
    left, came = (row.line, other) if row.line.amount < 0 else (other, row.line)
    release(left, row.amount, own=uuid5(row.pk, "left"), act=act)
    undo(came, row.amount, own=uuid5(row.pk, "came"), act=act)
    settle_debts(left, own=row.pk, act=act)


def _general(line: BankLine) -> Part:
    return Part.objects.select_related("fund").get(fund=line.statement.fund_id, code=GENERAL)


def _told(line: BankLine) -> str:
    """The line as papers name it."""
    return f"{line.statement.bank_id[:50]}/{line.row}"


_VERBS: dict[str, Callable[[SuspenseDecision, Decision, Act], None]] = {
    DecisionKind.ATTACH: _attach,
    DecisionKind.RECEIPT: _receive,
    DecisionKind.CANCEL: _cancel,
    DecisionKind.SEND_BACK: _leave(return_money),
    DecisionKind.FEES: _leave(pay_fees),
    DecisionKind.LOST: _leave(book_loss),
}

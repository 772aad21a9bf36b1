"""A line in suspense belongs to a payment after all: the payment is settled or sent back by it."""

from django.db.models import F, Sum

from sanad.casework.payments.models import BankLine, Payment, PaymentPart, PaymentState, SuspenseDecision
from sanad.casework.payments.refusals import NotDecidable
from sanad.casework.payments.services.marking import mark_returned, mark_settled
from sanad.casework.payments.services.moving import Slice, cut, moved, parts_of
from sanad.casework.payments.services.releasing import release, settle_debts, undo
from sanad.casework.payments.services.returning import Return, give_back
from sanad.ledger.booking import Act
from sanad.ledger.kinds import AccountKind


def attach(row: SuspenseDecision, act: Act) -> None:
    """Raises NotDecidable."""
    payment = Payment.objects.select_for_update(of=("self",)).select_related("run").get(pk=row.payment_id or 0)
    if payment.run.fund_id != row.line.statement.fund_id:
        raise NotDecidable(row.line_id, "other_fund")
    if row.line.from_sent:
        _settle_in_question(row, payment, act)
    elif row.line.amount < 0:
        _settle(row, payment, act)
    else:
        _send_back(row, payment, act)


def _settle(row: SuspenseDecision, payment: Payment, act: Act) -> None:
    """The bank paid it under another reference."""
    if payment.state != PaymentState.SENT or _asked_about(payment):
        raise NotDecidable(row.line_id, "not_on_its_way")
    if payment.amount != row.amount:
        raise NotDecidable(row.line_id, "other_sum")
    release(row.line, row.amount, own=row.pk, act=act)
    settle_debts(row.line, own=row.pk, act=act)
    parts = parts_of([payment.pk])[payment.pk]
    mark_settled([(payment.pk, row.line.day)], at=act.at)
    give_back([], movements=[*moved(parts, AccountKind.SENT, AccountKind.PAID, str(row.pk))], act=act)


def _send_back(row: SuspenseDecision, payment: Payment, act: Act) -> None:
    """The bank sent it back under another reference."""
    if payment.state not in (PaymentState.SENT, PaymentState.SETTLED) or _asked_about(payment):
        raise NotDecidable(row.line_id, "not_on_its_way")
    parts = parts_of([payment.pk])[payment.pk]
    if sum(one.amount for one in parts) != row.amount:
        raise NotDecidable(row.line_id, "other_sum")
    undo(row.line, row.amount, own=row.pk, act=act)
    out_of = AccountKind.PAID if payment.state == PaymentState.SETTLED else AccountKind.SENT
    mark_returned([(payment.pk, row.line.day, "")])
    give_back([Return(payment.pk, tuple(parts), out_of, row.line.day, "", str(row.pk))], movements=[], act=act)


def _settle_in_question(row: SuspenseDecision, payment: Payment, act: Act) -> None:
    """The bank paid another sum than was sent: that much is paid, and the rest is held again and set aside again."""
    if row.payment_id != row.line.payment_id:
        raise NotDecidable(row.line_id, "payment_first")
    others = _lines_in_question(payment, row.line)
    taken = row.line.from_sent + sum(one.from_sent for one in others)
    parts = parts_of([payment.pk])[payment.pk]
    paid, rest = list(cut(parts, 0, taken)), list(cut(parts, taken, payment.amount))
    for one in (row.line, *others):
        # What the bank took beyond the payment is still to be decided about.
        BankLine.objects.filter(pk=one.pk).update(undecided=abs(one.amount) - one.from_sent, from_sent=0)
    _note_rest(rest)
    mark_settled([(payment.pk, row.line.day)], at=act.at)
    own = str(row.pk)
    back = [Return(payment.pk, tuple(rest), AccountKind.SENT, row.line.day, "", f"{own}:rest")] if rest else []
    give_back(back, movements=[*moved(paid, AccountKind.SUSPENSE, AccountKind.PAID, own)], act=act)


def _note_rest(rest: list[Slice]) -> None:
    for one in rest:
        PaymentPart.objects.filter(pk=one.part).update(came_back=F("came_back") + one.amount)


def _lines_in_question(payment: Payment, line: BankLine) -> list[BankLine]:
    return list(BankLine.objects.filter(payment=payment, undecided__gt=0, from_sent__gt=0).exclude(pk=line.pk))


def _asked_about(payment: Payment) -> int:
    """What of the payment's money is in question."""
    waiting = BankLine.objects.filter(payment=payment, undecided__gt=0)
    return waiting.aggregate(total=Sum("from_sent"))["total"] or 0

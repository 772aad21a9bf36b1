"""Money comes in: one person records what the bank says, another confirms it, and from then on it counts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Q

from sanad.funds.models import Agreement, Part, Receipt, ReceiptState
from sanad.funds.refusals import AlreadyDecided, BankReferenceKnown, OtherFund, SamePerson
from sanad.ledger.booking import Act
from sanad.ledger.checks import check_amount
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.refusals import SameIdOtherContent
from sanad.ledger.selectors import balance_of
from sanad.ledger.services import announce, post, transfer, void
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class Arrived:
    """What the bank says: how much, under which reference, on which day, for which part, by which agreement."""

    part: Part
    amount: int
    bank_reference: str
    received_on: date
    agreement: Agreement | None


def receive_money(
    *,
    id: UUID,
    part: Part,
    amount: int,
    bank_reference: str,
    received_on: date,
    by: User,
    at: datetime,
    agreement: Agreement | None = None,
) -> Receipt:
    """Record money that arrived; nobody can use it until another person has confirmed it.

    Raises BankReferenceKnown, OtherFund, SameIdOtherContent, BadMovement.
    """
    check_amount(id, amount)
    arrived = Arrived(part, amount, bank_reference.strip(), received_on, agreement)
    known = _known(id, arrived)
    if known:
        return known
    try:
        return _recorded(id, arrived, by, at)
    except IntegrityError:
        # Somebody recorded the same at the same moment.
        known = _known(id, arrived)
        if known is None:
            raise
        return known


@transaction.atomic
def _recorded(id: UUID, arrived: Arrived, by: User, at: datetime) -> Receipt:
    given = {name: getattr(arrived, name) for name in Arrived.__slots__}
    receipt = Receipt.objects.create(id=id, **given, recorded_by=by, recorded_at=at)
    account = arrived.part.account_id
    facts = {"part": arrived.part.code, "amount": arrived.amount, "bank_reference": arrived.bank_reference}
    act = Act("fund.receive", f"fund:{arrived.part.fund.code}", by, at, facts)
    announce(id=id, debit=sibling(account, AccountKind.RECEIVED), credit=account, amount=arrived.amount, act=act)
    return receipt


def _known(id: UUID, arrived: Arrived) -> Receipt | None:
    """The receipt that stands, where it is the same. One query, so that it cannot come between two answers."""
    same = Q(part=arrived.part, bank_reference=arrived.bank_reference) & ~Q(state=ReceiptState.REFUSED)
    standing = {one.pk: one for one in Receipt.objects.filter(Q(pk=id) | same).select_related("part", "agreement")}
    if id in standing:
        return _checked_same(standing[id], arrived)
    for known in standing.values():
        raise BankReferenceKnown(arrived.bank_reference, known.pk)
    if arrived.agreement and arrived.agreement.fund_id != arrived.part.fund_id:
        raise OtherFund(arrived.agreement.reference, arrived.part.fund.code)
    return None


def _checked_same(found: Receipt, arrived: Arrived) -> Receipt:
    if any(getattr(found, name) != getattr(arrived, name) for name in Arrived.__slots__):
        raise SameIdOtherContent(found.pk)
    return found


@transaction.atomic
def confirm_receipt(*, receipt: UUID, by: User, at: datetime) -> Receipt:
    """The money counts from now on; first it makes a shortfall good. Raises SamePerson, AlreadyDecided."""
    decided = _decide(receipt, ReceiptState.CONFIRMED, by, at)
    act = Act("fund.confirm", f"fund:{decided.part.fund.code}", by, at, {"receipt": str(receipt)})
    post(id=uuid5(receipt, "confirm"), pending=receipt, act=act)
    make_good(account=decided.part.account_id, id=uuid5(receipt, "make_good"), by=by, at=at, on=act.on)
    return decided


@transaction.atomic
def refuse_receipt(*, receipt: UUID, by: User, at: datetime) -> Receipt:
    """The bank does not say so; nothing came in. Raises SamePerson, AlreadyDecided."""
    decided = _decide(receipt, ReceiptState.REFUSED, by, at)
    act = Act("fund.refuse", f"fund:{decided.part.fund.code}", by, at, {"receipt": str(receipt)})
    void(id=uuid5(receipt, "refuse"), pending=receipt, act=act)
    return decided


def _decide(receipt: UUID, state: ReceiptState, by: User, at: datetime) -> Receipt:
    """Compare and set: of two who decide at once, the second is told what the first decided."""
    open_one = Receipt.objects.filter(pk=receipt, state=ReceiptState.RECORDED).exclude(recorded_by=by)
    if not open_one.update(state=state, decided_by=by, decided_at=at):
        stands = Receipt.objects.select_related("decided_by").get(pk=receipt)
        if stands.decided_by is None or stands.decided_at is None:
            raise SamePerson(receipt)
        raise AlreadyDecided(receipt, stands.state, stands.decided_by.name, stands.decided_at)
    return Receipt.objects.select_related("part__fund").get(pk=receipt)


def make_good(*, account: str, id: UUID, by: User | None, at: datetime, on: str) -> None:
    """What comes in first makes good what was lost beyond the money held."""
    shortfall = sibling(account, AccountKind.SHORTFALL)
    lost = balance_of(shortfall)
    amount = min(lost.debits_posted - lost.credits_posted, balance_of(account).free)
    if amount > 0:
        act = Act("fund.make_good", on, by, at, {"amount": amount})
        transfer(id=id, debit=account, credit=shortfall, amount=amount, act=act)

"""Preparing a run: what is set aside and can be paid becomes one payment per payee; the rest is listed with its why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanad.audit.bulk import advance_ids, insert, locked
from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.payments.models import LeftOut, Payment, PaymentPart, PaymentRun, WhyLeftOut
from sanad.casework.payments.refusals import AnotherWasQuicker, FundHasNoAccount, NothingToPay, SameIdOther
from sanad.casework.payments.waiting import Waiting, waiting_sums
from sanad.funds.models import Fund
from sanad.registry.numbering import take
from sanad.staff.models import User

PAYMENT = ("id", "run_id", "reference", "payee_id", "account_id", "amount", "state", "return_code")
PART = (
    *("payment_id", "reservation_id", "payable_id", "claim_id", "line", "part_id", "transfer_id", "amount"),
    *("came_back", "is_open"),
)
LEFT = ("run_id", "claim_id", "payable_id", "why", "amount")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sums of a run by payee, in the order of payment, and what stays out of it."""

    paid: dict[int, list[Waiting]]
    left: list[Waiting]

    @property
    def total(self) -> int:
        return sum(one.amount for sums in self.paid.values() for one in sums)

    @property
    def counts(self) -> dict[str, int]:
        return dict(sorted(Counter(str(one.why) for one in self.left).items()))


def prepare_run(*, client_id: UUID, fund: Fund, up_to: int | None, by: User, at: datetime) -> PaymentRun:
    """Take all that is due and can be paid into a run, in the order of payment; not more than `up_to` (minor units).

    Asked again with the same `client_id`, it answers with the run that stands. Raises FundHasNoAccount, NothingToPay,
    AnotherWasQuicker, SameIdOther.
    """
    try:
        with transaction.atomic():
            # Runs and rounds of a fund wait for each other here, so that no sum is taken into two.
            fund = Fund.objects.select_for_update().get(pk=fund.pk)
            return _known(client_id, fund, up_to) or _prepared(client_id, fund, up_to, by, at)
    except IntegrityError as error:
        known = _known(client_id, fund, up_to)
        if known is None:
            raise AnotherWasQuicker(fund.code) from error
        return known


def _known(client_id: UUID, fund: Fund, up_to: int | None) -> PaymentRun | None:
    found = PaymentRun.objects.filter(client_id=client_id).first()
    if found and (found.fund_id, found.up_to) != (fund.pk, up_to):
        raise SameIdOther(client_id)
    return found


def _prepared(client_id: UUID, fund: Fund, up_to: int | None, by: User, at: datetime) -> PaymentRun:
    if not fund.account_number:
        raise FundHasNoAccount(fund.code)
    chosen = choose(waiting_sums(fund, by), up_to)
    if not chosen.paid:
        raise NothingToPay(chosen.counts, _first_beyond(chosen.left))
    run = _run(client_id, fund, up_to, chosen, by, at)
    facts = {"fund": fund.code, "total": chosen.total, "currency": fund.currency, "left_out": chosen.counts}
    rows = _write(run, chosen)
    record(act="run.prepare", on=f"run:{run.reference}", by=by, at=at, facts=facts, rows=rows)
    return run


def choose(waiting: Iterator[Waiting], up_to: int | None) -> Chosen:
    """Payee by payee in the order of payment, until the next one would go beyond the sum: nobody is passed over."""
    payable: dict[int, list[Waiting]] = {}
    left = []
    for one in waiting:
        if one.why or one.payee is None:
            left.append(one)
        else:
            payable.setdefault(one.payee, []).append(one)
    paid, beyond = _up_to(payable, up_to)
    left += [replace(one, why=WhyLeftOut.BEYOND) for one in beyond]
    return Chosen(paid, left)


def _up_to(payable: dict[int, list[Waiting]], up_to: int | None) -> tuple[dict[int, list[Waiting]], list[Waiting]]:
    if up_to is None:
        return payable, []
    paid: dict[int, list[Waiting]] = {}
    waiting, free = list(payable.items()), up_to
    for place, (payee, sums) in enumerate(waiting):
        free -= sum(one.amount for one in sums)
        if free < 0:
            return paid, [one for _, others in waiting[place:] for one in others]
        paid[payee] = sums
    return paid, []


def _first_beyond(left: Sequence[Waiting]) -> int | None:
    """What the first payee would get, where the typed sum is less than that."""
    beyond = [one for one in left if one.why == WhyLeftOut.BEYOND]
    return sum(one.amount for one in beyond if one.payee == beyond[0].payee) if beyond else None


def _run(client_id: UUID, fund: Fund, up_to: int | None, chosen: Chosen, by: User, at: datetime) -> PaymentRun:
    above = fund.three_persons_above
    return PaymentRun.objects.create(
        client_id=client_id,
        reference=f"RUN-{take('payment run')[0]:06}",
        fund=fund,
        up_to=up_to,
        payments=len(chosen.paid),
        total=chosen.total,
        needs_third=above is not None and chosen.total > above,
        holder=fund.holder,
        account_number=fund.account_number,
        bank=fund.bank,
        prepared_by=by,
        prepared_at=at,
    )


def _write(run: PaymentRun, chosen: Chosen) -> Rows:
    """The payments, their parts, and what was left out; gives the number and the Merkle root of the payments."""
    leaves: list[bytes] = []
    with locked(Payment):
        first = (Payment.objects.aggregate(greatest=Max("pk"))["greatest"] or 0) + 1
        insert(Payment, PAYMENT, _payments(run, chosen, first, leaves))
        insert(PaymentPart, PART, _parts(chosen, first))
        advance_ids(Payment)
    insert(LeftOut, LEFT, ((run.pk, one.claim, _hex(one.payable), str(one.why), one.amount) for one in chosen.left))
    return Rows(len(leaves), merkle_root(leaves))


def _payments(run: PaymentRun, chosen: Chosen, first: int, leaves: list[bytes]) -> Iterator[tuple[object, ...]]:
    for place, (payee, sums) in enumerate(chosen.paid.items()):
        reference, account = f"{run.reference}-{place + 1:06}", sums[0].account
        amount = sum(one.amount for one in sums)
        leaves.append(f"{reference}|{account}|{amount}".encode())
        yield first + place, run.pk, reference, payee, _hex(account), amount, "prepared", ""


def _parts(chosen: Chosen, first: int) -> Iterator[tuple[object, ...]]:
    for place, sums in enumerate(chosen.paid.values()):
        for one in sums:
            whose = one.reservation, _hex(one.payable), one.claim, one.line
            yield first + place, *whose, one.part, _hex(one.transfer), one.amount, 0, True


def _hex(id: UUID | None) -> str | None:
    """SQLite keeps an id as 32 letters; PostgreSQL reads the same."""
    return id.hex if id else None

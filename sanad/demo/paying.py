"""What the made-up finance office did: runs, what the bank said of them, and what families confirmed."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sanad.casework.payments.models import Payment, PaymentRun, PaymentState
from sanad.casework.payments.services import (
    approve_run,
    confirm_receipt,
    export_run,
    import_statement,
    mark_sent,
    prepare_run,
    release_run,
)
from sanad.casework.payments.statements.reading import read_statement
from sanad.casework.works.models import Order
from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import Staff
from sanad.funds.models import Fund, Receipt, ReceiptState

CONFIRMED_OF_10 = 6
MOST_CONFIRMED = 400
"""So many families of a run said that their money arrived, at most: each says it by itself."""
BANK_TAKES = timedelta(days=6)
RETURNED = "Account closed (made up)"


def pay(plan: Plan, fund: Fund, at: datetime, staff: Staff) -> PaymentRun:
    """A run from its preparation to the bank, by three persons."""
    run = prepare_run(
        client_id=drawn_id(plan.dice(f"run {at:%Y%m%d}")), fund=fund, up_to=None, by=staff["finance"], at=at
    )
    approve_run(run=run, typed_sum=run.total, by=staff["finance-second"], at=at)
    release_run(run=run, typed_sum=run.total, by=staff["finance-third"], at=at)
    export_run(run=run, by=staff["finance"], at=at)
    mark_sent(run=run, by=staff["finance"], at=at)
    return run


def settle(plan: Plan, run: PaymentRun, opening: int, staff: Staff, returned: int) -> int:
    """The bank's statement of a week later; `returned` of the payments came back. Gives the closing balance."""
    at = (run.sent_at or run.prepared_at) + BANK_TAKES
    payments = list(Payment.objects.filter(run=run).order_by("reference").values_list("reference", "amount"))
    lines = [
        *_arrived(run.fund, at),
        *_lines(payments, _came_back(plan, run, returned), at.date()),
        *_unknown(plan, run, at.date()),
    ]
    closing = opening + sum(amount for _, amount, _, _ in lines)
    with tempfile.TemporaryDirectory(prefix="sanad-demo-") as folder:
        path = _written(Path(folder), f"{run.reference}-S", opening, closing, lines)
        statement = read_statement(path, at.date())
    import_statement(fund=run.fund, statement=statement, by=staff["finance"], at=at)
    return closing


def _came_back(plan: Plan, run: PaymentRun, returned: int) -> set[str]:
    """Payments of families, and none of the building with works: its families tell another story."""
    with_works = Order.objects.values("building")
    payments = Payment.objects.filter(run=run, payee__household__isnull=False)
    elsewhere = payments.exclude(parts__claim__dwelling__building__in=with_works).order_by("reference")
    references = list(elsewhere.values_list("reference", flat=True))
    return set(plan.dice(f"returned {run.reference}").sample(references, min(returned, len(references))))


def confirm(plan: Plan, run: PaymentRun) -> None:
    """Some families said that their money arrived."""
    dice, settled_at = plan.dice(f"confirmed {run.reference}"), (run.sent_at or run.prepared_at) + BANK_TAKES
    settled = Payment.objects.filter(run=run, state=PaymentState.SETTLED, payee__household__isnull=False)
    chosen = [one for one in settled.order_by("reference") if dice.randrange(10) < CONFIRMED_OF_10]
    for payment in chosen[:MOST_CONFIRMED]:
        confirm_receipt(payment=payment, at=settled_at + timedelta(hours=dice.randrange(3, 60)))


Line = tuple[date, int, str, str]


def _arrived(fund: Fund, at: datetime) -> Iterator[Line]:
    """Money that came since the last statement: the books know it already."""
    receipts = Receipt.objects.filter(part__fund=fund, bank_line=None, recorded_at__lt=at)
    for told in receipts.exclude(state=ReceiptState.REFUSED).order_by("received_on", "bank_reference"):
        yield told.received_on, told.amount, told.bank_reference, ""


def _lines(payments: Sequence[tuple[str, int]], back: set[str], day: date) -> Iterator[Line]:
    for reference, amount in payments:
        yield day, -amount, reference, ""
    for reference, amount in payments:
        if reference in back:
            yield day, amount, reference, RETURNED


def _unknown(plan: Plan, run: PaymentRun, day: date) -> Iterator[Line]:
    """A sum that nobody can place yet came with the first statement."""
    if run.reference == "RUN-000001":
        yield day, 120_000, "TRANSFER 7731 (made up)", "No name given"


def _written(folder: Path, name: str, opening: int, closing: int, lines: Sequence[Line]) -> Path:
    path = folder / f"{name}.csv"
    head = f"statement,{name}\ncurrency,USD\nopening,{_major(opening)}\nclosing,{_major(closing)}\n"
    rows = "".join(f"{day},{_major(amount)},{reference},{note}\n" for day, amount, reference, note in lines)
    path.write_text(f"{head}date,amount,reference,note\n{rows}", encoding="utf-8")
    return path


def _major(cents: int) -> str:
    return str(Decimal(cents).scaleb(-2))

"""What the lines of a statement mean for the books, before anything is booked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Sum

from sanad.casework.payments.models import BankLine, LineState, Payment, PaymentState, WhySuspense
from sanad.casework.payments.statements.reading import Line, Statement
from sanad.funds.models import Fund, Outflow, Receipt, ReceiptState

REFERENCE = re.compile(r"RUN-[0-9]{6,}-[0-9]{6,}")
AT_ONCE = 5_000
BACK = (PaymentState.SENT, PaymentState.SETTLED)


@dataclass(slots=True)
class Standing:
    """A payment as the lines before have left it: `outstanding` is what of it did not come back, `in_question` what of
    its money lines of another sum have taken."""

    pk: int
    state: str
    amount: int
    outstanding: int
    in_question: int
    doubled: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A line with what it means. `from_sent` is what of it is taken from the payment's money on its way."""

    line: Line
    state: LineState
    why: str = ""
    payment: int | None = None
    receipt: UUID | None = None
    outflow: UUID | None = None
    from_sent: int = 0


@dataclass
class _Known:
    """What the books hold that a line may tell of, each until a line has told of it."""

    payments: dict[str, Standing]
    receipts: dict[tuple[str, int], UUID] = field(default_factory=dict)
    outflows: dict[tuple[str, int], UUID] = field(default_factory=dict)


def planned(fund: Fund, statement: Statement) -> list[Planned]:
    """Each line of the statement, in its order."""
    told = {reference for line in statement.lines if (reference := reference_of(line))}
    known = _Known(_payments(fund, told), *_others(fund))
    return [_line(known, line) for line in statement.lines]


def counts_of(plan: Iterable[Planned]) -> dict[str, int]:
    """How many lines end how; they add up to the lines of the statement."""
    counted = Counter(str(one.state) for one in plan)
    return {state.value: counted[state.value] for state in LineState}


def reference_of(line: Line) -> str:
    """The one payment that the line names, in its reference or else in its note; empty where it names none or two."""
    for words in (line.reference, line.note):
        found = set(REFERENCE.findall(words.upper()))
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _line(known: _Known, line: Line) -> Planned:
    payment = known.payments.get(reference_of(line))
    if payment:
        return _paid(payment, line) if line.amount < 0 else _back(payment, line)
    key = line.reference, abs(line.amount)
    if line.amount > 0 and key in known.receipts:
        return Planned(line, LineState.KNOWN, receipt=known.receipts.pop(key))
    if line.amount < 0 and key in known.outflows:
        return Planned(line, LineState.KNOWN, outflow=known.outflows.pop(key))
    return Planned(line, LineState.SUSPENSE, WhySuspense.UNKNOWN)


def _paid(payment: Standing, line: Line) -> Planned:
    gone = -line.amount
    if payment.state == PaymentState.SENT and not payment.in_question and gone == payment.amount:
        payment.state = PaymentState.SETTLED
        return Planned(line, LineState.SETTLED, payment=payment.pk)
    if payment.state == PaymentState.SENT:
        taken = min(gone, payment.amount - payment.in_question)
        payment.in_question += taken
        return Planned(line, LineState.SUSPENSE, WhySuspense.AMOUNT, payment.pk, from_sent=taken)
    payment.doubled = payment.doubled or payment.state == PaymentState.SETTLED
    why = {PaymentState.SETTLED: WhySuspense.AGAIN, PaymentState.RETURNED: WhySuspense.BACK_AGAIN}
    return Planned(line, LineState.SUSPENSE, why.get(PaymentState(payment.state), WhySuspense.NOT_SENT), payment.pk)


def _back(payment: Standing, line: Line) -> Planned:
    """Money came back: of the payment, unless it was paid twice and this may be the second one."""
    clear = not payment.in_question and not payment.doubled
    if payment.state in BACK and clear and line.amount == payment.outstanding:
        payment.state, payment.outstanding = PaymentState.RETURNED, 0
        return Planned(line, LineState.RETURNED, payment=payment.pk)
    if payment.state in BACK:
        why = WhySuspense.AMOUNT if line.amount != payment.outstanding or payment.in_question else WhySuspense.AGAIN
        return Planned(line, LineState.SUSPENSE, why, payment.pk)
    back = payment.state == PaymentState.RETURNED
    return Planned(line, LineState.SUSPENSE, WhySuspense.BACK_AGAIN if back else WhySuspense.NOT_SENT, payment.pk)


def _payments(fund: Fund, references: Iterable[str]) -> dict[str, Standing]:
    asked = sorted(references)
    found: dict[str, Standing] = {}
    for at in range(0, len(asked), AT_ONCE):
        some = Payment.objects.filter(run__fund=fund, reference__in=asked[at : at + AT_ONCE])
        rows = some.annotate(back=Sum("parts__came_back")).values_list("reference", "pk", "state", "amount", "back")
        found |= {reference: _standing(*row) for reference, *row in rows}
    by_key = {one.pk: one for one in found.values()}
    for pk, why, taken in _open_lines(fund):
        if pk in by_key:
            by_key[pk].in_question += taken
            by_key[pk].doubled = by_key[pk].doubled or why == WhySuspense.AGAIN
    return found


def _standing(pk: int, state: str, amount: int, back: int) -> Standing:
    return Standing(pk, state, amount, amount - back, in_question=0, doubled=False)


def _open_lines(fund: Fund) -> Iterator[tuple[int, str, int]]:
    """Lines in suspense that speak of a payment and wait to be decided."""
    waiting = BankLine.objects.filter(statement__fund=fund, payment__isnull=False, undecided__gt=0, amount__lt=0)
    yield from waiting.values_list("payment", "why", "from_sent")


def _others(fund: Fund) -> tuple[dict[tuple[str, int], UUID], dict[tuple[str, int], UUID]]:
    """Receipts and outflows that no line has told of, by reference and sum."""
    receipts = Receipt.objects.filter(part__fund=fund, bank_line=None).exclude(state=ReceiptState.REFUSED)
    outflows = Outflow.objects.filter(part__fund=fund, bank_line=None)
    return (
        {(told, amount): pk for told, amount, pk in receipts.values_list("bank_reference", "amount", "pk")},
        {(told, amount): pk for told, amount, pk in outflows.values_list("reference", "amount", "pk")},
    )

"""What a worked case says was paid: payments, and bookings that were wrong with their reversals."""

from collections.abc import Iterable
from datetime import date

from sanad.engine.rules.declared import Programme
from sanad.rulebook.reading.case_results import minor
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import did_you_mean
from sanad.rulebook.reading.worked import CasePayment

PAID_KEYS = ("claim_id", "line", "amount", "date")
ERROR_KEYS = ("claim_id", "line", "amount", "note")


def read_payment(entry: Entry, programme: Programme, claims: set[str], on: date | None = None) -> CasePayment:
    """Of the day `on` where a series of days says nothing else."""
    paid_on = entry.day("date", required=on is None) or on or date.min
    return _payment(entry, programme, claims, paid_on)


def read_error(entry: Entry, programme: Programme, claims: set[str], on: date) -> CasePayment:
    """A booking that was wrong; below 0, its reversal. The note says what happened."""
    entry.text("note")
    return _payment(entry, programme, claims, on)


def _payment(entry: Entry, programme: Programme, claims: set[str], on: date) -> CasePayment:
    claim, line = entry.text("claim_id"), entry.text("line")
    _refuse_unknown(entry, "claim_id", claim, claims)
    _refuse_unknown(entry, "line", line, {known.name for known in programme.lines if known.thing is None})
    return CasePayment(claim, line, minor(entry, "amount", programme.currency), on, entry.where())


def _refuse_unknown(entry: Entry, key: str, name: str, known: set[str]) -> None:
    if name and name not in known:
        message = f"`{name}` is no {key} of this case."
        entry.notes.problem(entry.where(key), "unknown_name", message, did_you_mean(name, known))


def refuse_later(entry: Entry, payments: Iterable[CasePayment], on: date) -> None:
    for payment in payments:
        if payment.date > on:
            message = f"The payment of {payment.date} is later than the case, {on}."
            entry.notes.problem(payment.where, "paid_later", message, "Correct one of the dates.")


def refuse_reversed(entry: Entry, payments: Iterable[CasePayment]) -> None:
    """Bookings of which more is reversed than was booked."""
    booked: dict[tuple[str, str], int] = {}
    for payment in payments:
        of = (payment.claim_id, payment.line)
        booked[of] = booked.get(of, 0) + payment.amount
        if booked[of] < 0:
            message = f"The bookings of `{payment.line}` of `{payment.claim_id}` fall below 0."
            todo = "Reverse no more than was booked by then."
            entry.notes.problem(payment.where, "reversed_too_much", message, todo)

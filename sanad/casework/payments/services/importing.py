"""Taking in a bank statement: whole or not at all, and once however often it is sent."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from sanad.audit.bulk import insert
from sanad.audit.services import record
from sanad.casework.payments.models import BankLine, BankStatement, LineState, Payment, RunState
from sanad.casework.payments.services.booking import Booking
from sanad.casework.payments.statements.planning import AT_ONCE, Planned, counts_of, planned, reference_of
from sanad.casework.payments.statements.reading import Statement
from sanad.casework.payments.statements.sayings import SAYINGS, StatementRefused
from sanad.evidence.keys import new_key, seal
from sanad.evidence.models import Key
from sanad.evidence.refusals import problem
from sanad.funds.models import Fund
from sanad.staff.models import User

LINE = (
    *("statement_id", "row", "day", "amount", "state", "why", "undecided", "from_sent", "payment_id", "receipt_id"),
    *("outflow_id", "words"),
)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The statement that stands; `is_new` is false where it was taken in before and nothing was booked now."""

    statement: BankStatement
    is_new: bool


def plan_statement(*, fund: Fund, statement: Statement) -> dict[str, int]:
    """What taking it in would book: how many lines end how. Writes nothing. Raises StatementRefused."""
    known = _known(fund, statement)
    return dict(known.counts) if known else counts_of(_plan(fund, statement))


def import_statement(*, fund: Fund, statement: Statement, by: User, at: datetime) -> TakenIn:
    """Book what the statement says: payments settled and sent back, and all else in suspense until it is decided.

    Taken in again, it answers with what stands. Raises StatementRefused; LedgerRefused where a loss came between.
    """
    try:
        with transaction.atomic():
            # Runs, rounds and statements of a fund wait for each other here.
            fund = Fund.objects.select_for_update().get(pk=fund.pk)
            known = _known(fund, statement)
            return TakenIn(known, is_new=False) if known else _taken_in(fund, statement, by, at)
    except IntegrityError:
        known = _known(fund, statement)
        if known is None:
            raise
        return TakenIn(known, is_new=False)


def _known(fund: Fund, statement: Statement) -> BankStatement | None:
    """Raises StatementRefused where it cannot be this fund's, or where this id was taken in with other lines."""
    _refuse_others(fund, statement)
    found = BankStatement.objects.filter(fund=fund, bank_id=statement.bank_id).first()
    if found and found.content != statement.content:
        told = {"id": statement.bank_id, "on": found.imported_at.date().isoformat()}
        raise StatementRefused([problem(SAYINGS, "other_content", "statement", **told)])
    return found


def _refuse_others(fund: Fund, statement: Statement) -> None:
    told = {"fund": fund.code, "found": statement.currency, "expected": fund.currency}
    if statement.currency != fund.currency:
        raise StatementRefused([problem(SAYINGS, "other_currency", "currency", **told)])
    if statement.account and fund.account_number and statement.account != fund.account_number:
        told["found"] = statement.account
        raise StatementRefused([problem(SAYINGS, "other_account", "account", **told)])


def _plan(fund: Fund, statement: Statement) -> list[Planned]:
    """Raises StatementRefused where the bank has paid what is not marked as sent."""
    told = {reference: line.row for line in statement.lines if (reference := reference_of(line))}
    unsent = []
    for some in _some(sorted(told)):
        waiting = Payment.objects.filter(reference__in=some, run__fund=fund, run__state=RunState.RELEASED)
        unsent += list(waiting.order_by("reference").values_list("reference", "run__reference")[:20])
    if unsent:
        raise StatementRefused(
            [
                problem(SAYINGS, "not_marked_sent", f"{told[one]}: reference", reference=one, run=run)
                for one, run in unsent
            ]
        )
    return planned(fund, statement)


def _some(references: Sequence[str]) -> Iterator[Sequence[str]]:
    return (references[at : at + AT_ONCE] for at in range(0, len(references), AT_ONCE))


def _taken_in(fund: Fund, statement: Statement, by: User, at: datetime) -> TakenIn:
    plan, key = _plan(fund, statement), new_key(at)
    row = BankStatement.objects.create(
        fund=fund,
        bank_id=statement.bank_id,
        content=statement.content,
        opening=statement.opening,
        closing=statement.closing,
        counts=counts_of(plan),
        key=key,
        imported_by=by,
        imported_at=at,
    )
    insert(BankLine, LINE, _lines(row, key, plan))
    facts = {"fund": fund.code, "content": statement.content, **row.counts}
    record(act="bank.import", on=f"statement:{row.pk}", by=by, at=at, facts=facts)
    Booking(row, plan, by, at).book()
    return TakenIn(row, is_new=True)


def _lines(statement: BankStatement, key: Key, plan: Iterable[Planned]) -> Iterator[tuple[object, ...]]:
    for one in plan:
        undecided = abs(one.line.amount) if one.state == LineState.SUSPENSE else 0
        found = one.payment, _hex(one.receipt), _hex(one.outflow)
        line = one.line.row, one.line.day.isoformat(), one.line.amount, str(one.state), str(one.why)
        yield statement.pk, *line, undecided, one.from_sent, *found, _words(key, one)


def _words(key: Key, one: Planned) -> bytes | None:
    """What the bank wrote, where it says more than which payment it was."""
    if one.state == LineState.SETTLED and not one.line.note:
        return None
    return seal(key, json.dumps({"reference": one.line.reference, "note": one.line.note}, ensure_ascii=False))


def _hex(id: object) -> str | None:
    return getattr(id, "hex", None)

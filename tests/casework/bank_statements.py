"""Bank statements as a bank would send them, for tests."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sanad.casework.payments.models import Payment
from sanad.casework.payments.services import TakenIn, import_statement
from sanad.casework.payments.statements.reading import Statement, read_statement
from sanad.engine.money import exponent, unscaled
from sanad.funds.models import Fund
from sanad.funds.selectors import Numbers, numbers_of_fund, numbers_of_parts
from sanad.staff.models import User
from tests.casework.payments_of_claims import rana
from tests.casework.rounds_of_claims import LATER

TODAY = date(2026, 6, 30)
DAY = "2026-06-03"
Line = tuple[int, str, str]
"""Signed minor units, reference, note."""


def settles(payment: Payment) -> Line:
    return -payment.amount, payment.reference, ""


def returns(payment: Payment, note: str = "AC04 account closed") -> Line:
    return payment.amount, payment.reference, note


def written(
    lines: Iterable[Line], id: str = "2026-06-A", currency: str = "USD", off: int = 0, opening: int = 10**9
) -> str:
    """The file; `off` makes its closing balance wrong."""
    told, places = list(lines), exponent(currency)
    sums = [unscaled(minor, places) for minor in (opening, opening + sum(line[0] for line in told) + off)]
    head = f"statement,{id}\ncurrency,{currency}\nopening,{sums[0]}\nclosing,{sums[1]}\ndate,amount,reference,note\n"
    return head + "".join(f"{DAY},{unscaled(minor, places)},{reference},{note}\n" for minor, reference, note in told)


def read(text: str, folder: Path, name: str = "bank.csv") -> Statement:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_statement(path, TODAY)


def taken_in(fund: Fund, folder: Path, *lines: Line, id: str = "2026-06-A", by: User | None = None) -> TakenIn:
    before = fund.statements.exclude(bank_id=id).order_by("-pk").first()
    statement = read(written(lines, id, opening=before.closing if before else 10**9), folder)
    return import_statement(fund=fund, statement=statement, by=by or rana(), at=LATER)


def numbers(fund: Fund) -> Numbers:
    """What the ledger says of the whole fund."""
    return numbers_of_fund(numbers_of_parts(fund.parts.all()).values())


def states(fund: Fund) -> list[str]:
    """Of all payments of the fund, in their order."""
    return list(Payment.objects.filter(run__fund=fund).order_by("pk").values_list("state", flat=True))

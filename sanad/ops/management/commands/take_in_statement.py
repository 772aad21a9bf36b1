import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from django.core.management import BaseCommand
from django.utils.timezone import localdate

from sanad.casework.payments.selectors import gap_before
from sanad.casework.payments.services import import_statement, plan_statement
from sanad.casework.payments.statements.reading import Statement, read_statement
from sanad.casework.payments.statements.sayings import StatementRefused
from sanad.engine.money import Money
from sanad.funds.models import Fund
from sanad.ledger.refusals import LedgerRefused
from sanad.ops.acting import acting
from sanad.ops.pay_words import say, says, why
from sanad.ops.stopping import FAILED, Hearer
from sanad.staff.roles import Role


class Command(BaseCommand):
    help = "Take in a bank statement."
    requires_system_checks = ()
    stealth_options = ("hearer", "path", "by", "fund", "dry_run")

    def handle(
        self, *_args: str, hearer: Hearer, path: Path, by: str, fund: str, dry_run: bool, **_options: Any
    ) -> None:
        officer = acting(by, Role.FINANCE_OFFICER, hearer)
        try:
            statement = read_statement(path, localdate())
            chosen = _fund(statement, fund, hearer)
            if dry_run:
                said = {"statement": statement.bank_id, **plan_statement(fund=chosen, statement=statement)}
                _tell(hearer, "would", said | _before(chosen, statement))
                return
            taken = import_statement(fund=chosen, statement=statement, by=officer, at=datetime.now(UTC))
        except StatementRefused as refused:
            _refuse(hearer, refused)
        except LedgerRefused as lost:
            hearer.stop("money_was_lost", why(type(lost).__name__, lost), FAILED)
        row = taken.statement
        said = {"statement": row.bank_id, "on": row.imported_at.date().isoformat(), **row.counts}
        _tell(
            hearer, "taken" if taken.is_new else "again", {"is_new": taken.is_new, **said, **_before(chosen, statement)}
        )


def _fund(statement: Statement, code: str, hearer: Hearer) -> Fund:
    """The one that is named, or whose account it is, or the only one of the currency."""
    if code:
        found = Fund.objects.filter(code=code)
    else:
        found = Fund.objects.filter(currency=statement.currency)
        own = found.filter(account_number=statement.account) if statement.account else found.none()
        found = own or found
    if found.count() != 1:
        codes = ", ".join(Fund.objects.order_by("code").values_list("code", flat=True)) or "-"
        hearer.stop("which_fund", says("which_fund", funds=codes))
    return found.get()


def _before(fund: Fund, statement: Statement) -> dict[str, Any]:
    """What is missing between this statement and those before it; empty where nothing is."""
    gap = gap_before(fund, statement.bank_id, statement.opening)
    if gap is None:
        return {}
    sums = (Money(gap.opening, fund.currency), Money(gap.closing, fund.currency))
    return {"after_a_gap": {"last": gap.last, "opening": str(sums[0]), "closing": str(sums[1])}}


def _tell(hearer: Hearer, phrase: str, said: dict[str, Any]) -> None:
    if hearer.as_json:
        typer.echo(json.dumps(said))
        return
    typer.echo(say(hearer.lang, phrase, **said))
    if "after_a_gap" in said:
        typer.echo(say(hearer.lang, "gap", **said["after_a_gap"]), err=True)


def _refuse(hearer: Hearer, refused: StatementRefused) -> None:
    """Every problem with file, row and field, and what to do."""
    told = {
        language: "\n".join([first, *(f"  {one.where}: {one.says[language]}" for one in refused.problems)])
        for language, first in says("not_taken").items()
    }
    hearer.stop(refused.code, told, FAILED)

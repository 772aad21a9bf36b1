import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import typer
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand

from sanad.casework.payments.models import LeftOut, PaymentRun
from sanad.casework.payments.refusals import NothingToPay, PaymentRefused
from sanad.casework.payments.services import (
    approve_run,
    drop_run,
    mark_sent,
    prepare_run,
    release_run,
    write_files,
)
from sanad.engine.money import Money
from sanad.funds.models import Fund
from sanad.ops.acting import acting
from sanad.ops.ground_words import says as ground_says
from sanad.ops.pay_words import say, says, why, why_nothing
from sanad.ops.stopping import FAILED, Hearer
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.web.shared.amounts import AmountField

Told = dict[str, Any]


class Command(BaseCommand):
    help = "Take a payment run one step further."
    requires_system_checks = ()
    stealth_options = ("hearer", "verb", "by", "told")

    def handle(self, *_args: str, hearer: Hearer, verb: str, by: str, told: Told, **_options: Any) -> None:
        officer = acting(by, Role.FINANCE_OFFICER, hearer)
        try:
            said = _VERBS[verb](told, officer, hearer)
        except NothingToPay as nothing:
            hearer.stop("NothingToPay", why_nothing(nothing, _fund(told, hearer).currency), FAILED)
        except PaymentRefused as refused:
            hearer.stop(type(refused).__name__, why(type(refused).__name__, refused), FAILED)
        typer.echo(json.dumps(said) if hearer.as_json else say(hearer.lang, verb, **said))


def _fund(told: Told, hearer: Hearer) -> Fund:
    fund = Fund.objects.filter(code=told["fund"]).first()
    if fund is None:
        hearer.stop("unknown_fund", ground_says("unknown_fund", code=told["fund"]))
    return fund


def _prepare(told: Told, by: User, hearer: Hearer) -> Told:
    fund = _fund(told, hearer)
    up_to = minor(told["up_to"], fund.currency, hearer) if told["up_to"] else None
    run = prepare_run(client_id=uuid.uuid4(), fund=fund, up_to=up_to, by=by, at=datetime.now(UTC))
    return _said(run) | {"left_out": LeftOut.objects.filter(run=run).count()}


def _approve(told: Told, by: User, hearer: Hearer) -> Told:
    run = _run(told, hearer)
    approve_run(run=run, typed_sum=minor(told["sum"], run.fund.currency, hearer), by=by, at=datetime.now(UTC))
    return _said(run)


def _release(told: Told, by: User, hearer: Hearer) -> Told:
    run = _run(told, hearer)
    release_run(run=run, typed_sum=minor(told["sum"], run.fund.currency, hearer), by=by, at=datetime.now(UTC))
    return _said(run)


def _export(told: Told, by: User, hearer: Hearer) -> Told:
    run = _run(told, hearer)
    try:
        paths = write_files(run=run, folder=told["out"], by=by, at=datetime.now(UTC))
    except OSError as error:
        hearer.stop("not_written", says("not_written", folder=told["out"], why=error.strerror or error), FAILED)
    hashes = {"xml": run.xml_hash, "csv": run.csv_hash}
    return _said(run) | {"files": ", ".join(map(str, paths)), "hashes": hashes}


def _sent(told: Told, by: User, hearer: Hearer) -> Told:
    run = _run(told, hearer)
    mark_sent(run=run, by=by, at=datetime.now(UTC))
    return _said(run)


def _drop(told: Told, by: User, hearer: Hearer) -> Told:
    run = _run(told, hearer)
    drop_run(run=run, reason=told["reason"], by=by, at=datetime.now(UTC))
    return _said(run)


def _run(told: Told, hearer: Hearer) -> PaymentRun:
    run = PaymentRun.objects.select_related("fund").filter(reference=told["run"].upper()).first()
    if run is None:
        hearer.stop("unknown_run", says("unknown_run", run=told["run"]))
    return run


def _said(run: PaymentRun) -> Told:
    total = str(Money(run.total, run.fund.currency))
    return {"run": run.reference, "state": run.state, "payments": run.payments, "total": run.total, "sum": total}


def minor(typed: str, currency: str, hearer: Hearer) -> int:
    """The typed sum in minor units, read as the pages read it; ends the command where it is none."""
    try:
        found: int = AmountField(currency=currency).clean(typed)
    except ValidationError:
        hearer.stop("bad_sum", says("bad_sum", sum=typed, currency=currency))
    return found


_VERBS: dict[str, Callable[[Told, User, Hearer], Told]] = {
    "prepare": _prepare,
    "approve": _approve,
    "release": _release,
    "export": _export,
    "sent": _sent,
    "drop": _drop,
}

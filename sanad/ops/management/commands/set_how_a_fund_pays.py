from datetime import UTC, datetime
from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.engine.money import Money
from sanad.funds.models import Fund
from sanad.funds.refusals import NotAnAccount
from sanad.funds.services import ask_three_persons, name_account
from sanad.ops.acting import acting
from sanad.ops.ground_words import says
from sanad.ops.management.commands.pay_out import minor
from sanad.ops.pay_words import say, why
from sanad.ops.stopping import Hearer
from sanad.staff.models import User
from sanad.staff.roles import Role

Told = dict[str, Any]


class Command(BaseCommand):
    help = "Say from which account a fund pays, and from which sum on a third person releases."
    requires_system_checks = ()
    stealth_options = ("hearer", "by", "account", "persons")

    def handle(
        self, *_args: str, hearer: Hearer, by: str, account: Told | None, persons: Told | None, **_options: Any
    ) -> None:
        officer = acting(by, Role.FINANCE_OFFICER, hearer)
        typer.echo(_account(account, officer, hearer) if account else _persons(persons or {}, officer, hearer))


def _account(told: Told, by: User, hearer: Hearer) -> str:
    fund = _fund(told, hearer)
    given = {name: told[name] for name in ("holder", "number", "bank")}
    try:
        name_account(fund=fund, **given, by=by, at=datetime.now(UTC))
    except NotAnAccount as wrong:
        hearer.stop("not_an_account", why(f"NotAnAccount: {wrong.part}", wrong))
    return say(hearer.lang, "account_named", fund=fund.code, number=fund.account_number)


def _persons(told: Told, by: User, hearer: Hearer) -> str:
    fund = _fund(told, hearer)
    above = minor(told["above"], fund.currency, hearer) if told["above"] else None
    ask_three_persons(fund=fund, above=above, by=by, at=datetime.now(UTC))
    if above is None:
        return say(hearer.lang, "persons_not_asked", fund=fund.code)
    return say(hearer.lang, "persons_asked", fund=fund.code, above=Money(above, fund.currency))


def _fund(told: Told, hearer: Hearer) -> Fund:
    fund = Fund.objects.filter(code=told["fund"]).first()
    if fund is None:
        hearer.stop("unknown_fund", says("unknown_fund", code=told["fund"]))
    return fund

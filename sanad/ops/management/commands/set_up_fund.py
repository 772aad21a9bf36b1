from datetime import UTC, datetime
from typing import Any

import typer
from django.core.management import BaseCommand
from django.db import IntegrityError, transaction

from sanad.engine.money import NotAnAmount
from sanad.funds.models import Fund
from sanad.funds.refusals import NameIsMissing
from sanad.funds.services import open_earmark, open_fund
from sanad.ops.acting import acting
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import Hearer
from sanad.places.models import Place
from sanad.staff.models import User
from sanad.staff.roles import Role

Told = dict[str, Any]


class Command(BaseCommand):
    help = "Open a fund or a part of one."
    requires_system_checks = ()
    stealth_options = ("hearer", "by", "opened", "earmarked")

    def handle(
        self, *_args: str, hearer: Hearer, by: str, opened: Told | None, earmarked: Told | None, **_options: Any
    ) -> None:
        officer = acting(by, Role.FINANCE_OFFICER, hearer)
        try:
            with transaction.atomic():
                code = _open(opened, officer) if opened else _earmark(earmarked or {}, officer, hearer)
        except (NotAnAmount, NameIsMissing, IntegrityError) as error:
            hearer.stop("no_fund", says("no_fund", error=str(error).split("\n")[0]))
        typer.echo(say(hearer.lang, "fund_open", code=code))


def _open(told: Told, officer: User) -> str:
    return open_fund(**told, by=officer, at=datetime.now(UTC)).code


def _earmark(told: Told, officer: User, hearer: Hearer) -> str:
    fund = Fund.objects.filter(code=told["fund"]).first()
    if fund is None:
        hearer.stop("unknown_fund", says("unknown_fund", code=told["fund"]))
    if told["area"] and not Place.objects.filter(code=told["area"]).exists():
        hearer.stop("unknown_area", says("unknown_area", area=told["area"]))
    part = open_earmark(**(told | {"fund": fund}), by=officer, at=datetime.now(UTC))
    return f"{fund.code}/{part.code}"

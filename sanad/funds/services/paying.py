"""How a fund pays: from which account at its bank, and from which sum on a third person releases a payment run."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.funds.models import Fund
from sanad.funds.refusals import NotAnAccount
from sanad.sheets.bank_numbers import BANK, NUMBER, is_broken_iban
from sanad.staff.models import User


@transaction.atomic
def name_account(*, fund: Fund, holder: str, number: str, bank: str, by: User | None, at: datetime) -> None:
    """The fund's own account, as payment orders name it; `bank` may be empty. Raises NotAnAccount."""
    told = {"holder": " ".join(holder.split()), "account_number": _plain(number), "bank": _plain(bank)}
    for part, fits in (
        ("holder", 0 < len(told["holder"]) <= 140),
        ("number", NUMBER.fullmatch(told["account_number"])),
        ("iban", not is_broken_iban(told["account_number"])),
        ("bank", not told["bank"] or BANK.fullmatch(told["bank"])),
    ):
        if not fits:
            raise NotAnAccount(fund.code, part)
    _set(fund, "fund.account", {"bank": told["bank"], "ends_in": told["account_number"][-4:]}, told, by, at)


@transaction.atomic
def ask_three_persons(*, fund: Fund, above: int | None, by: User | None, at: datetime) -> None:
    """Have runs above this sum (minor units) released by a third person; None: two persons are enough for any sum.

    A run that was prepared before keeps the stricter of both rules.
    """
    _set(fund, "fund.three_persons", {"above": above}, {"three_persons_above": above}, by, at)


def _set(
    fund: Fund, act: str, facts: Mapping[str, object], told: Mapping[str, object], by: User | None, at: datetime
) -> None:
    Fund.objects.filter(pk=fund.pk).update(**dict(told))
    fund.refresh_from_db()
    record(act=act, on=f"fund:{fund.code}", by=by, at=at, facts=facts)


def _plain(typed: str) -> str:
    return "".join(typed.split()).upper()

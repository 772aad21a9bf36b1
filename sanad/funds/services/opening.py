"""Opening funds, and what donors said they will give."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from sanad.audit.services import record
from sanad.engine.money import exponent
from sanad.funds.models import GENERAL, Agreement, AgreementKind, Donor, Fund, FundedProgramme, Part
from sanad.funds.refusals import NameIsMissing
from sanad.ledger.kinds import AccountKind
from sanad.ledger.services import open_account
from sanad.staff.models import User

Names = Mapping[str, str]
"""A name in each language."""


@transaction.atomic
def open_fund(
    *, code: str, names: Names, currency: str, programmes: Iterable[str], by: User | None, at: datetime
) -> Fund:
    """Open a fund with its general part. Raises NameIsMissing; NotAnAmount where nothing can be paid in the
    currency."""
    exponent(currency)
    _check_names(names)
    fund = Fund.objects.create(code=code, names=dict(names), currency=currency)
    wanted = sorted(set(programmes))
    FundedProgramme.objects.bulk_create(FundedProgramme(fund=fund, programme=key) for key in wanted)
    _open_part(fund, Part(fund=fund, code=GENERAL))
    record(act="fund.open", on=f"fund:{code}", by=by, at=at, facts={"currency": currency, "programmes": wanted})
    return fund


@transaction.atomic
def open_earmark(
    *,
    fund: Fund,
    code: str,
    area: str = "",
    line: str = "",
    since: date | None = None,
    until: date | None = None,
    by: User | None,
    at: datetime,
) -> Part:
    """Open a part of the fund that may be used only for an area, for lines of awards or in a period."""
    part = _open_part(fund, Part(fund=fund, code=code, area=area, line=line, since=since, until=until))
    period = {"since": since.isoformat() if since else "", "until": until.isoformat() if until else ""}
    facts = {"part": code, "area": area, "line": line, **period}
    record(act="fund.earmark", on=f"fund:{fund.code}", by=by, at=at, facts=facts)
    return part


def _open_part(fund: Fund, part: Part) -> Part:
    for kind in AccountKind:
        open_account(currency=fund.currency, name=_owner(part), kind=kind)
    part.account_id = open_account(currency=fund.currency, name=_owner(part), kind=AccountKind.HELD)
    part.save(force_insert=True)
    return part


def _check_names(names: Names) -> None:
    for language, _ in settings.LANGUAGES:
        if not names.get(language, "").strip():
            raise NameIsMissing(language)


def _owner(part: Part) -> str:
    return f"fund:{part.fund.code}/{part.code}"


@transaction.atomic
def add_donor(*, code: str, names: Names, by: User | None, at: datetime) -> Donor:
    _check_names(names)
    donor = Donor.objects.create(code=code, names=dict(names))
    record(act="donor.add", on=f"donor:{code}", by=by, at=at)
    return donor


@transaction.atomic
def note_agreement(
    *,
    fund: Fund,
    donor: Donor,
    kind: AgreementKind,
    reference: str,
    amount: int,
    said_on: date,
    source: str,
    bound_on: date | None = None,
    expected_by: date | None = None,
    by: User | None,
    at: datetime,
) -> Agreement:
    """Note what a donor said it will give; nothing can be reserved from it."""
    agreement = Agreement.objects.create(
        fund=fund,
        donor=donor,
        kind=kind,
        reference=reference,
        amount=amount,
        said_on=said_on,
        source=source,
        bound_on=bound_on,
        expected_by=expected_by,
    )
    facts = {"reference": reference, "kind": str(kind), "amount": amount, "currency": fund.currency}
    record(act="fund.agreement", on=f"fund:{fund.code}", by=by, at=at, facts=facts)
    return agreement

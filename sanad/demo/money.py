"""Made-up funds of the district: less money than the families are owed."""

from datetime import datetime
from uuid import UUID

from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import PROGRAMME, RUMMANA, Staff
from sanad.funds.models import AgreementKind, Part
from sanad.funds.services import (
    add_donor,
    confirm_receipt,
    note_agreement,
    open_earmark,
    open_fund,
    pay_fees,
    receive_money,
)

CENTS = 100
GENERAL, FOR_RUMMANA, FOR_SHELTER = 5_200_000, 900_000, 1_400_000
FIRST_PART, PLEDGED, BOUND = 3_000_000, 6_000_000, 2_500_000
FEES = 1_250


def open_funds(plan: Plan, staff: Staff) -> None:
    """A fund with a general part, one for a quarter and one for a line; money that came, was promised, is awaited.

    Sums above are whole dollars for a district of 5,000 homes.
    """
    at, by = plan.ago(300), staff["finance"]
    names = {"en": "Fund A of the demo (made up)", "ar": "الصندوق أ للعرض التجريبي (متخيَّل)"}
    fund = open_fund(code="demo-a", names=names, currency="USD", programmes=[PROGRAMME], by=by, at=at)
    quarter = open_earmark(fund=fund, code="rummana", area=RUMMANA, by=by, at=at)
    shelter = open_earmark(fund=fund, code="shelter", line="shelter", by=by, at=at)
    donor = add_donor(code="demo-donor", names={"en": "A made-up donor", "ar": "مانح متخيَّل"}, by=by, at=at)
    note_agreement(
        fund=fund,
        donor=donor,
        kind=AgreementKind.PLEDGE,
        reference="DEMO-P-1",
        amount=scaled(plan, PLEDGED),
        said_on=at.date(),
        source="A made-up meeting of donors",
        bound_on=None,
        expected_by=plan.ago(-90).date(),
        by=by,
        at=at,
    )
    general = fund.parts.get(code="general")
    for days, part, amount in (
        (280, general, FIRST_PART),
        (200, shelter, FOR_SHELTER),
        (150, quarter, FOR_RUMMANA),
        (90, general, GENERAL - FIRST_PART),
    ):
        _received(plan, part, scaled(plan, amount), plan.ago(days), staff)
    _awaited(plan, general, scaled(plan, BOUND), staff)
    _fees(plan, general, staff)


def scaled(plan: Plan, dollars: int) -> int:
    """The sum for a district of this size, in cents."""
    return dollars * CENTS * plan.size.homes // 5_000


def _received(plan: Plan, part: Part, amount: int, at: datetime, staff: Staff) -> UUID:
    receipt = drawn_id(plan.dice(f"money {part.code} {amount}"))
    reference = f"DEMO-{part.code}-{at:%Y%m%d}"
    by, day = staff["finance"], at.date()
    receive_money(id=receipt, part=part, amount=amount, bank_reference=reference, received_on=day, by=by, at=at)
    confirm_receipt(receipt=receipt, by=staff["finance-second"], at=at)
    return receipt


def _awaited(plan: Plan, part: Part, amount: int, staff: Staff) -> None:
    """Recorded this week, and not confirmed by a second person yet."""
    receive_money(
        id=drawn_id(plan.dice("awaited")),
        part=part,
        amount=amount,
        bank_reference="DEMO-awaited",
        received_on=plan.ago(2).date(),
        by=staff["finance"],
        at=plan.ago(2),
    )


def _fees(plan: Plan, part: Part, staff: Staff) -> None:
    pay_fees(
        id=drawn_id(plan.dice("fees")),
        part=part,
        amount=scaled(plan, FEES),
        reference="DEMO-fees",
        reason="Bank charges (made up)",
        by=staff["finance"],
        at=plan.ago(60),
    )

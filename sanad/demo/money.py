"""Made-up funds of the district: less money than the families are owed."""

from datetime import datetime
from uuid import UUID

from sanad.demo.accounts import iban
from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import PROGRAMME, RUMMANA, Staff
from sanad.funds.models import AgreementKind, Part
from sanad.funds.services import (
    add_donor,
    ask_three_persons,
    confirm_receipt,
    name_account,
    note_agreement,
    open_earmark,
    open_fund,
    pay_fees,
    receive_money,
)

CENTS = 100
PLEDGED, AWAITED, FEES = 6_000_000, 2_500_000, 1_250
FOR_WORKS, THREE_PERSONS_ABOVE = 105_000, 25_000_000
OWN_ACCOUNT = iban("LB", "9999" + "0" * 19 + "1")
Parts = dict[str, Part]


def open_funds(plan: Plan, staff: Staff) -> Parts:
    """A fund with a general part, one for a quarter and one for a line, and what a donor promised it.

    Sums above are whole dollars for a district of 5,000 homes.
    """
    at, by = plan.ago(300), staff["finance"]
    names = {"en": "Fund A of the demo (made up)", "ar": "الصندوق أ للعرض التجريبي (متخيَّل)"}
    fund = open_fund(code="demo-a", names=names, currency="USD", programmes=[PROGRAMME], by=by, at=at)
    quarter = open_earmark(fund=fund, code="rummana", area=RUMMANA, by=by, at=at)
    shelter = open_earmark(fund=fund, code="shelter", line="shelter", by=by, at=at)
    works = open_earmark(fund=fund, code="works", line="works", by=by, at=at)
    name_account(fund=fund, holder="Demo Homes Fund (made up)", number=OWN_ACCOUNT, bank="", by=by, at=at)
    ask_three_persons(fund=fund, above=THREE_PERSONS_ABOVE, by=by, at=at)
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
    receive(plan, works, FOR_WORKS * 5_000 // plan.size.homes, at, staff)
    return {"general": fund.parts.get(code="general"), "rummana": quarter, "shelter": shelter, "works": works}


def receive(plan: Plan, part: Part, dollars: int, at: datetime, staff: Staff) -> None:
    """Money arrives: recorded by one finance officer, confirmed by the other."""
    receipt = _recorded(plan, part, scaled(plan, dollars), at, staff)
    confirm_receipt(receipt=receipt, by=staff["finance-second"], at=at)


def await_and_pay_fees(plan: Plan, parts: Parts, staff: Staff) -> None:
    """Bank charges, for which money came whatever the rounds left, and money of this week that nobody confirmed yet."""
    general = parts["general"]
    receive(plan, general, FEES, plan.ago(16), staff)
    _fees(plan, general, staff)
    _recorded(plan, general, scaled(plan, AWAITED), plan.ago(2), staff)


def scaled(plan: Plan, dollars: int) -> int:
    """The sum for a district of this size, in cents."""
    return dollars * CENTS * plan.size.homes // 5_000


def _recorded(plan: Plan, part: Part, amount: int, at: datetime, staff: Staff) -> UUID:
    receipt = drawn_id(plan.dice(f"money {part.code} {amount}"))
    reference = f"DEMO-{part.code}-{at:%Y%m%d}"
    by, day = staff["finance"], at.date()
    receive_money(id=receipt, part=part, amount=amount, bank_reference=reference, received_on=day, by=by, at=at)
    return receipt


def _fees(plan: Plan, part: Part, staff: Staff) -> None:
    pay_fees(
        id=drawn_id(plan.dice("fees")),
        part=part,
        amount=scaled(plan, FEES),
        reference="DEMO-fees",
        reason="Bank charges (made up)",
        by=staff["finance"],
        at=plan.ago(15),
    )

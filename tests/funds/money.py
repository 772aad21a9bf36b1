"""A fund with two finance officers, for tests of what comes in and goes out."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sanad.funds.models import Fund, Part, Receipt
from sanad.funds.services import confirm_receipt, open_earmark, open_fund, receive_money
from sanad.ledger.booking import Act
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.services import reserve
from sanad.staff.models import User

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
TODAY = date(2026, 11, 26)


def cedar_fund(currency: str = "USD", code: str = "cedar") -> Fund:
    names = {"en": "Cedar Fund", "ar": "صندوق الأرز"}
    return open_fund(code=code, names=names, currency=currency, programmes=["homes"], by=None, at=AT)


def general(fund: Fund) -> Part:
    return fund.parts.select_related("fund").get(code="general")


def earmark(fund: Fund, code: str, **marks: object) -> Part:
    return open_earmark(fund=fund, code=code, by=None, at=AT, **marks)


def recorded(part: Part, amount: int, by: User, reference: str = "", id: UUID | None = None) -> Receipt:
    reference = reference or f"BANK-{uuid4().hex[:8]}"
    return receive_money(
        id=id or uuid4(), part=part, amount=amount, bank_reference=reference, received_on=TODAY, by=by, at=AT
    )


def received(part: Part, amount: int, by: User, confirmed_by: User) -> Receipt:
    return confirm_receipt(receipt=recorded(part, amount, by).pk, by=confirmed_by, at=AT)


def promised(part: Part, amount: int, rank: int = 1) -> UUID:
    id, act = uuid4(), Act("award.reserve", "round:7", None, AT)
    on_its_way = sibling(part.account_id, AccountKind.SENT)
    reserve(id=id, account=part.account_id, to=on_its_way, amount=amount, rank=rank, act=act)
    return id

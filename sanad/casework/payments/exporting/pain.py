"""ISO 20022 pain.001.001.09, customer credit transfer initiation, written by ourselves: the same run, the same bytes.

Nothing in the file is drawn or read from a clock: the message id is the run's reference, the end-to-end id the
payment's, and the time of creation that of the release.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC

from sanad.casework.payments.exporting.orders import Head, Order
from sanad.casework.payments.models import AccountKind
from sanad.engine.money import exponent, unscaled
from sanad.sheets.bank_numbers import is_iban

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
SCHEMES = {AccountKind.WALLET: "WALLET", AccountKind.DESK: "CASH"}
"""How an account that is none of a bank is marked, so that the bank or operator can tell."""

NO_BANK = "<Othr><Id>NOTPROVIDED</Id></Othr>"
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def written(head: Head, orders: Iterable[Order]) -> Iterator[str]:
    """The document in pieces."""
    places = exponent(head.currency)
    total = _amount(head.total, places)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<Document xmlns="{NAMESPACE}"><CstmrCdtTrfInitn>\n'
    yield _group(head, total)
    yield _payment_information(head, total)
    for order in orders:
        yield _transfer(order, head.currency, places)
    yield "</PmtInf></CstmrCdtTrfInitn></Document>\n"


def _group(head: Head, total: str) -> str:
    made = head.released_at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    return (
        f"<GrpHdr><MsgId>{head.reference}</MsgId><CreDtTm>{made}Z</CreDtTm><NbOfTxs>{head.payments}</NbOfTxs>"
        f"<CtrlSum>{total}</CtrlSum><InitgPty><Nm>{_text(head.holder)}</Nm></InitgPty></GrpHdr>\n"
    )


def _payment_information(head: Head, total: str) -> str:
    day = head.released_at.astimezone(UTC).date().isoformat()
    return (
        f"<PmtInf><PmtInfId>{head.reference}</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>{head.payments}</NbOfTxs>"
        f"<CtrlSum>{total}</CtrlSum><ReqdExctnDt><Dt>{day}</Dt></ReqdExctnDt>"
        f"<Dbtr><Nm>{_text(head.holder)}</Nm></Dbtr>"
        f"<DbtrAcct>{_account(head.number, '')}<Ccy>{head.currency}</Ccy></DbtrAcct>"
        f"<DbtrAgt><FinInstnId>{_bank(head.bank) or NO_BANK}</FinInstnId></DbtrAgt>\n"
    )


def _transfer(order: Order, currency: str, places: int) -> str:
    bank = _bank(order.bank)
    agent = f"<CdtrAgt><FinInstnId>{bank}</FinInstnId></CdtrAgt>" if bank else ""
    scheme = SCHEMES.get(AccountKind(order.kind), "")
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{order.reference}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="{currency}">{_amount(order.amount, places)}</InstdAmt></Amt>{agent}'
        f"<Cdtr><Nm>{_text(order.holder)}</Nm></Cdtr><CdtrAcct>{_account(order.number, scheme)}</CdtrAcct>"
        f"<RmtInf><Ustrd>{order.reference}</Ustrd></RmtInf></CdtTrfTxInf>\n"
    )


def _account(number: str, scheme: str) -> str:
    if not scheme and is_iban(number):
        return f"<Id><IBAN>{number}</IBAN></Id>"
    marked = f"<SchmeNm><Prtry>{scheme}</Prtry></SchmeNm>" if scheme else ""
    return f"<Id><Othr><Id>{_text(number)}</Id>{marked}</Othr></Id>"


def _bank(code: str) -> str:
    return f"<BICFI>{code}</BICFI>" if code else ""


def _amount(minor: int, places: int) -> str:
    return f"{unscaled(minor, places):f}"


def _text(text: str) -> str:
    return text.translate(ESCAPED)

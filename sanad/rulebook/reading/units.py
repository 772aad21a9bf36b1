"""Sums fixed in another unit than money, and how money is paid out."""

from sanad.engine.money import NotAnAmount, exponent
from sanad.engine.rules.declared import Expression, Payment, Units
from sanad.rulebook.reading.entry import Entry

READ_ON = "USD"
PAYMENT_KEYS = ("currency", "rate", "smallest", "fees_borne_by", "source")


def read_units(line: Entry) -> Units | None:
    """The rate that makes money of the line's `units`, and the day of it."""
    if not line.has("units"):
        return None
    rate_on = line.day_expression("rate_on")
    if rate_on is None:
        line.missing("rate_on")
    return Units(line.text("rate"), rate_on or Expression("", line.where()), line.whole("decimals"))


def read_payment(head: Entry) -> Payment | None:
    entry = head.inner("payment", PAYMENT_KEYS)
    if entry is None:
        return None
    return Payment(
        currency=read_currency(entry),
        fees_borne_by=entry.words("fees_borne_by"),
        source=entry.source(),
        where=entry.where(),
        rate=entry.text("rate", ""),
        smallest=entry.number("smallest"),
    )


def read_currency(entry: Entry) -> str:
    """The code; where it is wrong, one to read on with."""
    code = entry.text("currency")
    try:
        exponent(code)
    except NotAnAmount as error:
        if code:
            entry.notes.problem(entry.where("currency"), "currency", f"{error}.", "Write its code, as `USD` or `LBP`.")
        return READ_ON
    return code

"""What a worked case expects: columns of the awards, money in minor units."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sanad.engine.money import NotAnAmount, exponent, scaled
from sanad.engine.rules.declared import Programme
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import did_you_mean

Expected = Mapping[str, int | str | tuple[str, ...]]
"""By column of awards.parquet: `outcome`, `reasons`, `net`, `<line>`, `<line>_outcome`, `queue_place` ..."""

CLAIM_OUTCOMES = ("award", "refuse", "defer", "refer", "unpublished", "incomplete", "error")
LINE_OUTCOMES = (*CLAIM_OUTCOMES, "not_applicable", "open")
AMOUNTS = ("net", "paid", "due_now", "left", "overpaid", "capped", "deducted", "set_off", "allocated", "money_ahead")
DAY_AMOUNTS = ("change", "pays")
KEYS = ("outcome", "reasons", "lines", "line_outcomes", "queue_place", *AMOUNTS)
DAY_KEYS = (*KEYS, *DAY_AMOUNTS, "line_changes")
"""A day of a series also says what changed since the last one, and what its round pays."""


def read_expected(
    case: Entry, programme: Programme, claims: set[str], keys: Sequence[str] = KEYS
) -> dict[str, Expected]:
    """By claim. A case that expects nothing is no case."""
    if not case.has("expect"):
        case.missing("expect")
    found = {}
    for name, entry in case.entries("expect", keys):
        if name not in claims:
            message = f"The case has no claim `{name}`."
            case.notes.problem(entry.where(), "unknown_claim", message, did_you_mean(name, claims))
        found[name] = _expected(entry, programme)
    return found


def _expected(entry: Entry, programme: Programme) -> Expected:
    found: dict[str, int | str | tuple[str, ...]] = {}
    if entry.has("outcome"):
        found["outcome"] = entry.one_of("outcome", CLAIM_OUTCOMES)
    if entry.has("reasons"):
        found["reasons"] = tuple(sorted(entry.names("reasons")))
    if entry.has("queue_place"):
        found["queue_place"] = entry.whole("queue_place") or 0
    found |= {key: minor(entry, key, programme.currency) for key in (*AMOUNTS, *DAY_AMOUNTS) if entry.has(key)}
    return found | _lines(entry, programme)


def _lines(entry: Entry, programme: Programme) -> dict[str, int | str]:
    known = [line.name for line in programme.lines]
    found: dict[str, int | str] = {}
    amounts, outcomes = entry.inner("lines", known), entry.inner("line_outcomes", known)
    changes = entry.inner("line_changes", known)
    for name in known:
        if amounts and amounts.has(name):
            found[name] = minor(amounts, name, programme.currency)
        if changes and changes.has(name):
            found[f"{name}_change"] = minor(changes, name, programme.currency)
        if outcomes and outcomes.has(name):
            found[f"{name}_outcome"] = outcomes.one_of(name, LINE_OUTCOMES)
    return found


def minor(entry: Entry, key: str, currency: str) -> int:
    """The amount at the key in minor units; it is required."""
    amount = entry.number(key, required=True) or Decimal(0)
    try:
        return scaled(amount, exponent(currency))
    except NotAnAmount:
        entry.wrong(key, f"an amount in {currency}, with at most {exponent(currency)} decimals")
        return 0

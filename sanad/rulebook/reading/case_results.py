"""What a worked case expects: columns of the awards, money in minor units."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sanad.engine.money import NotAnAmount, exponent, scaled
from sanad.engine.rules.declared import Programme
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import did_you_mean

Expected = Mapping[str, int | str | tuple[str, ...]]
"""By column of awards.parquet: `outcome`, `reasons`, `net`, `<line>`, `<line>_outcome`, `queue_place` ..."""
THING_KEYS = ("number", "value", "place")
UNKNOWN = "unknown"
"""What a case expects of a sum that nobody can know: the column is empty."""

CLAIM_OUTCOMES = ("award", "refuse", "defer", "refer", "unpublished", "incomplete", "error")
LINE_OUTCOMES = (*CLAIM_OUTCOMES, "not_applicable", "open")
AMOUNTS = ("net", "paid", "due_now", "left", "overpaid", "capped", "deducted", "set_off", "allocated", "money_ahead")
DAY_AMOUNTS = ("change", "pays")
LISTS = ("reasons", "remarks")
KEYS = (
    "outcome", *LISTS, "lines", "line_outcomes", "chosen", "things", "units", "estimated", "queue_place", "funds",
    *AMOUNTS,
)  # fmt: skip
DAY_KEYS = (*KEYS, *DAY_AMOUNTS, "line_changes")
"""A day of a series also says what changed since the last one, and what its round pays."""


def read_expected(
    case: Entry, programme: Programme, claims: set[str], funds: Sequence[str], keys: Sequence[str] = KEYS
) -> dict[str, Expected]:
    """By claim. A case that expects nothing is no case. `funds`: the names of the case's funds."""
    if not case.has("expect"):
        case.missing("expect")
    found: dict[str, Expected] = {}
    for name, entry in case.entries("expect", keys):
        if name not in claims:
            message = f"The case has no claim `{name}`."
            case.notes.problem(entry.where(), "unknown_claim", message, did_you_mean(name, claims))
        found[name] = _expected(entry, programme) | _funds(entry, programme, funds)
    return found


def fund_column(name: str) -> str:
    """Beside the columns of the awards: what this fund pays the claim."""
    return f"fund {name}"


def line_column(name: str) -> str:
    """Beside the columns of the awards: what all funds pay for this line of the claim."""
    return f"allocated {name}"


def _funds(entry: Entry, programme: Programme, funds: Sequence[str]) -> dict[str, int]:
    amounts = entry.inner("funds", funds)
    named = [name for name in funds if amounts and amounts.has(name)]
    return {fund_column(name): minor(amounts, name, programme.currency) for name in named if amounts}


def _expected(entry: Entry, programme: Programme) -> dict[str, int | str | tuple[str, ...]]:
    found: dict[str, int | str | tuple[str, ...]] = {}
    if entry.has("outcome"):
        found["outcome"] = entry.one_of("outcome", CLAIM_OUTCOMES)
    found |= {key: tuple(sorted(entry.names(key))) for key in LISTS if entry.has(key)}
    if entry.has("estimated"):
        found["estimated"] = entry.flag("estimated")
    if entry.has("queue_place"):
        found["queue_place"] = entry.whole("queue_place") or 0
    found |= {key: _sum(entry, key, programme.currency) for key in AMOUNTS if entry.has(key)}
    found |= {key: minor(entry, key, programme.currency) for key in DAY_AMOUNTS if entry.has(key)}
    return (
        found
        | _lines(entry, programme)
        | _chosen(entry, programme)
        | _things(entry, programme)
        | _units(entry, programme)
    )


def _lines(entry: Entry, programme: Programme) -> dict[str, int | str]:
    known = [line.name for line in programme.lines]
    found: dict[str, int | str] = {}
    amounts, outcomes = entry.inner("lines", known), entry.inner("line_outcomes", known)
    changes = entry.inner("line_changes", known)
    for name in known:
        if amounts and amounts.has(name):
            found[name] = _sum(amounts, name, programme.currency)
        if changes and changes.has(name):
            found[f"{name}_change"] = minor(changes, name, programme.currency)
        if outcomes and outcomes.has(name):
            found[f"{name}_outcome"] = outcomes.one_of(name, LINE_OUTCOMES)
    return found


def _chosen(entry: Entry, programme: Programme) -> dict[str, str]:
    """By choice, the line that the family took."""
    choices = {choice.name: choice.lines for choice in programme.choices}
    taken = entry.inner("chosen", list(choices))
    found = {name: lines for name, lines in choices.items() if taken and taken.has(name)}
    return {f"{name}_chosen": taken.one_of(name, (*lines, UNKNOWN)) for name, lines in found.items() if taken}


def _things(entry: Entry, programme: Programme) -> dict[str, int | str]:
    """By line that gives a thing: how many, their value, the place among those of the same kind."""
    things = {line.name: line.thing for line in programme.lines if line.thing}
    lines = entry.inner("things", list(things))
    found: dict[str, int | str] = {}
    for name, thing in things.items():
        one = lines.inner(name, THING_KEYS) if lines and lines.has(name) else None
        if one and one.has("number"):
            found[f"{name}_number"] = _number(one, "number", thing.decimals, thing.unit)
        if one and one.has("value"):
            found[f"{name}_value"] = _sum(one, "value", programme.currency)
        if one and one.has("place"):
            found[f"{name}_place"] = one.whole("place") or 0
    return found


def _units(entry: Entry, programme: Programme) -> dict[str, int | str]:
    """By line that is fixed in units: how many of them are awarded."""
    lines = {line.name: line.units for line in programme.lines if line.units}
    counted = entry.inner("units", list(lines))
    return {
        f"{name}_units": _number(counted, name, units.decimals or 0, "units")
        for name, units in lines.items()
        if counted and counted.has(name)
    }


def _number(entry: Entry, key: str, decimals: int, unit: str) -> int | str:
    return UNKNOWN if entry.block[key] == UNKNOWN else _scaled(entry, key, decimals, unit)


def _sum(entry: Entry, key: str, currency: str) -> int | str:
    return UNKNOWN if entry.block[key] == UNKNOWN else minor(entry, key, currency)


def minor(entry: Entry, key: str, currency: str) -> int:
    """The amount at the key in minor units; it is required."""
    return _scaled(entry, key, exponent(currency), currency)


def _scaled(entry: Entry, key: str, decimals: int, unit: str) -> int:
    amount = entry.number(key, required=True) or Decimal(0)
    try:
        return scaled(amount, decimals)
    except NotAnAmount:
        entry.wrong(key, f"an amount in {unit}, with at most {decimals} decimals")
        return 0

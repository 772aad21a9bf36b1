"""The eight numbers of each programme, which are never added, and what stands beside them."""

from collections.abc import Mapping
from decimal import Decimal

from sanad.engine.money import exponent, unscaled
from sanad.funds.models import AgreementKind, Fund
from sanad.funds.selectors import agreed, funds_of, numbers_of_fund, numbers_of_parts
from sanad.publication.blocks import settle_block
from sanad.publication.counting.homes import homes_of
from sanad.publication.counting.money import ClaimMoney
from sanad.publication.counting.sums import block_of
from sanad.publication.hiding.enough import Amounts
from sanad.publication.hiding.trees import ROOT, Leaves
from sanad.publication.packing import Cells
from sanad.publication.series import KNOWN, SUMS, Breakdown, Draft, Told
from sanad.publication.tables.schema import AS_OF, PROGRAMME, STATE, Column, Row, Table
from sanad.rulebook.models import Programme

EIGHT = ("need", "framework", "pledged", "received", "reserved", "paid", "confirmed", "built")
BESIDE = ("on_its_way", "unconfirmed", "unfunded", "homes")
SOURCES = {
    **dict.fromkeys(("need", "unfunded"), "awards"),
    **dict.fromkeys(("framework", "pledged"), "agreements"),
    **dict.fromkeys(("received", "reserved"), "ledger"),
    **dict.fromkeys(("paid", "on_its_way"), "bank"),
    **dict.fromkeys(("confirmed", "unconfirmed"), "families"),
    "built": "works",
    "homes": "claims",
}
FIGURES = Table(
    "figures",
    "The eight numbers",
    "Need, framework, pledged, received, reserved, paid, received by families, homes finished: eight answers to "
    "eight questions, never added; and what stands beside them.",
    (
        PROGRAMME,
        Column("number", "string", "#indicator+code", "Which number", (*EIGHT, *BESIDE)),
        Column("value", "number", "#indicator+value+num", "A sum in `unit`, or homes; empty where it is not told"),
        Column("unit", "string", "#indicator+unit", "A currency (ISO 4217), or homes"),
        STATE,
        AS_OF,
        Column("source", "string", "#meta+source", "Where it comes from", tuple(sorted(set(SOURCES.values())))),
    ),
    ("programme", "number"),
)
NOT_KNOWN, NOT_VERIFIED = Told("", "not_known"), Told("", "not_verified")


def figure_rows(draft: Draft, programme: Programme, money: list[ClaimMoney]) -> list[Row]:
    """A row for each number, the eight first."""
    told = {**_of_donors(draft, programme), **_of_families(draft, programme, money), **_of_homes(draft, programme)}
    return [_row(programme, name, told.get(name, NOT_KNOWN)) for name in (*EIGHT, *BESIDE)]


def _row(programme: Programme, name: str, told: Told) -> Row:
    return {
        "programme": programme.key,
        "number": name,
        "value": told.cells.get("value"),
        "unit": "homes" if name in ("built", "homes") else programme.currency,
        "state": told.state,
        "as_of": told.as_of,
        "source": SOURCES[name],
    }


def written(minor: int, currency: str) -> str:
    """In major units, exact."""
    return f"{unscaled(minor, exponent(currency)):f}"


def _of_donors(draft: Draft, programme: Programme) -> Mapping[str, Told]:
    """What donors said and gave to the funds of the programme's currency; no family is behind it."""
    funds = [fund for fund in funds_of([programme.key]) if fund.currency == programme.currency]
    found = {"framework": _agreed(funds, AgreementKind.FRAMEWORK), "pledged": _agreed(funds, AgreementKind.PLEDGE)}
    found["received"] = sum(_received(fund) for fund in funds) if funds else None
    return {
        name: Told(name, KNOWN, draft.on, {"value": written(amount, programme.currency)})
        for name, amount in found.items()
        if amount is not None
    }


def _agreed(funds: list[Fund], kind: AgreementKind) -> int | None:
    said = [amount for fund in funds if (amount := agreed(fund, kind)) is not None]
    return sum(said) if said else None


def _received(fund: Fund) -> int:
    return numbers_of_fund(numbers_of_parts(fund.parts.all()).values()).received


def _of_families(draft: Draft, programme: Programme, money: list[ClaimMoney]) -> Mapping[str, Told]:
    """Nothing is known of them before the first round is issued."""
    if not money:
        return {}
    block = block_of(money)

    def tell(name: str) -> Cells:
        return {"value": written(sum(block.sums[name].values()), programme.currency)}

    return _in_words(settle_block(draft, f"{SUMS}/{programme.key}", block, tell))


def _in_words(told: dict[str, Told]) -> Mapping[str, Told]:
    """What has not begun, and what nobody has confirmed, is said in words and is no 0."""
    if _is_nothing(told["paid"]):
        return told | {name: NOT_KNOWN for name in ("paid", "confirmed", "unconfirmed") if _is_nothing(told[name])}
    return told | ({"confirmed": NOT_VERIFIED} if _is_nothing(told["confirmed"]) else {})


def _is_nothing(told: Told) -> bool:
    return "value" in told.cells and not Decimal(told.cells["value"])


def _of_homes(draft: Draft, programme: Programme) -> Mapping[str, Told]:
    homes = homes_of(programme)
    claimed = _counted(draft, f"homes/{programme.key}", homes.claimed)
    built = NOT_KNOWN
    if homes.finished is not None:
        built = _counted(draft, f"built/{programme.key}", homes.finished)
    return {"built": built, "homes": claimed}


def _counted(draft: Draft, series: str, homes: Amounts) -> Told:
    def cells(_leaves: Leaves) -> Cells:
        return {"value": str(sum(homes.values()))}

    return draft.settle(series, {ROOT: Breakdown({}, {ROOT: {"": homes}}, cells)})[ROOT][0]

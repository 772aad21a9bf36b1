"""Funds and their parts as pages show them: names in the reader's language, and each number by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.funds.models import Agreement, AgreementKind, Fund, Part, Receipt, ReceiptState
from sanad.funds.selectors import Numbers, agreed, numbers_of_fund, numbers_of_parts
from sanad.places.models import Place
from sanad.places.selectors import names_of
from sanad.rulebook.models import Programme
from sanad.rulebook.selectors import newest_rules, programme_of
from sanad.web.shared import states
from sanad.web.shared.formats import language

RECEIPT_STATES = {
    ReceiptState.RECORDED: states.DUE,
    ReceiptState.CONFIRMED: states.DONE,
    ReceiptState.REFUSED: states.UNKNOWN,
}

COMMAS = {"en": ", ", "ar": "، "}


@dataclass(frozen=True, slots=True)
class FundRow:
    """`pledged` is None where nobody has said anything, which is not 0. `blocked`: how many parts promise nothing."""

    fund: Fund
    name: str
    numbers: Numbers
    free: int
    blocked: int
    pledged: int | None


@dataclass(frozen=True, slots=True)
class PartRow:
    part: Part
    numbers: Numbers
    area: str
    lines: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    receipt: Receipt
    state: str


def named(names: dict[str, str]) -> str:
    return names.get(language()) or next(iter(names.values()), "")


def fund_rows(funds: Iterable[Fund]) -> list[FundRow]:
    return [_fund_row(fund) for fund in funds]


def _fund_row(fund: Fund) -> FundRow:
    parts = numbers_of_parts(fund.parts.all()).values()
    free, blocked = sum(one.usable for one in parts), sum(one.is_blocked for one in parts)
    return FundRow(fund, named(fund.names), numbers_of_fund(parts), free, blocked, agreed(fund, AgreementKind.PLEDGE))


def part_rows(fund: Fund) -> list[PartRow]:
    """The general part first."""
    parts = sorted(fund.parts.all(), key=lambda part: (not part.is_general, part.code))
    numbers, areas, lines = numbers_of_parts(parts), _areas(parts), _line_names(fund)
    return [PartRow(part, numbers[part.pk], areas.get(part.area, part.area), _lines(part, lines)) for part in parts]


def _lines(part: Part, names: dict[str, str]) -> str:
    return COMMAS[language()].join(names.get(line, line) for line in part.line.split("|"))


def _areas(parts: Iterable[Part]) -> dict[str, str]:
    return names_of(list(Place.objects.filter(code__in=[part.area for part in parts])), language())


def _line_names(fund: Fund) -> dict[str, str]:
    """The lines of the awards that the fund pays for, in the words of the newest rules."""
    keys = fund.programmes.values("programme")
    rules = [newest_rules(programme) for programme in Programme.objects.filter(key__in=keys)]
    declared = [programme_of(one) for one in rules if one]
    return {line.name: line.label[language()] for programme in declared for line in programme.lines}


def receipt_rows(receipts: Iterable[Receipt]) -> list[ReceiptRow]:
    return [ReceiptRow(receipt, RECEIPT_STATES[ReceiptState(receipt.state)]) for receipt in receipts]


def agreement_rows(fund: Fund) -> list[tuple[Agreement, str]]:
    """What donors said, the latest first, each with the donor's name."""
    found = fund.agreements.select_related("donor").order_by("-said_on", "reference")
    return [(agreement, named(agreement.donor.names)) for agreement in found]

"""The sums of a programme that families are behind, each by household."""

from collections.abc import Callable, Iterable, Mapping

from sanad.publication.blocks import Block
from sanad.publication.counting.money import ClaimMoney
from sanad.publication.hiding.equations import Equation

PIPELINE = ("reserved", "on_its_way", "paid")
TOGETHER = (
    *((name,) for name in ("need", "unfunded", "not_yet_due", "confirmed", "unconfirmed", *PIPELINE)),
    ("reserved", "on_its_way"),
    ("on_its_way", "paid"),
    ("reserved", "paid"),
    PIPELINE,
)
"""Sums that anyone could add up, as money goes from one to the next."""
EQUATIONS = (
    Equation("need", ("unfunded", "not_yet_due", *PIPELINE)),
    Equation("paid", ("confirmed", "unconfirmed")),
    Equation("need", ("unfunded", "not_yet_due", "reserved", "on_its_way", "confirmed", "unconfirmed")),
)
"""What could be set off. Where a family confirms before the bank settles, the last two leave that over."""
FREE = ("not_yet_due",)
"""Stands in no table, so it costs nothing to hide."""
Sum = Callable[[ClaimMoney], int]


def block_of(money: Iterable[ClaimMoney]) -> Block:
    claims = list(money)
    return Block({name: _by_household(claims, of) for name, of in SUMS.items()}, TOGETHER, EQUATIONS, FREE)


def _by_household(claims: Iterable[ClaimMoney], of: Sum) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for claim in claims:
        amount = of(claim)
        if amount:
            found[claim.household] = found.get(claim.household, 0) + amount
    return found


def _not_yet_due(claim: ClaimMoney) -> int:
    paid = claim.paid
    return max(0, claim.awarded - claim.unfunded - claim.reserved - paid.on_its_way - paid.settled)


SUMS: Mapping[str, Sum] = {
    "need": lambda claim: claim.awarded,
    "unfunded": lambda claim: claim.unfunded,
    "not_yet_due": _not_yet_due,
    "reserved": lambda claim: claim.reserved,
    "on_its_way": lambda claim: claim.paid.on_its_way,
    "paid": lambda claim: claim.paid.settled,
    "confirmed": lambda claim: claim.paid.confirmed,
    "unconfirmed": lambda claim: claim.paid.unconfirmed,
}

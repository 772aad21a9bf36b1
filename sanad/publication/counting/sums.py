"""The sums of a programme that families are behind, each by household."""

from collections.abc import Callable, Iterable, Mapping

from sanad.publication.blocks import Block
from sanad.publication.counting.money import ClaimMoney
from sanad.publication.counting.paying import IS_MEASURED

PIPELINE = ("reserved", "on_its_way", "paid")
PAYING = ("on_its_way", "paid", "confirmed", "unconfirmed")
TOGETHER = (
    *((name,) for name in ("need", "unfunded", "not_yet_due", "confirmed", "unconfirmed", *PIPELINE)),
    ("reserved", "on_its_way"),
    ("on_its_way", "paid"),
    ("reserved", "paid"),
    PIPELINE,
)
"""Sums that anyone could add up, as money goes from one to the next."""
NEEDS = {"confirmed": ("unconfirmed",), "unconfirmed": ("confirmed",), "unfunded": ("not_yet_due",)}
"""What could be set off: paid less confirmed is not confirmed; need less all else is not yet due."""
Sum = Callable[[ClaimMoney], int]


def block_of(money: Iterable[ClaimMoney]) -> Block:
    """What is not measured is not among them."""
    claims = list(money)
    sums = {name: _by_household(claims, of) for name, of in SUMS.items() if IS_MEASURED or name not in PAYING}
    together = [tuple(name for name in names if name in sums) for names in TOGETHER]
    return Block(sums, [names for names in together if names], NEEDS if IS_MEASURED else {"unfunded": ("not_yet_due",)})


def _by_household(claims: Iterable[ClaimMoney], of: Sum) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for claim in claims:
        amount = of(claim)
        if amount:
            found[claim.household] = found.get(claim.household, 0) + amount
    return found


def _reserved(claim: ClaimMoney) -> int:
    return sum(claim.reserved.values())


def _on_its_way(claim: ClaimMoney) -> int:
    return sum(claim.paid.on_its_way.values())


def _paid(claim: ClaimMoney) -> int:
    return sum(claim.paid.settled.values())


def _not_yet_due(claim: ClaimMoney) -> int:
    return max(0, claim.awarded - claim.unfunded - _reserved(claim) - _on_its_way(claim) - _paid(claim))


SUMS: Mapping[str, Sum] = {
    "need": lambda claim: claim.awarded,
    "unfunded": lambda claim: claim.unfunded,
    "not_yet_due": _not_yet_due,
    "reserved": _reserved,
    "on_its_way": _on_its_way,
    "paid": _paid,
    "confirmed": lambda claim: claim.paid.confirmed,
    "unconfirmed": lambda claim: _paid(claim) - claim.paid.confirmed,
}

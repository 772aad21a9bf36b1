"""What the bank sent back is set aside once more, at the family's place in the order of payment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import Max

from sanad.audit.bulk import insert
from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award
from sanad.casework.awards.selectors import standing_awards
from sanad.casework.claims.models import State as ClaimState
from sanad.casework.payments.models import Payable, PaymentPart
from sanad.casework.payments.selectors.money import money_of
from sanad.casework.payments.services.moving import AT_ONCE, Slice, movement_id
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind, TransferKind
from sanad.ledger.movements import Movement
from sanad.ledger.selectors import balances_of
from sanad.staff.models import User

RESERVATION = ("award_id", "line", "part_id", "attempt", "amount", "place", "transfer_id")


@dataclass
class Again:
    """What is set aside once more: its movements, the rows beside them, and the parts that have money again."""

    movements: list[Movement] = field(default_factory=list)
    reservations: list[tuple[object, ...]] = field(default_factory=list)
    payables: list[Payable] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)

    def write(self) -> None:
        """The rows beside the movements, once these are booked."""
        insert(Reservation, RESERVATION, self.reservations)
        Payable.objects.bulk_create(self.payables)

    def of_payable(self, old: Payable, cut: Slice, id: UUID, by: User | None, at: datetime) -> None:
        given = {"payee_id": old.payee_id, "part_id": old.part_id, "about": old.about, "amount": cut.amount}
        again = {"id": uuid5(old.pk, "again"), "transfer_id": id, "again_of": old}
        self.payables.append(Payable(**given, **again, asked_by=by, asked_at=at))

    def of_reservation(self, old: Reservation, award: int, attempt: int, amount: int, id: UUID) -> None:
        self.reservations.append((award, old.line, old.part_id, attempt, amount, old.place, id.hex))


def set_aside_again(slices: Sequence[Slice], *, act: str, by: User | None, at: datetime) -> Again:
    """For parts that came back and are written down as come back already.

    Nothing is set aside from a part of a fund that promises nothing at present, for a withdrawn claim, or beyond what a
    later award leaves due: it is free money then, and the next round decides.
    """
    found, blocked = Again(), _blocked({one.account for one in slices})
    fit = [one for one in slices if one.account not in blocked]
    attempts = _attempts([one.part for one in fit])
    for one, part in _with_parts(fit):
        award, amount = _wanted(part, one.amount)
        if not amount:
            continue
        id = movement_id(f"{act}:again", one.part)
        found.movements.append(_movement(id, one.account, amount, part))
        found.parts.add(one.part)
        if part.payable:
            found.of_payable(part.payable, one, id, by, at)
        elif part.reservation:
            key = award, part.line, part.part_id
            attempts[key] = attempts.get(key, 0) + 1
            found.of_reservation(part.reservation, award, attempts[key], amount, id)
    return found


def _movement(id: UUID, account: str, amount: int, part: PaymentPart) -> Movement:
    rank = part.reservation.place if part.reservation else None
    to = sibling(account, AccountKind.SENT)
    return Movement(id, TransferKind.PENDING, account, to, amount, rank)


def _wanted(part: PaymentPart, amount: int) -> tuple[int, int]:
    """The award for which it is set aside, and how much: under a later award, no more than that leaves due."""
    if part.reservation is None or part.claim is None:
        return 0, amount
    if part.claim.state == ClaimState.WITHDRAWN:
        return 0, 0
    own = part.reservation.award
    if getattr(own, "superseded_by", None) is None:
        return own.pk, amount
    # Few are paid under one award and sent back under another, so that each is looked at by itself.
    standing = standing_awards().get(claim=part.claim)
    return standing.pk, min(amount, _due(standing, part.line))


def _due(standing: Award, line: str) -> int:
    if standing.net is None:
        return 0
    return sum(one.due_unfunded for one in money_of(standing).lines if one.line == line)


def _with_parts(slices: Sequence[Slice]) -> Iterator[tuple[Slice, PaymentPart]]:
    named = ("reservation__award__superseded_by", "payable", "claim")
    for at in range(0, len(slices), AT_ONCE):
        some = slices[at : at + AT_ONCE]
        parts = PaymentPart.objects.select_related(*named).in_bulk([one.part for one in some])
        yield from ((one, parts[one.part]) for one in some)


def _attempts(parts: Sequence[int]) -> dict[tuple[int, str, int], int]:
    """How often each line of these claims' awards was reserved from each part of a fund until now."""
    found: dict[tuple[int, str, int], int] = {}
    for at in range(0, len(parts), AT_ONCE):
        claims = PaymentPart.objects.filter(pk__in=parts[at : at + AT_ONCE], claim__isnull=False).values("claim")
        rows = Reservation.objects.filter(award__claim__in=claims).values_list("award", "line", "part")
        found |= {tuple(key): last for *key, last in rows.annotate(Max("attempt")).order_by()}
    return found


def _blocked(accounts: Iterable[str]) -> set[str]:
    """Parts of funds that lost money and about which somebody has to decide first."""
    asked = set(accounts)
    short = {sibling(account, AccountKind.SHORTFALL): account for account in asked}
    found = balances_of([*asked, *short])
    lost = {account for account in asked if account in found and found[account].uncovered}
    owing = {code for code, one in found.items() if code in short and one.debits_posted > one.credits_posted}
    return lost | {short[code] for code in owing}

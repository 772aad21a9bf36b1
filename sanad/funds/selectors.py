"""How much there is of each fund and part. These numbers stand side by side and are never added to one another."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from sanad.funds.models import Agreement, AgreementKind, Fund, Outflow, Part, Receipt, ReceiptState
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.selectors import Balance, balances_of

NOTHING = Balance(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class AtHand:
    """Free money of one part of a fund, with what it may be used for. Amounts in minor units of the currency."""

    fund: str
    part: str
    currency: str
    amount: int
    account: str
    area: str
    line: str
    since: date | None
    until: date | None

    @property
    def code(self) -> str:
        return f"{self.fund}/{self.part}"


def funds_at_hand(programme: str, on: date) -> list[AtHand]:
    """The parts of the programme's funds that may be used on this day, each with its free money; parts that promise
    nothing at present, since a loss uncovered something, have none.
    """
    in_period = (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gte=on))
    found = Part.objects.filter(in_period, fund__programmes__programme=programme).select_related("fund")
    parts = list(found.order_by("fund__code", "code"))
    balances = _balances(parts)
    return [_at_hand(part, balances) for part in parts]


def _at_hand(part: Part, balances: Mapping[str, Balance]) -> AtHand:
    account = part.account_id
    numbers = _numbers(account, balances)
    marks = part.area, part.line, part.since, part.until
    return AtHand(part.fund.code, part.code, part.fund.currency, numbers.usable, account, *marks)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What stands in the ledger about one part or one fund, in minor units. `awaited` is recorded and not confirmed;
    `sent` went to the bank and is on its way; `paid` is what a bank statement says was paid; `suspense` is what a bank
    statement shows and nobody has decided about; `exchanged` is what exchanges took away (less what they brought).
    """

    received: int
    awaited: int
    returned: int
    sent: int
    paid: int
    suspense: int
    fees: int
    lost: int
    exchanged: int
    shortfall: int
    reserved: int
    uncovered: int
    free: int

    @property
    def is_blocked(self) -> bool:
        """Whether nothing new is promised of it: a loss took money that was promised, and nobody has decided yet."""
        return bool(self.uncovered or self.shortfall)

    @property
    def usable(self) -> int:
        """What can be reserved; of a fund, ask its parts one by one."""
        return 0 if self.is_blocked else self.free


def numbers_of_parts(parts: Iterable[Part]) -> dict[int, Numbers]:
    """By the part's key."""
    asked = list(parts)
    balances = _balances(asked)
    return {part.pk: _numbers(part.account_id, balances) for part in asked}


def numbers_of_fund(parts: Iterable[Numbers]) -> Numbers:
    """The numbers of a fund are the sums of those of its parts, each kind by itself."""
    columns = zip(*(tuple(getattr(one, name) for name in Numbers.__slots__) for one in parts), strict=True)
    return Numbers(*(sum(column) for column in columns))


def _balances(parts: Iterable[Part]) -> Mapping[str, Balance]:
    return balances_of(sibling(part.account_id, kind) for part in parts for kind in AccountKind)


def _numbers(account: str, balances: Mapping[str, Balance]) -> Numbers:
    by_kind = {kind: balances.get(sibling(account, kind), NOTHING) for kind in AccountKind}
    held = by_kind[AccountKind.HELD]
    out = {kind: one.credits_posted - one.debits_posted for kind, one in by_kind.items()}
    return Numbers(
        received=-out[AccountKind.RECEIVED],
        awaited=held.credits_pending,
        returned=out[AccountKind.RETURNED],
        sent=out[AccountKind.SENT],
        paid=out[AccountKind.PAID],
        suspense=out[AccountKind.SUSPENSE],
        fees=out[AccountKind.FEES],
        lost=out[AccountKind.LOST],
        exchanged=out[AccountKind.EXCHANGED],
        shortfall=-out[AccountKind.SHORTFALL],
        reserved=held.debits_pending,
        uncovered=held.uncovered,
        free=held.free,
    )


def free_money(part: Part) -> int:
    """What may still be reserved from this part."""
    return _at_hand(part, _balances([part])).amount


def agreed(fund: Fund, kind: AgreementKind) -> int | None:
    """What donors said of this kind in all; None where nobody said anything, which is not 0."""
    found: int | None = Agreement.objects.filter(fund=fund, kind=kind).aggregate(total=Sum("amount"))["total"]
    return found


def bound(fund: Fund) -> int | None:
    """What of the pledges is bound in writing: donor commitments. None where there is none."""
    pledges = Agreement.objects.filter(fund=fund, kind=AgreementKind.PLEDGE, bound_on__isnull=False)
    found: int | None = pledges.aggregate(total=Sum("amount"))["total"]
    return found


def funds_of(programmes: Collection[str]) -> list[Fund]:
    """The funds that may pay for one of these programmes, by their keys; with an empty key among them: all funds."""
    found = Fund.objects.all() if "" in programmes else Fund.objects.filter(programmes__programme__in=programmes)
    return list(found.distinct().order_by("code"))


def receipts_to_confirm(funds: Collection[Fund]) -> list[Receipt]:
    """What one person recorded and nobody has decided about, oldest first."""
    waiting = Receipt.objects.filter(state=ReceiptState.RECORDED, part__fund__in=funds)
    return list(waiting.select_related("part__fund", "recorded_by").order_by("recorded_at"))


def receipts_of(fund: Fund, most: int = 20) -> list[Receipt]:
    """The latest that were decided about."""
    decided = Receipt.objects.filter(part__fund=fund).exclude(state=ReceiptState.RECORDED)
    return list(decided.select_related("part", "recorded_by", "decided_by").order_by("-decided_at")[:most])


def outflows_of(fund: Fund, most: int = 20) -> list[Outflow]:
    """The latest that left for no family."""
    left = Outflow.objects.filter(part__fund=fund).select_related("part", "booked_by")
    return list(left.order_by("-booked_at")[:most])

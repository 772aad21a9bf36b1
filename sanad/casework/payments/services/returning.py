"""Money that the bank sent back: it is held again, set aside again at the family's place, and the family is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sanad.casework.notices.services import tell_many
from sanad.casework.notices.telling import day_told, sum_told
from sanad.casework.payments.models import Payment
from sanad.casework.payments.services.again import set_aside_again
from sanad.casework.payments.services.marking import in_parts
from sanad.casework.payments.services.moving import Slice, moved, movement_id
from sanad.casework.payments.statements.returns import reason
from sanad.funds.services.receiving import make_good
from sanad.ledger.booking import Act, book
from sanad.ledger.kinds import AccountKind
from sanad.ledger.movements import Movement


@dataclass(frozen=True, slots=True)
class Return:
    """What came back of a payment: which slices of its parts, out of which account, when and why.

    `own` names the line that tells of it, and makes the ids of the movements.
    """

    payment: int
    slices: tuple[Slice, ...]
    out_of: AccountKind
    day: date
    code: str
    own: str

    @property
    def amount(self) -> int:
        return sum(one.amount for one in self.slices)


def give_back(returns: Sequence[Return], *, movements: Sequence[Movement], act: Act) -> None:
    """Book these movements, and then that the money is held again and set aside once more; tell the families.

    The parts are written down as come back already.
    """
    slices = [one for back in returns for one in back.slices]
    again = set_aside_again(slices, act=returns[0].own if returns else "", by=act.by, at=act.at)
    home = [one for back in returns for one in moved(back.slices, back.out_of, AccountKind.HELD, back.own)]
    if movements or home:
        book(movements=[*movements, *home, *again.movements], act=act)
    again.write()
    for account in sorted({one.account for one in slices}):
        own = movement_id(f"{returns[0].own}:good:{account}", 0)
        make_good(account=account, id=own, by=act.by, at=act.at, on=act.on)
    tell_many(_told(returns, again.parts), at=act.at)


def _told(returns: Sequence[Return], again: set[int]) -> Iterator[tuple[int, str, dict[str, object]]]:
    by_payment = {back.payment: back for back in returns}
    for some in in_parts(sorted(by_payment)):
        rows = Payment.objects.filter(pk__in=some, payee__household__isnull=False).order_by("pk")
        for pk, household, reference, currency in rows.values_list(
            "pk", "payee__household", "reference", "run__fund__currency"
        ):
            back = by_payment[pk]
            funded = all(one.part in again for one in back.slices)
            facts: dict[str, object] = {"sum": sum_told(back.amount, currency), "reference": reference}
            facts |= {"on": day_told(back.day), "reason": reason(back.code)}
            yield household, "payment_returned" if funded else "payment_returned_unfunded", facts

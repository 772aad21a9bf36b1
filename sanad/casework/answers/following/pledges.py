"""What donors bound themselves to give to a programme's funds and has not come, and how they kept earlier pledges."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q, Sum

from sanad.engine.forecast import Kept, Pledge
from sanad.funds.models import Agreement, AgreementKind, Donor, Fund
from sanad.rulebook.models import Programme

LONGEST_LATE = 365
"""Days after which what has not come of a pledge is taken not to come."""
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class _Made:
    """A pledge with what arrived of it, and when the last of that came."""

    agreement: Agreement
    arrived: int
    last: date | None

    @property
    def left(self) -> int:
        return max(0, self.agreement.amount - self.arrived)

    def kept(self, day: date) -> Kept | None:
        """How it was kept; None where it is not due yet."""
        by, amount = self.agreement.expected_by, self.agreement.amount
        if by is None or (self.left and by >= day):
            return None
        if not self.left and self.last:
            return Kept(max(0, (self.last - by).days), amount, amount)
        late = (day - by).days
        return Kept(late, amount, self.arrived if late > LONGEST_LATE else amount)


def bound_pledges(programme: Programme, day: date) -> list[Pledge]:
    """Pledges that are bound in writing, to funds in the programme's currency, each as far as it has not come."""
    funds = Fund.objects.filter(programmes__programme=programme.key, currency=programme.currency)
    donors = Donor.objects.filter(agreements__fund__in=funds, agreements__kind=AgreementKind.PLEDGE)
    made = list(_made(Q(donor__in=donors)))
    record: dict[int, list[Kept]] = defaultdict(list)
    for one in made:
        if kept := one.kept(day):
            record[one.agreement.donor_id].append(kept)
    own = set(funds.values_list("pk", flat=True))
    return [
        _pledge(one, record[one.agreement.donor_id], day) for one in made if one.left and one.agreement.fund_id in own
    ]


def names_of_pledges(pledges: list[Pledge]) -> dict[str, dict[str, str]]:
    """What the donors are called, by their codes and by the references of their pledges."""
    donors = dict(Donor.objects.filter(code__in=[one.donor for one in pledges]).values_list("code", "names"))
    return donors | {one.reference: donors[one.donor] for one in pledges}


def _made(which: Q) -> Iterator[_Made]:
    bound = Agreement.objects.filter(which, kind=AgreementKind.PLEDGE, bound_on__isnull=False)
    confirmed = Q(receipts__state="confirmed")
    rows = bound.annotate(
        arrived=Sum("receipts__amount", filter=confirmed), last=Max("receipts__received_on", filter=confirmed)
    )
    for one in rows.select_related("donor").order_by("expected_by", "pk"):
        yield _Made(one, one.arrived or 0, one.last)


def _pledge(made: _Made, record: list[Kept], day: date) -> Pledge:
    agreement = made.agreement
    own = made.kept(day)
    others = list(record)
    if own in others:
        others.remove(own)
    return Pledge(agreement.reference, agreement.donor.code, made.left, agreement.expected_by, tuple(others))

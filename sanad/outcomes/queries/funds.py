"""What a fund paid, and what arrived for it, as the books stood at a position."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from sanad.audit.models import Event
from sanad.funds.models import Fund, Part, Receipt
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.selectors import flow_until
from sanad.outcomes.holding import Sums

VERSION = 1


@dataclass(frozen=True, slots=True)
class Target:
    """A fund; what arrived may be asked of one agreement of a donor alone."""

    fund: int
    agreement: int | None = None


def paid(targets: Collection[Target], position: int) -> Mapping[Target, Sums]:
    """To families and organisations alike, what the bank says it paid and did not take back."""
    return {target: Sums(currency, _paid(target.fund, position), {}) for target, currency in _with_currency(targets)}


def received(targets: Collection[Target], position: int) -> Mapping[Target, Sums]:
    """Money that a second person has confirmed as arrived, on the day on which it arrived."""
    return {target: Sums(currency, _received(target, position), {}) for target, currency in _with_currency(targets)}


def _with_currency(targets: Collection[Target]) -> list[tuple[Target, str]]:
    currencies = dict(Fund.objects.filter(pk__in={one.fund for one in targets}).values_list("pk", "currency"))
    return [(one, currencies[one.fund]) for one in set(targets)]


def _paid(fund: int, position: int) -> Mapping[date, int]:
    found: defaultdict[date, int] = defaultdict(int)
    for account in Part.objects.filter(fund=fund).values_list("account", flat=True):
        for at, amount in flow_until(position, sibling(account, AccountKind.PAID)):
            found[localdate(at)] += amount
    return found


def _received(target: Target, position: int) -> Mapping[date, int]:
    code = Fund.objects.values_list("code", flat=True).get(pk=target.fund)
    confirmed = Event.objects.filter(on=f"fund:{code}", act="fund.confirm", number__lte=position)
    sealed = {facts.get("receipt") for facts in confirmed.values_list("facts", flat=True)}
    receipts = Receipt.objects.filter(part__fund=target.fund)
    if target.agreement is not None:
        receipts = receipts.filter(agreement=target.agreement)
    found: defaultdict[date, int] = defaultdict(int)
    for id, day, amount in receipts.values_list("pk", "received_on", "amount"):
        if str(id) in sealed:
            found[day] += amount
    return found

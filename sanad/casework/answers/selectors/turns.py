"""A family's place in the order of payment, and when money reaches it."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sanad.audit.built_once import built_once
from sanad.casework.answers.following.outlooks import outlook_of
from sanad.casework.answers.models import OrderOfPayment
from sanad.casework.answers.selectors.standing import Standing
from sanad.casework.answers.told import Assumption, ForecastTold, QueueTold, Words
from sanad.engine.forecast import Assumption as Assumed
from sanad.engine.forecast import Outlook

_orders = built_once(lambda programmes: OrderOfPayment.objects.filter(pk__in=programmes))


class Orders:
    """The orders of payment of some programmes, each with its outlook."""

    def __init__(self, programmes: Iterable[int]) -> None:
        self.of = {one.programme_id: one for one in _orders(list(set(programmes)))}
        self.outlooks: dict[int, tuple[Outlook, dict[str, Words]]] = {}

    def are_of(self, day: date) -> bool:
        """Whether all of them were worked out on this day."""
        return all(order.day == day for order in self.of.values())

    def queue_of(self, award: Standing) -> QueueTold | None:
        """None where the award has no place in the order that is paid by now."""
        order = self.of.get(award.programme_id)
        if order is None or order.round_id != award.round_id or award.queue_place is None:
            return None
        sums = (award.due_before or 0, order.free, award.missing or 0, award.due or 0)
        return QueueTold(award.round, award.queue_place, order.of, order.reached, *sums)

    def forecast_of(self, award: Standing, day: date) -> ForecastTold | None:
        """None where nothing is due without money."""
        order = self.of.get(award.programme_id)
        if award.missing is None or order is None:
            return None
        outlook, names = self._outlook(order, day)
        found = outlook.lacking(award.missing)
        assumptions = tuple(_named(one, names) for one in found.assumptions)
        return ForecastTold(found.at_hand, found.with_pledges, assumptions)

    def _outlook(self, order: OrderOfPayment, day: date) -> tuple[Outlook, dict[str, Words]]:
        if order.pk not in self.outlooks:
            self.outlooks[order.pk] = outlook_of(order.outlook, day)
        return self.outlooks[order.pk]


def _named(one: Assumed, names: dict[str, Words]) -> Assumption:
    return Assumption(names=names.get(one.about), **asdict(one))

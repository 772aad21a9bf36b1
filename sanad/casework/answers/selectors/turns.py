"""A family's place in the order of payment, and when money reaches it."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sanad.casework.answers.following.outlooks import outlook_of
from sanad.casework.answers.models import OrderOfPayment, Turn
from sanad.casework.answers.told import Assumption, ForecastTold, QueueTold, Words
from sanad.casework.awards.models import Award
from sanad.engine.forecast import Assumption as Assumed
from sanad.engine.forecast import Outlook


class Orders:
    """The orders of payment of some programmes, each with its outlook."""

    def __init__(self, programmes: Iterable[int]) -> None:
        rows = OrderOfPayment.objects.filter(pk__in=set(programmes))
        self.of = {one.programme_id: one for one in rows.select_related("round__programme")}
        self.outlooks: dict[int, tuple[Outlook, dict[str, Words]]] = {}

    def queue_of(self, award: Award) -> QueueTold | None:
        """None where the award has no place in the order that is paid by now."""
        order = self.of.get(award.claim.programme_id)
        if order is None or order.round_id != award.round_id or award.queue_place is None:
            return None
        turn = _turn(award)
        sums = (turn.due_before, order.free, turn.missing, turn.due) if turn else (0, order.free, 0, 0)
        return QueueTold(order.round.reference, award.queue_place, order.of, order.reached, *sums)

    def forecast_of(self, award: Award, day: date) -> ForecastTold | None:
        """None where nothing is due without money."""
        turn, order = _turn(award), self.of.get(award.claim.programme_id)
        if turn is None or order is None:
            return None
        outlook, names = self._outlook(order, day)
        found = outlook.lacking(turn.missing)
        assumptions = tuple(_named(one, names) for one in found.assumptions)
        return ForecastTold(found.at_hand, found.with_pledges, assumptions)

    def _outlook(self, order: OrderOfPayment, day: date) -> tuple[Outlook, dict[str, Words]]:
        if order.pk not in self.outlooks:
            self.outlooks[order.pk] = outlook_of(order.outlook, day)
        return self.outlooks[order.pk]


def _turn(award: Award) -> Turn | None:
    turn: Turn | None = getattr(award, "turn", None)
    return turn


def _named(one: Assumed, names: dict[str, Words]) -> Assumption:
    return Assumption(names=names.get(one.about), **asdict(one))

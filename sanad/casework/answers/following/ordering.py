"""The order of payment of a programme as it stands: who waits, what is due before whom, how far the money reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np

from sanad.audit.bulk import insert
from sanad.casework.answers.following.dues import Dues, Ints, dues_of, waiting
from sanad.casework.answers.following.money import Usable, kinds_of, usable_money
from sanad.casework.answers.following.outlooks import kept_outlook
from sanad.casework.answers.models import OrderOfPayment, Prepared, Turn
from sanad.casework.awards.models import Round, State
from sanad.engine.allocation.in_order import in_order
from sanad.engine.allocation.network import Network
from sanad.engine.allocation.wants import Wants
from sanad.rulebook.models import Programme

COLUMNS = ("award_id", "programme_id", "place", "due_before", "due", "missing")


@dataclass(frozen=True, slots=True)
class Turns:
    """A row an award that waits, in the order of payment; amounts in minor units."""

    award: Ints
    place: Ints
    due_before: Ints
    due: Ints
    missing: Ints


def renew_order(programme: Programme, *, position: int, day: date) -> bool:
    """Work the order out anew from what is committed, and write it where it is another; whether it was.

    Within a transaction in which everything that can be read is sealed up to the position.
    """
    round_ = newest_issued(programme)
    known = OrderOfPayment.objects.filter(programme=programme).first()
    if round_ is None:
        return False
    money = usable_money(programme, round_, day)
    turns = turns_of(round_, money)
    now = _order(programme, round_, money, turns, day)
    if known and _same(known, now) and _stand(programme, turns):
        OrderOfPayment.objects.filter(pk=known.pk).exclude(day=day).update(day=day)
        return False
    now.position = position
    now.save(force_insert=known is None)
    _write(programme, turns)
    # How far the money reaches is told to everybody in the order, also to those who have theirs.
    Prepared.objects.filter(claim__programme=programme).exclude(current_on=None).update(current_on=None)
    return True


def newest_issued(programme: Programme) -> Round | None:
    issued = Round.objects.filter(programme=programme, state=State.ISSUED).select_related("rules")
    return issued.order_by("-number").first()


def turns_of(round_: Round, money: Sequence[Usable]) -> Turns:
    """Whoever is before in the order is served as far as all the money allows, as a round would."""
    dues = dues_of(round_)
    kinds = kinds_of(round_, dues, money)
    network = Network([one.amount for one in money], kinds.reach)
    none_yet = np.zeros(len(kinds.reach), np.int64)
    coming = in_order(Wants.alone(kinds.of, dues.amount), network, none_yet) if len(dues.amount) else dues.amount
    return _by_award(dues, coming)


def _by_award(dues: Dues, coming: Ints) -> Turns:
    first = np.flatnonzero(np.diff(dues.award, prepend=-1))
    due = np.add.reduceat(dues.amount, first) if len(first) else dues.amount
    lacks = due - np.add.reduceat(coming, first) if len(first) else coming
    missing = np.where(lacks == 0, 0, np.cumsum(lacks))
    return Turns(dues.award[first], dues.place[first], np.cumsum(due) - due, due, missing)


def _order(programme: Programme, round_: Round, money: Sequence[Usable], turns: Turns, day: date) -> OrderOfPayment:
    of = waiting(round_).filter(due_now__gt=0).count()
    short = turns.place[turns.missing > 0]
    return OrderOfPayment(
        programme=programme,
        round=round_,
        day=day,
        of=of,
        reached=int(short[0]) - 1 if len(short) else of,
        free=sum(one.amount for one in money),
        parts={one.part.code: one.amount for one in money},
        outlook=kept_outlook(programme, day),
    )


def _same(known: OrderOfPayment, now: OrderOfPayment) -> bool:
    names = ("round_id", "of", "reached", "free", "parts", "outlook")
    return all(getattr(known, name) == getattr(now, name) for name in names)


def _stand(programme: Programme, turns: Turns) -> bool:
    """Whether the turns that are written are these."""
    rows = Turn.objects.filter(programme=programme).order_by("place")
    written = rows.values_list("award_id", "place", "due_before", "due", "missing")
    return all(one == other for one, other in _both(written.iterator(50_000), _rows(turns)))


def _both(written: Iterator[Any], now: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
    yield from zip(written, now, strict=False)
    yield next(written, None), next(now, None)


def _rows(turns: Turns) -> Iterator[tuple[int, ...]]:
    columns = (getattr(turns, one.name).tolist() for one in fields(Turns))
    yield from zip(*columns, strict=True)


def _write(programme: Programme, turns: Turns) -> None:
    Turn.objects.filter(programme=programme)._raw_delete(Turn.objects.db)
    insert(Turn, COLUMNS, ((award, programme.pk, *rest) for award, *rest in _rows(turns)))

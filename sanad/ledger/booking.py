"""The one door to the books: an act with its transfers, whole or not at all, and once however often it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.audit.services import Rows, record
from sanad.ledger.checks import check
from sanad.ledger.movements import Movement, root_of
from sanad.ledger.refusals import SameIdOtherContent
from sanad.ledger.standing import already_reversed, event_of, known_id, moved_on
from sanad.ledger.writing import PendingMovedOn, write
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what when; becomes the audit event of the transfers. `facts` are references and sums only."""

    act: str
    on: str
    by: User | None
    at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Booked:
    """The act's event; `is_new` is false where the same was booked before and nothing was booked now."""

    event: Event
    is_new: bool


def book(*, movements: Sequence[Movement], act: Act) -> Booked:
    """Book an act with all its transfers in one transaction. Asked again with the same, it answers with what stands.

    Raises what stands in `sanad.ledger.refusals`.
    """
    check(movements)
    rows = root_of(movements)
    standing = _standing(movements, act, rows)
    if standing:
        return standing
    try:
        return Booked(_written(movements, act, rows), is_new=True)
    except PendingMovedOn:
        raise moved_on(movements) from None
    except IntegrityError as error:
        return _booked_meanwhile(movements, act, rows, error)


@transaction.atomic
def _written(movements: Sequence[Movement], act: Act, rows: Rows) -> Event:
    # Their number stands in the facts as well, so that an event whose transfers are gone is found.
    facts = {**act.facts, "transfers": rows.count}
    event = record(act=act.act, on=act.on, by=act.by, at=act.at, facts=facts, rows=rows)
    write(event, movements)
    return event


def _standing(movements: Sequence[Movement], act: Act, rows: Rows) -> Booked | None:
    """What was booked under the first id, where it was the same. Raises SameIdOtherContent where it was not."""
    event = event_of(movements[0].id)
    if event is None:
        return None
    if (event.root, event.rows, event.act, event.on) != (rows.root, rows.count, act.act, act.on):
        raise SameIdOtherContent(movements[0].id)
    return Booked(event, is_new=False)


def _booked_meanwhile(movements: Sequence[Movement], act: Act, rows: Rows, error: IntegrityError) -> Booked:
    """The database refused a second one: of the same act at the same moment, of an id, or of a reversal."""
    standing = _standing(movements, act, rows)
    if standing:
        return standing
    known = known_id(movements)
    if known:
        raise SameIdOtherContent(known) from error
    raise already_reversed(movements) or error

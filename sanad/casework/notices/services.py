"""Telling families, in the transaction of the act that they are told of."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from sanad.audit.bulk import insert
from sanad.audit.services import NotInATransaction, record
from sanad.casework.notices.models import Channel, Notice
from sanad.casework.notices.words import KINDS, sentence
from sanad.registry.models import Household
from sanad.staff.models import User

BATCH = 2_000
COLUMNS = ("household_id", "kind", "facts", "about", "written_at")


class UnknownKind(Exception):
    """No sentence is written for this kind of notice: add it to notices/words.py in both languages."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one household is to be told."""

    household: Household
    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""


def tell(told: Iterable[Told], *, at: datetime) -> list[Notice]:
    """Write notices; they go out when the act is committed, or never. Raises UnknownKind, NotInATransaction.

    A fact that the sentence needs and that is not given raises KeyError here, not when the letter is printed.
    """
    if not connection.in_atomic_block:
        raise NotInATransaction("tell")
    given = list(told)
    for one in given:
        if one.kind not in KINDS:
            raise UnknownKind(one.kind)
        sentence(one.kind, one.facts, "ar")
    rows = [
        Notice(household=one.household, kind=one.kind, facts=dict(one.facts), about=one.about, written_at=at)
        for one in given
    ]
    return Notice.objects.bulk_create(rows, BATCH)


def tell_many(told: Iterable[tuple[int, str, Mapping[str, Any]]], *, at: datetime) -> None:
    """`tell` for as many households as a payment run has: each by its key, its kind of notice and the facts of it."""
    if not connection.in_atomic_block:
        raise NotInATransaction("tell_many")
    written = connection.ops.adapt_datetimefield_value(at)
    # All rows first: while PostgreSQL takes them in by COPY, its connection answers no other question.
    insert(Notice, COLUMNS, [_row(*one, written) for one in told])


def _row(household: int, kind: str, facts: Mapping[str, Any], at: object) -> tuple[object, ...]:
    if kind not in KINDS:
        raise UnknownKind(kind)
    sentence(kind, facts, "ar")
    return household, kind, json.dumps(facts), "", at


@transaction.atomic
def mark_told(*, notices: Collection[int], by_way_of: Channel, by: User | None, at: datetime) -> int:
    """Say that families were told of these; how many of them nobody had said it of before.

    What somebody else has marked meanwhile stays as that person marked it.
    """
    # In their order, so that two who mark the same wait for each other and for nothing else.
    waiting = Notice.objects.select_for_update(of=("self",)).filter(pk__in=notices, sent_at=None).order_by("pk")
    held = dict(waiting.values_list("pk", "household__reference"))
    Notice.objects.filter(pk__in=held, sent_at=None).update(sent_at=at, sent_by=by_way_of)
    counted = Counter(held.values())
    for household, many in sorted(counted.items()):
        record(act="notice.told", on=f"household:{household}", by=by, at=at, facts={"way": by_way_of, "notices": many})
    return counted.total()

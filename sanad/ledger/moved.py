"""What many transfers moved, as the books stood at a position: a million of them are asked for by their ids.

The ids go to the database as one list and come back as their places in it: as values by themselves, and as ids to
be looked up again, they took longer than everything else that is asked of them.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

IDS_AT_ONCE = 5_000
_LISTED = {
    "postgresql": "select id, place - 1 as place from unnest(%s::uuid[]) with ordinality as listed(id, place)",
    "sqlite": "select value as id, key as place from json_each(%s)",
}
_MOVED = """
    select asked.place, transfer.amount, debit.kind, credit.kind
    from ({listed}) as asked
    join ledger_transfer as transfer on transfer.id = asked.id
    join audit_event as event on event.id = transfer.event_id and event.number <= %s
    join ledger_account as debit on debit.code = transfer.debit_account_id
    join ledger_account as credit on credit.code = transfer.credit_account_id
"""

Moved = tuple[int, int, str, str]
"""The place of the transfer's id in the list, the amount, and the kinds of the account that it left and of the one
that it reached."""


def moved_until(position: int, ids: Sequence[UUID]) -> Iterator[Moved]:
    """Those of these transfers that were sealed up to the position, in no order."""
    query = _MOVED.format(listed=_LISTED[connection.vendor])
    for since in range(0, len(ids), IDS_AT_ONCE):
        asked = ids[since : since + IDS_AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(query, [_listed(asked), position])
            for place, amount, debit, credit in cursor.fetchall():
                yield since + place, amount, debit, credit


def _listed(ids: Sequence[UUID]) -> str | list[Any]:
    return json.dumps([one.hex for one in ids]) if connection.vendor == "sqlite" else list(ids)

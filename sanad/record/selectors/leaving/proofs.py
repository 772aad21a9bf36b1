"""The rows that leave, with their digests and the way from these to the root of the act that wrote them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from django.db.models import Model

from sanad.audit.chaining import NOTHING_BEFORE
from sanad.audit.merkle import merkle_levels, merkle_path
from sanad.audit.models import Event
from sanad.record.digests import columns_of, plain
from sanad.record.exporting.told import Act, Row
from sanad.record.log import leaf
from sanad.record.models import LogRow
from sanad.record.selectors.leaving.statements import Statements
from sanad.record.verification import logged_models

AT_ONCE = 500
LOGGED = ("event_id", "table", "row", "digest")
Logged = tuple[int, str, int, str]
NOT_SEALED, OF_A_LEAK = "not_sealed_yet", "of_a_leaked_work"


@dataclass(frozen=True, slots=True)
class Written:
    """An act with those of its rows that leave, by their places in it, and the hashes above all of its rows."""

    event: int
    rows: Mapping[int, Logged]
    levels: Sequence[Sequence[bytes]]


class Proofs:
    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._models = {model._meta.db_table: model for model in logged_models()}

    def all(self) -> Iterator[Act | Row]:
        """Acts in the order in which they were written."""
        written = self._written()
        while some := list(islice(written, AT_ONCE)):
            yield from self._told(some)

    def _written(self) -> Iterator[Written]:
        logged = LogRow.objects.order_by("event_id", "place").values_list(*LOGGED)
        wanted = self._statements.rows
        for event, rows in groupby(logged.iterator(chunk_size=5_000), key=itemgetter(0)):
            listed = list(rows)
            mine = {place: row for place, row in enumerate(listed) if row[2] in wanted.get(row[1], ())}
            if mine:
                yield Written(event, mine, merkle_levels(leaf(*row[1:]) for row in listed))

    def _told(self, some: Sequence[Written]) -> Iterator[Act | Row]:
        events = {one.pk: one for one in Event.objects.filter(pk__in=[one.event for one in some])}
        numbers = [one.number - 1 for one in events.values() if one.number]
        before = dict(Event.objects.filter(number__in=numbers).values_list("number", "digest"))
        values = self._values(some)
        for one in some:
            event = events[one.event]
            if event.number:
                yield _act(event, before.get(event.number - 1) or NOTHING_BEFORE)
            for place, (_, table, row, digest) in one.rows.items():
                told = values[table][row]
                path = tuple(merkle_path(one.levels, place)) if event.number else ()
                why = NOT_SEALED if event.number is None else "" if told else OF_A_LEAK
                yield Row(table, row, told, digest, event.number, path, why)

    def _values(self, some: Sequence[Written]) -> dict[str, dict[int, Mapping[str, Any] | None]]:
        wanted: dict[str, list[int]] = defaultdict(list)
        for one in some:
            for _, table, row, _ in one.rows.values():
                wanted[table].append(row)
        return {table: self._rows_of(self._models[table], rows) for table, rows in wanted.items()}

    def _rows_of(self, model: type[Model], rows: Sequence[int]) -> dict[int, Mapping[str, Any] | None]:
        """As their digests hold them. What is known of how a leaked file came here stays inside."""
        columns = columns_of(model)
        found = model._base_manager.filter(pk__in=rows).values_list("pk", *columns)
        inside = self._statements.leaked if model._meta.model_name == "capture" else ()
        return {
            pk: None if pk in inside else {name: plain(value) for name, value in zip(columns, values, strict=True)}
            for pk, *values in found
        }


def _act(event: Event, before: str) -> Act:
    content = {
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "act": event.act,
        "on": event.on,
        "by": event.by_id,
        "facts": event.facts,
        "rows": event.rows,
        "root": event.root,
    }
    return Act(event.number or 0, event.digest or "", before, content)

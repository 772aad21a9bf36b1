"""The dated values: rows of the database, read once and kept, as a careful application does."""

from collections import defaultdict
from datetime import date
from typing import Any

from benchmarks.django_loop.models import Rate
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.rows import find
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Boolean, Choice
from sanad.engine.rules.values import Banded, TypedValue

Keys = tuple[Any, ...]


def store_rates(rules: RuleSet) -> None:
    rows = [row for value in rules.values.values() for row in _rows(value)]
    Rate.objects.bulk_create(rows)


def _rows(value: TypedValue) -> list[Rate]:
    return [
        Rate(name=value.name, key=":".join(map(str, keys)), since=version.since, amount=_amount(version.rows, keys))
        for version in value.versions
        for keys in _keys(value, version.rows)
    ]


def _keys(value: TypedValue, rows: Any) -> list[Keys]:
    if isinstance(rows, Banded):
        return [(low,) for low, _, _ in rows.rows]
    found: list[Keys] = [()]
    for kind in value.keys:
        assert isinstance(kind, Choice | Boolean)
        options = sorted(kind.options) if isinstance(kind, Choice) else [False, True]
        found = [(*keys, option) for keys in found for option in options]
    return found


def _amount(rows: Any, keys: Keys) -> int | None:
    leaf = find(rows, keys)
    return None if isinstance(leaf, Unpublished) else leaf


class Rates:
    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[tuple[date, int | None]]] = defaultdict(list)
        for rate in Rate.objects.order_by("-since"):
            self._found[rate.name, rate.key].append((rate.since, rate.amount))

    def at(self, day: date, name: str, *keys: Any) -> int | None:
        rates = self._found[name, ":".join(map(str, keys))]
        return next(amount for since, amount in rates if since <= day)

    def contents_base(self, day: date, people: int) -> int:
        bands = sorted(int(key) for name, key in self._found if name == "contents_base")
        amount = self.at(day, "contents_base", max(low for low in bands if low <= people))
        assert amount is not None
        return amount

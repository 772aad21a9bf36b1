"""Until when the rules let a family object to a decision."""

from datetime import date, timedelta
from decimal import Decimal

from sanad.engine.rules.declared import Programme as Declared

OBJECTION_DAYS = "objection_days"
"""The value of a programme, without keys, that says within how many days of the decision."""


def object_until(declared: Declared, told_on: date) -> date | None:
    """The last day for an objection to a decision that was told on this day; None where the rules give none."""
    days = _days(declared, told_on)
    return None if days is None else told_on + timedelta(days=days)


def _days(declared: Declared, on: date) -> int | None:
    for value in declared.values:
        if value.name == OBJECTION_DAYS and not value.keys:
            version = next((one for one in value.versions if _holds(one.since, one.until, on)), None)
            return int(version.then) if version and isinstance(version.then, int | Decimal) else None
    return None


def _holds(since: date, until: date | None, on: date) -> bool:
    return since <= on and (until is None or on < until)

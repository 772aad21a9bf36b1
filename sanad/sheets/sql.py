"""Pieces of SQL put together: every name is quoted, every text escaped, and no cell of a file ever becomes SQL."""

from collections.abc import Iterable, Mapping
from datetime import date


def name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def day(value: date) -> str:
    return f"date '{value.isoformat()}'"


def texts(values: Iterable[str]) -> str:
    return ", ".join(text(value) for value in values)


def listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def fill(template: str, **parts: str) -> str:
    """The statement with its parts; parts are made by this module or fixed in the code."""
    return template.format(**parts)


def mapped(subject: str, values: Mapping[str, str], otherwise: str) -> str:
    """A CASE from text to text."""
    if not values:
        return otherwise
    arms = " ".join(f"when {text(old)} then {text(new)}" for old, new in values.items())
    return f"case {subject} {arms} else {otherwise} end"


def any_of(conditions: Iterable[str]) -> str:
    return " or ".join(f"({condition})" for condition in conditions) or "false"

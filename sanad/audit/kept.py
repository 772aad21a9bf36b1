"""Tables whose rows are never changed or deleted: triggers refuse it on both databases."""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from sanad.sheets.sql import fill, name, text


@dataclass(frozen=True, slots=True)
class Kept:
    """A table that only grows. Columns of `filled_once` may go from empty to a value, together and once."""

    table: str
    filled_once: tuple[str, ...] = ()


SQLITE = """
CREATE TRIGGER {trigger} BEFORE {verb} ON {table} FOR EACH ROW {when}
BEGIN SELECT RAISE(ABORT, {message}); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING MESSAGE = {message}, ERRCODE = '23514'; END $$
"""
POSTGRES_ROW = """
CREATE TRIGGER {trigger} BEFORE {verb} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {function}()
"""
POSTGRES_TABLE = """
CREATE TRIGGER {trigger} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}()
"""
DROP = {"sqlite": "DROP TRIGGER IF EXISTS {trigger}", "postgresql": "DROP TRIGGER IF EXISTS {trigger} ON {table}"}
SAME = {"sqlite": "{old} IS {new}", "postgresql": "{old} IS NOT DISTINCT FROM {new}"}


def keep(connection: BaseDatabaseWrapper, kept: Kept) -> None:
    """Install the triggers anew: a migration that remakes a table on SQLite drops them without a word."""
    with connection.cursor() as cursor:
        for statement in _statements(connection, kept):
            cursor.execute(statement)


def trigger_names(kept: Kept) -> tuple[str, ...]:
    return (f"{kept.table}_kept_update", f"{kept.table}_kept_delete")


def _statements(connection: BaseDatabaseWrapper, kept: Kept) -> list[str]:
    vendor = connection.vendor
    row = POSTGRES_ROW if vendor == "postgresql" else SQLITE
    on_update, on_delete = trigger_names(kept)
    parts = {
        "table": name(kept.table),
        "function": name(f"{kept.table}_kept"),
        "message": text(f"rows of {kept.table} are never changed or deleted"),
    }
    update = {"trigger": name(on_update), "verb": "UPDATE", "when": _when(connection, kept), **parts}
    delete = {"trigger": name(on_delete), "verb": "DELETE", "when": "", **parts}
    found = [
        fill(DROP[vendor], **update),
        fill(DROP[vendor], **delete),
        *([fill(POSTGRES_FUNCTION, **parts)] if vendor == "postgresql" else []),
        fill(row, **update),
        fill(row, **delete),
    ]
    return found + (_no_truncating(kept, parts) if vendor == "postgresql" else [])


def _no_truncating(kept: Kept, parts: dict[str, str]) -> list[str]:
    truncate = {"trigger": name(f"{kept.table}_kept_truncate"), **parts}
    return [fill(DROP["postgresql"], **truncate), fill(POSTGRES_TABLE, **truncate)]


def _when(connection: BaseDatabaseWrapper, kept: Kept) -> str:
    """When an update is refused: always, but for the one that fills what was empty and touches nothing else."""
    if not kept.filled_once:
        return ""
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, kept.table)]
    filled = [f"OLD.{name(column)} IS NULL AND NEW.{name(column)} IS NOT NULL" for column in kept.filled_once]
    same = [
        fill(
            SAME[connection.vendor],
            old=f"OLD.{name(column)}{_cast(connection)}",
            new=f"NEW.{name(column)}{_cast(connection)}",
        )
        for column in columns
        if column not in kept.filled_once
    ]
    return fill("WHEN (NOT ({tests}))", tests=" AND ".join(filled + same))


def _cast(connection: BaseDatabaseWrapper) -> str:
    """PostgreSQL's json columns compare as text only; every other type may be cast as well."""
    return "::text" if connection.vendor == "postgresql" else ""

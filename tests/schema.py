"""What a database is made of, as its own catalogue tells it: columns, constraints, indexes, triggers."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import AutoField

ON_POSTGRESQL = (
    """select table_name, 'column', column_name, data_type || is_nullable from information_schema.columns
    where table_schema = 'public'""",
    """select conrelid::regclass::text, 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace""",
    "select tablename, 'index', indexname, indexdef from pg_indexes where schemaname = 'public'",
    "select tgrelid::regclass::text, 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal",
)
ON_SQLITE = "select tbl_name, type, name, coalesce(sql, '') from sqlite_master where name not like 'sqlite_%'"

APART = 10_000
Part = tuple[str, str, str, str]
"""The table, the kind, the name and what it says."""


def schema_of_house() -> set[Part]:
    """Of the tables of the house; those of libraries come by their own migrations."""
    ours = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("sanad.")}
    return {part for part in _parts() if part[0] in ours}


def _parts() -> Iterator[Part]:
    with connection.cursor() as cursor:
        for query in ON_POSTGRESQL if connection.vendor == "postgresql" else [ON_SQLITE]:
            cursor.execute(query)
            for table, kind, name, text in cursor.fetchall():
                yield table, kind, name, _in_one_order(text)


def _in_one_order(text: str) -> str:
    """SQLite tells the columns of a table, and both a trigger's columns, in the order in which they came."""
    return " ".join(sorted(re.findall(r"[^\s,()]+", text)))


def tell_as_migrated() -> None:
    """The tables were made from the models at once; write down that nothing is left to migrate."""
    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    for app, name in executor.loader.graph.nodes:
        executor.recorder.record_applied(app, name)


def number_each_table_apart() -> None:
    """Rows of two tables never bear one number, so that an id taken for another's finds nothing; all are over 999."""
    of_own_number = [model for model in apps.get_models() if isinstance(model._meta.pk, AutoField)]
    with connection.cursor() as cursor:
        for at, model in enumerate(of_own_number, start=1):
            table, column = model._meta.db_table, model._meta.pk.column
            if connection.vendor == "postgresql":
                cursor.execute("select setval(pg_get_serial_sequence(%s, %s), %s)", [table, column, at * APART])
            else:
                cursor.execute("insert into sqlite_sequence (name, seq) values (%s, %s)", [table, at * APART])

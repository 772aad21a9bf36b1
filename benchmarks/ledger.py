"""The ledger: postings one at a time, 200,000 reservations at once and their payment, on each database that is here."""

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from benchmarks.measuring import Run, run

COMMAND = ("-m", "django", "book_postings")
SETTINGS = ("--settings", "benchmarks.ledger_postings.settings")
RUN = 200_000
MOST_SECONDS = {"sqlite": 10, "postgresql": 30}
LEAST_A_SECOND = {"sqlite": 300, "postgresql": 100}


def measure_ledger(folder: Path, single: int, bulk: int, tell: Callable[[str], None]) -> list[Run]:
    """Once on SQLite; once more on PostgreSQL where SANAD_DATABASE_URL names one, in a database made for it alone."""
    runs = [_measured(folder, "", single, bulk, tell)]
    server = os.environ.get("SANAD_DATABASE_URL", "")
    if server.startswith("postgres"):
        with own_database(server) as address:
            runs.append(_measured(folder, address, single, bulk, tell))
    return runs


def _measured(folder: Path, address: str, single: int, bulk: int, tell: Callable[[str], None]) -> Run:
    tell(f"ledger on {'PostgreSQL' if address else 'SQLite'}, {bulk:,} reservations")
    data = folder / f"ledger-{uuid.uuid4().hex[:8]}"
    more = {"SANAD_DATA": str(data), "SANAD_DATABASE_URL": address}
    return run([*COMMAND, str(single), str(bulk), *SETTINGS], more)


@contextmanager
def own_database(server: str) -> Iterator[str]:
    name = f"sanad_bench_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def lines(runs: Sequence[Run]) -> Iterator[str]:
    yield "| ledger on | one at a time, a second | rows | reserved (s) | paid (s) | recomputed (s) | peak memory |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for one in runs:
        parts = " | ".join(f"{one.said[part]['wall']:.2f}" for part in ("bulk", "payment", "verify"))
        rows, memory = f"{one.said['rows']:,}", f"{one.peak / 1_000_000:,.0f} MB"
        yield f"| {one.said['database']} | {_a_second(one):,.0f} | {rows} | {parts} | {memory} |"


def goals(runs: Sequence[Run]) -> Iterator[tuple[str, float, float, str]]:
    """Each goal with what was reached, its bound and the unit."""
    for one in runs:
        database, rows = one.said["database"], one.said["rows"]
        least, most = LEAST_A_SECOND[database], MOST_SECONDS[database]
        yield f"postings on {database}: at least {least} a second", _a_second(one), least, ""
        if rows >= RUN:
            text = f"a run of {rows:,} payments on {database}: at most {most} s"
            yield text, one.said["payment"]["wall"], most, " s"


def _a_second(one: Run) -> float:
    seconds: float = one.said["one"]["wall"]
    return float(one.said["postings"]) / seconds

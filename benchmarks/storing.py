"""A decided round stored in the database: every award with its lines, on each database that is here."""

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.ledger import own_database
from benchmarks.measuring import Run, run

STEP = ("-m", "benchmarks.steps.store")
LINES = 3
WHOLE = 1_000_000
MOST_SECONDS = {"sqlite": 30, "postgresql": 60}


def measure_storing(folder: Path, awards: int, tell: Callable[[str], None]) -> list[Run]:
    """Once on SQLite; once more on PostgreSQL where SANAD_DATABASE_URL names one, in a database made for it alone."""
    runs = [_measured(folder, "", awards, tell)]
    server = os.environ.get("SANAD_DATABASE_URL", "")
    if server.startswith("postgres"):
        with own_database(server) as address:
            runs.append(_measured(folder, address, awards, tell))
    return runs


def _measured(folder: Path, address: str, awards: int, tell: Callable[[str], None]) -> Run:
    tell(f"storing {awards:,} awards on {'PostgreSQL' if address else 'SQLite'}")
    data = folder / f"storing-{uuid.uuid4().hex[:8]}"
    data.mkdir()
    more = {"SANAD_DATA": str(data), "SANAD_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
    return run([*STEP, str(awards), str(data)], more)


def lines(runs: Sequence[Run]) -> Iterator[str]:
    yield "| a decided round stored on | awards | lines | seconds | peak memory |"
    yield "|---|---:|---:|---:|---:|"
    for one in runs:
        awards, seconds, memory = one.said["awards"], one.said["decide"]["wall"], f"{one.peak / 1_000_000:,.0f} MB"
        yield f"| {one.said['database']} | {awards:,} | {awards * LINES:,} | {seconds:.1f} | {memory} |"


def goals(runs: Sequence[Run]) -> Iterator[tuple[str, float, float, str]]:
    """Each goal with what was reached, its bound and the unit."""
    for one in runs:
        most = MOST_SECONDS[one.said["database"]]
        if one.said["awards"] >= WHOLE:
            text = f"{one.said['awards']:,} awards stored on {one.said['database']}: at most {most} s"
            yield text, one.said["decide"]["wall"], most, " s"

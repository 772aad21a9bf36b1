"""A record of many statements: writing it, verifying all of it, reading a question; on each database here."""

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.ledger import own_database
from benchmarks.measuring import Run, run

STEP = ("-m", "benchmarks.steps.record")
WHOLE = 1_000_000
MOST_SECONDS, MOST_MILLISECONDS = 120, 200
"""To verify the whole log, and to read a question with its versions."""


def measure_record(folder: Path, statements: int, tell: Callable[[str], None]) -> list[Run]:
    """Once on SQLite; once more on PostgreSQL where SANAD_DATABASE_URL names one, in a database made for it alone."""
    runs = [_measured(folder, "", statements, tell)]
    server = os.environ.get("SANAD_DATABASE_URL", "")
    if server.startswith("postgres"):
        with own_database(server) as address:
            runs.append(_measured(folder, address, statements, tell))
    return runs


def _measured(folder: Path, address: str, statements: int, tell: Callable[[str], None]) -> Run:
    tell(f"a record of {statements:,} statements on {'PostgreSQL' if address else 'SQLite'}")
    data = folder / f"record-{uuid.uuid4().hex[:8]}"
    data.mkdir()
    more = {"SANAD_DATA": str(data), "SANAD_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
    return run([*STEP, str(statements)], more)


def lines(runs: Sequence[Run]) -> Iterator[str]:
    yield "| record on | statements | written (s) | all verified (s) | findings | a question with its versions (ms) |"
    yield "|---|---:|---:|---:|---:|---:|"
    for one in runs:
        said = one.said
        parts = f"{said['written']:.0f} | {said['verified']:.1f} | {said['findings']} | {said['question']['p50']:.1f}"
        yield f"| {said['database']} | {said['statements']:,} | {parts} |"


def goals(runs: Sequence[Run]) -> Iterator[tuple[str, float, float, str]]:
    """Each goal with what was reached, its bound and the unit."""
    for one in runs:
        said = one.said
        if said["statements"] < WHOLE:
            continue
        place = f"{said['statements']:,} statements on {said['database']}"
        yield f"{place}: the whole log verified in at most {MOST_SECONDS} s", said["verified"], MOST_SECONDS, " s"
        text = f"{place}: a question read in at most {MOST_MILLISECONDS} ms"
        yield text, said["question"]["p50"], MOST_MILLISECONDS, " ms"

"""The family's page at many claims while officers write: live, and from what was made ready; on each database here."""

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.ledger import own_database
from benchmarks.measuring import Run, run

STEP = ("-m", "benchmarks.steps.family")
WHOLE = 200_000
LEAST_A_SECOND = {"live": 150, "prepared": 1_000}
MOST_MILLISECONDS = 300
"""For 95 of 100 pages that are read live."""


def measure_family(folder: Path, claims: int, tell: Callable[[str], None]) -> list[Run]:
    """Once on SQLite; once more on PostgreSQL where SANAD_DATABASE_URL names one, in a database made for it alone."""
    runs = [_measured(folder, "", claims, tell)]
    server = os.environ.get("SANAD_DATABASE_URL", "")
    if server.startswith("postgres"):
        with own_database(server) as address:
            runs.append(_measured(folder, address, claims, tell))
    return runs


def _measured(folder: Path, address: str, claims: int, tell: Callable[[str], None]) -> Run:
    tell(f"the family's page at {claims:,} claims on {'PostgreSQL' if address else 'SQLite'}")
    data = folder / f"family-{uuid.uuid4().hex[:8]}"
    data.mkdir()
    more = {"SANAD_DATA": str(data), "SANAD_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
    return run([*STEP, str(claims), str(data)], more)


def lines(runs: Sequence[Run]) -> Iterator[str]:
    yield (
        "| family's page on | claims | way | pages a second | half under (ms) | 95 of 100 under (ms) | errors "
        "| CPU a page (ms) | 2 cores alone would give | load by | before |"
    )
    yield "|---|---:|---|---:|---:|---:|---:|---:|---:|---|---|"
    for one in runs:
        for way, found in one.said["ways"].items():
            figures = f"{found['a_second']:,.0f} | {found['p50']:.0f} | {found['p95']:.0f} | {found['errors']}"
            cost = f"{found['cpu']:.1f} | {2_000 / found['cpu']:,.0f}"
            load = f"{found['by']} | load {found['busy']:.1f}"
            yield f"| {one.said['database']} | {one.said['claims']:,} | {way} | {figures} | {cost} | {load} |"
    yield ""
    yield "| made ready on | claims | order of payment renewed (s) | answers a second, told anew | answers a second |"
    yield "|---|---:|---:|---:|---:|"
    for one in runs:
        made = one.said["made"]
        parts = f"{made['order']:.1f} | {made['told']:,.0f} | {made['again']:,.0f}"
        yield f"| {one.said['database']} | {one.said['claims']:,} | {parts} |"


def goals(runs: Sequence[Run]) -> Iterator[tuple[str, float, float, str]]:
    """Each goal with what was reached, its bound and the unit."""
    for one in runs:
        if one.said["claims"] < WHOLE:
            continue
        for way, found in one.said["ways"].items():
            least = LEAST_A_SECOND[way]
            text = f"the family's page, {way}, on {one.said['database']}: at least {least:,} a second"
            yield text, found["a_second"], least, ""
        text = f"the family's page, live, on {one.said['database']}: 95 of 100 within {MOST_MILLISECONDS} ms"
        yield text, one.said["ways"]["live"]["p95"], MOST_MILLISECONDS, " ms"

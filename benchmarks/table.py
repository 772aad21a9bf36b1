"""The figures as one table, each against the floor and against the others, and each goal with what was reached."""

import math
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from benchmarks import family, ledger, record, storing
from benchmarks.running import ALLOCATION, FAMILY, LEDGER, ONE_CLAIM, RECORD, STORED, Measured

LIBRARIES = ("duckdb", "ibis-framework", "pyarrow", "openfisca-core", "django")
PARTS = ("load", "read", "snapshot", "start", "decide", "result hash")
ONE_CLAIM_PARTS = ("fetched", "decided", "fetched, decided and told")
OF_THEIR_OWN = (ONE_CLAIM, ALLOCATION, LEDGER, STORED, FAMILY, RECORD)
MEGABYTE = 1_000_000
MILLION = 1_000_000


def lines(rows: Sequence[Measured]) -> Iterator[str]:
    yield from machine()
    yield ""
    yield "| what | claims | seconds | times the floor | claims a CPU second | peak memory | rows that differ |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    yield from (_row(row, rows) for row in rows if not row.name.startswith(OF_THEIR_OWN))
    yield ""
    yield "| Sanad, step by step (seconds) | claims | " + " | ".join(PARTS) + " | whole process |"
    yield "|---|---:|" + "---:|" * (len(PARTS) + 1)
    yield from (_steps(row) for row in rows if row.name.startswith("Sanad"))
    yield ""
    yield "| one claim of a stored round (milliseconds) | claims in the round | " + " | ".join(ONE_CLAIM_PARTS) + " |"
    yield "|---|---:|" + "---:|" * len(ONE_CLAIM_PARTS)
    yield from (_one_claim(row) for row in rows if row.name.startswith(ONE_CLAIM))
    yield ""
    yield "| earmarked funds | awards | claims | seconds more than without money | whole decision | peak memory |"
    yield "|---:|---:|---:|---:|---:|---:|"
    yield from (_allocation(row) for row in rows if row.name == ALLOCATION)
    yield ""
    yield from storing.lines([run for row in rows if row.name == STORED for run in row.runs])
    yield ""
    yield from ledger.lines([run for row in rows if row.name == LEDGER for run in row.runs])
    yield ""
    yield from family.lines([run for row in rows if row.name == FAMILY for run in row.runs])
    yield ""
    yield from record.lines([run for row in rows if row.name == RECORD for run in row.runs])
    yield ""
    yield "| goal | reached | |"
    yield "|---|---:|---|"
    yield from goals(rows)


def machine() -> Iterator[str]:
    yield f"- Machine: {_processor()}, {_memory()}, {platform.system()}; Python {platform.python_version()}"
    libraries = [*LIBRARIES, *(["pyspark"] if find_spec("pyspark") else [])]
    yield "- Versions: " + ", ".join(f"{name} {version(name)}" for name in libraries)


def _processor() -> str:
    found = [line.split(":")[1].strip() for line in _read("/proc/cpuinfo") if line.startswith("model name")]
    return f"{len(found)} cores of {found[0]}" if found else platform.machine()


def _memory() -> str:
    total = next((int(line.split()[1]) for line in _read("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return f"{total / 1_048_576:.0f} GiB of memory"


def _read(path: str) -> list[str]:
    file = Path(path)
    return file.read_text().splitlines() if file.exists() else []


def of(rows: Sequence[Measured], name: str, claims: int) -> Measured | None:
    return next((row for row in rows if (row.name, row.claims) == (name, claims)), None)


def _row(row: Measured, rows: Sequence[Measured]) -> str:
    floor = of(rows, "floor", row.claims)
    times = f"{row.seconds() / floor.seconds():.1f}" if floor else ""
    apart = f"{row.apart:,} of {row.compared:,}" if row.compared else ""
    peak, rate = f"{row.peak / MEGABYTE:,.0f} MB", f"{row.per_cpu_second:,.0f}"
    return f"| {row.name} | {row.claims:,} | {row.seconds():.2f} | {times} | {rate} | {peak} | {apart} |"


def _steps(row: Measured) -> str:
    whole = sorted(one.whole for one in row.runs)[len(row.runs) // 2]
    parts = " | ".join(f"{row.seconds(part):.2f}" for part in PARTS)
    return f"| {row.name} | {row.claims:,} | {parts} | {whole:.2f} |"


def _one_claim(row: Measured) -> str:
    parts = " | ".join(f"{row.seconds(part) * 1_000:.2f}" for part in ONE_CLAIM_PARTS)
    return f"| {row.name} | {row.claims:,} | {parts} |"


def _allocation(row: Measured) -> str:
    awards, more, whole = row.runs[0].said["awards"], row.seconds("allocation"), row.seconds()
    return f"| 50 | {awards:,} | {row.claims:,} | {more:.2f} | {whole:.2f} | {row.peak / MEGABYTE:,.0f} MB |"


def goals(rows: Sequence[Measured]) -> Iterator[str]:
    """DESIGN's numbers against those of this run; a size that was not run is not judged."""
    alone, groups = of(rows, "Sanad, alone", MILLION), of(rows, "Sanad, groups", MILLION)
    floor, ten = of(rows, "floor", MILLION), of(rows, "Sanad, groups", 10 * MILLION)
    if alone and floor:
        yield _goal("1,000,000 claims, rules of the claim alone: at most 2.0 s", alone.seconds(), 2.0, " s")
        yield _goal("the same: at most 3.5 times the floor", alone.seconds() / floor.seconds(), 3.5, " times")
    if groups:
        yield _goal("with four group rules: at most 3.0 s", groups.seconds(), 3.0, " s")
        yield _goal("with four group rules: at most 1,000 MB", groups.peak / MEGABYTE, 1_000, " MB")
    if ten:
        yield _goal("10,000,000 claims: at most 25 s", ten.seconds(), 25, " s")
        yield _goal("10,000,000 claims: at most 2,500 MB", ten.peak / MEGABYTE, 2_500, " MB")
    yield from _funds(rows)
    yield from _growth(rows)
    yield from _single(rows)
    yield from _others(rows)
    yield from (_goal(*goal) for goal in storing.goals([run for row in rows if row.name == STORED for run in row.runs]))
    yield from (_goal(*goal) for goal in ledger.goals([run for row in rows if row.name == LEDGER for run in row.runs]))
    yield from (_goal(*goal) for goal in family.goals([run for row in rows if row.name == FAMILY for run in row.runs]))
    yield from (_goal(*goal) for goal in record.goals([run for row in rows if row.name == RECORD for run in row.runs]))


def _funds(rows: Sequence[Measured]) -> Iterator[str]:
    row = next((row for row in rows if row.name == ALLOCATION and row.runs[0].said["awards"] >= MILLION), None)
    if row:
        yield _goal(
            "allocation: 1,000,000 awards, 50 earmarked funds: at most 20 s", row.seconds("allocation"), 20, " s"
        )


def _growth(rows: Sequence[Measured]) -> Iterator[str]:
    sizes = sorted((row for row in rows if row.name == "Sanad, groups"), key=lambda row: row.claims)
    for small, large in pairwise(sizes):
        exponent = math.log(large.seconds() / small.seconds()) / math.log(large.claims / small.claims)
        yield _goal(f"growth from {small.claims:,} to {large.claims:,}: exponent at most 1.05", exponent, 1.05, "")


def _single(rows: Sequence[Measured]) -> Iterator[str]:
    for name, most in (("alone", 20.0), ("groups", 50.0)):
        row = next((row for row in rows if row.name == f"{ONE_CLAIM}, {name}" and row.claims >= MILLION), None)
        if row:
            decided, fetched = (row.seconds(part) * 1_000 for part in ("decided", "fetched"))
            yield _goal(f"one claim decided, {name}: at most 1 ms", decided, 1.0, " ms")
            yield _goal(f"one claim fetched from the round, {name}: at most {most:.0f} ms", fetched, most, " ms")


def _others(rows: Sequence[Measured]) -> Iterator[str]:
    largest = max((row for row in rows if row.name == "Sanad, alone"), key=lambda row: row.claims)
    if largest.claims < 1_000_000:
        return
    sanad = largest.per_cpu_second
    for name, times in (("OpenFisca, by its manual", 40), ("Django, claim by claim", 100), ("OpenFisca, by hand", 0)):
        other = next((row for row in rows if row.name == name), None)
        if other and times:
            text = f"{name}: Sanad decides at least {times} times as many claims a CPU second"
            yield _goal(text, sanad / other.per_cpu_second, times, "")
        elif other:
            yield f"| {name}: claims a CPU second of Sanad against it, no goal | {sanad / other.per_cpu_second:.1f} | |"


def _goal(text: str, reached: float, bound: float, unit: str) -> str:
    held = reached >= bound if "at least" in text else reached <= bound
    return f"| {text} | {reached:,.2f}{unit} | {'reached' if held else 'NOT reached'} |"

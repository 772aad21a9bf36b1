"""All measured runs of one benchmark, interleaved, each in a process of its own; medians of the repeats."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.comparing import all_columns_apart, rows_apart
from benchmarks.family import measure_family
from benchmarks.generating import write_claims
from benchmarks.ledger import measure_ledger
from benchmarks.measuring import Run, run
from benchmarks.programmes_here import ALONE, GROUPS, ON
from benchmarks.record import measure_record
from benchmarks.storing import measure_storing
from sanad.caseload.deciding_on import DUCKDB, SPARK
from sanad.caseload.spark_sessions import lacking

MEMORY = {10_000_000: "900MB"}
"""The memory limit that DuckDB is given at this size."""


ONE_CLAIM = "one claim"
ALLOCATION = "allocation"
LEDGER = "ledger"
STORED = "stored"
FAMILY = "family's page"
RECORD = "record"
ON_SPARK = "Sanad on Spark"
DECIDE = ("-m", "benchmarks.steps.decide")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many claims each way decides; the slow ways get fewer, and are counted by the claim."""

    sanad: tuple[int, ...] = (100_000, 1_000_000)
    manual: int = 10_000
    by_hand: int = 1_000_000
    loop: int = 2_000
    allocation: int = 1_700_000
    """Of so many claims 1,000,000 have something due."""
    single: int = 2_000
    bulk: int = 200_000
    """Postings one at a time, and reservations at once."""
    stored: int = 1_000_000
    families: int = 200_000
    statements: int = 1_000_000
    repeats: int = 3


@dataclass(slots=True)
class Measured:
    """One row: what was run over how many claims, each repeat, and how many rows differ from Sanad's."""

    name: str
    claims: int
    runs: list[Run] = field(default_factory=list)
    compared: int = 0
    apart: int = 0

    def seconds(self, part: str = "decide", kind: str = "wall") -> float:
        return median(one.said[part][kind] for one in self.runs)

    @property
    def peak(self) -> float:
        return median(one.peak for one in self.runs)

    @property
    def per_cpu_second(self) -> float:
        return self.claims / self.seconds(kind="cpu")


Told = Callable[[str], None]


def measure(folder: Path, sizes: Sizes, tell: Told) -> list[Measured]:
    """Every way at every size. Raises RunFailed."""
    rows: dict[tuple[str, int], Measured] = {}
    for size in sizes.sanad:
        claims = folder / f"claims-{size}.parquet"
        tell(f"generating {size:,} claims")
        write_claims(claims, size)
        for _ in range(sizes.repeats if size < 10_000_000 else 1):
            for name, arguments, number in _runs(folder, claims, size, sizes):
                tell(f"{name}, {number:,} claims")
                row = rows.setdefault((name, number), Measured(name, number))
                row.runs.append(run(arguments))
        _compare(folder, size, rows)
        for used in (claims, folder / f"alone-{size}", folder / f"groups-{size}"):
            shutil.rmtree(used) if used.is_dir() else used.unlink()
    rows[ALLOCATION, sizes.allocation] = _allocation(folder, sizes.allocation, tell)
    rows[STORED, sizes.stored] = Measured(STORED, sizes.stored, measure_storing(folder, sizes.stored, tell))
    rows[LEDGER, sizes.bulk] = Measured(LEDGER, sizes.bulk, measure_ledger(folder, sizes.single, sizes.bulk, tell))
    rows[FAMILY, sizes.families] = Measured(FAMILY, sizes.families, measure_family(folder, sizes.families, tell))
    rows[RECORD, sizes.statements] = Measured(RECORD, sizes.statements, measure_record(folder, sizes.statements, tell))
    return list(rows.values())


def _allocation(folder: Path, size: int, tell: Told) -> Measured:
    """Once: fifty earmarked funds."""
    claims, out = folder / "claims-allocation.parquet", folder / "allocation"
    out.mkdir(exist_ok=True)
    tell(f"{ALLOCATION}, {size:,} claims")
    write_claims(claims, size)
    return Measured(ALLOCATION, size, [run(["-m", "benchmarks.steps.allocate", str(claims), str(out)])])


def _runs(folder: Path, claims: Path, size: int, sizes: Sizes) -> Iterator[tuple[str, list[str], int]]:
    """The floor comes after the awards that it copies; the other systems run beside the largest size they share."""
    memory = MEMORY.get(size, "")
    for name, programme in (("alone", ALONE), ("groups", GROUPS)):
        out = folder / f"{name}-{size}"
        out.mkdir(exist_ok=True)
        yield f"Sanad, {name}", [*DECIDE, programme, str(claims), str(out), memory, DUCKDB], size
    awards = str(folder / f"alone-{size}" / "awards.parquet")
    yield "floor", ["-m", "benchmarks.steps.floor", str(claims), awards, str(folder / "floor.parquet")], size
    if size == min(sizes.sanad, key=lambda other: abs(other - sizes.by_hand)):
        yield from _others(folder, claims, sizes)
        yield from _on_spark(folder, claims, size)
        yield from _one_claim(folder, claims, size)


def _others(folder: Path, claims: Path, sizes: Sizes) -> Iterator[tuple[str, list[str], int]]:
    openfisca = ["-m", "benchmarks.steps.openfisca"]
    manual, hand = str(folder / "manual.parquet"), str(folder / "hand.parquet")
    yield "OpenFisca, by its manual", [*openfisca, "manual", str(claims), str(sizes.manual), manual], sizes.manual
    yield "OpenFisca, by hand", [*openfisca, "hand", str(claims), str(sizes.by_hand), hand], sizes.by_hand
    settings = ["--settings", "benchmarks.django_loop.settings"]
    loop = [str(claims), str(sizes.loop), ON.isoformat(), str(folder / "loop.parquet")]
    yield "Django, claim by claim", ["-m", "django", "decide_claims", *loop, *settings], sizes.loop


def _on_spark(folder: Path, claims: Path, size: int) -> Iterator[tuple[str, list[str], int]]:
    """The same rules on another engine, where it is installed."""
    for name, programme in (("alone", ALONE), ("groups", GROUPS)) if lacking() is None else ():
        out = folder / f"spark-{name}"
        out.mkdir(exist_ok=True)
        yield f"{ON_SPARK}, {name}", [*DECIDE, programme, str(claims), str(out), "", SPARK], size


def _one_claim(folder: Path, claims: Path, size: int) -> Iterator[tuple[str, list[str], int]]:
    for name, programme in (("alone", ALONE), ("groups", GROUPS)):
        out = folder / f"round-{name}"
        shutil.rmtree(out, ignore_errors=True)
        yield f"{ONE_CLAIM}, {name}", ["-m", "benchmarks.steps.one_claim", programme, str(claims), str(out)], size


def _compare(folder: Path, size: int, rows: dict[tuple[str, int], Measured]) -> None:
    names = {"OpenFisca, by its manual": "manual", "OpenFisca, by hand": "hand", "Django, claim by claim": "loop"}
    for row in rows.values():
        file = folder / f"{names.get(row.name, '')}.parquet"
        if row.name in names and file.exists():
            row.compared, row.apart = rows_apart(folder / f"alone-{size}" / "awards.parquet", file)
            file.unlink()
        spark = folder / row.name.replace(f"{ON_SPARK}, ", "spark-") / "awards.parquet"
        if row.name.startswith(ON_SPARK) and spark.exists():
            ours = folder / f"{row.name.removeprefix(f'{ON_SPARK}, ')}-{size}" / "awards.parquet"
            row.compared, row.apart = all_columns_apart(ours, spark)
            shutil.rmtree(spark.parent)

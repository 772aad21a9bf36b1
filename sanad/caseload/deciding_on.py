"""The engine that decides a snapshot: DuckDB where it stands, or Spark, which reads the snapshot's files."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from sanad.caseload.problems import refused
from sanad.caseload.spark_sessions import MASTER, lacking, on_disk, spark_for_rounds, to_read
from sanad.engine.batch.deciding import Awards, Facts, decide_round
from sanad.engine.batch.duck import Duck
from sanad.engine.batch.spark import Spark
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet

DUCKDB, SPARK = "duckdb", "spark"
KEPT, PARTS = "kept", "parts"
Decide = Callable[[Duck, RuleSet, date, Facts, Sequence[Fund] | None], Awards]
"""Decides the snapshot; the awards stand in the DuckDB connection, whatever decided them."""


@contextmanager
def deciding_on(engine: str, snapshot: Path, folder: Path) -> Iterator[Decide]:
    """How this engine decides; what it keeps in the folder meanwhile is gone afterwards. Raises CaseloadRefused."""
    if engine == DUCKDB:
        yield decide_round
        return
    code = lacking()
    if code:
        raise refused(code)
    with _failures_told():
        spark = spark_for_rounds(folder / KEPT)
    try:
        yield partial(_decide, spark, snapshot, folder / PARTS)
    finally:
        for name in (KEPT, PARTS):
            shutil.rmtree(folder / name, ignore_errors=True)


def _decide(
    spark: Spark,
    snapshot: Path,
    parts: Path,
    duck: Duck,
    rules: RuleSet,
    on: date,
    facts: Facts,
    funds: Sequence[Fund] | None,
) -> Awards:
    """The tasks read the snapshot and write their parts side by side, so both must stand where all of them reach."""
    with _failures_told():
        for table in (*facts.tables.values(), *([facts.paid] if facts.paid else [])):
            spark.session.read.parquet(to_read(snapshot / f"{table}.parquet")).createOrReplaceTempView(table)
        awards = decide_round(spark, rules, on, facts, funds)
        made = [awards.table, *([awards.allocations] if awards.allocations else [])]
        for table in made:
            spark.session.table(table).write.parquet(on_disk(parts / table))
    for table in made:
        files = [str(file) for file in sorted((parts / table).glob("*.parquet"))]
        duck.connection.read_parquet(files).create_view(table)
    _refuse_lost_rows(duck, awards.table, facts.tables[CLAIM])
    return awards


def _refuse_lost_rows(duck: Duck, awards: str, claims: str) -> None:
    counts = [duck.number(duck.table(name).count()) for name in (awards, claims)]
    if counts[0] != counts[1]:
        raise refused("rows_lost", found=counts[0], claims=counts[1])


@contextmanager
def _failures_told() -> Iterator[None]:
    """What Spark or its Java say of a failure, in one sentence. Raises CaseloadRefused."""
    known = (import_module("pyspark.errors").PySparkException, import_module("py4j.protocol").Py4JError)
    try:
        yield
    except known as error:
        reason = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
        raise refused("spark_failed", reason=reason, master=MASTER) from error

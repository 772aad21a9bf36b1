"""Spark, where the extra `spark` is installed: one in a process, with a session of its own for each use."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from sanad.engine.batch.spark import SETTINGS, Spark

MASTER, MEMORY = "SANAD_SPARK_MASTER", "SANAD_SPARK_MEMORY"
HERE = "local[*]"
FEW_CLAIMS = {
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
"""For worked cases: to compile a query and to replan it takes longer than to run it once over a few claims."""
QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
"""Each query runs once, so that Java compiles much of it and none of it for long; all of that has to find room."""
PIECE = str(4 * 2**20)
"""Bytes of a file that one task reads: a snapshot of a million claims is one file of some 20 MB."""


def lacking() -> str | None:
    """The code of what Spark needs and has not got here, if anything."""
    if find_spec("pyspark") is None:
        return "no_spark"
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else Path("java")
    return None if shutil.which(java) else "no_java"


def spark_for_cases() -> Spark:
    """Always in this process, wherever rounds are decided; what is kept stands in memory."""
    session = _session(HERE, {"spark.driver.extraJavaOptions": QUICK_JAVA}, FEW_CLAIMS)
    return Spark(session, lambda frame: session.createDataFrame(frame.toArrow()))


def spark_for_rounds(kept: Path) -> Spark:
    """Where `SANAD_SPARK_MASTER` says, or in this process; what is kept stands in files of this folder."""
    master = os.environ.get(MASTER, HERE)
    session = _session(master, {}, {"spark.sql.files.maxPartitionBytes": PIECE})
    cores = session.sparkContext.defaultParallelism
    session.conf.set("spark.sql.shuffle.partitions", str(4 * cores))
    numbers = count()

    def settle(frame: Any) -> Any:
        file = kept / str(next(numbers))
        frame.write.parquet(on_disk(file))
        return session.read.schema(frame.schema).parquet(to_read(file))

    return Spark(session, settle, parts=2 * cores)


def on_disk(path: Path) -> str:
    """Spark may be told of other file systems; a round stands on a disk."""
    return f"file://{path.absolute()}"


def to_read(path: Path) -> str:
    """Signs that stand for many files when Spark reads stand for themselves."""
    return "".join(f"\\{sign}" if sign in "\\{}[]*?" else sign for sign in on_disk(path))


def _session(master: str, starting: dict[str, str], asked: dict[str, str]) -> Any:
    """A session of its own, over the Spark that runs in this process or is started now."""
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    # The extra may be missing, so it is loaded when it is used.
    builder = import_module("pyspark.sql").SparkSession.builder.master(master).appName("sanad")
    for name, value in (_start(master) | _joined(starting)).items():
        builder = builder.config(name, value)
    with _unheard():
        session = builder.getOrCreate().newSession()
    for name, value in (SETTINGS | asked).items():
        session.conf.set(name, value)
    return session


def _start(master: str) -> dict[str, str]:
    """How a Spark starts: without its own page and bars, and with all its processes bounded."""
    memory = os.environ.get(MEMORY, "3g")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": memory,
        "spark.executor.memory": memory,
    }
    if master.startswith("local"):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return settings


def _joined(starting: dict[str, str]) -> dict[str, str]:
    quiet = f'"-Dlog4j2.configurationFile={Path(__file__).with_name("spark_log.properties")}"'
    name = "spark.driver.extraJavaOptions"
    return {name: f"{quiet} {starting.get(name, '')}".strip()}


@contextmanager
def _unheard() -> Iterator[None]:
    """Java greets whoever starts it, on the error output, which is for our own sentences."""
    heard, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(heard, 2)
        os.close(heard)
        os.close(nowhere)

"""A drill: a master and two workers on this machine decide a caseload as DuckDB does (`make spark-cluster`).

It stops by itself. See docs/runbooks/from-one-machine-to-a-cluster.md.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from tests.ops.conftest import run

BEIRUT = Path("programmes/beirut-army-2020")
HOST = "127.0.0.1"
SECONDS = 90
CLAIMS = 20_000


@contextmanager
def started(log: Path, *words: str) -> Iterator[Path]:
    """One of Spark's own processes, until the block ends."""
    spark = find_spec("pyspark")
    assert spark
    command = Path(str(spark.origin)).with_name("bin") / "spark-class"
    environment = {**os.environ, "SPARK_LOCAL_IP": HOST, "SPARK_DAEMON_MEMORY": "512m"}
    with log.open("w") as stream:
        process = subprocess.Popen([command, *words], stdout=stream, stderr=stream, env=environment)
        try:
            yield log
        finally:
            process.terminate()
            process.wait(30)


def wait_for(log: Path, sign: str) -> None:
    until = time.monotonic() + SECONDS
    while sign not in log.read_text():
        assert time.monotonic() < until, log.read_text()[-2_000:]
        time.sleep(0.2)


@pytest.fixture
def master(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    own = ("--host", HOST, "--webui-port", "0")
    with ExitStack() as stack:
        words = ("org.apache.spark.deploy.master.Master", *own, "--port", str(port))
        log = stack.enter_context(started(tmp_path / "master.log", *words))
        wait_for(log, "I have been elected leader")
        for number in (1, 2):
            place = ("--work-dir", str(tmp_path / f"work{number}"), f"spark://{HOST}:{port}")
            words = ("org.apache.spark.deploy.worker.Worker", *own, "--cores", "1", "--memory", "1g", *place)
            wait_for(stack.enter_context(started(tmp_path / f"worker{number}.log", *words)), "Successfully registered")
        yield f"spark://{HOST}:{port}"


@pytest.mark.cluster
def test_a_cluster_of_two_workers_decides_as_one_machine_does(tmp_path: Path, master: str):
    claims, funds = tmp_path / "claims.parquet", tmp_path / "funds.csv"
    funds.write_text("fund,currency,amount,earmarks\nmain,LBP,20000000000,\n", encoding="utf-8")
    assert run("generate", BEIRUT, CLAIMS, "--seed", 5, "--out", claims).exit_code == 0
    words = ["decide", BEIRUT, claims, "--on", "2020-11-09", "--funds", funds]
    assert run(*words, "--out", tmp_path / "one").exit_code == 0

    environment = {**os.environ, "SANAD_SPARK_MASTER": master, "SANAD_SPARK_MEMORY": "900m", "SPARK_LOCAL_IP": HOST}
    command = [sys.executable, "-c", "from sanad.ops.cli import main; main()", *words, "--engine", "spark"]
    subprocess.run(
        [str(word) for word in [*command, "--out", tmp_path / "many"]], env=environment, check=True, timeout=600
    )

    metas = [json.loads((tmp_path / name / "round.json").read_text()) for name in ("one", "many")]
    tables = [duckdb.read_parquet(str(tmp_path / name / "awards.parquet")) for name in ("one", "many")]
    assert metas[0]["result_hash"] == metas[1]["result_hash"]
    assert (len(tables[0]), tables[0].except_(tables[1]).fetchall()) == (CLAIMS, [])
    worked = [(tmp_path / f"worker{number}.log").read_text().count("Asked to launch executor") for number in (1, 2)]
    assert 0 not in worked

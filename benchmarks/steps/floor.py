"""The floor: DuckDB reads the 25 columns of the claims and writes the columns of the awards, and decides nothing."""

import json
import sys
from pathlib import Path

import duckdb

from benchmarks.measuring import Stopwatch


def main(claims: Path, awards: Path, out: Path) -> None:
    connection = duckdb.connect()
    connection.read_parquet(str(awards)).create("awards")
    watch = Stopwatch()
    with watch.running():
        connection.read_parquet(str(claims)).create("claims")
        connection.table("awards").write_parquet(str(out), compression="zstd")
    print(json.dumps({"decide": watch.seconds()}))  # noqa: T201 -- what the measuring process reads


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

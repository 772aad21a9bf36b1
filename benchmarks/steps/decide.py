"""Sanad on an engine: from the opened claims file and the parsed rules to the closed awards.parquet."""

import json
import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks.measuring import ROOT, Stopwatch, peak_of_all
from benchmarks.programmes_here import FUND_PER_CLAIM, ON
from sanad.caseload.deciding_on import deciding_on
from sanad.caseload.reading import read_caseload
from sanad.caseload.rounds import AWARDS, connect, read_back
from sanad.caseload.snapshot import write_snapshot, write_table
from sanad.engine.batch.deciding import Facts
from sanad.engine.batch.digest import table_digest
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.building import build
from sanad.engine.rules.funds import Fund
from sanad.ops.lean import without_pandas
from sanad.rulebook.reading import load_programme


def main(programme: str, claims: Path, folder: Path, memory: str, engine: str) -> None:
    """Reading and checking the file and writing the snapshot are the same work that `sanad decide` does."""
    load, read, snapshot, start, decide, result = (Stopwatch() for _ in range(6))
    with load.running():
        declared = load_programme(ROOT / "benchmarks/programmes" / programme)
        rules = build(declared)
    duck = Duck.open(connect(memory or None))
    with read.running():
        caseload = read_caseload(duck.connection, list(rules.fields.values()), declared.levels, claims, None)
    with snapshot.running():
        write_snapshot(duck.connection, caseload.levels, folder, generated=True)
    facts = Facts({"claim": "claims"}, caseload.null_free)
    duck.connection.execute("drop table claims")
    duck.connection.read_parquet(str(folder / "claims.parquet")).create_view("claims")
    funds = [Fund("fund", FUND_PER_CLAIM * caseload.rows_good)]
    with ExitStack() as stack:
        with start.running():
            decide_on = stack.enter_context(deciding_on(engine, folder, folder))
        with decide.running():
            awards = decide_on(duck, rules, ON, facts, funds)
            write_table(duck.connection, awards.table, folder / AWARDS)
    with result.running():
        written = read_back(duck, awards, folder / AWARDS)
        table_digest(duck.connection, written.table, written.columns)
    watches = {"load": load, "read": read, "snapshot": snapshot, "start": start, "decide": decide}
    said = {name: watch.seconds() for name, watch in (watches | {"result hash": result}).items()}
    print(json.dumps(said | {"peak": peak_of_all()}))  # noqa: T201 -- read by the measurer


if __name__ == "__main__":
    without_pandas()
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])

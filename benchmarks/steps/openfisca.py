"""The same rules in OpenFisca-Core: from situations, as its manual begins, or from arrays and vectorised by hand."""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.measuring import Stopwatch
from benchmarks.openfisca_rules.system import arrays, decide, from_arrays, from_situations, situations, system_of
from benchmarks.programmes_here import ALONE, ON, rules_of


def main(way: str, claims: Path, number: int, out: Path) -> None:
    table = pq.read_table(claims).slice(0, number)
    system = system_of(rules_of(ALONE), is_by_hand=way == "hand")
    cases = situations(table) if way == "manual" else {}
    watch = Stopwatch()
    with watch.running():
        simulation = from_situations(system, cases) if way == "manual" else from_arrays(system, arrays(table))
        found = decide(simulation, ON)
    found = {name: np.asarray(column) for name, column in found.items()}
    pq.write_table(pa.table({"claim_id": table["claim_id"], **found}), out)
    print(json.dumps({"decide": watch.seconds()}))  # noqa: T201 -- what the measuring process reads


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))

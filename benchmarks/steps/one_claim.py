"""One claim of a stored round: found with its group, decided by the interpreter, told in words; medians of many."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import duckdb

from benchmarks.measuring import ROOT
from benchmarks.programmes_here import ON
from sanad.caseload.making import Asked, make_round
from sanad.caseload.rounds import AWARDS
from sanad.caseload.stored import StoredRound, open_round
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.ops.explain import explanation_of
from sanad.ops.lean import without_pandas
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_programme

ASKED = 40
Found = TypeVar("Found")


def main(programme: str, claims: Path, folder: Path) -> None:
    declared = load_programme(ROOT / "benchmarks/programmes" / programme)
    make_round(Asked(declared, claims, ON, folder), lambda _: None)
    stored = open_round(folder)
    fetched, decided, told = [], [], []
    for claim_id in _some_claims(folder):
        seconds, (claim, _) = _timed(lambda wanted=claim_id: stored.claim(wanted))
        fetched.append(seconds)
        decided.append(_timed(lambda found=claim: decide_with(Interpreter(stored.rules, ON), found, {}))[0])
        told.append(_timed(lambda wanted=claim_id: _explained(stored, wanted))[0])
    parts = {"fetched": fetched, "decided": decided, "fetched, decided and told": told}
    print(json.dumps({name: {"wall": median(times)} for name, times in parts.items()}))  # noqa: T201 -- read by the measurer


def _some_claims(folder: Path) -> list[str]:
    """Spread over the whole file, the same in each run."""
    ids = duckdb.connect().read_parquet(str(folder / AWARDS)).select("claim_id").order("claim_id").fetchall()
    return [ids[place * len(ids) // ASKED][0] for place in range(ASKED)]


def _explained(stored: StoredRound, claim_id: str) -> object:
    return explanation_of(stored, claim_id, Language.ar)


def _timed(act: Callable[[], Found]) -> tuple[float, Found]:
    start = time.perf_counter()
    found = act()
    return time.perf_counter() - start, found


if __name__ == "__main__":
    without_pandas()
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))

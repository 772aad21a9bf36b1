"""A claim of a stored round is told from its groups alone, however they hang together across the file."""

from datetime import date
from pathlib import Path

from benchmarks.generating import write_claims
from benchmarks.measuring import ROOT
from sanad.caseload.explaining import explanation_of
from sanad.caseload.making import Asked, make_round
from sanad.caseload.stored import StoredRound, open_round
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.records import Record
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_programme

CLAIMS = 2_000


def reached(claim: Record) -> set[str]:
    """The claims that can be come to from this one, from group to group."""
    found: dict[str, Record] = {}
    waiting = [claim]
    while waiting:
        record = waiting.pop()
        if record.id not in found:
            found[record.id] = record
            waiting += [other for above in record.up.values() for other in above.down.get(CLAIM, ())]
    return set(found)


def stored_round(folder: Path) -> StoredRound:
    write_claims(folder / "claims.parquet", CLAIMS)
    programme = load_programme(ROOT / "benchmarks/programmes/speed-groups")
    make_round(Asked(programme, folder / "claims.parquet", date(2026, 2, 1), folder / "round"), lambda _: None)
    return open_round(folder / "round")


def test_a_claim_is_told_from_its_own_groups_and_not_from_all_that_hang_together(tmp_path: Path):
    stored = stored_round(tmp_path)

    for place in range(0, CLAIMS, 101):
        claim_id = f"C{place:08d}"
        assert explanation_of(stored, claim_id, Language.en).agrees
        assert len(reached(stored.claim(claim_id)[0])) < 30

"""What is due of each line of a stored round's claims: on the round's own day, or on a later one."""

from datetime import date
from pathlib import Path

from sanad.caseload.making import facts_of
from sanad.caseload.rounds import PAID, PROGRAMME, connect, proven_for, read_round
from sanad.caseload.snapshot import load_snapshot
from sanad.engine.batch.duck import Duck
from sanad.engine.batch.dues import keep_dues
from sanad.engine.rules.levels import CLAIM
from sanad.rulebook.reading import load_canonical
from sanad.sheets.sql import fill, name, text
from sanad.sheets.writing import write_parquet

DUES, WIDE = "dues", "dues_of_claims"
LINE = "select claim_id, {line} as line, {due} as due, {paid} as paid from {wide} where {due} > 0 or {paid} > 0"
LINES = "create table {dues} as {lines}"
NO_LINES = "select '' as claim_id, '' as line, 0::bigint as due, 0::bigint as paid where false"


def write_dues(folder: Path, on: date, out: Path) -> None:
    """Decide the round's own facts by its own rules as of that day and write what is due as a Parquet file: `claim_id`,
    `line`, `due`, `paid` (minor units), a row where either is above 0. A `due` that nobody can know is NULL.

    Raises RoundRefused.
    """
    snapshot = read_round(folder)["snapshot"]
    duck = Duck.open(connect())
    for stored in snapshot["hashes"]:
        load_snapshot(duck.connection, folder / stored)
    levels = tuple(level for level in snapshot["levels"] if level != CLAIM)
    facts = facts_of(levels, frozenset(snapshot["null_free"]), has_paid=(folder / PAID).exists())
    rules = proven_for(duck, load_canonical((folder / PROGRAMME).read_text(encoding="utf-8")), facts)
    lines = keep_dues(duck, rules, on, facts, WIDE)
    asked = " union all ".join(map(_line, lines)) or NO_LINES
    duck.connection.execute(fill(LINES, dues=name(DUES), lines=asked))
    write_parquet(duck.connection, DUES, out, {})
    duck.connection.close()


def _line(line: str) -> str:
    parts = {"due": name(f"{line}_due"), "paid": name(f"{line}_paid")}
    return fill(LINE, line=text(line), wide=name(WIDE), **parts)

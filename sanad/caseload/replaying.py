"""Replays a stored round: decides it again from its snapshot, and names the first thing that is not the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from sanad.caseload.making import facts_of, seal, sha256, values_of
from sanad.caseload.rounds import (
    AWARDS,
    BAD_PAID,
    BAD_ROWS,
    CLAIM_TABLE,
    PROGRAMME,
    ROUND,
    SUMMARY,
    Decided,
    connect,
    decide_snapshot,
    read_round,
)
from sanad.caseload.snapshot import ROWS, load_snapshot
from sanad.engine.batch.digest import keep_row_digests, table_digest
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.rulebook.reading import load_canonical


@dataclass(frozen=True, slots=True)
class Found:
    """The first difference: in which file, where in it, what is stored, and what comes out again."""

    file: str
    place: str
    stored: str
    again: str


def replay(folder: Path) -> Found | None:
    """None when the round comes out identical. Raises RoundRefused where it cannot be read at all."""
    meta = read_round(folder)
    return next(_differences(folder, meta), None)


def _differences(folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    yield from _missing_files(folder, meta)
    programme = _programme(folder)
    if programme is None or programme.hash != meta["programme"]["hash"]:
        again = programme.hash if programme else "damaged"
        yield Found(PROGRAMME, "content hash", str(meta["programme"]["hash"]), again)
        return
    duck = Duck.open(connect())
    yield from _snapshot(duck, folder, meta)
    with TemporaryDirectory(prefix="sanad-replay-") as apart:
        decided = _decide(duck, programme, meta, Path(apart))
        yield from _awards(duck, folder, meta, decided)
        yield from _texts(folder, meta, decided)
        yield from _meta(meta, decided)


def _missing_files(folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    names = [PROGRAMME, AWARDS, SUMMARY, *meta["snapshot"]["hashes"], *meta["sha256"]]
    for name in dict.fromkeys(names):
        if not (folder / name).is_file():
            yield Found(name, "file", "there", "missing")


def _programme(folder: Path) -> Programme | None:
    try:
        return load_canonical((folder / PROGRAMME).read_text(encoding="utf-8"))
    except (ProgrammeRefused, OSError, UnicodeDecodeError):
        return None


def _snapshot(duck: Duck, folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    """Each stored table against its hash."""
    for name, stored in meta["snapshot"]["hashes"].items():
        try:
            found = load_snapshot(duck.connection, folder / name)
        except duckdb.Error as error:
            yield Found(name, "file", "a Parquet file", f"damaged: {error}")
            continue
        if found == CLAIM_TABLE:
            again = keep_row_digests(duck.connection, found, "claim_id", "hashes_again")
            if again != stored:
                yield from _first_claim(duck, folder, name)
        else:
            again = table_digest(duck.connection, found, duck.connection.table(found).columns)
        if again != stored:
            yield Found(name, "hash of all rows", stored, again)


def _first_claim(duck: Duck, folder: Path, name: str) -> Iterator[Found]:
    """The first claim, by id, of which the facts are not those that were decided on."""
    if not (folder / f"{ROWS}.parquet").is_file():
        return
    stored = duck.connection.table(load_snapshot(duck.connection, folder / f"{ROWS}.parquet"))
    again = duck.connection.table("hashes_again")
    apart = stored.except_(again).union(again.except_(stored)).order("claim_id").limit(1).fetchall()
    for claim_id, _ in apart:
        wanted = duckdb.ColumnExpression("claim_id") == duckdb.ConstantExpression(claim_id)
        rows = [table.filter(wanted).fetchall() for table in (stored, again)]
        yield Found(name, f"claim {claim_id}", *("hash " + str(row[0][1]) if row else "missing" for row in rows))


def _decide(duck: Duck, programme: Programme, meta: dict[str, Any], apart: Path) -> Decided:
    """Decided again, with the awards in a folder apart."""
    snapshot = meta["snapshot"]
    facts = facts_of(tuple(snapshot["levels"]), frozenset(snapshot["null_free"]), has_paid=bool(meta["paid"]))
    fund = meta["fund"]["minor"] if meta["fund"] else None
    return decide_snapshot(
        duck, programme, date.fromisoformat(meta["on"]), facts, apart, fund=fund, generated=meta["generated"]
    )


def _awards(duck: Duck, folder: Path, meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    """The stored awards against those that come out again, and both against the result hash."""
    try:
        duck.connection.read_parquet(str(folder / AWARDS)).create_view("stored_awards")
    except duckdb.Error as error:
        yield Found(AWARDS, "file", "a Parquet file", f"damaged: {error}")
        return
    columns = duck.connection.table("stored_awards").columns
    if tuple(columns) != decided.awards.columns:
        yield Found(AWARDS, "columns", ", ".join(columns), ", ".join(decided.awards.columns))
        return
    yield from _first_row(duck, decided)
    if decided.result_hash != meta["result_hash"]:
        yield Found(ROUND, "result_hash", meta["result_hash"], decided.result_hash)


def _first_row(duck: Duck, decided: Decided) -> Iterator[Found]:
    """The first claim, by id, that is missing, added, doubled or different, and its first column."""
    stored, again = duck.connection.table("stored_awards"), duck.connection.table(decided.awards.table)
    for one, other in ((stored, again), (again, stored)):
        apart = one.except_(other).order("claim_id").limit(1).fetchall()
        if apart:
            yield _row_difference(duck, str(apart[0][0]), decided)
            return
    counts = [int(table.aggregate("count(*)").fetchall()[0][0]) for table in (stored, again)]
    if counts[0] != counts[1]:
        yield Found(AWARDS, "number of rows", str(counts[0]), str(counts[1]))


def _row_difference(duck: Duck, claim_id: str, decided: Decided) -> Found:
    wanted = duckdb.ColumnExpression("claim_id") == duckdb.ConstantExpression(claim_id)
    tables = ("stored_awards", decided.awards.table)
    rows = [duck.connection.table(table).filter(wanted).limit(1).fetchall() for table in tables]
    if not rows[0] or not rows[1]:
        return Found(AWARDS, f"claim {claim_id}", *("there" if row else "missing" for row in rows))
    pairs = zip(decided.awards.columns, rows[0][0], rows[1][0], strict=True)
    column, kept, again = next(((c, a, b) for c, a, b in pairs if a != b), ("number of rows", "several", "one"))
    return Found(AWARDS, f"claim {claim_id}, column {column}", str(kept), str(again))


def _texts(folder: Path, meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    stored = (folder / SUMMARY).read_text(encoding="utf-8", errors="replace")
    for number, (kept, again) in enumerate(_lines(stored, decided.summary), 1):
        if kept != again:
            yield Found(SUMMARY, f"line {number}", kept, again)
    for name in (SUMMARY, BAD_ROWS, BAD_PAID):
        if name in meta["sha256"] and sha256(folder / name) != meta["sha256"][name]:
            yield Found(name, "sha256", meta["sha256"][name], sha256(folder / name))


def _lines(stored: str, again: str) -> list[tuple[str, str]]:
    kept, made = stored.splitlines(), again.splitlines()
    return list(zip_longest(kept, made, fillvalue="(no line)"))


def _meta(meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    """What `round.json` says of the round, against what comes out again."""
    again = json.loads(json.dumps({"counts": decided.tally.as_data(), "values": values_of(decided.rules)}))
    for key, value in again.items():
        if meta.get(key) != value:
            yield Found(ROUND, key, json.dumps(meta.get(key)), json.dumps(value))
    declared = decided.rules.declared
    for key, value in (("id", declared.id), ("reading", declared.reading), ("status", declared.status)):
        if meta["programme"].get(key) != value:
            yield Found(ROUND, f"programme, {key}", str(meta["programme"].get(key)), str(value))
    rows = meta["input"]
    if rows["decided"] != decided.tally.claims or rows["decided"] + rows["bad_rows"] != rows["rows"]:
        yield Found(ROUND, "input", json.dumps(rows), f"{decided.tally.claims} claims decided")
    if meta.get("seal") != seal(meta):
        yield Found(ROUND, "seal", str(meta.get("seal")), seal(meta))

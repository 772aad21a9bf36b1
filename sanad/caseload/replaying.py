"""Replays a stored round: decides it again from its snapshot, and names the first thing that is not the same."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from sanad.caseload.changed_lists import changed_list
from sanad.caseload.difference import Found
from sanad.caseload.differing_allocations import differing_allocations
from sanad.caseload.making import facts_of, funds_of, seal, sha256, values_of
from sanad.caseload.rounds import (
    ALLOCATIONS,
    AWARDS,
    BAD_PAID,
    BAD_ROWS,
    CLAIM_TABLE,
    CLAIMS,
    PAID,
    PROGRAMME,
    ROUND,
    SUMMARY,
    Decided,
    connect,
    decide_snapshot,
    read_round,
)
from sanad.caseload.snapshot import ROWS, load_snapshot
from sanad.engine.batch.deciding import decide_round
from sanad.engine.batch.digest import keep_row_digests, table_digest
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.funds import BadEarmark, Fund, read_fund
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.rulebook.reading import load_canonical

MARKS, MARKS_AGAIN = f"{ROWS}.parquet", "marks_again"
"""64 bits of the hash of each claim's facts: as they were sealed, and as they are."""


def replay(folder: Path) -> Found | None:
    """None when the round comes out identical. Raises RoundRefused where it cannot be read at all."""
    meta = read_round(folder)
    return next(_differences(folder, meta), None)


def _differences(folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    yield from _missing_files(folder, meta)
    programme = _programme(folder)
    if programme is None or programme.hash != meta["programme"]["hash"]:
        yield Found(PROGRAMME, "rules" if programme else "damaged")
        return
    duck = Duck.open(connect())
    yield from _snapshot(duck, folder, meta)
    try:
        funds = _funds(programme, meta)
    except (BadEarmark, KeyError, TypeError):
        yield Found(ROUND, "funds")
        return
    with TemporaryDirectory(prefix="sanad-replay-") as apart:
        decided = _decide(duck, programme, meta, funds, Path(apart))
        yield from _awards(duck, folder, meta, decided)
        yield from differing_allocations(duck, folder, meta, decided)
        yield from _texts(folder, meta, decided)
        yield from _meta(meta, decided)


def _missing_files(folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    names = [PROGRAMME, AWARDS, SUMMARY, *meta["snapshot"]["hashes"], *meta["sha256"]]
    names += [ALLOCATIONS] if meta["funds"] is not None else []
    for name in dict.fromkeys(names):
        if not (folder / name).is_file():
            yield Found(name, "missing")


def _programme(folder: Path) -> Programme | None:
    try:
        return load_canonical((folder / PROGRAMME).read_text(encoding="utf-8"))
    except (ProgrammeRefused, OSError, UnicodeDecodeError):
        return None


def _snapshot(duck: Duck, folder: Path, meta: dict[str, Any]) -> Iterator[Found]:
    """Each stored table against its hash."""
    for name, stored in meta["snapshot"]["hashes"].items():
        try:
            if _digest(duck, folder / name) == stored:
                continue
        except duckdb.Error:
            yield Found(name, "damaged")
            continue
        # What cannot be compared row by row, since its form was changed too, is told as a whole.
        with suppress(duckdb.Error):
            yield from _looked_up(duck, folder, name)
        yield Found(name, "content")


def _digest(duck: Duck, file: Path) -> str:
    found = load_snapshot(duck.connection, file)
    columns = duck.connection.table(found).columns
    if found != CLAIM_TABLE or "claim_id" not in columns:
        return table_digest(duck.connection, found, columns)
    return keep_row_digests(duck.connection, found, "claim_id", MARKS_AGAIN)


def _looked_up(duck: Duck, folder: Path, name: str) -> Iterator[Found]:
    """The first claim, by id, at which a person can look."""
    if name == PAID:
        yield from _first_payment(duck, folder)
    if name not in (CLAIMS, MARKS) or not (folder / MARKS).is_file():
        return
    stored = duck.connection.table(load_snapshot(duck.connection, folder / MARKS))
    again = duck.connection.table(MARKS_AGAIN)
    apart = stored.except_(again).union(again.except_(stored)).order("claim_id").limit(1).fetchall()
    for claim_id, _ in apart:
        is_there = [bool(table.filter(_claim(claim_id)).limit(1).fetchall()) for table in (stored, again)]
        code = "mark" if name == MARKS else "fact" if all(is_there) else "claim_missing" if is_there[0] else None
        yield Found(name, code or "claim_added", {"claim": claim_id})


def _first_payment(duck: Duck, folder: Path) -> Iterator[Found]:
    """The first claim, by id, of which the payments add up to something else than its award was decided with."""
    duck.connection.read_parquet(str(folder / AWARDS)).create_view("awards_then")
    statement = """
        select claim_id, awards_then.paid, coalesce(sum(amount), 0) from awards_then left join paid using (claim_id)
        where awards_then.paid is not null group by all having awards_then.paid <> coalesce(sum(amount), 0)
        order by claim_id limit 1
    """
    for claim_id, decided, amount in duck.connection.execute(statement).fetchall():
        yield Found(PAID, "payments", {"claim": claim_id, "stored": amount, "again": decided})


def _claim(claim_id: str) -> duckdb.Expression:
    return duckdb.ColumnExpression("claim_id") == duckdb.ConstantExpression(claim_id)


def _funds(programme: Programme, meta: dict[str, Any]) -> list[Fund] | None:
    """The money that was at hand. Raises BadEarmark, KeyError or TypeError where its entries were damaged."""
    if meta["funds"] is None:
        return None
    rules = build(programme)
    return [read_fund(rules, fund["fund"], int(fund["amount"]), fund["earmarks"]) for fund in meta["funds"]]


def _decide(duck: Duck, programme: Programme, meta: dict[str, Any], funds: list[Fund] | None, apart: Path) -> Decided:
    """Decided again, with the awards in a folder apart."""
    snapshot = meta["snapshot"]
    facts = facts_of(tuple(snapshot["levels"]), frozenset(snapshot["null_free"]), has_paid=bool(meta["paid"]))
    on, generated = date.fromisoformat(meta["on"]), meta["generated"]
    return decide_snapshot(duck, programme, on, facts, apart, decide=decide_round, funds=funds, generated=generated)


def _awards(duck: Duck, folder: Path, meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    """The stored awards against those that come out again, and both against the result hash."""
    try:
        duck.connection.read_parquet(str(folder / AWARDS)).create_view("stored_awards")
        columns = duck.connection.table("stored_awards").columns
        if tuple(columns) != decided.awards.columns:
            yield Found(AWARDS, "columns", _pair(", ".join(columns), ", ".join(decided.awards.columns)))
            return
        yield from _first_row(duck, decided)
    except duckdb.Error:
        yield Found(AWARDS, "damaged")
        return
    if decided.result_hash != meta["result_hash"]:
        yield _entry("result_hash", meta["result_hash"], decided.result_hash)


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
        yield Found(AWARDS, "rows", _pair(*counts))


def _row_difference(duck: Duck, claim_id: str, decided: Decided) -> Found:
    tables = ("stored_awards", decided.awards.table)
    rows = [duck.connection.table(table).filter(_claim(claim_id)).limit(2).fetchall() for table in tables]
    if not rows[0] or not rows[1]:
        return Found(AWARDS, "claim_added" if rows[0] else "claim_missing", {"claim": claim_id})
    if len(rows[0]) > len(rows[1]):
        return Found(AWARDS, "doubled", {"claim": claim_id})
    pairs = zip(decided.awards.columns, rows[0][0], rows[1][0], strict=True)
    column, kept, again = next((c, a, b) for c, a, b in pairs if a != b)
    return Found(AWARDS, "cell", {"claim": claim_id, "column": column} | _pair(kept, again))


def _texts(folder: Path, meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    stored = (folder / SUMMARY).read_text(encoding="utf-8", errors="replace")
    for number, (kept, again) in enumerate(_lines(stored, decided.summary), 1):
        if kept != again:
            yield Found(SUMMARY, "line", {"line": number} | _pair(kept, again))
    for name in (SUMMARY, BAD_ROWS, BAD_PAID):
        if name in meta["sha256"] and sha256(folder / name) != meta["sha256"][name]:
            yield from changed_list(folder / name, meta) if name != SUMMARY else [Found(name, "content")]


def _pair(stored: object, again: object) -> dict[str, str]:
    return {"stored": _shown(stored), "again": _shown(again)}


def _shown(value: object) -> str:
    """As people write it: an empty cell is nothing, a list its items."""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or "-"
    return "-" if value is None else str(value)


def _entry(entry: str, stored: object, again: object) -> Found:
    return Found(ROUND, "entry", {"entry": entry} | _pair(stored, again))


def _lines(stored: str, again: str) -> list[tuple[str, str]]:
    kept, made = stored.splitlines(), again.splitlines()
    return list(zip_longest(kept, made, fillvalue=""))


def _meta(meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    """What `round.json` says of the round, against what comes out again."""
    again = json.loads(
        json.dumps({"counts": decided.tally.as_data(), "values": values_of(decided.rules), "funds": funds_of(decided)})
    )
    for key, value in again.items():
        if meta.get(key) != value:
            yield _entry(key, json.dumps(meta.get(key)), json.dumps(value))
    declared = decided.rules.declared
    for key, value in (("id", declared.id), ("reading", declared.reading), ("status", declared.status)):
        if meta["programme"].get(key) != value:
            yield _entry(f"programme, {key}", meta["programme"].get(key), value)
    rows = meta["input"]
    if rows["decided"] != decided.tally.claims or rows["decided"] + rows["bad_rows"] != rows["rows"]:
        yield _entry("input, decided", rows["decided"], decided.tally.claims)
    if meta.get("seal") != seal(meta):
        yield Found(ROUND, "seal")

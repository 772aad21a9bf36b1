"""Makes a round's folder: reads the claims, decides them, and writes all of it or nothing."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload.bad_rows import write_bad_rows
from sanad.caseload.caseload import Caseload
from sanad.caseload.deciding_on import DUCKDB, deciding_on
from sanad.caseload.funds import read_funds
from sanad.caseload.mapping import load_mapping
from sanad.caseload.members import refuse_missing_members
from sanad.caseload.paid import Paid, read_paid
from sanad.caseload.problems import CaseloadRefused, refused
from sanad.caseload.reading import read_caseload
from sanad.caseload.rounds import (
    BAD_PAID,
    BAD_ROWS,
    CLAIM_TABLE,
    FORMAT,
    PROGRAMME,
    ROUND,
    SUMMARY,
    Decided,
    connect,
    decide_snapshot,
)
from sanad.caseload.shares import shares_of
from sanad.caseload.snapshot import write_snapshot
from sanad.engine.batch.deciding import Facts
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Number, write_unit
from sanad.rulebook.reading import canonical_text
from sanad.sheets.problems import cannot_write

Progress = Callable[[str], None]
"""Told the name of each step as it begins: `read`, `snapshot`, `decide`, `write`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What `sanad decide` was asked."""

    programme: Programme
    claims: Path
    on: date
    out: Path
    mapping: Path | None = None
    paid: Path | None = None
    funds: Path | None = None
    engine: str = DUCKDB


@dataclass(frozen=True, slots=True)
class Made:
    """The round that now stands in its folder. `bad_payments` are rows of the paid file that could not be used."""

    meta: dict[str, Any]
    caseload: Caseload
    decided: Decided
    bad_payments: int


def make_round(asked: Asked, progress: Progress) -> Made:
    """Decide the claims and write the round. Raises CaseloadRefused or ProgrammeRefused, and then leaves nothing."""
    if asked.out.exists():
        raise refused("round_exists", file=asked.out)
    rules = build(asked.programme)
    with folder_whole(asked.out) as folder:
        return _make(asked, rules, folder, progress)


@contextmanager
def folder_whole(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its name only when all is written."""
    folder = out.with_name(f".{out.name}.unfinished")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(parents=True)
        yield folder
        folder.rename(out)
    except (OSError, duckdb.IOException) as error:
        raise CaseloadRefused.of(cannot_write(out, error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(asked: Asked, rules: RuleSet, folder: Path, progress: Progress) -> Made:
    duck = Duck.open(connect())
    fields, levels = list(rules.fields.values()), asked.programme.levels
    progress("read")
    mapping = load_mapping(asked.mapping, fields, levels) if asked.mapping else None
    pairs, shares = rules.group_pairs(), tuple(shares_of(asked.programme, fields))
    caseload = read_caseload(duck.connection, fields, levels, asked.claims, mapping, pairs, shares)
    refuse_missing_members(rules, caseload.levels, asked.claims)
    paid = read_paid(duck.connection, rules, asked.paid, asked.on, folder) if asked.paid else None
    funds = read_funds(asked.funds, rules) if asked.funds else None
    progress("snapshot")
    hashes = write_snapshot(
        duck.connection, caseload.levels, folder, has_paid=paid is not None, generated=caseload.generated
    )
    progress("decide")
    facts = facts_of(caseload.levels, caseload.null_free, has_paid=paid is not None)
    with deciding_on(asked.engine, folder, folder) as decide:
        decided = decide_snapshot(
            duck,
            asked.programme,
            asked.on,
            facts,
            folder,
            decide=decide,
            funds=funds,
            generated=caseload.generated,
        )
    progress("write")
    write_bad_rows(duck.connection, folder / BAD_ROWS)
    (folder / SUMMARY).write_text(decided.summary, encoding="utf-8", newline="\n")
    (folder / PROGRAMME).write_text(canonical_text(asked.programme), encoding="utf-8", newline="\n")
    meta = _meta(asked, caseload, paid, decided, hashes, folder)
    meta["seal"] = seal(meta)
    (folder / ROUND).write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return Made(meta, caseload, decided, paid.rows_bad if paid else 0)


def facts_of(levels: tuple[str, ...], null_free: frozenset[str], *, has_paid: bool) -> Facts:
    """The tables that reading or loading a snapshot leaves in the connection."""
    tables = {CLAIM: CLAIM_TABLE} | {level: f"level_{level}" for level in levels if level != CLAIM}
    return Facts(tables, null_free, "paid" if has_paid else None)


def _meta(
    asked: Asked,
    caseload: Caseload,
    paid: Paid | None,
    decided: Decided,
    hashes: dict[str, str],
    folder: Path,
) -> dict[str, Any]:
    programme = asked.programme
    return {
        "format": FORMAT,
        "sanad": version("sanad"),
        "programme": {
            "id": programme.id,
            "hash": programme.hash,
            "reading": programme.reading,
            "status": programme.status,
            "title": dict(programme.title),
        },
        "on": asked.on.isoformat(),
        "engine": asked.engine,
        "generated": caseload.generated,
        "claim_ids": "kept as given, without invisible marks and outer spaces; special spaces are plain ones",
        "input": _input(asked, caseload),
        "assumptions": {name: plain(stated) for name, stated in caseload.assumptions.items()},
        "assumed_by_generator": list(caseload.assumed_in_file),
        "defaults_used": dict(caseload.defaults_used),
        "snapshot": {"hashes": hashes, "levels": list(caseload.levels), "null_free": sorted(caseload.null_free)},
        "paid": paid.as_data() if paid else None,
        "funds": funds_of(decided),
        "values": values_of(decided.rules),
        "measures": measures_of(decided.rules),
        "payment": payment_of(programme),
        "counts": decided.tally.as_data(),
        "result_hash": decided.result_hash,
        "allocations_hash": decided.allocations_hash,
        "sha256": {name: sha256(folder / name) for name in (SUMMARY, BAD_ROWS, BAD_PAID) if (folder / name).exists()},
    }


def _input(asked: Asked, caseload: Caseload) -> dict[str, Any]:
    return {
        "file": asked.claims.name,
        "encoding": caseload.encoding,
        "rows": caseload.rows_in,
        "decided": caseload.rows_good,
        "bad_rows": caseload.rows_bad,
        "bad_codes": dict(caseload.bad_codes),
        "columns_unused": list(caseload.columns_unused),
        "columns_missing": list(caseload.columns_missing),
    }


def plain(value: object) -> bool | int | str:
    """A stated value as JSON holds it exactly: decimals and dates as text."""
    return value if isinstance(value, bool | int) else str(value)


def values_of(rules: RuleSet) -> list[dict[str, Any]]:
    """Every version of every dated value, by its id, with its source."""
    return [
        {
            "id": value.version_id(version_),
            "source": version_.source,
            "confidence": rules.declared.sources[version_.source].confidence,
        }
        for value in rules.values.values()
        for version_ in value.versions
    ]


def payment_of(programme: Programme) -> dict[str, Any] | None:
    """How the programme pays out, where it says so."""
    payment = programme.payment
    if payment is None:
        return None
    return {
        "account": programme.currency,
        "currency": payment.currency,
        "rate": payment.rate,
        "smallest": None if payment.smallest is None else f"{payment.smallest:f}",
        "fees_borne_by": dict(payment.fees_borne_by),
        "source": payment.source,
    }


def measures_of(rules: RuleSet) -> dict[str, Any]:
    """Of every column that counts something else than money: its unit, and how many decimals its whole numbers have."""
    units = {
        f"{line.name}_units": {"unit": write_unit(found.number.type.unit), "decimals": found.declared.decimals or 0}
        for line, found in rules.unit_lines
        if isinstance(found.number.type, Number)
    }
    return units | {
        f"{line.name}_number": {"unit": thing.declared.unit, "decimals": thing.declared.decimals}
        for line, thing in rules.thing_lines
    }


def funds_of(decided: Decided) -> list[dict[str, Any]] | None:
    """What became of each fund, in minor units; None where none was named.

    `unmet`: nothing is due that its earmarks allow; whatever it holds, nobody may get it.
    """
    if decided.awards.allocations is None:
        return None
    return [
        {
            "fund": use.fund.name,
            "amount": use.fund.amount,
            "earmarks": use.fund.earmarks,
            "reserved": use.reserved,
            "allocated": use.allocated,
            "left": use.left,
            "within_reach": use.within_reach,
            "unmet": not use.within_reach,
        }
        for use in decided.awards.funds
    ]


def seal(meta: dict[str, Any]) -> str:
    """The sha256 of all else in `round.json`: written down elsewhere, it names the round for good."""
    content = {key: value for key, value in meta.items() if key != "seal"}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

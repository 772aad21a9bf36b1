"""The facts of all claims as they stand at one moment, written down for the round."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection, transaction

from sanad.audit.services import record
from sanad.casework.awards.models import Round, State
from sanad.casework.claims.checking import Kept
from sanad.casework.claims.selectors import facts_of
from sanad.casework.rounds.selectors import claims_left_out, claims_to_decide, input_of
from sanad.casework.rounds.states import move

Row = dict[str, Kept]


def freeze(round_: Round, at: datetime) -> None:
    """Write the facts of the round's claims to its input folder. Raises StateHasChanged."""
    with as_of_one_moment():
        levels = facts_of(claims_to_decide(round_.programme))
        left_out = claims_left_out(round_.programme)
    folder = write_facts(levels, input_of(round_))
    frozen = {"frozen_at": at, "claims": len(levels["claim"]), "left_out": left_out}
    with transaction.atomic():
        move(round_, to=State.FROZEN, out_of=(State.ASKED,), snapshot_hash=_hash(folder), **frozen)
        facts = {"claims": round_.claims, "snapshot": round_.snapshot_hash, "left_out": left_out}
        record(act="round.freeze", on=f"round:{round_.reference}", by=None, at=at, facts=facts)


@contextmanager
def as_of_one_moment() -> Iterator[None]:
    """All reads in it see the database as it was at the first; on SQLite they always do."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def write_facts(levels: dict[str, list[Row]], folder: Path) -> Path:
    """The folder, whole: written beside its place and renamed; what a killed worker left there goes."""
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    for old in (unfinished, folder):
        shutil.rmtree(old, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for level, rows in levels.items():
        pq.write_table(_table(rows), unfinished / f"{level}.parquet")
    unfinished.rename(folder)
    return folder


def _table(rows: list[Row]) -> pa.Table:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.table({name: pa.array([row.get(name) for row in rows]) for name in names})


def _hash(folder: Path) -> str:
    """One hash over the files of the folder."""
    lines = (f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in _files(folder))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.parquet"))

"""The files for the bank: made anew each time from what was frozen with the run, and known by their hashes.

Nothing is in doubt when an export dies: until the hashes are noted the run has no file, and a file that was begun is
made again, byte for byte.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.payments.exporting import pain, table
from sanad.casework.payments.exporting.orders import Head, Order, head_of, orders_of
from sanad.casework.payments.models import PaymentRun, RunState
from sanad.casework.payments.refusals import FileDiffers, StateHasChanged
from sanad.casework.payments.services.covering import refuse_halted_money, refuse_lost_money
from sanad.staff.models import User

FORMATS: dict[str, Callable[[Head, Iterable[Order]], Iterator[str]]] = {"xml": pain.written, "csv": table.written}
EXPORTED = (RunState.RELEASED, RunState.SENT)


def export_run(*, run: PaymentRun, by: User, at: datetime) -> dict[str, str]:
    """Note which files the released run goes to the bank as; gives their hashes (SHA-256) by format.

    Asked again it gives the same. Raises StateHasChanged, MoneyWasLost, MoneyIsHalted, FileDiffers,
    KeyIsDestroyed.
    """
    found = {form: _hash(contents(run, form)) for form in FORMATS}
    if run.xml_hash:
        _refuse_other(run, found)
        return found
    with transaction.atomic():
        refuse_lost_money(run)
        refuse_halted_money(run)
        noted = PaymentRun.objects.filter(pk=run.pk, state=RunState.RELEASED, xml_hash="")
        hashes = {"xml_hash": found["xml"], "csv_hash": found["csv"]}
        if noted.update(**hashes, exported_by=by, exported_at=at):
            record(act="run.export", on=f"run:{run.reference}", by=by, at=at, facts=hashes)
    run.refresh_from_db()
    _refuse_other(run, found)
    return found


def contents(run: PaymentRun, form: str) -> Iterator[bytes]:
    """The file in pieces. Raises StateHasChanged before the run is released."""
    if run.state not in EXPORTED or run.released_at is None:
        raise StateHasChanged(run)
    head = head_of(run, run.released_at)
    return (piece.encode() for piece in FORMATS[form](head, orders_of(run)))


def write_files(*, run: PaymentRun, folder: Path, by: User, at: datetime) -> list[Path]:
    """Write both files into the folder: each beside its place first, and under its name once its hash is noted."""
    folder.mkdir(parents=True, exist_ok=True)
    drafts = {form: _draft(run, form, folder) for form in FORMATS}
    export_run(run=run, by=by, at=at)
    written = []
    for form, draft in drafts.items():
        path = folder / f"{run.reference}.{form}"
        draft.replace(path)
        written.append(path)
    return written


def _draft(run: PaymentRun, form: str, folder: Path) -> Path:
    draft = folder / f".{run.reference}.{form}.unfinished"
    with draft.open("wb") as file:
        file.writelines(contents(run, form))
        file.flush()
        os.fsync(file.fileno())
    return draft


def _refuse_other(run: PaymentRun, found: dict[str, str]) -> None:
    if not run.xml_hash:
        raise StateHasChanged(run)
    if (run.xml_hash, run.csv_hash) != (found["xml"], found["csv"]):
        raise FileDiffers(run.reference)


def _hash(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()

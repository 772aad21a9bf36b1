"""Writing down all that may leave: a folder that takes its place whole, or not at all."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from sanad.record.exporting.bundle import PROGRAM, READ_ME, write_bundle
from sanad.record.exporting.folder import write_folder
from sanad.record.exporting.names import NamesFound, no_names
from sanad.record.exporting.told import Counts, Head
from sanad.record.exporting.verifying import ACTS, HEAD, PLACES, ROWS, TEXTS
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.leaving.all import leaving_on

BUNDLE = "bundle.zip"
ONLY_IN_THE_BUNDLE = (ACTS, HEAD, PLACES, ROWS, READ_ME, PROGRAM)


def export_record(
    *,
    out: Path,
    on: date,
    head: Callable[[], Head],
    names_found: NamesFound = no_names,
    held_back: Mapping[int, str] | None = None,
) -> Counts:
    """Write what may leave on a day into the new folder `out`.

    Raises NamesWouldLeave, RecordRefused: folder_exists; OSError where it cannot be written. Then nothing is left.
    """
    if out.exists():
        raise RecordRefused("folder_exists", out=out)
    with _one_moment(), _unfinished(out) as folder:
        leaving, guard, counted = leaving_on(on, head, names_found=names_found, held_back=held_back)
        rows = write_folder(folder, leaving, guard)
        counts, at = counted(), head()
        told = {
            "on": on.isoformat(),
            "made_up": leaving.is_made_up,
            "head": {"length": at.length, "digest": at.digest},
            "statements": {"confirmed": counts.confirmed, "exported": counts.exported, "held_back": counts.held_back},
        }
        write_bundle(folder, folder / BUNDLE, told, rows)
        for name in ONLY_IN_THE_BUNDLE:
            (folder / name).unlink()
        shutil.rmtree(folder / TEXTS)
        folder.rename(out)
    return counts


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    folder = out.with_name(f".{out.name}.unfinished")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _one_moment() -> Iterator[None]:
    """All is read as it stands at one moment: what is closed meanwhile is in no part of it, or in all."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield

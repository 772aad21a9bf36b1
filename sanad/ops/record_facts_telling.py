"""What was read of a folder of tables and what was kept of it, for people and for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from sanad.ops.programme_words import Language
from sanad.ops.record_facts_words import says
from sanad.ops.stopping import Hearer
from sanad.record.importers.facts.faults import Fault
from sanad.record.importers.facts.folder import ReadFolder
from sanad.record.importers.facts.sentences import fault_in

WHAT = ("works", "tables", "statements", "events", "questions", "versions", "commitments")


@dataclass(frozen=True, slots=True)
class Written:
    """Rows by what they are: those written now, and those that were there before."""

    made: Mapping[str, int]
    known: Mapping[str, int]


def tell_read(hearer: Hearer, folder: Path, read: ReadFolder, written: Written | None) -> None:
    """Without `written` it was only asked what would be kept."""
    if hearer.as_json:
        typer.echo(json.dumps(_as_object(folder, read, written), ensure_ascii=False, indent=2))
        return
    for phrase, faults in (("refused", read.faults), ("to_know", read.notices), ("aside", read.aside)):
        _tell_faults(hearer.lang, phrase, faults)
    typer.echo(says("counted", folder=folder, **_counts(read))[hearer.lang])
    if written is None:
        typer.echo(says("dry")[hearer.lang])
        return
    if not any(written.made.values()):
        typer.echo(says("nothing_new")[hearer.lang])
    for phrase, counts in (("kept", written.made), ("known", written.known)):
        typer.echo(says(phrase, **{what: counts.get(what, 0) for what in WHAT})[hearer.lang])


def _tell_faults(lang: Language, phrase: str, faults: Sequence[Fault]) -> None:
    if faults:
        typer.echo(says(phrase)[lang])
    for one in faults:
        typer.echo(f"  {fault_in(one)[lang]}")


def _counts(read: ReadFolder) -> dict[str, int]:
    unverified = sum(not row.is_verified for one in read.tables for row in one.rows)
    counts = {"rows": read.rows, "kept": read.kept, "refused": read.refused, "aside": len(read.aside)}
    return {**counts, "unverified": unverified}


def _as_object(folder: Path, read: ReadFolder, written: Written | None) -> dict[str, object]:
    told = {"refused": read.faults, "to_know": read.notices, "aside": read.aside}
    faults = {name: [_fault(one) for one in listed] for name, listed in told.items()}
    kept = {"made": dict(written.made), "known": dict(written.known)} if written else None
    return {"folder": str(folder), "counted": _counts(read), "written": kept, **faults}


def _fault(one: Fault) -> dict[str, object]:
    return {"code": one.code, "file": one.file, "row": one.row, "field": one.column, "says": fault_in(one)}

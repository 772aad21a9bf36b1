"""`sanad record export` and `sanad record verify-bundle`: what may leave the record, and whether it is as it left."""

import json
from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.later import later
from sanad.ops.programme_words import Language
from sanad.ops.record_export_words import finding_in, say, says
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.exporting.verifying import verify_bundle

run = later("sanad.ops.ground:run")
COUNTED = {
    "files": "files",
    "rows": "rows",
    "unproven": "rows without a proof",
    "places": "places in their texts",
    "alone": "places without their texts",
    "acts": "acts",
}


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder; nothing is overwritten.")],
    on: Annotated[
        str, typer.Option("--on", metavar="DAY", help="What may be shown on this day; today if left out.")
    ] = "",
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Write what may be shown to everybody: JSON-LD, annotations, CSV, citations, and a bundle that others verify."""
    run("export_record", Hearer(lang, as_json), out=out, on=on)


def verify_bundle_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A bundle.zip of the record; no database is needed.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Hold every file, place, row and act of a bundle against its digest, and name what does not fit."""
    hearer = Hearer(lang, as_json)
    try:
        findings, counted = verify_bundle(file)
    except OSError as error:
        hearer.stop("no_bundle", says("no_bundle", file=file, error=error.strerror or error))
    if as_json:
        told = [
            {"code": one.code, "file": one.file, "row": one.row, "field": one.field, "says": finding_in(one)}
            for one in findings
        ]
        answer = {"fits": not findings, "counted": dict(counted), "findings": told}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for one in findings:
            typer.echo(f"  {finding_in(one)[lang]}")
        counts = {what: f"{counted.get(name, 0):,}" for what, name in COUNTED.items()}
        phrase = "does_not_fit" if findings else "fits"
        typer.echo(say(lang, phrase, file=file, findings=len(findings), **counts))
    if findings:
        raise typer.Exit(FAILED)

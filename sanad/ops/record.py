"""`sanad record`: what a page says, proposed; nothing is stored, and a person confirms each proposal."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.ops.programme_words import Language
from sanad.ops.record_report import report
from sanad.ops.record_words import says
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.importers.many import proposed_of
from sanad.record.importers.plain_text import ENDINGS
from sanad.record.importers.proposed import Proposed, Refused, proposed

app = typer.Typer(no_args_is_help=True, help="The record: who said what to whom, by which source.")


@app.callback()
def _record() -> None:
    """The record: who said what to whom, by which source."""


@app.command("import")
def import_(
    page: Annotated[Path, typer.Argument(help="A page of plain text in UTF-8 (.txt), or a folder of them.")],
    lang: Spoken = Language.en,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the proposals, one line of JSON for each page.")
    ] = False,
) -> None:
    """Propose what a page says: articles, quotations with their speakers, reported speech, dates, sums, commitments."""
    hearer = Hearer(lang, as_json)
    if not page.exists():
        hearer.stop("no_page", says("no_page", page=page))
    if page.is_dir():
        _folder(page, hearer)
        return
    found = proposed(page)
    if isinstance(found, Refused):
        hearer.stop(found.code, says(found.code, file=page, at=found.at), FAILED)
    _tell(found, hearer)


def _folder(folder: Path, hearer: Hearer) -> None:
    """Every page of the folder; what is no page is counted, what cannot be read is named, and the rest goes on."""
    inside = sorted(folder.iterdir())
    files = [file for file in inside if file.is_file()]
    pages = [file for file in files if file.suffix.lower() in ENDINGS]
    if not pages:
        hearer.stop("no_pages", says("no_pages", folder=folder, endings=", ".join(ENDINGS)))
    refused = 0
    for found in proposed_of(pages):
        refused += isinstance(found, Refused)
        _tell(found, hearer)
    counts = {"files": len(files), "read": len(pages) - refused, "refused": refused, "others": len(files) - len(pages)}
    typer.echo(says("counted", **counts, folders=len(inside) - len(files))[hearer.lang], err=True)
    if refused:
        raise typer.Exit(FAILED)


def _tell(found: Proposed | Refused, hearer: Hearer) -> None:
    if isinstance(found, Refused):
        sentences = says(found.code, file=found.file, at=found.at)
        told = {"page": {"file": found.file}, "error": found.code, "says": sentences}
        typer.echo(
            json.dumps(told, ensure_ascii=False) if hearer.as_json else sentences[hearer.lang], err=not hearer.as_json
        )
    elif hearer.as_json:
        typer.echo(json.dumps(found.shape, ensure_ascii=False))
    else:
        report(Console(), found.shape, hearer.lang)

"""`sanad record`: what a page says, proposed; nothing is stored, and a person confirms each proposal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.programme_words import Language
from sanad.ops.record_export import export, verify_bundle_
from sanad.ops.record_facts import facts
from sanad.ops.record_telling import Teller, sentences_of
from sanad.ops.record_words import says
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.importers.many import proposed_of
from sanad.record.importers.proposed import Refused, Told, proposed_in, proposed_of_bytes
from sanad.record.importers.read import LARGEST
from sanad.record.importers.reading import ENDINGS, is_archive, is_known

app = typer.Typer(no_args_is_help=True, help="The record: who said what to whom, by which source.")
app.command("export")(export)
app.command("facts")(facts)
app.command("verify-bundle")(verify_bundle_)
PASTED = Path("-")


@app.callback()
def _record() -> None:
    """The record: who said what to whom, by which source."""


@app.command("import")
def import_(
    page: Annotated[
        Path,
        typer.Argument(
            help="A page, or a folder of them: text in UTF-8 (.txt, .md), a web page (.html), a web archive (.warc, "
            ".warc.gz, .wacz), a PDF (.pdf), a transcript (.vtt, .srt), quotations typed by hand (.yaml, .json); "
            "- for pasted text."
        ),
    ],
    lang: Spoken = Language.en,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the proposals, one line of JSON for each page.")
    ] = False,
) -> None:
    """Propose what a page says: articles, quotations with their speakers, reported speech, dates, sums, commitments."""
    hearer = Hearer(lang, as_json)
    if page == PASTED:
        _one(_pasted(hearer), hearer, page)
    elif not page.exists():
        hearer.stop("no_page", says("no_page", page=page))
    elif page.is_dir():
        _folder(page, hearer)
    elif is_archive(page.name):
        _archive(page, hearer)
    else:
        _one(proposed_in(page), hearer, page)


def _pasted(hearer: Hearer) -> Iterator[Told]:
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if len(raw) > LARGEST:
        hearer.stop("too_large", says("too_large", file=PASTED, at=0, megabytes=LARGEST // 1_000_000), FAILED)
    return proposed_of_bytes(PASTED.name, raw)


def _one(told: Iterator[Told], hearer: Hearer, page: Path) -> None:
    for found in told:
        if isinstance(found, Refused):
            hearer.stop(found.code, sentences_of(found, page), FAILED)
        Teller(hearer).tell(found)


def _archive(archive: Path, hearer: Hearer) -> None:
    """Every page inside; records that are no page are counted, what cannot be read is named, and the rest goes on."""
    teller = Teller(hearer)
    teller.tell_all(proposed_of([archive]))
    counts = {"read": teller.read, "refused": teller.refused, "records": teller.records}
    typer.echo(says("counted_inside", file=archive, **counts)[hearer.lang], err=True)
    if teller.refused:
        raise typer.Exit(FAILED)


def _folder(folder: Path, hearer: Hearer) -> None:
    """Every page of the folder; what is no page is counted, what cannot be read is named, and the rest goes on."""
    inside = sorted(folder.iterdir())
    files = [file for file in inside if file.is_file()]
    pages = [file for file in files if is_known(file.name)]
    if not pages:
        hearer.stop("no_pages", says("no_pages", folder=folder, endings=", ".join(ENDINGS)))
    teller = Teller(hearer, is_folder=True)
    teller.tell_all(proposed_of(pages))
    others = len(files) - len(pages) + teller.others
    counts = {"files": len(files), "read": teller.read, "refused": teller.refused, "others": others}
    told = says("counted", **counts, records=teller.records, folders=len(inside) - len(files))
    typer.echo(told[hearer.lang], err=True)
    if teller.refused:
        raise typer.Exit(FAILED)

"""`sanad import`: lists of others become rows of the database; what would change is shown first on request."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer

app = typer.Typer(no_args_is_help=True, help="Lists of others: each row is taken in or named with its fault.")


@app.callback()
def _group() -> None:
    """Lists of others: each row is taken in or named with its fault."""


@app.command()
def places(
    path: Annotated[Path, typer.Argument(help="A YAML list of places, or the folder of Lebanon's published lists.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Take in places with their names and what is around them; importing again updates."""
    run("take_in_places", Hearer(lang, as_json), path=path, dry_run=dry_run)


@app.command("bank-statement")
def bank_statement(
    path: Annotated[Path, typer.Argument(help="The bank statement as CSV (docs/runbooks/payment-run.md).")],
    by: Annotated[str, typer.Option("--by", metavar="EMAIL", help="The finance officer who takes it in.")],
    fund: Annotated[str, typer.Option(metavar="CODE", help="The fund; none: the only one of this currency.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be booked, and write nothing.")] = False,
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Take in a bank statement: payments settled and sent back, all else in suspense; once, however often it comes."""
    run("take_in_statement", Hearer(lang, as_json), path=path, by=by, fund=fund, dry_run=dry_run)

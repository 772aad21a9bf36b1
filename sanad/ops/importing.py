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

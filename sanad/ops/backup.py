"""`sanad backup`: database, files, rounds and checkpoints as they are at one moment, into a new folder."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def backup(
    out: Annotated[Path, typer.Argument(help="Folder to make; it must not exist yet.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Copy the database and all files, while everybody works on. The keys are not copied."""
    run("back_up", Hearer(lang, as_json), out=out)

"""`sanad restore`: a backup becomes the data of an empty place."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def restore(
    path: Annotated[Path, typer.Argument(help="Folder that `sanad backup` made.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Restore a backup into an empty database and an empty data folder; nothing is ever overwritten."""
    run("restore_backup", Hearer(lang, as_json), path=path)

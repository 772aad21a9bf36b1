"""`sanad migrate`: makes the database, or brings it up to this program."""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def migrate(
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Make the database, or bring an older one up to this program; triggers are installed again."""
    run("prepare_database", Hearer(lang, as_json))

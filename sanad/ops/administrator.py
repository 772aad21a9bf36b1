"""`sanad administrator`: the first member of staff, who adds the others in the office."""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def administrator(
    email: Annotated[str, typer.Argument(help="The address that the person signs in with.")],
    name: Annotated[str, typer.Argument(help="The person's name.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Add an administrator and print a password to begin with; it is shown this once."""
    run("add_administrator", Hearer(lang, as_json), email=email, name=name)

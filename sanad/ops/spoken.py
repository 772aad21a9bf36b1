"""The option of every command that answers in words."""

from typing import Annotated

import typer

from sanad.ops.programme_words import Language

Spoken = Annotated[Language, typer.Option("--lang", help="Language of the answer.")]

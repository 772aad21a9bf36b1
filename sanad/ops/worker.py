"""`sanad worker`: does what no page waits for: seals events, signs checkpoints, decides rounds."""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what waits now, then end.")] = False,
    lang: Spoken = Language.en,
) -> None:
    """Seal events, sign checkpoints and do the steps of rounds, until it is stopped. Several may run at once."""
    run("work", Hearer(lang), once=once)

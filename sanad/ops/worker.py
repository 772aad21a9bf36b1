"""`sanad worker`: does what no page waits for: seals events, signs checkpoints, decides rounds."""

import os
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer

GENTLY = 15
"""How much less of a busy processor it gets: about a twentieth of what a site gets."""


def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what waits now, then end.")] = False,
    gently: Annotated[bool, typer.Option("--gently", help="Let what else runs on this machine go first.")] = False,
    lang: Spoken = Language.en,
) -> None:
    """Seal events, sign checkpoints and do the steps of rounds, until it is stopped. Several may run at once."""
    if gently:
        os.nice(GENTLY)
    run("work", Hearer(lang), once=once)

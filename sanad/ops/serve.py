"""`sanad serve`: the sites, with the worker beside them."""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def serve(
    host: Annotated[str, typer.Option(help="Address to listen at; a proxy with https stands before it.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes a free one.")] = 8000,
    processes: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 2,
    lang: Spoken = Language.en,
) -> None:
    """Serve the sites at an address, and run a worker beside them."""
    run("serve_sites", Hearer(lang), host=host, port=port, processes=processes)

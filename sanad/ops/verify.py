"""`sanad verify`: is everything as it was sealed?"""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def verify(
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Walk the audit chain, the ledger, the rounds, the record and its witnesses: is everything as it was sealed?"""
    run("verify_all", Hearer(lang, as_json))

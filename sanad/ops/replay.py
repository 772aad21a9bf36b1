"""`sanad replay`: decides a stored round again, and says `identical` or names the first difference."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.caseload.replaying import replay as decide_again
from sanad.caseload.rounds import RoundRefused, read_round
from sanad.ops.decide_words import say
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer


def replay(
    round_: Annotated[Path, typer.Argument(metavar="ROUND", help="Folder of the round.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Decide a round again from its stored facts and rules, and compare what every file in its folder says."""
    try:
        meta = read_round(round_)
        with Console(stderr=True).status(say(lang, "replaying")):
            found = decide_again(round_)
    except RoundRefused as refused:
        Hearer(lang, as_json).stop("no_round", refused.says)
    if as_json:
        typer.echo(
            json.dumps({"identical": found is None, "first": found.as_data() if found else None}, ensure_ascii=False)
        )
    elif found:
        typer.echo(say(lang, "different", what=found.says[lang]))
    else:
        names = {"result": meta["result_hash"][:12], "seal": meta["seal"][:12]}
        typer.echo(say(lang, "identical", claims=f"{meta['counts']['claims']:,}", **names))
    if found:
        raise typer.Exit(FAILED)

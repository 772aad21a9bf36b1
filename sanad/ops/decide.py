"""`sanad decide`: a caseload becomes a round, with a summary that a person can read."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.caseload.making import Asked, Made, make_round
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.batch.deciding import RoundTooLarge
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.ops.decide_report import report
from sanad.ops.decide_words import say, says
from sanad.ops.engines import Engine, refuse_missing
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.rulebook.reading import load_programme, path_and_reading


def decide(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME[@READING]", help="Folder of the programme.")],
    claims: Annotated[Path, typer.Argument(help="CSV, XLSX or Parquet file, or a folder with a file per level.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The round's date, as 2018-09-01.")],
    out: Annotated[Path, typer.Option(help="Folder of the round; it must not exist yet.")],
    mapping: Annotated[Path | None, typer.Option(help="How the file's columns become the programme's fields.")] = None,
    paid: Annotated[Path | None, typer.Option(help="CSV: claim, line, amount, date of what was paid before.")] = None,
    funds: Annotated[Path | None, typer.Option(help="CSV: fund, currency, amount, earmarks.")] = None,
    engine: Annotated[Engine, typer.Option(help="What decides the round.")] = Engine.duckdb,
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Print round.json instead of the summary.")] = False,
) -> None:
    """Decide every claim of a file under a programme's rules, and write the round to a folder."""
    hearer = Hearer(lang, as_json)
    for file in (claims, mapping, paid, funds):
        if file is not None and not file.exists():
            hearer.stop("no_file", says("no_file", file=file))
    refuse_missing([engine], hearer)
    if out.exists():
        hearer.stop("round_exists", says("round_exists", out=out))
    day = read_day(on, hearer)
    made = make(Asked(load(programme, hearer), claims, day, out, mapping, paid, funds, engine), hearer)
    if as_json:
        typer.echo(json.dumps(made.meta, ensure_ascii=False, indent=2))
    else:
        report(Console(), made, out, lang)
    if made.caseload.rows_good == 0:
        hearer.stop("none_read", says("none_read", file=out / "bad_rows.csv"), FAILED)


def load(programme: str, hearer: Hearer) -> Programme:
    """The programme in its reading; what is wrong with it goes to the user, line by line."""
    path, reading = path_and_reading(programme)
    if not path.is_dir():
        hearer.stop("no_file", says("no_file", file=path))
    try:
        return load_programme(path, reading)
    except ProgrammeRefused as refused:
        hearer.refuse(path, refused)


def make(asked: Asked, hearer: Hearer) -> Made:
    """The round, with its steps shown as they go."""
    errors = Console(stderr=True)
    with errors.status("") as status:
        try:
            return make_round(asked, lambda step: status.update(say(hearer.lang, step)))
        except CaseloadRefused as refused:
            hearer.stop(refused.code, refused.says, FAILED)
        except RoundTooLarge as refused:
            hearer.stop("round_too_large", refused.says, FAILED)
        except ProgrammeRefused as refused:
            hearer.refuse(asked.programme.id, refused)


def read_day(text: str, hearer: Hearer) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        hearer.stop("bad_date", says("bad_date", text=text))

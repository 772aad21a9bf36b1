"""`sanad decide`: a caseload becomes a round, with a summary that a person can read."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from sanad.caseload.making import Asked, Made, make_round
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.batch.deciding import RoundTooLarge
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.ops.decide_report import report
from sanad.ops.decide_words import say
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_programme, path_and_reading

FAILED, WRONG_USE = 1, 2
Spoken = Annotated[Language, typer.Option("--lang", help="Language of the answer.")]


def decide(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME[@READING]", help="Folder of the programme.")],
    claims: Annotated[Path, typer.Argument(help="CSV, XLSX or Parquet file, or a folder with a file per level.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The round's date, as 2018-09-01.")],
    out: Annotated[Path, typer.Option(help="Folder of the round; it must not exist yet.")],
    mapping: Annotated[Path | None, typer.Option(help="How the file's columns become the programme's fields.")] = None,
    paid: Annotated[Path | None, typer.Option(help="CSV: claim, line, amount, date of what was paid before.")] = None,
    funds: Annotated[Path | None, typer.Option(help="CSV: fund, currency, amount, earmarks.")] = None,
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Print round.json instead of the summary.")] = False,
) -> None:
    """Decide every claim of a file under a programme's rules, and write the round to a folder."""
    for file in (claims, mapping, paid, funds):
        if file is not None and not file.exists():
            wrong_use(say(lang, "no_file", file=file))
    if out.exists():
        wrong_use(say(lang, "round_exists", out=out))
    day = read_day(on, lang)
    made = make(Asked(load(programme, lang), claims, day, out, mapping, paid, funds), lang)
    if as_json:
        typer.echo(json.dumps(made.meta, ensure_ascii=False, indent=2))
    else:
        report(Console(), made, out, lang)
    if made.caseload.rows_good == 0:
        typer.echo(say(lang, "none_read", file=out / "bad_rows.csv"), err=True)
        raise typer.Exit(FAILED)


def load(programme: str, lang: Language) -> Programme:
    """The programme in its reading; what is wrong with it goes to the user, line by line."""
    path, reading = path_and_reading(programme)
    if not path.is_dir():
        wrong_use(say(lang, "no_file", file=path))
    try:
        return load_programme(path, reading)
    except ProgrammeRefused as refused:
        fail(refused)


def make(asked: Asked, lang: Language) -> Made:
    """The round, with its steps shown as they go."""
    errors = Console(stderr=True)
    with errors.status("") as status:
        try:
            return make_round(asked, lambda step: status.update(say(lang, step)))
        except CaseloadRefused as refused:
            typer.echo(refused.says[lang], err=True)
            raise typer.Exit(FAILED) from refused
        except (ProgrammeRefused, RoundTooLarge) as refused:
            fail(refused)


def fail(error: Exception) -> NoReturn:
    typer.echo(str(error), err=True)
    raise typer.Exit(FAILED) from error


def wrong_use(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(WRONG_USE)


def read_day(text: str, lang: Language) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        wrong_use(say(lang, "bad_date", text=text))

"""`sanad programme`: begin, check, read and list the fields of a programme."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet
from sanad.ops import programme_check, programme_fields
from sanad.ops.engines import Engine, refuse_missing
from sanad.ops.later import later
from sanad.ops.programme_show import ProgrammeWords
from sanad.ops.programme_words import Language, say, says
from sanad.ops.stopping import FAILED, WRONG_USE, Hearer
from sanad.rulebook.reading import canonical_text, load_cases, load_programme, path_and_reading
from sanad.rulebook.reading.shipped import FolderIsNotEmpty, copy_template

cannot_write = later("sanad.sheets.problems:cannot_write")

app = typer.Typer(no_args_is_help=True, help="Programmes: folders of dated, sourced rules.")

Spoken = Annotated[Language, typer.Option("--lang", help="Language of the answer.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")]
Named = Annotated[str, typer.Argument(metavar="PATH[@READING]", help="Folder of the programme.")]


@app.command()
def new(
    path: Annotated[Path, typer.Argument(help="Folder to make; its name becomes the programme's id.")],
    lang: Spoken = Language.en,
) -> None:
    """Begin a programme as a copy of the template."""
    try:
        copy_template(path)
    except FolderIsNotEmpty:
        Hearer(lang).stop("not_empty", says("not_empty", path=path))
    except OSError as error:
        refusal = cannot_write(Path(error.filename or path), error)
        Hearer(lang).stop(refusal.code, refusal.says)
    typer.echo(say(lang, "created", path=path))


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders of programmes.")],
    lang: Spoken = Language.en,
    as_json: AsJson = False,
    engine: Annotated[
        list[Engine] | None, typer.Option(help="Besides the interpreter; again for another. All that are installed.")
    ] = None,
) -> None:
    """Check files, sources and dates, then try every worked case on every engine."""
    hearer = Hearer(lang, as_json)
    for path in paths:
        _refuse_missing(path, hearer)
    refuse_missing(engine or [], hearer)
    reports = [programme_check.check_programme(path, engine or []) for path in paths]
    if as_json:
        _echo_json([programme_check.as_data(report) for report in reports])
    else:
        _tell(reports, lang)
    if any(report.failed for report in reports):
        raise typer.Exit(FAILED)


def _tell(reports: list[programme_check.Report], lang: Language) -> None:
    for report in reports:
        _echo(programme_check.in_words(report, lang))
    if len(reports) > 1:
        passed, failed = sum(one.passed for one in reports), sum(one.failed for one in reports)
        _echo(("", say(lang, "passed_failed", passed=passed, failed=failed)))


@app.command()
def show(path: Named, lang: Spoken = Language.en, as_json: AsJson = False) -> None:
    """Tell a programme in words. JSON is the text that its hash is taken of."""
    hearer = Hearer(lang, as_json)
    folder, programme = _loaded(path, hearer)
    if as_json:
        typer.echo(canonical_text(programme))
        return
    _echo(ProgrammeWords(_built(folder, programme, hearer), lang).text(_cases(folder, programme, hearer)))


@app.command()
def fields(
    path: Named,
    lang: Spoken = Language.en,
    as_json: AsJson = False,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write the header of a claims file here.")] = None,
) -> None:
    """List the facts that claims may state."""
    _, programme = _loaded(path, Hearer(lang, as_json))
    if csv_file:
        _write_header(csv_file, programme, lang)
    elif as_json:
        _echo_json(programme_fields.as_data(programme))
    else:
        Console().print(programme_fields.table(programme, lang))


def _write_header(file: Path, programme: Programme, lang: Language) -> None:
    """A file that is there may hold claims, so it is left alone."""
    try:
        with file.open("x", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerow(programme_fields.columns(programme))
    except FileExistsError:
        Hearer(lang).stop("file_exists", says("file_exists", path=file))
    except OSError as error:
        refusal = cannot_write(file, error)
        Hearer(lang).stop(refusal.code, refusal.says)
    typer.echo(say(lang, "template_written", path=file))


def _loaded(text: str, hearer: Hearer) -> tuple[Path, Programme]:
    path, reading = path_and_reading(text)
    _refuse_missing(path, hearer)
    try:
        return path, load_programme(path, reading)
    except ProgrammeRefused as refused:
        is_unknown = [problem.code for problem in refused.problems] == ["unknown_reading"]
        hearer.refuse(path, refused, WRONG_USE if is_unknown else FAILED)


def _built(path: Path, programme: Programme, hearer: Hearer) -> RuleSet:
    try:
        return build(programme)
    except ProgrammeRefused as refused:
        hearer.refuse(path, refused)


def _cases(path: Path, programme: Programme, hearer: Hearer) -> int:
    try:
        return len(load_cases(path, programme))
    except ProgrammeRefused as refused:
        hearer.refuse(path, refused)


def _refuse_missing(path: Path, hearer: Hearer) -> None:
    if not path.is_dir():
        hearer.stop("no_folder", says("no_folder", path=path))


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _echo_json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))

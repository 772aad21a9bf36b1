"""`sanad programme`: begin, check, read and list the fields of a programme."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet
from sanad.ops import programme_check, programme_fields
from sanad.ops.case_names import NotThere
from sanad.ops.engines import Engine, refuse_missing
from sanad.ops.later import later
from sanad.ops.programme_text import programme_text
from sanad.ops.programme_words import Language, say, says
from sanad.ops.stopping import FAILED, WRONG_USE, Hearer
from sanad.rulebook.reading import canonical_text, load_cases, load_programme, path_and_reading
from sanad.rulebook.reading.shipped import FolderIsNotEmpty, copy_template

run = later("sanad.ops.ground:run")
explain_case = later("sanad.ops.programme_explain:explain_case")
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
def freeze(
    path: Named,
    by: Annotated[str, typer.Option("--by", metavar="EMAIL", help="The programme lead who does it.")],
    prefix: Annotated[str, typer.Option(help="Two to five letters with which the numbers of its claims begin.")],
    lang: Spoken = Language.en,
) -> None:
    """Keep a programme's rules in the database, named by their content, so that rounds decide by them."""
    hearer = Hearer(lang)
    folder, reading = path_and_reading(path)
    try:
        declared = load_programme(folder, reading)
    except ProgrammeRefused as refused:
        hearer.refuse(path, refused)
    run("freeze_programme", hearer, by=by, declared=declared, prefix=prefix)


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders of programmes.")],
    lang: Spoken = Language.en,
    as_json: AsJson = False,
    engine: Annotated[
        list[Engine] | None, typer.Option(help="Besides the interpreter; again for another. All that are installed.")
    ] = None,
    case: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Try this case alone; again for another.")
    ] = None,
) -> None:
    """Check files, sources and dates, then try every worked case on every engine."""
    hearer = Hearer(lang, as_json)
    for path in paths:
        _refuse_missing(path, hearer)
    refuse_missing(engine or [], hearer)
    reports = []
    for path in paths:
        reports.append(report := _checked(path, engine or [], case or []))
        if not as_json and (report.results or report.problems or not case):
            _echo(programme_check.in_words(report, lang))
    _refuse_unknown(case or [], reports, hearer)
    if as_json:
        _echo_json([programme_check.as_data(report) for report in reports])
    elif len(reports) > 1:
        _sum_up(reports, lang)
    if any(report.failed for report in reports):
        raise typer.Exit(FAILED)


def _checked(path: Path, engines: Sequence[Engine], cases: Sequence[str]) -> programme_check.Report:
    """A bar an engine shows a person how far it has come; a program that reads along sees nothing of it."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        return programme_check.check_programme(path, engines, cases, progress)


def _refuse_unknown(asked: Sequence[str], reports: Sequence[programme_check.Report], hearer: Hearer) -> None:
    """A case that no programme has; where a programme was refused, nobody knows which ones it would have."""
    if any(report.problems for report in reports):
        return
    known = [name for report in reports for name in report.names]
    for name in asked:
        if name.casefold() not in {one.casefold() for one in known}:
            refused = NotThere("unknown_case", name, known)
            hearer.stop(refused.code, refused.says)


def _sum_up(reports: Sequence[programme_check.Report], lang: Language) -> None:
    passed, failed = sum(one.passed for one in reports), sum(one.failed for one in reports)
    _echo(("", say(lang, "passed_failed", passed=passed, failed=failed)))


@app.command()
def explain(
    path: Annotated[Path, typer.Argument(help="Folder of the programme.")],
    case: Annotated[str, typer.Argument(metavar="CASE", help="Id of a worked case.")],
    claim: Annotated[str | None, typer.Argument(help="One of its claims; all of them where none is named.")] = None,
    lang: Spoken = Language.en,
    as_json: AsJson = False,
) -> None:
    """Say what a worked case comes to and why, as `sanad explain` does for a claim of a round."""
    hearer = Hearer(lang, as_json)
    _refuse_missing(path, hearer)
    try:
        told = explain_case(path, case, claim, lang)
    except ProgrammeRefused as refused:
        hearer.refuse(path, refused)
    except NotThere as unknown:
        hearer.stop(unknown.code, unknown.says)
    if as_json:
        _echo_json(told.as_object())
    else:
        typer.echo(told.as_words(), nl=False)


@app.command()
def show(path: Named, lang: Spoken = Language.en, as_json: AsJson = False) -> None:
    """Tell a programme in words. JSON is the text that its hash is taken of."""
    hearer = Hearer(lang, as_json)
    folder, programme = _loaded(path, hearer)
    if as_json:
        typer.echo(canonical_text(programme))
        return
    _echo(programme_text(_built(folder, programme, hearer), lang, _cases(folder, programme, hearer)))


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

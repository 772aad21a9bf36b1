"""`sanad record facts`: tables that somebody compiled, each row with its primary sources, become part of the record."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.later import later
from sanad.ops.programme_words import Language
from sanad.ops.record_facts_telling import tell_read
from sanad.ops.record_facts_words import says
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.importers.facts.faults import PlanRefused
from sanad.record.importers.facts.folder import ReadFolder, read_folder
from sanad.record.importers.facts.plan import Plan, plan_of, read_plan

run = later("sanad.ops.ground:run")


def facts(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of tables: .json and .tsv.")],
    by: Annotated[str, typer.Option("--by", metavar="EMAIL", help="The record keeper who takes them in.")] = "",
    plan: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What the tables say; none: the folder's facts.yaml, or one of Sanad's own."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be kept, and write nothing.")] = False,
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Take in tables of facts with their primary sources: statements, dated steps, questions told in several ways."""
    hearer = Hearer(lang, as_json)
    if not by and not dry_run:
        hearer.stop("needs_keeper", says("needs_keeper"))
    read = _read(folder, _plan(folder, plan, hearer), hearer)
    if read.is_empty:
        tell_read(hearer, folder, read, None)
        hearer.stop("no_facts", says("no_facts", folder=folder), FAILED)
    if dry_run:
        tell_read(hearer, folder, read, None)
    else:
        run("keep_facts", hearer, folder=folder, read=read, by=by)


def _plan(folder: Path, named: Path | None, hearer: Hearer) -> Plan:
    found = plan_of(folder, named)
    if found is None:
        hearer.stop("no_plan", says("no_plan", folder=folder))
    try:
        return read_plan(found)
    except PlanRefused as refused:
        problem = says("bad_plan", plan=found, where=refused.where, problem=refused.says)
        hearer.stop("bad_plan", problem, FAILED)
    except OSError as error:
        hearer.stop("bad_plan", says("bad_plan", plan=found, where="-", problem=error.strerror or error), FAILED)


def _read(folder: Path, plan: Plan, hearer: Hearer) -> ReadFolder:
    try:
        return read_folder(folder, plan)
    except OSError as error:
        hearer.stop("no_folder", says("no_folder", folder=folder, error=error.strerror or error))

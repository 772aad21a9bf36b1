"""`sanad generate`: a made-up caseload of any size, drawn from counts, marked as made up."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.caseload.counting import count_like
from sanad.caseload.figures import Figures, read_figures
from sanad.caseload.generating import Recipe
from sanad.caseload.generating import generate as write_claims
from sanad.caseload.mapping import load_mapping
from sanad.caseload.problems import CaseloadRefused, refused
from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.ops.decide import load
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer
from sanad.rulebook.reading import path_and_reading

FIGURES = "caseload.yaml"
DONE = {
    "en": "{count:,} claims were made up (seed {seed}) and written to {out}. None of these families exists.",
    "ar": "وُلّد {count:,} طلب (البذرة {seed}) وكُتبت في {out}. لا وجود لأيٍّ من هذه الأسر.",
}


def generate(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="Folder of the programme.")],
    count: Annotated[int, typer.Argument(metavar="N", help="How many claims.")],
    out: Annotated[Path, typer.Option(help="The claims file, csv or parquet; it must not exist yet.")],
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same file on every machine.")] = 1,
    like: Annotated[Path | None, typer.Option(help="Count a survey file instead of using caseload.yaml.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="How the survey's columns become the fields.")] = None,
    lang: Spoken = Language.en,
) -> None:
    """Make up a caseload like a real one; it says in every row that it is generated."""
    hearer = Hearer(lang)
    try:
        write_claims(_recipe(load(programme, hearer), path_and_reading(programme)[0], like, mapping), count, seed, out)
    except CaseloadRefused as error:
        hearer.stop(error.code, error.says, FAILED)
    except ProgrammeRefused as error:
        hearer.refuse(programme, error)
    typer.echo(DONE[lang].format(count=count, seed=seed, out=out))


def _recipe(programme: Programme, folder: Path, like: Path | None, mapping: Path | None) -> Recipe:
    rules = build(programme)
    fields = dict(rules.fields)
    if not (folder / FIGURES).is_file():
        raise refused("no_figures", programme=folder)
    figures = read_figures(folder / FIGURES, fields)
    if like:
        figures = _counted(figures, programme, fields, like, mapping)
    return Recipe(fields, rules.levels, figures)


def _counted(
    figures: Figures, programme: Programme, fields: dict[str, TypedField], like: Path, mapping: Path | None
) -> Figures:
    survey = load_mapping(mapping, list(fields.values()), programme.levels) if mapping else None
    return count_like(figures, programme, fields, like, survey)

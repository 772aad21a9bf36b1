"""`sanad demo`: the main job at once, on a real survey where there is one and on a made-up caseload of its size."""

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.caseload.making import Asked
from sanad.caseload.stored import StoredRound, open_round
from sanad.ops.decide import Spoken, load, make, read_day
from sanad.ops.decide_report import report
from sanad.ops.demo_words import say, says
from sanad.ops.explain import explained
from sanad.ops.generate import generate
from sanad.ops.programme_words import Language
from sanad.ops.stopping import Hearer
from sanad.rulebook.reading.shipped import shipped_programmes

PROGRAMME, ON, SIZE, SEED = "nepal-2015", "2018-09-01", 762_106, 2015
FOLDER, MARK = Path("demo-output"), ".made-by-sanad-demo"
EXPLAINED = ("award", "refuse", "incomplete")


def demo(
    out: Annotated[Path, typer.Option(help="Folder for the rounds; an earlier demo's is replaced.")] = FOLDER,
    claims: Annotated[int, typer.Option(help="How many claims to generate.")] = SIZE,
    lang: Spoken = Language.en,
) -> None:
    """Decide real buildings where the survey is at hand, and a generated caseload of the survey's size."""
    console = Console()
    programme = shipped_programmes() / PROGRAMME
    _fresh(out, lang)
    survey = find_survey()
    if survey:
        console.rule(say(lang, "real"))
        _decide(console, programme, survey, out / "real", programme / "survey-map.yaml", lang)
    else:
        console.print(say(lang, "no_survey"), soft_wrap=True)
    console.rule(say(lang, "generated", count=f"{claims:,}"))
    caseload = out / "claims.parquet"
    generate(str(programme), claims, caseload, seed=SEED, lang=lang)
    _decide(console, programme, caseload, out / "generated", None, lang)
    _explain(console, open_round(out / "generated"), lang)
    console.rule(say(lang, "files"))
    made = [name for name in ("real", "generated") if (out / name).is_dir()]
    console.print(say(lang, "where", out=out, rounds=", ".join(f"{out}/{name}" for name in made)), soft_wrap=True)


def _fresh(out: Path, lang: Language) -> None:
    if out.exists() and not (out / MARK).exists():
        Hearer(lang).stop("not_ours", says("not_ours", out=out))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / MARK).touch()


def find_survey() -> Path | None:
    """The survey of real buildings: the file or folder that SANAD_SURVEY names, or the shared data's."""
    shared = Path(os.environ.get("SANAD_SHARED", "../shared")) / "data" / "nepal-2015"
    named = Path(os.environ.get("SANAD_SURVEY", shared))
    files = [named] if named.is_file() else sorted(named.glob("*.csv"))
    return files[0] if files else None


def _decide(console: Console, programme: Path, claims: Path, out: Path, mapping: Path | None, lang: Language) -> None:
    hearer = Hearer(lang)
    asked = Asked(load(str(programme), hearer), claims, read_day(ON, hearer), out, mapping)
    report(console, make(asked, hearer), out, lang)


def _explain(console: Console, stored: StoredRound, lang: Language) -> None:
    for outcome in EXPLAINED:
        claim = stored.first_claim(outcome)
        if claim is None:
            continue
        for language in Language:
            console.rule(say(lang, "explained", claim=claim, spoken=say(lang, language.value)))
            typer.echo(explained(stored, claim, language))

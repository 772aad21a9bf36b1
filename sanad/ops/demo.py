"""`sanad demo`: the main job at once, on a real survey where there is one and on made-up caseloads of real sizes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.caseload.making import Asked
from sanad.caseload.stored import StoredRound, open_round
from sanad.ops import demo_district as district
from sanad.ops.decide import load, make, read_day
from sanad.ops.decide_report import report
from sanad.ops.demo_rounds import ROUNDS, UNREACHED, DemoRound
from sanad.ops.demo_words import say, says
from sanad.ops.explain import explained
from sanad.ops.generate import generate
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer
from sanad.rulebook.reading.shipped import shipped_programmes

SURVEYED = ROUNDS[0]
FOLDER, MARK = Path("demo-output"), ".made-by-sanad-demo"


def demo(
    out: Annotated[Path, typer.Option(help="Folder for the rounds; an earlier demo's is replaced.")] = FOLDER,
    claims: Annotated[int, typer.Option(min=1, help="How many claims to generate at most.")] = SURVEYED.size,
    homes: Annotated[int, typer.Option(min=10, help="How many homes the made-up district has at most.")] = 5_000,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the sites; 0 takes a free one.")] = 8000,
    check: Annotated[bool, typer.Option("--check", help="Open every start page once, and stop.")] = False,
    lang: Spoken = Language.en,
) -> None:
    """Decide caseloads of real sizes, then build a made-up district and serve it at this machine."""
    console = Console()
    _fresh(out, lang)
    made = [*_real(console, out, lang)]
    for one in ROUNDS:
        made.append(_generated(console, one, out, min(claims, one.size), lang))
        _explain(console, one, open_round(made[-1]), lang)
    console.rule(say(lang, "files"))
    console.print(say(lang, "where", rounds="\n".join(f"  {folder}" for folder in made)), soft_wrap=True)
    console.print(say(lang, "next", example=made[-1]), soft_wrap=True)
    hearer = Hearer(lang)
    district.build(out, homes, hearer)
    if check:
        district.check(hearer)
    else:
        console.print(say(lang, "enter", address=f"http://127.0.0.1:{port}/"), soft_wrap=True)
        district.serve(port, hearer)


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


def _real(console: Console, out: Path, lang: Language) -> Iterator[Path]:
    survey, programme = find_survey(), shipped_programmes() / SURVEYED.programme
    if survey is None:
        console.print(say(lang, "no_survey"), soft_wrap=True)
        return
    console.rule(say(lang, "real"))
    mapping = programme / "survey-map.yaml"
    yield _decide(console, programme, survey, SURVEYED.on, out / "real", lang, mapping=mapping)


def _generated(console: Console, one: DemoRound, out: Path, claims: int, lang: Language) -> Path:
    programme, caseload, funds = shipped_programmes() / one.programme, out / f"{one.folder}.parquet", None
    console.rule(one.programme)
    console.print(one.about[lang].format(count=f"{claims:,}"), soft_wrap=True, highlight=False)
    generate(str(programme), claims, caseload, seed=one.seed, lang=lang)
    if one.money:
        funds = out / f"{one.folder}-funds.csv"
        funds.write_text(one.money.as_file(claims, one.size), encoding="utf-8")
    return _decide(console, programme, caseload, one.on, out / one.folder, lang, funds=funds)


def _decide(
    console: Console,
    programme: Path,
    claims: Path,
    on: str,
    out: Path,
    lang: Language,
    *,
    mapping: Path | None = None,
    funds: Path | None = None,
) -> Path:
    hearer = Hearer(lang)
    asked = Asked(load(str(programme), hearer), claims, read_day(on, hearer), out, mapping, funds=funds)
    report(console, make(asked, hearer), out, lang)
    return out


def _explain(console: Console, one: DemoRound, stored: StoredRound, lang: Language) -> None:
    for kind in one.told:
        claim = stored.first_unreached() if kind == UNREACHED else stored.first_claim(kind)
        for language in Language if claim else ():
            console.rule(say(lang, f"told_{kind}", claim=claim, spoken=say(lang, language.value)))
            typer.echo(explained(stored, str(claim), language))

"""`sanad compare`: two programmes, readings or days over one caseload: what each costs, who gets what, and why."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.making import Asked
from sanad.ops.compare_files import CLAIMS, data, is_page, work_folder, write_folder, write_page
from sanad.ops.compare_report import report
from sanad.ops.compare_sides import Pair, check, compare_sides
from sanad.ops.compare_told import tell
from sanad.ops.compare_words import say, says
from sanad.ops.decide import load, read_day
from sanad.ops.decide_words import says as says_of_rounds
from sanad.ops.programme_words import Language
from sanad.ops.stopping import Hearer


def compare(
    programme_a: Annotated[str, typer.Argument(metavar="PROGRAMME_A[@READING]", help="Folder of side A.")],
    programme_b: Annotated[str, typer.Argument(metavar="PROGRAMME_B[@READING]", help="Folder of side B.")],
    claims: Annotated[Path, typer.Argument(help="One file for both: CSV, XLSX or Parquet, or a folder of files.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The day on which both are decided, as 2018-09-01.")],
    on_b: Annotated[str | None, typer.Option(metavar="DATE", help="Another day for B.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="How the file's columns become the fields.")] = None,
    mapping_b: Annotated[Path | None, typer.Option(help="Another mapping for B.")] = None,
    paid: Annotated[Path | None, typer.Option(help="CSV: claim, line, amount, date of what was paid before.")] = None,
    by: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="What to group by; may be repeated.")] = None,
    out: Annotated[Path | None, typer.Option(help="A new folder for tables, page and rounds; or FILE.html.")] = None,
    lang: Annotated[Language | None, typer.Option(help="Language; without it the page speaks both.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Decide one caseload under two programmes, readings or days, and say what changes, where and for whom."""
    hearer = Hearer(lang or Language.en, as_json)
    for file in (claims, mapping, mapping_b, paid):
        if file is not None and not file.exists():
            hearer.stop("no_file", says_of_rounds("no_file", file=file))
    if out is not None and out.exists():
        hearer.stop("out_exists", says("out_exists", out=out))
    a = Asked(load(programme_a, hearer), claims, read_day(on, hearer), Path(), mapping, paid)
    b = Asked(load(programme_b, hearer), claims, read_day(on_b or on, hearer), Path(), mapping_b or mapping, paid)
    names = (Path(programme_a).resolve().name, Path(programme_b).resolve().name)
    pair = Pair(a, b, names, tuple(name.strip() for text in by or [] for name in text.split(",") if name.strip()))
    check(pair, hearer)
    with work_folder(out, hearer) as folder:
        every_claim = folder / CLAIMS if out is not None and not is_page(out) else None
        comparison = compare_sides(pair, folder, every_claim, hearer)
        told = tell(comparison, hearer.lang)
        _write(comparison, folder, out, lang)
    if as_json:
        typer.echo(json.dumps(data(comparison, told, hearer.lang), ensure_ascii=False, indent=2))
        return
    report(Console(), comparison, told, hearer.lang)
    if out is not None:
        typer.echo(say(hearer.lang, "page_written" if is_page(out) else "written", out=out))


def _write(comparison: Comparison, folder: Path, out: Path | None, lang: Language | None) -> None:
    """Arabic first, where nobody asked for one language."""
    languages = [lang] if lang else [Language.ar, Language.en]
    if out is not None and is_page(out):
        write_page(comparison, out, languages)
    elif out is not None:
        write_folder(comparison, folder, languages, lang or Language.en)

"""`sanad publish`: freezes a release for the public page."""

from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer


def publish(
    by: Annotated[str, typer.Option("--by", metavar="EMAIL", help="The programme lead who publishes.")],
    note_ar: Annotated[str, typer.Option(help="What this release corrects, in Arabic; with --note-en.")] = "",
    note_en: Annotated[str, typer.Option(help="The same in English.")] = "",
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Freeze all tables at the last sealed position, with small numbers hidden, and publish them."""
    run("publish_release", Hearer(lang, as_json), by=by, note={"ar": note_ar.strip(), "en": note_en.strip()})

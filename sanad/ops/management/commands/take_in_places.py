import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.ops.ground_words import say, says
from sanad.ops.stopping import FAILED, Hearer
from sanad.places.importing import UnknownPlace, difference, import_places
from sanad.places.proposals import Proposal
from sanad.places.published import missing_file, read_published
from sanad.places.short_list import FieldIsMissing, read_list


class Command(BaseCommand):
    help = "Take in places."
    requires_system_checks = ()
    stealth_options = ("hearer", "path", "dry_run")

    def handle(self, *_args: str, hearer: Hearer, path: Path, dry_run: bool, **_options: Any) -> None:
        for proposal in _read(path, hearer):
            try:
                now = datetime.now(UTC)
                found = difference(proposal) if dry_run else import_places(proposal=proposal, at=now, by=None)
            except UnknownPlace as unknown:
                hearer.stop("unknown_place", says("unknown_place", place=unknown), FAILED)
            counts = {"list": proposal.origin.code, "rows": proposal.rows, **found.counts, "faults": proposal.counts}
            typer.echo(json.dumps(counts) if hearer.as_json else _told(hearer, counts, dry_run))


def _read(path: Path, hearer: Hearer) -> list[Proposal]:
    if not path.exists():
        hearer.stop("no_places_file", says("no_places_file", path=path), FAILED)
    if path.is_dir() and (missing := missing_file(path)):
        hearer.stop("no_places_in_folder", says("no_places_in_folder", path=path, file=missing), FAILED)
    try:
        lists = [read_list(path)] if path.is_file() else read_published(path)
    except FieldIsMissing as missing_field:
        hearer.stop("places_lack_field", says("places_lack_field", path=path, field=missing_field), FAILED)
    except (OSError, ValueError, KeyError, TypeError) as error:
        hearer.stop("no_places", says("no_places", path=path, error=f"{type(error).__name__}: {error}"), FAILED)
    return lists


def _told(hearer: Hearer, counts: dict[str, Any], dry_run: bool) -> str:
    faults = ", ".join(f"{code} {number}" for code, number in counts["faults"].items()) or "0"
    return say(hearer.lang, "places_would" if dry_run else "places_taken", **(counts | {"faults": faults}))

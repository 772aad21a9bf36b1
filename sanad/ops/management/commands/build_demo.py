import csv
import os
from pathlib import Path
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connections
from django.utils import timezone

from sanad.audit.made_up import is_made_up, is_whole, mark_as_whole
from sanad.audit.models import Event
from sanad.casework.claims.services import IssuedReceipt
from sanad.demo.district import build_district
from sanad.demo.door import give_second_factors
from sanad.demo.plan import Plan, Size
from sanad.ops.district_progress import shown_progress
from sanad.ops.district_words import say, says
from sanad.ops.stopping import Hearer
from sanad.ops.working import seal, write_note
from sanad.places.published import read_published
from sanad.staff.models import User
from sanad.web.shared.made_up_families import COLUMNS, families_file

FEWEST_BUILDINGS = 12


class Command(BaseCommand):
    help = "Build the made-up district in an empty database; one that was built before is left as it is."
    requires_system_checks = ()
    stealth_options = ("hearer", "seed", "homes")

    def handle(self, *_args: str, hearer: Hearer, seed: int, homes: int, **_options: Any) -> None:
        settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
        call_command("migrate", verbosity=0, interactive=False)
        if is_whole():
            typer.echo(say(hearer.lang, "is_there", data=settings.DATA))
            return
        if is_made_up() or Event.objects.exists() or User.objects.exists():
            hearer.stop("not_empty", says("not_empty", data=settings.DATA))
        _build(hearer, Plan(seed, timezone.now(), size_of(homes)))
        connections.close_all()


def _build(hearer: Hearer, plan: Plan) -> None:
    with shown_progress(hearer.lang) as tell:
        district = build_district(plan, tell, read_published(lists_at_hand()))
    give_second_factors()
    mark_as_whole(at=plan.now)
    seal(plan.now)
    write_note(plan.now)
    path = _written(district.receipts)
    homes, families = plan.size.homes, len(district.receipts)
    typer.echo(
        say(hearer.lang, "built", homes=f"{homes:,}", buildings=plan.size.buildings, families=families, file=path)
    )


def _written(receipts: list[tuple[str, IssuedReceipt]]) -> Path:
    """The numbers, codes and secrets of some made-up families, readable by the owner of the folder only."""
    path = families_file()
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows((receipt.number, receipt.code, receipt.secret, story) for story, receipt in receipts)
    return path


def lists_at_hand() -> Path:
    """Where published lists of places lie, if they were laid beside the program."""
    return Path(os.environ.get("SANAD_SHARED", "../shared")) / "data" / "lebanon-places"


def size_of(homes: int) -> Size:
    """The whole district, or a smaller one of the same shape."""
    whole = Size()
    if homes >= whole.homes:
        return whole
    buildings = max(FEWEST_BUILDINGS, homes * whole.buildings // whole.homes)
    return Size(buildings, max(homes, buildings), intake_days=5, shared_homes=2, codes=3)

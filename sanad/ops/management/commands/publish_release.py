import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.ops.acting import acting
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import Hearer
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of, told_of
from sanad.publication.services import AnotherWasFirst, NeverStill, NoteIsHalf, NothingHappened, publish
from sanad.staff.roles import Role


class Command(BaseCommand):
    help = "Freeze a release."
    requires_system_checks = ()
    stealth_options = ("hearer", "by", "note")

    def handle(self, *_args: str, hearer: Hearer, by: str, note: Mapping[str, str], **_options: Any) -> None:
        lead = acting(by, Role.PROGRAMME_LEAD, hearer)
        try:
            release = publish(at=datetime.now(UTC), by=lead, note=note)
        except NothingHappened as error:
            hearer.stop("nothing_happened", says("nothing_happened", number=error.args[0]))
        except AnotherWasFirst as error:
            hearer.stop("another_published", says("another_published", number=error.args[0]))
        except NeverStill:
            hearer.stop("never_still", says("never_still"))
        except NoteIsHalf:
            hearer.stop("note_is_half", says("note_is_half"))
        _tell(release, hearer)


def _tell(release: Release, hearer: Hearer) -> None:
    hidden = told_of(release)["hidden"]
    counted = {state: sum(rows[state] for rows in hidden.values()) for state in ("hidden", "held")}
    told = {"number": release.number, "position": release.position, "folder": str(folder_of(release)), **counted}
    if hearer.as_json:
        typer.echo(json.dumps({**told, "checks": release.checks, "tables": hidden}, ensure_ascii=False, indent=2))
    else:
        typer.echo(say(hearer.lang, "published", **told))

import json
from pathlib import Path
from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.ops.backups import NoBackup, NotEmpty, OtherKind, restore_from
from sanad.ops.copying import ToolFailed
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import FAILED, Hearer


class Command(BaseCommand):
    help = "Restore a backup into an empty place."
    requires_system_checks = ()
    stealth_options = ("hearer", "path")

    def handle(self, *_args: str, hearer: Hearer, path: Path, **_options: Any) -> None:
        restored = _restored(hearer, path)
        found = {"position": restored}
        typer.echo(json.dumps(found) if hearer.as_json else say(hearer.lang, "restored", position=f"{restored:,}"))


def _restored(hearer: Hearer, path: Path) -> int:
    try:
        return restore_from(path)
    except NoBackup as wrong:
        hearer.stop("no_backup", says("no_backup", path=path, what=wrong), FAILED)
    except NotEmpty as full:
        hearer.stop("not_empty", says("not_empty", what=full))
    except OtherKind as kinds:
        theirs, ours = kinds.args
        hearer.stop("other_kind", says("other_kind", theirs=theirs, ours=ours))
    except ToolFailed as failed:
        hearer.stop("no_tool", says("no_tool", tool=failed.tool, error=failed.error), FAILED)

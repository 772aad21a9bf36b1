import json
from pathlib import Path
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand

from sanad.ops.backups import BackupExists, make_backup, position
from sanad.ops.copying import ToolFailed
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import FAILED, Hearer


class Command(BaseCommand):
    help = "Copy the database and all files into a new folder."
    requires_system_checks = ()
    stealth_options = ("hearer", "out")

    def handle(self, *_args: str, hearer: Hearer, out: Path, **_options: Any) -> None:
        try:
            manifest = make_backup(out)
        except BackupExists:
            hearer.stop("backup_exists", says("backup_exists", out=out))
        except ToolFailed as failed:
            hearer.stop("no_tool", says("no_tool", tool=failed.tool, error=failed.error), FAILED)
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
        told = {"out": str(out), "position": position(), "files": len(manifest["files"]), "size": f"{size / 1e6:.1f}"}
        if hearer.as_json:
            typer.echo(json.dumps(told))
        else:
            typer.echo(say(hearer.lang, "backed_up", keys=settings.DATA / "keys", **told))

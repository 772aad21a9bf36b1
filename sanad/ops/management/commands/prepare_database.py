import json
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connection

from sanad.ops.ground_words import say
from sanad.ops.stopping import Hearer


class Command(BaseCommand):
    help = "Make the database, or bring an older one up to this program."
    requires_system_checks = ()
    stealth_options = ("hearer",)

    def handle(self, *_args: str, hearer: Hearer, **_options: Any) -> None:
        settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
        call_command("migrate", verbosity=0, interactive=False)
        database = f"{connection.vendor}: {connection.settings_dict['NAME']}"
        typer.echo(
            json.dumps({"database": database}) if hearer.as_json else say(hearer.lang, "migrated", database=database)
        )

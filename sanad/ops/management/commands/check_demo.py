from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.ops.demo_check import look_at_all
from sanad.ops.demo_words import say
from sanad.ops.stopping import FAILED, Hearer


class Command(BaseCommand):
    help = "Serve the demo on a free port, open every start page, and stop."
    requires_system_checks = ()
    stealth_options = ("hearer",)

    def handle(self, *_args: str, hearer: Hearer, **_options: Any) -> None:
        opened, failed = look_at_all()
        for page, why in failed:
            typer.echo(f"{page}: {why}", err=True)
        typer.echo(say(hearer.lang, "checked", pages=len(opened), failed=len(failed)))
        if failed or not opened:
            raise typer.Exit(FAILED)

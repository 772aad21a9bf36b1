from datetime import UTC, datetime
from typing import Any

import typer
from django.core.management import BaseCommand

from sanad.engine.rules.declared import Programme
from sanad.ops.acting import acting
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import Hearer
from sanad.rulebook.services import AlreadyFrozen, CurrencyHasChanged, PrefixIsTaken, freeze_rules
from sanad.staff.roles import Role


class Command(BaseCommand):
    help = "Keep a programme's rules for rounds."
    requires_system_checks = ()
    stealth_options = ("hearer", "by", "declared", "prefix")

    def handle(self, *_args: str, hearer: Hearer, by: str, declared: Programme, prefix: str, **_options: Any) -> None:
        lead = acting(by, Role.PROGRAMME_LEAD, hearer)
        try:
            frozen = freeze_rules(declared=declared, prefix=prefix.upper(), at=datetime.now(UTC), by=lead)
        except AlreadyFrozen:
            hearer.stop("already_frozen", says("already_frozen", hash=declared.hash[:12]))
        except (PrefixIsTaken, CurrencyHasChanged) as refused:
            code = "prefix_taken" if isinstance(refused, PrefixIsTaken) else "currency_changed"
            hearer.stop(code, says(code, prefix=prefix.upper(), currency=declared.currency))
        typer.echo(say(hearer.lang, "frozen", programme=declared.id, hash=frozen.hash[:12]))

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

STEPS, STATEMENTS = Kept("claims_claimstep"), Kept("claims_statement")


class ClaimsConfig(AppConfig):
    name = "sanad.casework.claims"
    label = "claims"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in (STEPS, STATEMENTS):
        keep(connections[using], kept)

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep
from sanad.record.ledger_column import tell_ledger_by

KEPT = (
    Kept("outcomes_claimset"),
    Kept("outcomes_claimofset"),
    Kept("outcomes_link", filled_once=("ended_by_id", "ended_at")),
    Kept("outcomes_ledgercheck"),
    Kept("outcomes_voice"),
    Kept("outcomes_recorded"),
)


class OutcomesConfig(AppConfig):
    name = "sanad.outcomes"
    label = "outcomes"

    def ready(self) -> None:
        tell_ledger_by("sanad.outcomes.column.ledger_column")
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)

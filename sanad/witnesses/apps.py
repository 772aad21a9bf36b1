from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep
from sanad.record.guards import guard
from sanad.record.names_guarded import guard_names_by
from sanad.witnesses.guards import GUARDS

KEPT = (
    Kept("witnesses_identity", filled_once=("agent_id",)),
    Kept("witnesses_lodged"),
    Kept("witnesses_takenup"),
    Kept("witnesses_consent", filled_once=("withdrawn_at",)),
    Kept("witnesses_withdrawal", filled_once=("done_at", "done_by_id")),
    Kept("witnesses_look", filled_once=("allowed_at", "allowed_by_id")),
)


class WitnessesConfig(AppConfig):
    name = "sanad.witnesses"
    label = "witnesses"

    def ready(self) -> None:
        guard_names_by("sanad.witnesses.scanning.scanner")
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)
    for one in GUARDS:
        guard(connections[using], one)

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

KEPT = (Kept("works_extension"), Kept("works_escalation"))


class WorksConfig(AppConfig):
    name = "sanad.casework.works"
    label = "works"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)

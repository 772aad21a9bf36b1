from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

RESERVATIONS = Kept("allocations_reservation")


class AllocationsConfig(AppConfig):
    name = "sanad.casework.allocations"
    label = "allocations"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    keep(connections[using], RESERVATIONS)

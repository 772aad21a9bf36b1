from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

KEPT = (Kept("funds_outflow"), Kept("funds_exchange"))


class FundsConfig(AppConfig):
    name = "sanad.funds"
    label = "funds"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)

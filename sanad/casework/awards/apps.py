from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

KEPT = (
    Kept("awards_award"),
    Kept("awards_awardline"),
    Kept("awards_felldue"),
    Kept("awards_dueday"),
    Kept("awards_foreseen"),
)


class AwardsConfig(AppConfig):
    name = "sanad.casework.awards"
    label = "awards"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for table in KEPT:
        keep(connections[using], table)

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

INSPECTIONS = Kept("assessments_inspection")


class AssessmentsConfig(AppConfig):
    name = "sanad.casework.assessments"
    label = "assessments"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    keep(connections[using], INSPECTIONS)

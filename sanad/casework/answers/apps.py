from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

REPLIES = Kept("answers_reply")


class AnswersConfig(AppConfig):
    name = "sanad.casework.answers"
    label = "answers"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    keep(connections[using], REPLIES)

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

NOTICES = Kept("notices_notice", filled_once=("sent_at", "sent_by"))


class NoticesConfig(AppConfig):
    name = "sanad.casework.notices"
    label = "notices"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    keep(connections[using], NOTICES)

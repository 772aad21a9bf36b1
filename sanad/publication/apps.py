from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

KEPT = (Kept("publication_release"), Kept("publication_basis"))


class PublicationConfig(AppConfig):
    name = "sanad.publication"

    def ready(self) -> None:
        post_migrate.connect(_keep_tables, sender=self)


def _keep_tables(sender: AppConfig, using: str, **_more: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)

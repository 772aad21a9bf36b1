from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

RULE_SETS = Kept("rulebook_ruleset")


class RulebookConfig(AppConfig):
    name = "sanad.rulebook"
    label = "rulebook"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    keep(connections[using], RULE_SETS)

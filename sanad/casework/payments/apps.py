from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep

DECISION = ("decision", "decided_by_id", "decided_at")
KEPT = (
    Kept("payments_payeeaccount", filled_once=DECISION),
    Kept("payments_payable"),
    Kept("payments_leftout"),
    Kept("payments_bankstatement"),
    Kept("payments_suspensedecision"),
)


class PaymentsConfig(AppConfig):
    name = "sanad.casework.payments"
    label = "payments"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for table in KEPT:
        keep(connections[using], table)

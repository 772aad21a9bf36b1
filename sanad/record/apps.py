from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from sanad.audit.kept import Kept, keep
from sanad.record.guards import GUARDS, guard

KEPT = (
    *(Kept(f"record_{name}") for name in (
        "segment", "work", "account", "transmission", "agent", "name", "office", "relation",
        "event", "agendaitem", "eventparticipant", "statement", "statementrole", "statementpart", "eventorder",
        "reaction", "figure", "question", "version", "versionstatement", "commitment", "commitmentevidence", "outcome",
        "retraction", "reached", "disclosure", "logrow", "replyasked", "reply",
    )),
    Kept("record_capture", filled_once=("sealed_at",)),
    Kept("record_sealing", filled_once=("done_by_id", "done_at")),
)  # fmt: skip


class RecordConfig(AppConfig):
    name = "sanad.record"
    label = "record"

    def ready(self) -> None:
        post_migrate.connect(_keep, sender=self)


def _keep(using: str, **_given: Any) -> None:
    for kept in KEPT:
        keep(connections[using], kept)
    for one in GUARDS:
        guard(connections[using], one)

"""What somebody with the database's password could do: take the guards away and change what was written."""

from django.db import connection

DROP = {
    "sqlite": 'DROP TRIGGER "{name}"',
    "postgresql": 'DROP TRIGGER "{name}" ON audit_event',
}


def tamper(*statements: str) -> None:
    with connection.cursor() as cursor:
        for name in ("audit_event_kept_update", "audit_event_kept_delete"):
            cursor.execute(DROP[connection.vendor].format(name=name))
        for statement in statements:
            cursor.execute(statement)

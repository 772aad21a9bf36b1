from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from sanad.ops.ground_words import says
from sanad.ops.serving import AddressIsTaken, serve_until_stopped
from sanad.ops.stopping import Hearer


class Command(BaseCommand):
    help = "Serve the sites, and run a worker beside them."
    requires_system_checks = ()
    stealth_options = ("hearer", "host", "port", "processes")

    def handle(self, *_args: str, hearer: Hearer, host: str, port: int, processes: int, **_options: Any) -> None:
        _make_ready(hearer)
        connections.close_all()
        try:
            serve_until_stopped(hearer, host, port, processes)
        except AddressIsTaken as taken:
            hearer.stop("port_taken", says("port_taken", address=taken))


def _make_ready(hearer: Hearer) -> None:
    """An embedded database that is new is made at once; nothing older is changed without a word."""
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if connection.vendor == "sqlite" and not executor.loader.applied_migrations:
        call_command("prepare_database", hearer=hearer)
    elif missing:
        hearer.stop("unmigrated", says("unmigrated", count=missing))

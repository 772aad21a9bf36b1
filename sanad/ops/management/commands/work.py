from typing import Any

from django.core.management import BaseCommand

from sanad.ops.stopping import Hearer
from sanad.ops.working import work


class Command(BaseCommand):
    help = "Do what no page waits for, until stopped."
    requires_system_checks = ()
    stealth_options = ("hearer", "once")

    def handle(self, *_args: str, hearer: Hearer, once: bool, **_options: Any) -> None:
        work(once=once)

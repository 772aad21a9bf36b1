"""From a verb of the command line to a command of Django, which is loaded only now."""

import os
from typing import Any

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError

from sanad.ops.ground_words import says
from sanad.ops.stopping import Hearer


def run(command: str, hearer: Hearer, **options: Any) -> None:
    """Start Django and call its command; settings or a database that cannot be used end in a sentence."""
    start(hearer)
    try:
        call_command(command, hearer=hearer, **options)
    except (OperationalError, ProgrammingError) as error:
        hearer.stop("no_database", says("no_database", error=str(error).strip().split("\n")[0]))


def start(hearer: Hearer) -> None:
    """Read the settings of the environment and load the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        hearer.stop("bad_settings", says("bad_settings", error=error))

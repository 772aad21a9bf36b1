"""Publishes after something has happened; started by test_kills.py, which kills it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import django
from django.conf import settings
from django.db import transaction

django.setup()

from sanad.audit.services import record  # noqa: E402  after Django has been set up
from sanad.publication.services import publish  # noqa: E402
from sanad.staff.models import User  # noqa: E402
from tests.killing import fork_for_each_line  # noqa: E402


def publish_something_new() -> None:
    settings.RELEASES_ROOT = Path(os.environ["SANAD_TEST_RELEASES"])
    at = datetime.now(UTC)
    with transaction.atomic():
        record(act="test.happens", on="test:kills", by=None, at=at)
    publish(at=at, by=User.objects.get(email="omar@example.org"))


if __name__ == "__main__":
    fork_for_each_line(publish_something_new)

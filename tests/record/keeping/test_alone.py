"""The record is installed and used without the half that pays."""

import os
import subprocess
import sys
from pathlib import Path

from tests.health.tree import ROOT

ALONE = """
import sys
from datetime import UTC, datetime

import django
from django.conf import settings

from sanad.config import settings as own

apps = ["django.contrib.auth", "django.contrib.contenttypes", *(f"sanad.{room}" for room in sys.argv[1:])]
chosen = {name: getattr(own, name) for name in dir(own) if name.isupper()}
settings.configure(**{**chosen, "INSTALLED_APPS": apps, "MIDDLEWARE": [], "ROOT_URLCONF": "django.conf.urls"})
django.setup()

from django.core.management import call_command

from sanad.record.kinds import Method, Rights, WorkKind
from sanad.record.log import By
from sanad.record.models import Proposal, Statement
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.incoming import Asked, hold_file
from sanad.record.verification import verify_record
from sanad.staff.models import User

call_command("migrate", verbosity=0, skip_checks=True)
by = By(User.objects.create_user("nour@example.org", "Nour"), datetime(2026, 11, 3, tzinfo=UTC))
raw = "The stairs\\n\\nNobody came.\\n\\n“We will mend them,” Huda Saab said.\\n".encode()
hold_file("stairs.txt", raw, Asked(WorkKind.NEWS_ARTICLE, Rights.PUBLIC, Method.UPLOAD), by)
accept_as_proposed(Proposal.objects.get(kind="quotation"), by)
assert Statement.objects.get().speaker.label == "Huda Saab"
assert list(verify_record()) == []
print(sorted({name.split(".")[1] for name in sys.modules if name.startswith("sanad.")}))
"""


def test_the_record_stands_alone(tmp_path: Path):
    script = tmp_path / "alone.py"
    script.write_text(ALONE, encoding="utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT), "SANAD_DATA": str(tmp_path), "SANAD_DATABASE_URL": ""}

    ran = subprocess.run(
        [sys.executable, str(script), "staff", "audit", "evidence", "record"],
        env=given, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == str(["audit", "config", "evidence", "record", "sheets", "staff"])

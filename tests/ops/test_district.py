"""The made-up district as an operator builds it, in a small size."""

import csv
from pathlib import Path

import pytest
import typer
from django.core.management import call_command
from pytest_django import Settings

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claim_of_secret
from sanad.ops.district_progress import WEIGHTS
from sanad.ops.district_words import WORDS
from sanad.ops.programme_words import Language
from sanad.ops.stopping import Hearer
from sanad.staff.models import User

SMALL = 60
ENGLISH = Hearer(Language.en)


@pytest.fixture
def folder(own_database: str, tmp_path: Path, settings: Settings) -> Path:
    settings.DATA, settings.MEDIA_ROOT, settings.ROUNDS_ROOT = tmp_path, tmp_path / "files", tmp_path / "rounds"
    settings.CHECKPOINTS_ROOT, settings.RELEASES_ROOT = tmp_path / "checkpoints", tmp_path / "releases"
    return tmp_path


def build() -> None:
    call_command("build_demo", hearer=ENGLISH, seed=7, homes=SMALL)


def test_it_is_built_once_and_says_where_the_codes_are(folder: Path, capsys: pytest.CaptureFixture[str]):
    build()
    first = capsys.readouterr().out
    build()
    second = capsys.readouterr().out

    file = folder / "demo-families.csv"
    rows = list(csv.DictReader(file.open(encoding="utf-8")))
    assert str(file) in first
    assert "already" in second
    assert Claim.objects.count() == SMALL + 2
    assert [claim_of_secret(row["secret"]) for row in rows] == [Claim.objects.get(number=row["claim"]) for row in rows]
    assert file.stat().st_mode & 0o077 == 0


def test_it_never_mixes_with_what_is_there(folder: Path, capsys: pytest.CaptureFixture[str]):
    User.objects.create_user("maya@example.org", "Maya Rizk")

    with pytest.raises(typer.Exit) as stop:
        build()

    assert stop.value.exit_code == 2
    assert "not empty" in capsys.readouterr().err
    assert not Claim.objects.exists()


def test_every_step_has_its_part_of_the_bar_and_its_words_in_both_languages():
    assert sum(WEIGHTS.values()) == 100
    assert all(WORDS[step]["en"] and WORDS[step]["ar"] for step in WEIGHTS)

"""The commands of the database, as an operator types them."""

import json
import os
import subprocess
import sys
import urllib.request
import uuid
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connection, transaction
from psycopg import sql

from sanad.audit.services import record
from sanad.staff.models import User
from tests.databases import address_of
from tests.record.keeping.pages import held

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)

pytestmark = pytest.mark.database


def sanad(*arguments: str, data: Path, database: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SANAD_DATA": str(data), "SANAD_DATABASE_URL": database}
    command = [sys.executable, "-m", "sanad", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def empty_place(tmp_path: Path) -> str:
    """The address of a database with nothing in it, of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    name = f"empty_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(os.environ["SANAD_DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return address_of(name)


def noted(count: int) -> None:
    with transaction.atomic():
        for place in range(count):
            record(act="claim.receive", on=f"claim:{place}", by=None, at=AT)


def test_the_worker_seals_and_signs_and_verify_finds_all_sound(own_database: str, tmp_path: Path):
    noted(3)

    worked = sanad("worker", "--once", data=tmp_path, database=own_database)
    verified = sanad("verify", "--json", data=tmp_path, database=own_database)

    assert worked.returncode == 0, worked.stderr
    found = json.loads(verified.stdout)
    assert (found["sound"], found["events"], found["position"], found["findings"]) == (True, 3, 3, [])
    assert [note.name for note in (tmp_path / "checkpoints").iterdir()] == ["000000000003.note"]


def test_verify_names_what_of_the_record_is_not_there(own_database: str, tmp_path: Path):
    capture = held().capture
    sanad("worker", "--once", data=tmp_path, database=own_database)

    verified = sanad("verify", "--json", data=tmp_path, database=own_database)

    (found,) = json.loads(verified.stdout)["findings"]
    assert (verified.returncode, found["code"]) == (1, "record_bytes_missing")
    assert found["what"] == f"record_capture:{capture.pk}"


def test_verify_fails_where_nobody_seals(own_database: str, tmp_path: Path):
    noted(3)

    verified = sanad("verify", "--lang", "ar", data=tmp_path, database=own_database)

    assert verified.returncode == 1
    assert "الختم" in verified.stdout


def test_a_backup_is_restored_to_the_same_position_and_never_over_anything(
    own_database: str, empty_place: str, tmp_path: Path
):
    noted(5)
    here, there, copy = tmp_path / "here", tmp_path / "there", tmp_path / "copy"
    sanad("worker", "--once", data=here, database=own_database)

    backed_up = sanad("backup", str(copy), "--json", data=here, database=own_database)
    again = sanad("backup", str(copy), data=here, database=own_database)
    restored = sanad("restore", str(copy), "--json", data=there, database=empty_place)
    twice = sanad("restore", str(copy), data=there, database=empty_place)

    assert json.loads(backed_up.stdout)["position"] == 5, backed_up.stderr
    assert again.returncode == 2
    assert json.loads(restored.stdout) == {"position": 5}, restored.stderr
    assert twice.returncode == 2
    assert (there / "checkpoints" / "000000000005.note").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a database of SQLite is a file in the data folder")
def test_a_backup_is_restored_into_a_data_folder_that_is_not_there_yet(own_database: str, tmp_path: Path):
    noted(5)
    here, copy, there = tmp_path / "here", tmp_path / "copy", tmp_path / "a" / "new" / "place"
    sanad("worker", "--once", data=here, database=own_database)
    sanad("backup", str(copy), data=here, database=own_database)

    restored = sanad("restore", str(copy), "--json", data=there, database="")

    assert json.loads(restored.stdout) == {"position": 5}, restored.stderr


def test_a_backup_with_a_changed_file_is_not_restored(own_database: str, empty_place: str, tmp_path: Path):
    sanad("backup", str(tmp_path / "copy"), data=tmp_path / "here", database=own_database)
    damaged = next((tmp_path / "copy").glob("sanad.*"))

    damaged.write_bytes(damaged.read_bytes()[:-1])
    restored = sanad("restore", str(tmp_path / "copy"), data=tmp_path / "there", database=empty_place)

    assert restored.returncode == 1
    assert damaged.name in restored.stderr


def test_a_database_that_was_never_made_is_told_in_a_sentence(empty_place: str, tmp_path: Path):
    verified = sanad("verify", data=tmp_path, database=empty_place)

    assert verified.returncode == 2
    assert "sanad migrate" in verified.stderr
    assert "Traceback" not in verified.stderr


def test_serve_makes_its_database_answers_and_stops(tmp_path: Path):
    environment = {**os.environ, "SANAD_DATA": str(tmp_path), "SANAD_DATABASE_URL": ""}
    command = [sys.executable, "-u", "-m", "sanad", "serve", "--port", "0", "--processes", "1"]

    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = next(line for line in server.stdout if "http://" in line)
        address = next(word for word in said.split() if word.startswith("http://"))
        with urllib.request.urlopen(f"{address}account/login/", timeout=30) as page:
            policy = page.headers["Content-Security-Policy"]
        server.terminate()
        ended = server.wait(timeout=60)

    assert "default-src 'none'" in policy
    assert ended == 0


def test_the_first_administrator_is_added_at_the_machine(own_database: str, tmp_path: Path):
    added = sanad("administrator", "ghada@example.org", "غادة نعيم", "--json", data=tmp_path, database=own_database)
    again = sanad("administrator", "ghada@example.org", "Ghada", data=tmp_path, database=own_database)
    wrong = sanad("administrator", "ghada", "Ghada", data=tmp_path, database=own_database)

    user = User.objects.get(email="ghada@example.org")
    assert user.check_password(json.loads(added.stdout)["password"]), added.stderr
    assert user.assignments.get().role == "administrator"
    assert (again.returncode, wrong.returncode) == (2, 2)

"""`sanad record facts`: a folder of tables is looked at without a database, and taken in by a record keeper."""

import json
from pathlib import Path

import pytest
import typer
from django.core.management import call_command

from sanad.ops.programme_words import Language
from sanad.ops.stopping import Hearer
from sanad.record.models import Statement
from sanad.record.refusals import RecordRefused
from sanad.staff.roles import Role
from tests.ops.conftest import run
from tests.record.facts.tables import PLAN, STEPS, folder_of, read
from tests.shared_data import shared_file
from tests.web.people import member

RANA, KARIM = "rana@sanad.example", "karim@sanad.example"


def keep(folder: Path, email: str = RANA) -> None:
    """As the verb calls it, once Django was started."""
    call_command("keep_facts", hearer=Hearer(Language.en), folder=folder, read=read(folder), by=email)


def test_a_dry_run_says_what_would_be_kept_and_what_was_refused_in_both_languages(tmp_path: Path):
    folder = folder_of(tmp_path / "stairs", steps_tsv=STEPS.replace("2025-03-01", "1 March"))

    told = run("record", "facts", folder, "--dry-run")
    arabic = run("record", "facts", folder, "--dry-run", "--lang", "ar")

    assert told.exit_code == arabic.exit_code == 0
    assert "steps.tsv, row 1 (steps), field day: “1 March” is no day of a calendar." in told.output
    assert "6 in all = 5 to keep + 1 refused + 0 left aside. Not verified: 1." in told.output
    assert "Nothing was written." in told.output
    assert "المجموع 6 = للحفظ 5 + مرفوض 1 + موضوع جانبًا 0. لم يُتحقّق منه: 1." in arabic.output
    assert "«1 March» ليس يومًا في تقويم." in arabic.output


def test_a_program_is_told_the_same_as_numbers(tmp_path: Path):
    told = json.loads(run("record", "facts", folder_of(tmp_path / "stairs"), "--dry-run", "--json").stdout)

    assert told["counted"] == {"rows": 6, "kept": 6, "refused": 0, "aside": 0, "unverified": 1}
    assert (told["written"], told["refused"]) == (None, [])
    assert [(one["code"], one["field"]) for one in told["to_know"]] == [("not_verified", "cost")]


def test_the_plan_for_the_lebanese_tables_comes_with_sanad():
    told = run("record", "facts", shared_file("lebanon-facts"), "--dry-run")

    assert told.exit_code == 0
    assert "Not verified: 4." in told.output


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ([], 2, "--by EMAIL"),
        (["--dry-run", "--plan", "{folder}/none.yaml"], 1, "cannot be followed"),
        (["--dry-run", "--plan", "{folder}/broken.yaml"], 1, "tables.0.lable"),
    ],
)
def test_a_use_that_leads_nowhere_says_what_to_do(tmp_path: Path, words: list[str], status: int, sentence: str):
    folder = folder_of(tmp_path / "stairs", broken_yaml=PLAN.replace("label: what", "lable: what"))

    told = run("record", "facts", folder, *(word.format(folder=folder) for word in words))

    assert told.exit_code == status
    assert sentence in told.output
    assert "Traceback" not in told.output


def test_a_folder_without_a_plan_and_a_folder_that_is_none_are_refused(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    plan = folder_of(tmp_path / "stairs") / "facts.yaml"

    without = run("record", "facts", tmp_path / "empty", "--dry-run")
    nowhere = run("record", "facts", tmp_path / "nowhere", "--plan", plan, "--dry-run")

    assert (without.exit_code, nowhere.exit_code) == (2, 2)
    assert "facts.yaml" in without.output
    assert "no folder" in nowhere.output


@pytest.mark.django_db
def test_a_record_keeper_takes_the_folder_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    member("Rana Aoun", Role.RECORD_KEEPER)
    folder = folder_of(tmp_path / "stairs")

    keep(folder)
    first = capsys.readouterr().out
    keep(folder)
    again = capsys.readouterr().out

    assert "Written down now: sources 2, tables 2, statements 4, events 2, questions 1 with versions 2" in first
    assert "All of it was taken in before; nothing was added." in again
    assert "There before: sources 2, tables 2, statements 4, events 2" in again
    assert Statement.objects.count() == 4


@pytest.mark.django_db
def test_nobody_else_takes_it_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    member("Karim Sfeir", Role.FINANCE_OFFICER)

    with pytest.raises(typer.Exit) as stop:
        keep(folder_of(tmp_path / "stairs"), KARIM)

    assert stop.value.exit_code == 2
    assert "record_keeper" in capsys.readouterr().err
    assert not Statement.objects.exists()


def test_a_folder_of_which_nothing_can_be_kept_ends_as_a_failure(tmp_path: Path):
    told = run("record", "facts", folder_of(tmp_path / "stairs", sources_tsv="id\n"), "--by", RANA)

    assert told.exit_code == 1
    assert "none of its sources is in the list: A." in told.stdout
    assert "Nothing was written." in told.stderr


@pytest.mark.django_db
def test_what_the_record_refuses_ends_as_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    member("Rana Aoun", Role.RECORD_KEEPER)

    def refuse(*_given: object) -> None:
        raise RecordRefused("is_sealed")

    monkeypatch.setattr("sanad.record.services.facts.keeping.cite_sources", refuse)

    with pytest.raises(typer.Exit) as stop:
        keep(folder_of(tmp_path / "stairs"))

    assert stop.value.exit_code == 1

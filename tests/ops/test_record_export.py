"""`sanad record export` and `sanad record verify-bundle`, as a person runs them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sanad.ops import ground
from sanad.ops.record_export_words import FINDINGS, REASONS
from sanad.record.selectors.leaving.reasons import REASONS as HELD_BACK
from sanad.witnesses.scanning import names_found
from tests.ops.conftest import run
from tests.record.exporting.shown import LIST, show, small_record
from tests.record.keeping.pages import held, karim, said
from tests.witnesses.making import lodged

pytestmark = pytest.mark.django_db
NAMES_OF_A_WITNESS = ("SAMIRA HADAD", "Haddad, Sameera", "سـميرة الحداد", "وسَميرَة حَدَّاد", "samirahaddad77")


@pytest.fixture(autouse=True)
def _in_this_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django runs already, on the test's own database."""
    monkeypatch.setattr(ground, "start", lambda _hearer: None)


def test_an_export_is_told_in_words_and_in_numbers(tmp_path: Path):
    small_record()
    other = held("Else\n\n“We pay.”\n", title="Else")
    said(other, "“We pay.”")

    told = run("record", "export", tmp_path / "one")
    arabic = run("record", "export", tmp_path / "two", "--lang", "ar")
    counted = json.loads(run("record", "export", tmp_path / "three", "--json").stdout)

    assert told.exit_code == 0, told.output
    assert "2 of 3 confirmed statements are in it, 1 are held back" in told.stdout
    assert "nobody has opened it: 1" in told.stdout
    assert "فيه 2 من 3 من التصريحات المؤكدة" in arabic.stdout
    assert counted["exported"] + sum(counted["held_back"].values()) == counted["confirmed"] == 3
    assert (tmp_path / "one" / "bundle.zip").exists()


def test_what_it_wrote_fits_and_what_was_changed_is_named(tmp_path: Path):
    small_record()
    run("record", "export", tmp_path / "out")
    bundle = tmp_path / "out" / "bundle.zip"

    fits = run("record", "verify-bundle", bundle)
    content = bytearray(bundle.read_bytes())
    content[len(content) // 2] ^= 1
    bundle.write_bytes(content)
    changed = run("record", "verify-bundle", bundle, "--json")
    arabic = run("record", "verify-bundle", bundle, "--lang", "ar")

    assert fits.exit_code == 0
    assert "all fits" in fits.stdout
    assert (changed.exit_code, json.loads(changed.stdout)["fits"]) == (1, False)
    assert "bundle.zip: الحزمة ليست كما خرجت" in arabic.stdout


def test_a_name_that_would_leave_is_refused_by_its_place(tmp_path: Path):
    page = held()
    karim(page)
    show(made := said(page, LIST, manner="to Karim"))

    refused = run("record", "export", tmp_path / "out", "--json")

    assert refused.exit_code == 1
    assert f"statement {made.pk}" in json.loads(refused.stderr)["says"]["en"]
    assert "Karim" not in refused.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["manner", "place", "title"])
@pytest.mark.parametrize("spelled", NAMES_OF_A_WITNESS)
def test_a_witness_whom_a_row_names_in_any_script_is_never_in_an_export(tmp_path: Path, spelled: str, place: str):
    """The witness lodged what they were told, with their name, on the page of the family."""
    lodged()
    page = held(title=f"How {spelled} waits" if place == "title" else "Repairs")
    show(made := said(page, LIST, **({} if place == "title" else {place: f"near {spelled}"})))

    refused = run("record", "export", tmp_path / "out", "--json")

    assert refused.exit_code == 1
    assert f"statement {made.pk}" in json.loads(refused.stderr)["says"]["en"]
    assert spelled not in refused.output
    assert not (tmp_path / "out").exists()


def test_an_export_beside_witnesses_names_none_of_them(tmp_path: Path):
    lodged()
    small_record()

    told = run("record", "export", tmp_path / "out")

    assert told.exit_code == 0, told.output
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and path.suffix != ".zip"]
    assert files
    assert [path.name for path in files if names_found(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("on", ["soon", "2013-09", (datetime.now(UTC) + timedelta(days=3)).date().isoformat()])
def test_a_day_that_has_not_come_opens_nothing(tmp_path: Path, on: str):
    refused = run("record", "export", tmp_path / "out", "--on", on)

    assert refused.exit_code == 2
    assert on in refused.stderr


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path):
    refused = run("record", "export", tmp_path, "--lang", "ar")

    assert refused.exit_code == 2
    assert "لا يكتب فوق شيء" in refused.stderr


@pytest.mark.parametrize("name", ["none.zip", "."])
def test_a_bundle_that_cannot_be_read_is_wrong_use(tmp_path: Path, name: str):
    result = run("record", "verify-bundle", tmp_path / name)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_names_in_the_documents_are_those_of_the_program():
    document = (Path(__file__).parents[2] / "docs/exporting.md").read_text("utf-8")

    assert [code for code in [*FINDINGS, *HELD_BACK] if f"`{code}`" not in document] == []
    assert set(REASONS) == set(HELD_BACK)

"""A release is frozen whole at a sealed position, tells of no few families, and can be checked."""

import csv
import hashlib
import json
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from sanad.audit.models import Chain, Event
from sanad.audit.sealing import seal_all
from sanad.publication.files.writing import ARCHIVE, CHECKS, DESCRIPTION
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of, newest, told_of
from sanad.publication.services import NoteIsHalf, NothingHappened, publish
from sanad.publication.verification import Altered, verify_releases
from tests.at_once import at_once
from tests.casework.families import omar
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims
from tests.publication.releases import LATEST, decided_families, figures, files, released, rows_of

READ = {"string": str, "integer": int, "number": Decimal, "date": date.fromisoformat}


@pytest.mark.usefixtures("own_database")
def test_a_release_stands_at_the_last_sealed_position_with_its_event():
    decided_families()

    release = released()

    event = Event.objects.get(act="release.publish")
    assert Chain.objects.get().length == release.position
    assert (event.on, event.facts["checks"]) == ("release:1", release.checks)
    assert newest() == release


@pytest.mark.usefixtures("own_database")
def test_the_eight_numbers_are_sums_of_awards_money_or_words_and_never_a_nought_for_not_known():
    families = decided_families()

    told = figures(released())

    awarded = sum(claim.awards.get().net or 0 for claim in families)
    assert Decimal(told["need"]["value"]) * 100 == awarded
    assert told["received"]["value"] == "40000.00"
    assert (told["framework"]["value"], told["framework"]["state"]) == (None, "not_known")
    assert told["homes"]["value"] == "30"


@pytest.mark.usefixtures("own_database")
def test_of_a_few_families_nothing_is_told():
    decided_families(9)

    release = released()

    told = figures(release)
    assert {told[name]["state"] for name in ("need", "reserved", "homes")} == {"hidden"}
    assert [row["families"] for row in rows_of(release, "waiting")] == [None] * 3
    assert [row["claims"] for row in rows_of(release, "rounds")] == [None]


@pytest.mark.usefixtures("own_database")
def test_what_three_families_are_owed_is_not_need_less_what_is_reserved():
    decided_families(30, money=27 * 420_000)

    told = figures(released())

    assert {told[name]["state"] for name in ("unfunded", "reserved")} == {"hidden"}
    assert told["need"]["state"] == "known"


@pytest.mark.usefixtures("own_database")
def test_families_that_filed_after_the_round_are_not_the_homes_beside_it():
    decided_families(30)
    claims(*[RENTING_WITH_A_WRECK] * 3)

    release = released()

    assert figures(release)["homes"]["value"] == "33"
    assert {row["state"] for row in rows_of(release, "rounds")} == {"hidden"}


@pytest.mark.usefixtures("own_database")
def test_a_round_is_not_told_beside_the_homes_of_an_earlier_release_either():
    claims(*[RENTING_WITH_A_WRECK] * 30)
    released()
    decided_families(3)

    release = released(days=1)

    assert figures(release)["homes"]["value"] == "30"
    assert {row["state"] for row in rows_of(release, "rounds")} == {"hidden"}


@pytest.mark.usefixtures("own_database")
def test_families_wait_since_the_decision_that_let_something_be_paid():
    decided_families()

    release = released(days=120)

    whole = rows_of(release, "waiting", place="")[0]
    assert (whole["families"], whole["half_days"]) == (30, 120)
    assert (whole["upto_90"], whole["upto_180"]) == (0, 30)


@pytest.mark.usefixtures("own_database")
def test_a_step_that_fewer_than_half_have_left_is_not_reached():
    decided_families()

    surveyed = rows_of(released(), "waiting-times", step="claim_to_survey", by="all")[0]

    assert (surveyed["families"], surveyed["half_days"], surveyed["state"]) == (30, None, "known")


@pytest.mark.usefixtures("own_database")
def test_one_family_more_leaves_every_number_of_families_as_it_was():
    decided_families()
    before = released()
    claims(RENTING_WITH_A_WRECK)

    after = released()

    assert figures(after)["homes"] | {"state": "known"} == figures(before)["homes"]
    assert figures(after)["homes"]["state"] == "held"
    for table in ("waiting", "waiting-times", "rounds"):
        assert numbers(after, table) == numbers(before, table)


def numbers(release: Release, table: str) -> list[tuple[object, ...]]:
    columns = ("families", "claims", "upto_90", "upto_180")
    return [tuple(row.get(name) for name in columns) for row in rows_of(release, table)]


@pytest.mark.usefixtures("own_database")
def test_ten_families_more_are_told():
    decided_families()
    released()
    claims(*[RENTING_WITH_A_WRECK] * 10)

    after = released(days=14)

    assert (figures(after)["homes"]["value"], figures(after)["homes"]["state"]) == ("40", "known")
    assert told_of(after)["changed"] == [
        {
            "programme": "template",
            "number": "homes",
            "unit": "homes",
            "before": "30",
            "state_before": "known",
            "now": "40",
            "state": "known",
        }
    ]


@pytest.mark.usefixtures("own_database")
def test_nothing_is_published_twice():
    decided_families()
    released()

    with pytest.raises(NothingHappened):
        released(days=14)


@pytest.mark.usefixtures("own_database")
def test_what_is_corrected_is_said_in_both_languages_or_not_at_all():
    decided_families()

    with pytest.raises(NoteIsHalf):
        publish(at=LATEST, by=omar(), note={"en": "The need of May was too high.", "ar": ""})


@pytest.mark.usefixtures("own_database")
def test_every_file_fits_its_description():
    decided_families()
    release = released()
    package = json.loads(files(release)[DESCRIPTION])

    for resource in package["resources"]:
        content = files(release)[resource["path"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
        check_table(resource["schema"], content.decode("utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["position"] == release.position


def check_table(schema: dict, text: str) -> None:
    """Header, tags, then rows whose cells have the types that are promised; keys are unique."""
    header, tags, *rows = csv.reader(StringIO(text))
    fields = {field["name"]: field for field in schema["fields"]}
    assert header == list(fields)
    assert tags[0].startswith("#")
    for cells in rows:
        for name, cell in zip(header, cells, strict=True):
            assert cell == "" or READ[fields[name]["type"]](cell) is not None
            assert cell in ("", *fields[name].get("constraints", {}).get("enum", [cell]))
    keys = [tuple(cells[header.index(name)] for name in schema["primaryKey"]) for cells in rows]
    assert len(keys) == len(set(keys))


@pytest.mark.usefixtures("own_database")
def test_the_archive_holds_the_same_files():
    decided_families()
    published = files(released())

    with ZipFile(BytesIO(published[ARCHIVE])) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}

    assert packed == {name: content for name, content in published.items() if name not in (ARCHIVE, CHECKS)}


@pytest.mark.usefixtures("own_database")
@pytest.mark.parametrize("change", ["figures.csv", CHECKS, "more.csv"])
def test_a_file_that_is_not_as_it_was_published_is_found(change: str):
    decided_families()
    release = released()
    path = folder_of(release) / change

    assert list(verify_releases()) == []
    path.write_text("1,2,3", encoding="utf-8")

    assert list(verify_releases()) == [Altered(1, change)]


def test_of_two_who_publish_at_once_one_does(own_database: str):
    decided_families()
    seal_all(at=LATER)
    lead = omar()

    answers = at_once(*[lambda: publish(at=LATEST, by=lead)] * 2)

    assert sum(isinstance(one, Release) for one in answers) == 1
    assert Release.objects.count() == 1
    assert list(verify_releases()) == []

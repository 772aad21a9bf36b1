from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sanad.audit.models import Event
from sanad.places.cod import read_cod
from sanad.places.importing import UnknownPlace, difference, import_places
from sanad.places.models import Place
from sanad.places.proposals import Fault, Origin, Proposal, Proposed, RowsAreLost
from sanad.places.selectors import around, enclosed, names_of, places_named
from sanad.places.short_list import LEBANON, read_list
from sanad.places.wof import read_wof
from tests.shared_data import shared_file

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
ORIGIN = Origin("made-up", "A made-up list", "Nobody")
COUNTRY = Proposed("x-1", "country", {"en": ("Land",), "ar": ("أرض",)})
TOWN = Proposed("x-2", "locality", {"en": ("Almond Town", "Almonds"), "ar": ("بلدة اللوز",)}, {"administrative": "x-1"})

pytestmark = pytest.mark.django_db


def listed(*places: Proposed) -> Proposal:
    return Proposal(ORIGIN, len(places), places, (), ())


def written(proposal: Proposal) -> dict[str, int]:
    return import_places(proposal=proposal, at=AT, by=None).counts


def test_a_list_is_written_once_and_the_same_list_again_changes_nothing():
    first = written(listed(COUNTRY, TOWN))

    second = written(listed(COUNTRY, TOWN))

    assert first == {"new": 2, "changed": 0, "same": 0, "gone": 0}
    assert second == {"new": 0, "changed": 0, "same": 2, "gone": 0}
    assert around(Place.objects.get(code="x-2")) == {"x-1", "x-2"}


def test_the_dry_run_says_what_would_change_and_writes_nothing():
    written(listed(COUNTRY, TOWN))
    renamed = replace(TOWN, names={"en": ("Almond City",), "ar": ("مدينة اللوز",)})

    found = difference(listed(renamed))

    assert (found.changed, found.gone) == (("x-2",), ("x-1",))
    assert places_named("almond city") == []


def test_importing_again_updates_names_and_enclosures():
    written(listed(COUNTRY, TOWN))
    renamed = replace(TOWN, names={"en": ("Almond City",), "ar": ("مدينة اللوز",)}, within={})

    written(listed(COUNTRY, renamed))

    town = Place.objects.get(code="x-2")
    assert names_of([town], "ar") == {"x-2": "مدينة اللوز"}
    assert around(town) == {"x-2"}
    assert [place.code for place in places_named("almond city")] == ["x-2"]


def test_a_place_that_a_list_no_longer_has_stays():
    written(listed(COUNTRY, TOWN))

    written(listed(COUNTRY))

    assert Place.objects.filter(code="x-2").exists()


def test_a_place_within_an_unknown_one_stops_the_import_whole():
    with pytest.raises(UnknownPlace, match="x-9"):
        written(listed(COUNTRY, replace(TOWN, within={"administrative": "x-9"})))

    assert not Place.objects.exists()


def test_another_list_gives_a_known_place_another_hierarchy():
    quarter = Proposed("x-3", "quarter", {"en": ("Old Quarter",)}, {"administrative": "x-2"})
    written(listed(COUNTRY, TOWN, quarter, replace(TOWN, code="x-4")))
    other = Proposal(replace(ORIGIN, code="other"), 1, (replace(quarter, within={"relief": "x-4"}),), (), ())

    written(other)

    assert around(Place.objects.get(code="x-3")) == {"x-1", "x-2", "x-3", "x-4"}


@pytest.mark.parametrize("typed", ["", "\x00", "\ud800", "Almonds%", "x" * 5_000])
def test_what_no_place_is_called_finds_none(typed: str):
    written(listed(COUNTRY, TOWN))

    assert places_named(typed) == []


def test_a_list_that_loses_a_row_is_refused():
    with pytest.raises(RowsAreLost):
        Proposal(ORIGIN, 3, (COUNTRY, TOWN), (), (Fault("no_arabic_name", "x.json", "2", is_left_out=False),))


def test_our_own_list_of_lebanon_has_every_district_in_both_languages():
    written(read_list(LEBANON))

    districts = Place.objects.filter(kind="district")
    assert districts.count() == 26
    assert len(enclosed("cod-LB32")) == 10
    assert names_of(districts.filter(code="cod-LB32"), "ar") == {"cod-LB32": "بعبدا"}
    assert {"cod-LB", "cod-LB3", "cod-LB32"} < around(Place.objects.get(code="cod-21144"))


def test_every_row_of_the_published_cadastres_is_a_place_or_a_fault_that_is_told():
    folder = shared_file("lebanon-places")

    proposal = read_cod(
        folder / "lbn_admbnda_adm2_cdr_20200810.topojson", folder / "lbn_admbnda_adm3_cdr_20200810.json"
    )

    assert proposal.rows == 26 + 1_627
    assert len(proposal.places) == 26 + 1_610
    assert proposal.counts["no_code_of_its_own"] == 17
    assert proposal.counts["no_arabic_name"] == 80 - 17
    assert written(proposal)["new"] == 26 + 1_610 + 1 + 8
    facts = Event.objects.get(act="places.import").facts
    assert (facts["rows"], facts["faults"]["no_code_of_its_own"]) == (1_653, 17)


def test_the_whole_published_list_takes_over_from_our_short_one():
    folder = shared_file("lebanon-places")
    written(read_list(LEBANON))

    found = written(
        read_cod(folder / "lbn_admbnda_adm2_cdr_20200810.topojson", folder / "lbn_admbnda_adm3_cdr_20200810.json")
    )

    assert found["gone"] == 0
    assert found["same"] + found["changed"] == len(read_list(LEBANON).places)


def test_two_places_of_one_name_stay_two_places():
    proposal = read_wof(shared_file("lebanon-places") / "wof_beirut_baabda_points.json")

    written(proposal)

    assert proposal.rows == len(proposal.places) == 273
    assert len(places_named("المريجة")) == 2
    assert len(places_named("Al Hadath")) == 2
    assert proposal.counts["name_is_shared"] > 0

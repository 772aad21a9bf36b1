"""A place of one's own, from nothing to an office that can take claims: by commands at the machine."""

import json
from datetime import date
from pathlib import Path

import pytest

from sanad.funds.models import Fund
from sanad.places.models import Place
from sanad.rulebook.models import RuleSet
from sanad.staff.roles import Role
from tests.health.tree import ROOT
from tests.ops.test_ground import sanad
from tests.web.people import member

pytestmark = pytest.mark.database
PROGRAMME = str(ROOT / "programmes/demo-southern-suburbs")
PLACES = str(ROOT / "sanad/places/lists/lebanon.yaml")
FUND = ("fund", "open", "cedar", "--ar", "صندوق الأرز", "--en", "Cedar Fund", "--currency", "USD")


def test_places_are_shown_first_and_taken_in_once(own_database: str, tmp_path: Path):
    shown = sanad("import", "places", PLACES, "--dry-run", data=tmp_path, database=own_database)
    before = Place.objects.count()
    taken = sanad("import", "places", PLACES, data=tmp_path, database=own_database)
    again = sanad("import", "places", PLACES, "--lang", "ar", data=tmp_path, database=own_database)

    assert before == 0
    assert "would be new 44" in shown.stdout, shown.stderr
    assert "new 44" in taken.stdout
    assert "جديد 0" in again.stdout
    assert Place.objects.filter(code="cod-LB32").exists()


def test_a_file_that_is_no_list_of_places_is_told(own_database: str, tmp_path: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("- 1\n- {", encoding="utf-8")

    refused = sanad("import", "places", str(wrong), data=tmp_path, database=own_database)

    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr


def test_a_list_of_places_that_is_not_there_or_lacks_a_field_is_told_in_both_languages(
    own_database: str, tmp_path: Path
):
    short = tmp_path / "short.yaml"
    short.write_text(Path(PLACES).read_text(encoding="utf-8").replace("ar: بيروت, ", "", 1), encoding="utf-8")

    absent = sanad("import", "places", str(tmp_path / "no.yaml"), "--json", data=tmp_path, database=own_database)
    folder = sanad("import", "places", str(tmp_path), data=tmp_path, database=own_database)
    lacking = sanad("import", "places", str(short), "--json", data=tmp_path, database=own_database)

    assert [one.returncode for one in (absent, folder, lacking)] == [1, 1, 1]
    assert all("no.yaml" in told for told in json.loads(absent.stderr)["says"].values())
    assert "lbn_admbnda_adm2_cdr_20200810.topojson" in folder.stderr
    assert all("`places / cod-LB1 / ar`" in told for told in json.loads(lacking.stderr)["says"].values())


def test_rules_are_kept_by_a_lead_and_by_nobody_else(own_database: str, tmp_path: Path):
    rana, omar = member("Rana Saab", Role.PROGRAMME_LEAD), member("Omar Daher", Role.FINANCE_OFFICER)
    freeze = ("programme", "freeze", PROGRAMME, "--prefix", "ssp", "--by")

    by_another = sanad(*freeze, omar.email, data=tmp_path, database=own_database)
    kept = sanad(*freeze, rana.email, data=tmp_path, database=own_database)
    again = sanad(*freeze, rana.email, data=tmp_path, database=own_database)

    assert [one.returncode for one in (by_another, kept, again)] == [2, 0, 2], kept.stderr
    assert RuleSet.objects.get().programme.prefix == "SSP"


def test_a_fund_is_opened_with_a_part_of_its_own_purpose(own_database: str, tmp_path: Path):
    omar = member("Omar Daher", Role.FINANCE_OFFICER)
    by = ("--by", omar.email)

    opened = sanad(*FUND, "--programme", "homes", *by, data=tmp_path, database=own_database)
    twice = sanad(*FUND, "--programme", "homes", *by, data=tmp_path, database=own_database)
    marks = ("--line", "shelter", "--until", "2027-12-31")
    marked = sanad("fund", "earmark", "cedar", "shelter", *marks, *by, data=tmp_path, database=own_database)
    unknown = sanad("fund", "earmark", "oak", "shelter", *marks, *by, data=tmp_path, database=own_database)

    parts = Fund.objects.get().parts.order_by("code").values_list("code", "line", "until")
    assert [one.returncode for one in (opened, twice, marked, unknown)] == [0, 2, 0, 2], opened.stderr + marked.stderr
    assert list(parts) == [("general", "", None), ("shelter", "shelter", date(2027, 12, 31))]

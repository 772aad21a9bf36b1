"""What tables of facts tell: a work in its own order, a row that nobody verified, and rival rows side by side."""

from pathlib import Path

import pytest

from sanad.record.models import Event, Question, Statement
from sanad.record.selectors.works import is_verified
from sanad.record.services.facts.keeping import keep_facts
from sanad.record.services.facts.kept import Keeping
from sanad.staff.roles import Role
from tests.journeys.visit import Visit
from tests.record.facts import lebanon
from tests.record.facts.tables import folder_of, read
from tests.web.desk.pages import by_rana
from tests.web.people import member

pytestmark = [pytest.mark.browser, pytest.mark.look]


def look_through(visit: Visit, keeping: Keeping, name: str) -> None:
    visit.sign_in(member("Nour Haddad", Role.RECORD_KEEPER), "desk")
    for table, kept in keeping.tables.items():
        visit.go(f"/desk/works/{kept.work.pk}/")
        visit.look(f"{name}-{table}")
    unverified = next(one for one in Statement.objects.order_by("pk") if not is_verified(one))
    visit.go(f"/desk/statements/{unverified.pk}/")
    visit.look(f"{name}-not-verified")
    visit.go(f"/desk/questions/{Question.objects.earliest('pk').pk}/")
    visit.look(f"{name}-compare")
    visit.go("/desk/timeline/")
    visit.look(f"{name}-timeline")

    assert Event.objects.exists()
    assert visit.faults == {}


def test_tables_of_a_town(visit: Visit, tmp_path: Path):
    look_through(visit, keep_facts(read(folder_of(tmp_path / "town")), by_rana()), "facts-town")


def test_the_tables_on_lebanon(visit: Visit):
    look_through(visit, lebanon.kept(), "facts-lebanon")

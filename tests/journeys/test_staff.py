"""An administrator adds a member of the staff, gives a role and ends it again."""

import pytest

from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.casework.families import place
from tests.journeys.test_claims import fill
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def test_a_member_joins_gets_a_role_and_loses_it(visit: Visit):
    place()
    visit.sign_in(with_codes(member("Samar Aoun", Role.ADMINISTRATOR)))

    visit.go("/office/staff/")
    visit.look("staff")
    join(visit)
    give(visit)
    visit.page.click("form[action$='/end/'] button")
    visit.page.wait_for_selector(".note.done")
    visit.page.click("form[action$='/close/'] button")
    visit.page.wait_for_selector(".head .tag.halt")
    visit.look("staff-closed")

    role = Assignment.objects.get(user__email="omar@example.org")
    assert (role.role, role.district, role.until) == (Role.ENGINEER, "cod-LB32", role.since)
    assert not User.objects.get(email="omar@example.org").is_active


def join(visit: Visit) -> None:
    visit.follow(".head a.button")
    visit.look("staff-new")
    fill(visit, name="عمر ضاهر", email="omar")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".errors")
    visit.look("staff-new-wrong")
    fill(visit, email="omar@example.org")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector("text=omar@example.org")
    visit.look("staff-joined")


def give(visit: Visit) -> None:
    visit.follow("section.card a.button")
    visit.look("staff-member")
    visit.page.select_option("#id_role", "engineer")
    visit.page.select_option("#id_district", "cod-LB32")
    visit.page.click("form[action$='/grant/'] button")
    visit.page.wait_for_selector("table")
    visit.look("staff-member-with-a-role")

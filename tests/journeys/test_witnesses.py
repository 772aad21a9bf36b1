"""A family writes down what it was told, on the smallest screen as well; a record keeper takes it up."""

import pytest

from sanad.registry.proposals import NewPerson
from sanad.staff.roles import Role
from sanad.witnesses.models import Lodged, TakenUp
from tests.casework.families import received
from tests.journeys.test_family import come_in, picture, telephone
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member
from tests.witnesses.making import NO_FUNDING, claim_of, lodged

pytestmark = pytest.mark.browser
__all__ = ["telephone"]


def write_down(visit: Visit) -> None:
    visit.page.fill("#id_words", NO_FUNDING)
    visit.page.check("[name='teller'][value='office']")
    visit.page.fill("#id_teller_words", "الموظف على شباك الطلبات")
    visit.page.check("[name='how'][value='in_person']")
    visit.page.select_option("#id_month", "2")
    visit.page.select_option("#id_year", "2026")
    visit.page.check("[name='agrees'][value='statement']")


def test_what_was_told_goes_from_the_family_into_the_record(visit: Visit):
    given = received()
    for number in range(11):
        lodged(claim_of(NewPerson(f"عائلة {number}"), home=f"219-{number}-C"), with_name=False)

    come_in(visit, given)
    visit.follow("a[href='/family/told/']")
    visit.look("family-told")
    visit.follow("main form[novalidate] button.button")
    visit.look("family-told-wrong")
    write_down(visit)
    visit.follow("main form[novalidate] button.button")
    visit.look("family-told-sent")
    visit.go("/family/told/")
    visit.look("family-told-again")
    keeper(visit)
    visit.go("/family/told/")
    visit.follow("form[action='/family/told/back/'] button")
    visit.look("family-told-asked-back")

    assert TakenUp.objects.get().lodged == Lodged.objects.latest("pk")


def keeper(visit: Visit) -> None:
    visit.sign_in(with_codes(member("Rana Aoun", Role.RECORD_KEEPER)), "desk")
    visit.go("/office/")
    visit.look("witnesses-work")
    visit.go("/office/witnesses/")
    visit.look("witnesses")
    visit.go(f"/office/witnesses/{Lodged.objects.latest('pk').reference}/")
    visit.look("witness")
    visit.page.fill("#id_words", "something else")
    visit.follow("form[action$='/take-up/'] button.button")
    visit.look("witness-wrong")
    visit.page.fill("#id_words", NO_FUNDING)
    visit.follow("form[action$='/take-up/'] button.button")
    visit.look("witness-statement")
    visit.go(f"/office/witnesses/{Lodged.objects.latest('pk').reference}/")
    visit.look("witness-taken-up")


def test_it_is_written_down_and_taken_back_without_a_script_on_the_smallest_screen(telephone: Visit):
    come_in(telephone, received())

    telephone.follow("a[href='/family/told/']")
    picture(telephone, "family-told-320")
    write_down(telephone)
    telephone.follow("main form[novalidate] button.button")
    number = telephone.page.inner_text(".note.done bdi.ref")
    telephone.follow("main a[href='/family/told/']")
    telephone.follow("form[action='/family/told/back/'] button")
    picture(telephone, "family-told-back-320")

    assert number.startswith("L-")
    assert telephone.page.inner_text("h1")
    assert Lodged.objects.get().identity.withdrawal.done_at

"""Commitments beside the ledger: the list, one commitment with both columns, and the form that links it."""

import pytest

from sanad.staff.roles import Role
from tests.casework.rounds_of_claims import fund_of
from tests.journeys.visit import Visit
from tests.outcomes.promises import linked_to_fund, promised, stated
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def test_a_commitment_is_linked_and_both_columns_stand_beside_each_other(visit: Visit):
    fund, one = fund_of(1_000_00), promised(500_00, due="2026-01")
    linked_to_fund(promised(700_00), fund)
    visit.sign_in(with_codes(member("Nour Haddad", Role.RECORD_KEEPER)), "desk")
    visit.go("/office/commitments/?state=unlinked")
    visit.look("outcomes-not-linked")
    visit.follow("main table a")
    visit.look("outcome-not-linked")
    visit.follow("main a.button")
    visit.look("outcome-link")
    visit.follow("main form button")
    visit.look("outcome-link-empty")
    visit.page.check("input[value=paid_from_fund]")
    visit.page.select_option("#id_fund", fund.code)
    visit.page.fill("#id_note", "تذكر الصفحة هذا الصندوق باسمه")
    visit.follow("main form button")
    visit.look("outcome-linked")
    visit.go("/office/commitments/")
    visit.look("outcomes")

    assert visit.page.locator("main tbody tr").count() == 2
    linked_to_fund(stated(900_00), fund)
    visit.go("/office/commitments/sums/")
    visit.look("outcome-sums")
    visit.follow("main tbody a")
    visit.look("outcome-sum")
    assert one.links.count() == 1
    assert visit.faults == {}

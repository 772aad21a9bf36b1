"""What a commitment is about: said by a record keeper or a lead, asked of the ledger at once, and taken back."""

import pytest

from sanad.outcomes.linking import make_claim_set
from sanad.outcomes.models import LedgerCheck, Link
from sanad.record.models import Commitment
from sanad.staff.roles import Role
from tests.casework.families import maya
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, rules_in_force
from tests.outcomes.promises import linked_to_fund, promised, stated
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
TO_A_FUND = {"asks": "paid_from_fund", "fund": "cedar", "note": "the page names the fund"}


def address(of: Commitment, end: str = "") -> str:
    return f"/office/commitments/{of.pk}/{end}"


def test_a_commitment_is_linked_and_the_ledger_is_asked_at_once():
    fund_of(1_000)
    keeper, one = signed_in(member("Nour Haddad", Role.RECORD_KEEPER)), promised(500)

    sent = keeper.post(address(one, "link/"), TO_A_FUND)

    page = keeper.get(address(one)).content.decode()
    assert (sent.status_code, sent.url) == (302, address(one))
    assert (Link.objects.get().asks, LedgerCheck.objects.get().observed[0]["number"]) == ("paid_from_fund", 0)
    assert page.index("What people say") < page.index("What the ledger shows")
    assert "Nothing of it is there yet; no day for which it was named has passed." in page
    assert "made-up ledger" not in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"asks": "paid_to_claims", "note": "a note"}, "Choose the programme."),
        ({"asks": "paid_from_fund", "note": "a note"}, "Choose the fund."),
        ({"asks": "works_on_building", "note": "a note"}, "Write the number of the building."),
        ({"asks": "works_on_building", "building": "B-9", "note": "a note"}, "No building has this number."),
        ({"asks": "paid_from_fund", "fund": "cedar"}, "Write in a few words why the commitment is about this."),
    ],
)
def test_what_is_missing_is_said_at_its_field(given: dict[str, str], said: str):
    fund_of(1_000)
    keeper, one = signed_in(member("Nour Haddad", Role.RECORD_KEEPER)), promised(500)

    page = keeper.post(address(one, "link/"), given).content.decode()

    assert said in page
    assert not Link.objects.exists()


def test_a_line_belongs_to_its_programme():
    rules = rules_in_force()
    lead, one = signed_in(member("Leila Aoun", Role.PROGRAMME_LEAD)), promised(500)
    form = lead.get(address(one, "link/")).context["form"]
    lines = [value for value, _ in form.fields["line"].choices if value]
    given = {"asks": "paid_to_claims", "line": lines[0], "share": "each", "note": "the page names it"}

    without = lead.post(address(one, "link/"), given).content.decode()
    sent = lead.post(address(one, "link/"), {**given, "programme": rules.programme.key})

    made = Link.objects.get()
    assert "This line belongs to another programme." in without
    assert (sent.status_code, made.programme, made.line) == (302, rules.programme, lines[0].partition("/")[2])
    assert LedgerCheck.objects.get().because == "nobody_yet"


def test_a_link_is_taken_back_once_and_what_was_shown_is_kept():
    one, fund = promised(500), fund_of(1_000)
    made = linked_to_fund(one, fund)
    keeper = signed_in(member("Nour Haddad", Role.RECORD_KEEPER))
    keeper.post(address(one, "ask/"))

    keeper.post(address(one, f"links/{made.pk}/end/"))
    again = keeper.post(address(one, f"links/{made.pk}/end/"), follow=True).content.decode()

    assert Link.objects.get().ended_by.name == "Nour Haddad"
    assert LedgerCheck.objects.count() == 1
    assert "Somebody took this link back before you." in again
    assert "Nobody has said yet which programme, fund or building it is about." in again


def test_the_list_parts_what_is_linked_from_what_is_not():
    linked, other = promised(500), promised(700)
    linked_to_fund(linked, fund_of(1_000))
    auditor = signed_in(member("Sami Khoury", Role.AUDITOR))

    first, second = (auditor.get(f"/office/commitments/{end}").context["rows"] for end in ("", "?state=unlinked"))

    assert ([row.commitment for row in first], [row.commitment for row in second]) == ([linked], [other])


def test_a_set_of_claims_is_chosen_where_there_is_one_and_never_beside_a_programme():
    some = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    keeper, one = signed_in(member("Nour Haddad", Role.RECORD_KEEPER)), promised(500)
    without = keeper.get(address(one, "link/")).content.decode()
    chosen = make_claim_set("the families of one house", some, by=maya(), at=LATER)
    given = {"asks": "paid_to_claims", "claim_set": chosen.pk, "share": "each", "note": "the page names them"}

    both = keeper.post(address(one, "link/"), {**given, "programme": some[0].programme.key}).content.decode()
    sent = keeper.post(address(one, "link/"), given)

    assert "Or a set of claims" not in without
    assert "Choose the programme or the set of claims, not both." in both
    made = Link.objects.get()
    assert (sent.status_code, made.claim_set, made.programme) == (302, chosen, None)
    assert LedgerCheck.objects.get().parameters["claim_set"] == chosen.root


def test_a_sum_that_somebody_states_has_its_page_with_what_the_ledger_shows():
    fund, one = fund_of(1_000), stated(700)
    keeper = signed_in(member("Nour Haddad", Role.RECORD_KEEPER))
    here = f"/office/commitments/sums/{one.pk}/"
    before = keeper.get(here).content.decode()

    sent = keeper.post(f"{here}link/", TO_A_FUND)

    page, listed = (keeper.get(path).content.decode() for path in (here, "/office/commitments/sums/"))
    assert "Nobody has said yet which programme, fund or building it is about." in before
    assert (sent.status_code, sent.url, Link.objects.get().fund) == (302, here, fund)
    assert "Less is there than was named." in page
    assert "The ledger shows something else" in listed

    keeper.post(f"{here}links/{Link.objects.get().pk}/end/")
    assert Link.objects.get().ended_at is not None
    assert LedgerCheck.objects.count() == 1

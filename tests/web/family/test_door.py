"""A family opens its page by its receipt, however it types what stands there."""

import pytest

from sanad.audit.models import Event
from sanad.casework.claims.codes import in_groups
from sanad.casework.claims.numbers import claim_number
from sanad.casework.claims.services import receive_claims, renew_receipt
from sanad.registry.proposals import NewDwelling
from sanad.web.family.models import FamilySession
from tests.casework.families import AT, building, maya, new_claim, received
from tests.web.family.families import DOOR, PAGE, browser, came_in, typed
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
ARABIC_INDIC, PERSIAN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
LOOK_ALIKE = str.maketrans("01V", "OlU")


@pytest.mark.parametrize(
    "as_typed",
    [
        lambda code: code,
        lambda code: in_groups(code),
        lambda code: f"  {in_groups(code).lower()} ",
        lambda code: " ".join(code),
        lambda code: in_groups(code).replace("-", "–"),
        lambda code: code.translate(ARABIC_INDIC),
        lambda code: code.translate(PERSIAN),
        lambda code: code.translate(LOOK_ALIKE),
        lambda code: f"\u200f{in_groups(code)}\u200e",
    ],
)
def test_a_code_opens_however_it_is_typed(as_typed):
    given = received()
    client = browser()

    answer = typed(client, given.claim.number.lower().replace("-", " "), as_typed(given.receipt.code))

    assert answer["Location"] == PAGE
    assert given.claim.number in client.get(PAGE).content.decode()


def test_the_long_code_opens_in_its_own_field_and_in_the_other_one():
    given = received()
    secret = in_groups(given.receipt.secret)

    own = browser().post(DOOR, {"secret": secret.lower()})
    other = typed(browser(), given.claim.number, secret)

    assert [own["Location"], other["Location"]] == [PAGE, PAGE]


def test_a_wrong_code_an_unknown_claim_and_a_claim_without_a_code_get_the_very_same_page():
    given = received()
    listed = receive_claims(programme=given.claim.programme, new=[new_claim(next_door())], source="l", at=AT, by=None)
    numbers = (given.claim.number, claim_number("SSP", 990_000), listed[0].number)

    pages = [typed(browser(), number, "AAAAA-AAAAA").content.decode().replace(number, "NUMBER") for number in numbers]

    assert "do not belong together" in pages[0]
    assert len({without_tokens(page) for page in pages}) == 1


def next_door() -> NewDwelling:
    return NewDwelling(building("220"), "220-1-A", 1)


def without_tokens(page: str) -> str:
    return "".join(part.partition('"')[2] for part in page.split('name="csrfmiddlewaretoken" value="'))


def test_a_number_with_a_wrong_digit_is_told_before_anything_is_counted():
    answer = typed(browser(), "SSP-004117-5", "AAAAA-AAAAA")

    assert 'One digit of <bdi class="ref" dir="ltr">SSP-004117-5</bdi> is wrong' in answer.content.decode()


def test_an_empty_form_says_what_to_type():
    page = browser().post(DOOR, {"number": "", "code": ""}).content.decode()

    assert "Error:" in page
    assert "Type the claim number that stands on your receipt." in page


def test_a_new_receipt_ends_what_the_old_one_opened():
    given = received()
    client = came_in(given)

    renew_receipt(claim=given.claim, at=AT, by=maya())

    assert client.get(PAGE)["Location"] == DOOR
    assert "do not belong together" in typed(browser(), given.claim.number, given.receipt.code).content.decode()


def test_staff_who_are_signed_in_open_no_familys_page():
    received()

    answer = signed_in(member("Maya Khalil")).get(PAGE)

    assert answer["Location"] == DOOR


def test_a_familys_session_opens_nothing_of_the_office():
    client = came_in()

    assert client.get("/office/")["Location"].startswith("/account/login/")
    assert client.cookies.keys() >= {"sanad_family"}
    assert "sessionid" not in client.cookies


def test_the_cookie_is_for_these_pages_only_and_tells_nothing():
    given = received()
    client = came_in(given)

    cookie = client.cookies["sanad_family"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/family/", True, "Lax")
    assert not FamilySession.objects.filter(token=cookie.value).exists()


def test_no_address_names_the_claim_and_nothing_is_kept_on_the_way():
    given = received()
    client = browser()

    answer = client.post(DOOR, {"number": given.claim.number, "code": given.receipt.code}, follow=True)

    assert [address for address, _ in answer.redirect_chain] == [PAGE]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_that_a_family_came_in_is_written_down_without_its_name():
    given = received()

    came_in(given)

    event = Event.objects.get(act="family.enter")
    assert (event.on, event.by, event.facts) == (f"claim:{given.claim.number}", None, {"by": "code"})

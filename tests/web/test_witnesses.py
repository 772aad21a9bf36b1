"""What families were told, in the office: counted, read, taken up, taken back."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from sanad.audit.models import Event
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.witnesses.models import Look, TakenUp, Use
from sanad.witnesses.services.withdrawing import ask_to_take_back
from tests.casework.families import AT
from tests.web.family.test_page import plain
from tests.web.people import member, signed_in
from tests.web.sweeping import just_signed_in
from tests.witnesses.making import NO_FUNDING, lodged, nour, rana, taken_up

pytestmark = pytest.mark.django_db
LIST = "/office/witnesses/"


def keeper(who: User | None = None) -> Client:
    user = who or rana()
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}})
    return just_signed_in(user)


def test_the_list_shows_no_word_and_no_name():
    one = lodged()

    words = plain(keeper().get(LIST))

    assert one.reference in words
    assert "given to fewer than 10 families" in words
    assert [secret for secret in (NO_FUNDING, "سميرة", "Samira", one.identity.reference) if secret in words] == []


def test_an_auditor_sees_that_there_is_something_and_cannot_read_it():
    one = lodged()
    auditor = signed_in(member("Salim Aoun", Role.AUDITOR))

    assert one.reference in plain(auditor.get(LIST))
    assert auditor.get(f"{LIST}{one.reference}/").status_code == 403


def test_reading_it_is_an_act():
    one = lodged()

    page = plain(keeper().get(f"{LIST}{one.reference}/"))

    assert NO_FUNDING in page
    assert "سميرة" not in page
    assert Event.objects.get(act="witness.read").by == rana()


def test_a_record_keeper_takes_it_up_and_is_led_to_the_statement():
    one = lodged()

    answer = keeper().post(f"{LIST}{one.reference}/take-up/", {"words": NO_FUNDING}, follow=True)

    assert answer.redirect_chain == [(f"/desk/statements/{TakenUp.objects.get().statement_id}/", 302)]
    assert one.identity.reference in plain(answer)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "Leave some words."), ("something else", "These are not the words that were lodged.")],
)
def test_what_is_not_taken_up_says_why(words: str, sentence: str):
    one = lodged()

    answer = keeper().post(f"{LIST}{one.reference}/take-up/", {"words": words})

    assert sentence in plain(answer)
    assert not TakenUp.objects.exists()


def test_nothing_is_offered_that_was_not_agreed_to():
    one = lodged(agrees=(Use.CONTACT,))

    page = plain(keeper().get(f"{LIST}{one.reference}/"))

    assert "Take it up" not in page
    assert "Only counted" in page


def test_what_a_witness_wants_back_stands_on_the_start_page_until_it_is_done():
    one = taken_up().lodged
    ask_to_take_back(lodged=one, at=AT)
    client = keeper()
    before = plain(client.get("/office/"))

    client.post(f"{LIST}{one.reference}/take-back/")

    assert "Witnesses who want back what they told" in before
    assert "Witnesses who want back what they told" not in plain(client.get("/office/"))
    assert "nobody can read it any more" in plain(client.get(f"{LIST}{one.reference}/"))


def test_who_it_is_is_seen_by_whoever_asked_once_somebody_else_allowed_it():
    one, mine, other = lodged(), keeper(), keeper(nour())

    mine.post(f"{LIST}{one.reference}/look/", {"purpose": "danger"})
    look = f"{LIST}looks/{Look.objects.get().pk}/"
    early, own = mine.post(f"{look}who/", follow=True), mine.post(f"{look}allow/", follow=True)
    other.post(f"{look}allow/")
    seen, others = mine.post(f"{look}who/"), other.post(f"{look}who/", follow=True)

    assert "Nobody has allowed it yet" in plain(early)
    assert "somebody else allows it" in plain(own)
    assert "سميرة حداد" in plain(seen)
    assert seen["Cache-Control"] == "no-store"
    assert "سميرة" not in plain(others)
    assert Event.objects.filter(act="witness.look", by=rana()).count() == 1


def test_a_purpose_has_to_be_named():
    one = lodged()

    answer = keeper().post(f"{LIST}{one.reference}/look/", {}, follow=True)

    assert "Choose why." in plain(answer)
    assert not Look.objects.exists()

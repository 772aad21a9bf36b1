"""A family writes down what it was told, and takes it back."""

import uuid

import pytest

from sanad.evidence.models import Key
from sanad.web.family.models import FamilySession
from sanad.witnesses.models import Consent, Identity, Lodged, Withdrawal
from sanad.witnesses.selectors import lodged_of
from sanad.witnesses.services.reading import words_of
from tests.casework.families import received
from tests.web.family.families import PAGE, came_in, neighbour
from tests.web.family.test_page import plain
from tests.witnesses.making import taken_up

pytestmark = pytest.mark.django_db
TOLD, BACK, SENT = "/family/told/", "/family/told/back/", "/family/sent/"
WORDS = "لا يوجد تمويل حاليًا، يرجى الانتظار"


def written(**more: object) -> dict[str, object]:
    return {
        "id": uuid.uuid4(), "words": WORDS, "teller": "office", "teller_words": "شباك البلدية", "how": "in_person",
        "place": "", "year": "2026", "month": "2", "day": "", "named": "unnamed", "agrees": ["statement"], **more,
    }  # fmt: skip


def test_what_a_family_was_told_is_locked_away_and_has_a_number():
    given = received()
    client = came_in(given)

    answer = client.post(TOLD, written(), follow=True)

    one = Lodged.objects.get()
    assert answer.redirect_chain == [(SENT, 302)]
    assert one.reference in plain(answer)
    assert "It is locked away" in plain(answer)
    assert (words_of(one).words, one.when, one.lodged_by) == (WORDS, "2026-02", None)
    assert Consent.objects.get().use == "statement"
    assert Identity.objects.get().name is None
    assert FamilySession.objects.get().sent == "", "nothing there leads from the claim to it"
    assert one.reference not in plain(client.get(PAGE))


def test_with_the_name_it_is_known_who_speaks_for_the_family():
    came_in().post(TOLD, written(named="named", agrees=["statement", "contact"]))

    assert Identity.objects.get().name is not None
    assert set(Consent.objects.values_list("use", flat=True)) == {"statement", "contact"}


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"words": ""}, "Write what you were told."),
        ({"words": "a" * 4_001}, "Write it shorter"),
        ({"words": "سميرة حداد لم تأخذ شيئًا"}, "A name or a telephone number of your family stands in this text."),
        ({"teller": ""}, "Choose who told you."),
        ({"teller_words": " "}, "Write who told you, or choose that you do not know."),
        ({"how": "by pigeon"}, "Select a valid choice"),
        ({"named": ""}, "Choose whether your name is kept with it."),
        ({"year": "", "month": "2"}, "Choose a year"),
        ({"month": "2", "day": "31"}, "Choose a year"),
    ],
)
def test_what_cannot_be_sent_says_what_to_do_and_keeps_what_was_written(more: dict[str, str], sentence: str):
    answer = came_in().post(TOLD, written(**more))

    assert sentence in plain(answer)
    assert not Lodged.objects.exists()
    assert "شباك البلدية" in answer.content.decode() or "teller_words" in more


def test_a_form_sent_twice_is_one():
    client, form = came_in(), written()

    for _ in range(2):
        client.post(TOLD, form)

    assert Lodged.objects.count() == 1


def test_a_form_with_the_id_of_another_family_takes_nothing_in():
    client, form = came_in(), written()
    client.post(TOLD, form)

    answer = came_in(neighbour()).post(TOLD, form)

    assert answer.status_code == 400
    assert Lodged.objects.count() == 1


def test_the_family_takes_it_back_and_it_is_destroyed():
    given = received()
    client = came_in(given)
    client.post(TOLD, written())
    one = Lodged.objects.get()
    before = plain(client.get(TOLD))

    answer = client.post(BACK, {"lodged": one.reference}, follow=True)

    assert one.reference in before
    assert "It is destroyed" in plain(answer)
    assert Key.objects.get(pk=one.identity.key_id).wrapped is None
    assert one.reference not in plain(client.get(TOLD))
    assert not lodged_of(given.claim).exists()


def test_what_is_in_the_record_is_asked_back():
    client = came_in()
    client.post(TOLD, written())
    one = Lodged.objects.get()
    taken_up(one, WORDS)

    answer = client.post(BACK, {"lodged": one.reference}, follow=True)

    assert "A record keeper takes it out of the record" in plain(answer)
    assert Withdrawal.objects.get().done_at is None
    assert "You asked for it back" in plain(client.get(TOLD))


def test_nobody_takes_back_what_another_family_lodged():
    came_in().post(TOLD, written())

    answer = came_in(neighbour()).post(BACK, {"lodged": Lodged.objects.get().reference})

    assert answer.status_code == 404
    assert not Withdrawal.objects.exists()


def test_the_page_is_in_arabic_first():
    words = plain(came_in(language="ar").get(TOLD))

    assert [one for one in ("ماذا قيل لكم؟", "من دون اسمنا", "وجهًا لوجه", "أرسلوه") if one not in words] == []

"""Taking back, sealing by two, and showing only after whoever is spoken of was heard."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils.timezone import localdate

from sanad.record.kinds import Level, Way, Why
from sanad.record.models import Agent, Disclosure, Reply, ReplyAsked, Retraction, Sealing
from sanad.record.services.replies import NewAsking, ask_for_reply
from sanad.record.services.retractions import ask_to_seal, retract
from sanad.staff.roles import Role
from tests.web.codes import with_codes
from tests.web.desk.pages import LIST, accepted, by_rana, keeper, kept, own_account, rana
from tests.web.people import member, signed_in
from tests.web.sweeping import just_signed_in

pytestmark = pytest.mark.django_db
TODAY = localdate()


def words(answer: HttpResponse) -> str:
    return answer.content.decode().replace("<bdi>", "").replace("</bdi>", "")


def private(layer: object) -> Agent:
    accepted(layer)
    return Agent.objects.get(label="Huda Saab")


def asked_for(person: Agent) -> ReplyAsked:
    new = NewAsking("her office", Way.LETTER, TODAY - timedelta(days=20), TODAY - timedelta(days=2))
    return ask_for_reply(person, new, by_rana_today())


def by_rana_today() -> object:
    return type(by_rana())(rana(), by_rana().at.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day))


def test_before_it_is_taken_back_the_page_says_what_it_will_reach_and_after_it_what_it_reached():
    layer, client = kept(), keeper()
    made, other = accepted(layer), accepted(layer, LIST)

    before = words(client.get(f"/desk/retract/account/{made.account_id}/"))
    answer = client.post(
        f"/desk/retract/account/{made.account_id}/", {"kind": "source_corrected", "reason": "A letter."}
    )

    assert "2 statements" in before
    assert all(one.content.exact in before for one in (made, other))
    told = Retraction.objects.get()
    assert answer["Location"] == f"/desk/retractions/{told.pk}/"
    after = words(client.get(answer["Location"]))
    assert "2 statements" in after
    assert "A letter." in after
    assert "A telling" in words(client.get("/desk/retractions/"))


@pytest.mark.parametrize("kind", ["capture", "work", "account", "statement"])
def test_each_kind_of_thing_is_taken_back(kind: str):
    layer = kept()
    made = accepted(layer)
    pk = {"capture": layer.capture_id, "work": made.account.work_id, "account": made.account_id, "statement": made.pk}

    keeper().post(f"/desk/retract/{kind}/{pk[kind]}/", {"kind": "safety", "reason": "Harm."})

    assert made.reached_by.count() == 1


def test_without_a_reason_nothing_is_taken_back():
    made = accepted(kept())

    page = words(keeper().post(f"/desk/retract/statement/{made.pk}/", {"kind": "safety", "reason": ""}))

    assert "Write the reason in a sentence." in page
    assert not Retraction.objects.exists()


def test_what_rests_on_nothing_reaches_no_statement():
    layer, client = kept(), keeper()
    account = own_account(layer)

    assert "no statement" in words(client.get(f"/desk/retract/account/{account.pk}/"))
    made = retract(account, Why.SAFETY, "Harm.", by_rana())
    assert "No statement rests on it." in words(client.get(f"/desk/retractions/{made.pk}/"))
    assert "Nothing was taken back yet" not in words(client.get("/desk/retractions/"))


@pytest.mark.parametrize("address", ["retract/agent/1", "retract/nothing/1", "retract/work/4711", "showing/capture/1"])
def test_what_cannot_be_taken_back_or_shown_is_not_found(address: str):
    assert keeper().get(f"/desk/{address}/").status_code == 404


def test_two_persons_seal_a_page():
    layer = kept()
    accepted(layer)
    people = [with_codes(member(name, Role.RECORD_KEEPER)) for name in ("Nour Haddad", "Samir Aoun")]
    first, second = map(just_signed_in, people)
    address = f"/desk/captures/{layer.capture_id}/seal/"
    assert "1 statement" in words(first.get(address))

    first.post(address, {"reason": "A witness could be known."})
    first.post(address)
    alone = words(first.get(address))
    second.post(address)

    assert "another record keeper seals it" in alone
    assert Sealing.objects.get().done_by.name == "Samir Aoun"
    sealed = words(second.get(address))
    assert "sealed by Samir Aoun" in sealed.replace('<span class="typed" dir="auto">', "").replace("</span>", "")


def test_who_asked_to_seal_does_not_seal():
    layer = kept()
    nour = with_codes(member("Nour Haddad", Role.RECORD_KEEPER))
    client = just_signed_in(nour)
    ask_to_seal(layer.capture, "a witness", type(by_rana())(nour, by_rana().at))

    answer = client.post(f"/desk/captures/{layer.capture_id}/seal/")

    assert "A second person has to do this." in words(client.get(answer["Location"]))
    assert Sealing.objects.get().done_at is None


def test_a_reply_is_asked_for_and_written_down():
    layer, client = kept(), keeper()
    person = private(layer)
    address = f"/desk/showing/agent/{person.pk}/"
    assert "nobody was asked" in words(client.get(address))
    given = {"asked_of": "her office", "how": "letter", "asked_date": TODAY, "until": TODAY + timedelta(days=14)}

    client.post(f"{address}ask/", given)
    waiting = words(client.get(address))
    client.post(f"/desk/replies/{ReplyAsked.objects.get().pk}/", {"came_date": TODAY, "text": "I never said so."})

    assert "An answer may come until" in waiting
    assert Reply.objects.get().text == "I never said so."
    assert "I never said so." in words(client.get(address))


def test_no_answer_by_its_day_is_said():
    person = private(kept())
    asked_for(person)

    assert "No answer by" in words(keeper().get(f"/desk/showing/agent/{person.pk}/"))


@pytest.mark.parametrize(
    ("place", "given", "sentence"),
    [
        ("ask/", {"asked_of": "x", "how": "letter", "asked_date": TODAY, "until": TODAY}, "lies after the day"),
        ("ask/", {"asked_of": "", "how": "letter"}, "Write who was asked."),
        ("level/", {"level": "public", "reason": "x", "legal_note": "y"}, "Nobody has asked for a reply yet."),
        ("level/", {"level": "embargo", "reason": "x"}, "A day is named where it is closed until one"),
        ("level/", {"level": "pseudonym", "reason": "x"}, "Another name is given where it is shown under one"),
    ],
)
def test_what_cannot_stand_is_refused_in_words(place: str, given: dict[str, object], sentence: str):
    person = private(kept())

    assert sentence in words(keeper().post(f"/desk/showing/agent/{person.pk}/{place}", given))
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize("day", [-400, 1])
def test_an_answer_before_the_asking_or_from_the_future_is_refused_in_words(day: int):
    asked = asked_for(private(kept()))

    page = words(keeper().post(f"/desk/replies/{asked.pk}/", {"came_date": TODAY + timedelta(days=day), "text": "x"}))

    assert "Error:" in page
    assert not Reply.objects.exists()


def test_a_second_person_opens_a_private_person_who_was_heard():
    person, client = private(kept()), keeper()
    asked_for(person)

    client.post(
        f"/desk/showing/agent/{person.pk}/level/",
        {"level": "pseudonym", "shown_as": "a resident", "reason": "agreed", "legal_note": "spoke in public"},
    )

    told = Disclosure.objects.get()
    assert (told.level, told.shown_as, told.by.name) == (Level.PSEUDONYM, "a resident", "Nour Haddad")
    assert "spoke in public" in words(client.get(f"/desk/showing/agent/{person.pk}/"))


def test_who_confirmed_a_statement_reads_why_another_opens_it():
    made = accepted(kept())
    client = signed_in(rana(), "en")

    page = words(client.get(f"/desk/showing/statement/{made.pk}/"))
    refused = words(client.post(f"/desk/showing/statement/{made.pk}/level/", {"level": "public", "reason": "x"}))
    keeper().post(f"/desk/showing/statement/{made.pk}/level/", {"level": "public", "reason": "spoken in public"})

    assert "You can close it, and not open it:" in page
    assert "A second person has to do this." in refused
    assert Disclosure.objects.get().statement == made


def test_a_work_has_its_page_of_who_was_heard():
    layer = kept()
    work = own_account(layer).work

    page = words(keeper().get(f"/desk/showing/work/{work.pk}/"))

    assert "A reply was asked for" in page
    assert "Let it be so" not in page

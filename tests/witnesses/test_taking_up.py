"""Taking up: only with consent, only the words that were lodged, and nobody's protected name with them."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from sanad.audit.models import Event
from sanad.record.models import Statement
from sanad.registry.proposals import NewPerson
from sanad.witnesses.models import TakenUp, Teller, Use
from sanad.witnesses.refusals import NotAllowed, TakingRefused
from sanad.witnesses.services.taking_up import is_left_of, take_up
from sanad.witnesses.services.withdrawing import ask_to_take_back
from tests.casework.families import AT, KARIM, SAMIRA, maya
from tests.witnesses.making import NO_FUNDING, TOLD, claim_of, lodged, reach, taken_up
from tests.witnesses.test_lodging import everything

pytestmark = pytest.mark.django_db


def refusal(one, words: str = NO_FUNDING) -> TakingRefused:
    with pytest.raises(TakingRefused) as refused:
        taken_up(one, words)
    return refused.value


def test_without_consent_nothing_is_taken_up():
    one = lodged(agrees=(Use.CONTACT,))

    assert refusal(one).code == "no_consent"
    assert not Statement.objects.exists()
    assert one.identity.agent is None


def test_the_database_itself_refuses_what_was_not_agreed_to():
    statement = taken_up().statement
    other = lodged(claim_of(KARIM, home="219-4-A"), agrees=())

    with pytest.raises(IntegrityError, match="has not agreed"), transaction.atomic():
        TakenUp.objects.filter(statement=statement).model.objects.create(
            lodged=other, statement=statement, taken_at=AT, taken_by=maya()
        )


def test_it_is_taken_up_once_and_not_once_it_is_asked_back():
    one = lodged()
    taken_up(one)
    other = lodged(claim_of(KARIM, home="219-4-A"))
    ask_to_take_back(lodged=other, at=AT)

    assert refusal(one).code == "is_taken_up"
    assert refusal(other).code == "has_withdrawn"


def test_only_a_record_keeper_takes_it_up():
    with pytest.raises(NotAllowed):
        take_up(lodged=lodged(), words=NO_FUNDING, reach=reach(maya()), at=AT)


@pytest.mark.parametrize("words", ["قالوا لسميرة حداد انتظري", "Samira Haddad was told to wait", "call 03123456"])
def test_a_protected_name_in_the_words_is_left_out_first(words: str):
    one = lodged(told=replace(TOLD, words=f"{words}. لا يوجد تمويل"))

    refused = refusal(one, f"{words}. لا يوجد تمويل")
    taken = taken_up(one, "[…]. لا يوجد تمويل")

    assert (refused.code, refused.references) == ("names_a_witness", (one.identity.reference,))
    assert taken.statement.content.exact == "[…]. لا يوجد تمويل"


def test_a_protected_name_of_another_family_is_left_out_as_well():
    lodged(claim_of(KARIM, home="219-4-A"))
    one = lodged(told=replace(TOLD, teller=Teller.PERSON, teller_words="كريم العلي"))

    assert refusal(one).code == "names_a_witness"


def test_two_who_lodged_the_same_words_are_two_witnesses():
    first, second = taken_up(lodged()), taken_up(lodged(claim_of(KARIM, home="219-4-A")))

    assert first.statement.account.narrator != second.statement.account.narrator
    assert first.statement.content.layer.capture != second.statement.content.layer.capture
    assert first.statement.content.exact == second.statement.content.exact


def test_nobody_is_named_who_was_not_known():
    statement = taken_up(lodged(told=replace(TOLD, teller=Teller.UNKNOWN, when=""))).statement

    assert (statement.speaker, statement.speaker_status, statement.when) == (None, "unknown", "")


def test_no_name_telephone_or_claim_of_a_witness_lies_in_the_record_the_acts_or_anywhere_in_plain():
    claim = claim_of(NewPerson("ثريا الغندور", "Thurayya Ghandour", "76 998 877"))
    taken_up(lodged(claim))

    dumped = everything()
    told = "\n".join(str(event.facts) + event.on for event in Event.objects.filter(act__startswith="witness."))

    assert [name for name in ("الغندور", "Ghandour", "998 877") if name in dumped] == []
    assert claim.number not in told
    assert claim.household.reference not in told


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("one two three", True),
        ("[…] two three", True),
        ("one […]", True),
        ("one […] three", True),
        ("[…] two […]", True),
        ("one three", False),
        ("two three", False),
        ("one two", False),
        ("three […] one", False),
        ("one […] four", False),
        ("[…]", False),
        ("", False),
    ],
)
def test_words_are_left_out_and_never_changed(words: str, is_so: bool):
    assert is_left_of(words, "one two three") is is_so


def test_the_record_leads_to_no_witness():
    record = connection.introspection.table_names()
    assert SAMIRA.name not in everything()
    with connection.cursor() as cursor:
        keys = {
            (table, found["foreign_key"][0])
            for table in record
            if table.startswith(("record_", "publication_", "evidence_"))
            for found in connection.introspection.get_constraints(cursor, table).values()
            if found.get("foreign_key")
        }

    assert keys
    assert [one for one in keys if one[1].startswith("witnesses_")] == []

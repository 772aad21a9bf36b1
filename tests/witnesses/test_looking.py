"""Seeing who a witness is takes a purpose, two persons and an act; changed rows are found."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from sanad.audit.models import Event
from sanad.staff.roles import Role
from sanad.witnesses.models import Look, Purpose, Use
from sanad.witnesses.refusals import LookRefused, NotAllowed, TakesTwoPersons
from sanad.witnesses.sealing import unseal
from sanad.witnesses.services.looking import allow_look, ask_to_look, who_is
from sanad.witnesses.services.withdrawing import take_back
from sanad.witnesses.verification import verify_witnesses
from tests.casework.families import AT, maya
from tests.web.people import member
from tests.witnesses.making import lodged, nour, rana, reach

pytestmark = pytest.mark.django_db


def asked(purpose: Purpose = Purpose.DANGER, **given: object) -> Look:
    return ask_to_look(identity=lodged(**given).identity, purpose=purpose, reach=reach(), at=AT)


def test_one_asks_another_allows_and_each_look_is_an_act():
    look = asked()
    allow_look(look=look, reach=reach(nour()), at=AT)

    seen = [who_is(look=look, reach=reach(), at=AT + timedelta(hours=hours)) for hours in (1, 24)]

    assert {(one.name, one.aliases, one.contact) for one in seen} == {("سميرة حداد", ("Samira Haddad",), "03123456")}
    assert Event.objects.filter(act="witness.look", by=rana(), facts={"purpose": "danger"}).count() == 2


def test_nobody_allows_what_they_asked_for_nor_sees_it_before_or_later_nor_for_another():
    look = asked()

    with pytest.raises(TakesTwoPersons):
        allow_look(look=look, reach=reach(), at=AT)
    with pytest.raises(LookRefused, match="not_allowed_yet"):
        who_is(look=look, reach=reach(), at=AT)
    allow_look(look=look, reach=reach(nour()), at=AT)
    with pytest.raises(LookRefused, match="is_decided"):
        allow_look(look=look, reach=reach(nour()), at=AT)
    with pytest.raises(LookRefused, match="not_allowed_yet"):
        who_is(look=look, reach=reach(nour()), at=AT)
    with pytest.raises(LookRefused, match="is_over"):
        who_is(look=look, reach=reach(), at=AT + timedelta(hours=25))
    assert not Event.objects.filter(act="witness.look").exists()


def test_the_database_refuses_one_person_for_both():
    with pytest.raises(IntegrityError), transaction.atomic():
        Look.objects.create(
            identity=lodged().identity, purpose="danger", asked_at=AT, asked_by=maya(), allowed_at=AT, allowed_by=maya()
        )


def test_a_role_that_has_nothing_to_do_with_it_asks_in_vain():
    engineer = member("Sami Younes", Role.ENGINEER)

    with pytest.raises(NotAllowed):
        ask_to_look(identity=lodged().identity, purpose=Purpose.DANGER, reach=reach(engineer), at=AT)


def test_whoever_did_not_agree_to_be_asked_is_not_looked_up_for_it():
    with pytest.raises(LookRefused, match="no_consent"):
        asked(Purpose.ASK_BACK, agrees=(Use.STATEMENT,))


def test_nobody_is_seen_after_they_withdrew():
    one = lodged()
    look = ask_to_look(identity=one.identity, purpose=Purpose.COURT, reach=reach(), at=AT)
    allow_look(look=look, reach=reach(nour()), at=AT)
    take_back(lodged=one, at=AT)

    with pytest.raises(LookRefused, match="has_withdrawn"):
        who_is(look=look, reach=reach(), at=AT)


def test_the_key_of_the_store_is_needed_beside_the_master_key(settings):
    identity = lodged().identity
    settings.WITNESS_KEY = "another one"

    with pytest.raises(Exception, match="damaged, or another key"):
        unseal(identity.key, identity.name)


def test_a_changed_row_is_named():
    one = lodged()
    table = "witnesses_lodged"
    drop = f"DROP TRIGGER {table}_kept_update" + (f" ON {table}" if connection.vendor == "postgresql" else "")

    with connection.cursor() as cursor:
        cursor.execute(drop)
        cursor.execute("UPDATE witnesses_lodged SET how = 'meeting'")

    assert [(found.code, found.what) for found in verify_witnesses()] == [("changed", one.reference)]

"""Withdrawing: by the family alone while nothing is in the record, by a record keeper afterwards; once, and whole."""

from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from sanad.evidence.models import Key
from sanad.record.log import By
from sanad.record.models import Reached, Retraction, Sealing, TextLayer
from sanad.record.services.retractions import seal
from sanad.record.verification import verify_record
from sanad.witnesses.models import Identity, Lodged, TakenUp, Withdrawal
from sanad.witnesses.refusals import AlreadyWithdrawn, NotAllowed, RecordHoldsIt, TakingRefused
from sanad.witnesses.scanning import names_found
from sanad.witnesses.selectors import asked_back, lodged_of
from sanad.witnesses.services.protecting import IsProtected, NoName, protect
from sanad.witnesses.services.reading import words_of
from sanad.witnesses.services.withdrawing import ask_to_take_back, take_back, withdraw
from tests.at_once import at_once
from tests.casework.families import AT, maya
from tests.record.keeping.pages import held, huda, karim, said
from tests.witnesses.making import NO_FUNDING, claim_of, lodged, nour, rana, reach, taken_up

ROUNDS = 3


@pytest.mark.django_db
def test_a_family_takes_it_back_alone_while_it_is_nowhere_else():
    claim = claim_of()
    one = lodged(claim)

    done = take_back(lodged=one, at=AT)

    one = Lodged.objects.get()
    assert (done.done_at, done.done_by) == (AT, None)
    assert words_of(one).words == ""
    assert names_found("سميرة حداد") == []
    assert not lodged_of(claim).exists()
    with pytest.raises(AlreadyWithdrawn):
        take_back(lodged=one, at=AT)


@pytest.mark.django_db
def test_what_is_in_the_record_is_asked_back_and_stands_on_the_list_until_it_is_done():
    one = taken_up().lodged

    with pytest.raises(RecordHoldsIt):
        take_back(lodged=one, at=AT)
    asked = ask_to_take_back(lodged=one, at=AT)
    again = ask_to_take_back(lodged=one, at=AT)
    waiting = list(asked_back())
    done = withdraw(identity=one.identity, reach=reach(), at=AT)

    assert asked == again
    assert waiting == [one]
    assert not asked_back().exists()
    assert (done.asked_by, done.done_by) == (None, rana())


@pytest.mark.django_db
def test_a_second_person_empties_the_text_and_everything_is_still_sound():
    one = taken_up().lodged
    withdraw(identity=one.identity, reach=reach(), at=AT)

    seal(Sealing.objects.get(), By(nour(), AT))

    assert not TextLayer.objects.filter(text__isnull=False).exists()
    assert list(verify_record()) == []


@pytest.mark.django_db
def test_only_a_record_keeper_withdraws_in_the_name_of_the_record():
    one = taken_up().lodged

    with pytest.raises(NotAllowed):
        withdraw(identity=one.identity, reach=reach(maya()), at=AT)
    assert not Retraction.objects.exists()


@pytest.mark.django_db
def test_a_witness_of_a_page_takes_back_what_was_told_and_not_the_page():
    page = held()
    witness = karim(page)
    told = said(page, "“They told us: ‘There is no money now.’ ”", witness)
    said(page, "“The list is ready.”")
    given = {"name": "كريم خوري", "aliases": ["Abu Hassan"], "contact": "03 555 666"}
    identity = protect(agent=witness, **given, reach=reach(), at=AT)
    known = names_found("Karim Khoury"), names_found("أبو حسن"), names_found("+961 3 555 666")

    withdraw(identity=identity, reach=reach(), at=AT)

    assert known == ([identity.reference],) * 3
    assert [one.statement for one in Reached.objects.all()] == [told]
    assert Retraction.objects.get().statement == told
    assert not Sealing.objects.exists()


@pytest.mark.django_db
def test_whoever_is_protected_is_protected_once_and_by_a_name():
    agent = huda()
    given = {"agent": agent, "aliases": [], "contact": "", "reach": reach(), "at": AT}
    protect(name="هدى صعب", **given)

    with pytest.raises(IsProtected):
        protect(name="هدى صعب", **given)
    with pytest.raises(NoName):
        protect(name=" ", **given)


def naive_withdraw(identity: int, wait) -> bool:
    """Reads whether the key is there, and then ends it."""
    with transaction.atomic():
        found = Identity.objects.select_related("key").get(pk=identity)
        wait()
        if found.key.wrapped is None:
            return False
        Key.objects.filter(pk=found.key_id).update(wrapped=None, destroyed_at=AT)
        return True


def test_without_holding_the_key_both_believe_that_they_ended_it(own_database):
    """The race itself: on SQLite the second waits before it reads, so it shows on PostgreSQL alone."""
    if connection.vendor == "sqlite":
        pytest.skip("one transaction writes at a time")
    identity = lodged(claim_of()).identity.pk
    meeting = Barrier(2)

    found = at_once(*[partial(naive_withdraw, identity, meeting.wait)] * 2)

    assert found == [True, True]


def test_of_two_who_withdraw_at_once_one_is_told_that_it_is_done(own_database):
    for _ in range(ROUNDS):
        one = taken_up(lodged(claim_of(home=f"219-{Lodged.objects.count()}-D"))).lodged
        acts = [partial(withdraw, identity=one.identity, reach=reach(who), at=AT) for who in (rana(), nour())]

        found = at_once(*acts)

        assert sorted(type(one).__name__ for one in found) == ["AlreadyWithdrawn", "Withdrawal"]
        assert Withdrawal.objects.filter(identity=one.identity).count() == 1
        assert Retraction.objects.filter(capture__works__title=f"Witness {one.identity.reference}").count() == 1


def test_of_taking_up_and_taking_back_at_once_nothing_is_left_half_done(own_database):
    for _ in range(ROUNDS):
        one = lodged(claim_of(home=f"219-{Lodged.objects.count()}-E"))

        found = at_once(partial(taken_up, one, NO_FUNDING), partial(take_back, lodged=one, at=AT))

        is_gone = Key.objects.get(pk=one.identity.key_id).wrapped is None
        assert is_gone != TakenUp.objects.filter(lodged=one).exists()
        assert [type(one) for one in found if isinstance(one, Exception)] == [
            TakingRefused if is_gone else RecordHoldsIt
        ]

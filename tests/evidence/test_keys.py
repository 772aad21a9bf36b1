from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.evidence.keys import KeyIsDestroyed, destroy, new_key, new_keys, seal, unseal
from sanad.evidence.models import Key
from sanad.evidence.sealing import CannotUnseal

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
MIXED = "كريم \u202bHaddad\u202c 12/3-ب"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["", "سميرة", MIXED, "ل" * 5_000])
def test_a_sealed_text_comes_back_as_it_was(text: str):
    key = Key.objects.get(pk=new_key(AT).pk)

    box = seal(key, text)

    assert unseal(key, box) == text
    assert text == "" or text.encode() not in box


def test_the_same_name_sealed_twice_does_not_show_that_it_is_the_same():
    key = new_key(AT)

    assert seal(key, "سميرة") != seal(key, "سميرة")


def test_a_text_opens_under_its_own_key_only():
    samira, karim = new_keys(2, AT)

    with pytest.raises(CannotUnseal):
        unseal(karim, seal(samira, "سميرة"))


@pytest.mark.parametrize("place", [0, 5, -1])
def test_one_changed_byte_is_found(place: int):
    key = new_key(AT)
    box = bytearray(seal(key, "سميرة"))

    box[place] ^= 1

    with pytest.raises(CannotUnseal):
        unseal(key, bytes(box))


def test_a_key_is_not_stored_as_it_is_used():
    first, second = new_keys(2, AT)
    second.wrapped = first.wrapped

    with pytest.raises(CannotUnseal):
        seal(second, "moved to another row")


def test_what_lay_under_a_destroyed_key_is_gone_and_the_act_is_recorded():
    key = new_key(AT)
    box = seal(key, "سميرة")

    destroy(key, at=AT, by=None, reason="retention_ended")

    with pytest.raises(KeyIsDestroyed):
        unseal(Key.objects.get(pk=key.pk), box)
    assert Event.objects.get(on=f"key:{key.id}").facts == {"reason": "retention_ended"}


def test_a_destroyed_key_seals_nothing():
    key = new_key(AT)

    destroy(key, at=AT, by=None, reason="retention_ended")

    with pytest.raises(KeyIsDestroyed):
        seal(key, "too late")


def test_the_database_refuses_a_key_that_is_neither_whole_nor_destroyed():
    key = new_key(AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        Key.objects.filter(pk=key.pk).update(wrapped=None)

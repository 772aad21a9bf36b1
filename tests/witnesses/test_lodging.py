"""What a family lodges: sealed, counted without being read, and leading to nobody where no name was given."""

import uuid
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from sanad.audit.models import Event
from sanad.casework.claims.models import Claim
from sanad.registry.proposals import NewPerson
from sanad.witnesses.models import Consent, Identity, Lodged, Teller, Trace, Use
from sanad.witnesses.refusals import LodgingRefused, NotAllowed, OtherLodged
from sanad.witnesses.scanning import names_found
from sanad.witnesses.selectors import counted, lodged_of, repeats
from sanad.witnesses.services.lodging import lodge
from sanad.witnesses.services.reading import read_lodged
from tests.casework.families import AT, KARIM, maya
from tests.witnesses.making import COUNCIL, NO_FUNDING, TOLD, claim_of, lodged, reach

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[LodgingRefused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def test_with_the_name_who_speaks_for_the_family_is_scanned_for():
    one = lodged()

    assert names_found("سميرة حداد") == names_found("Samira HADDAD") == [one.identity.reference]
    assert names_found("اتصلوا على ٠٣١٢٣٤٥٦") == [one.identity.reference]
    assert names_found("اتصلوا على ٠٣ ١٢٣ ٤٥٦") == [one.identity.reference]
    assert names_found(f"Claim {claim_number(one)}") == [one.identity.reference]


def claim_number(one: Lodged) -> str:
    return next(claim.number for claim in Claim.objects.all() if lodged_of(claim).filter(pk=one.pk).exists())


def test_without_the_name_nothing_is_kept_of_it():
    one = lodged(with_name=False)

    identity = Identity.objects.get()
    assert (identity.name, identity.aliases, identity.contact, identity.case) == (None, None, None, None)
    assert not Consent.objects.filter(use=Use.CONTACT).exists()
    assert names_found("سميرة حداد") == []
    assert lodged_of(claim_of(KARIM, home="219-4-A")).count() == 0
    assert Event.objects.filter(on=f"lodged:{one.reference}").count() == 1


@pytest.mark.parametrize("words", ["قالوا لسميرة حدّاد انتظري", "told Samira Haddad to wait", "رقمي ٠٣-١٢٣٤٥٦"])
def test_a_family_that_leaves_out_its_name_is_told_where_it_stands_in_the_text(words: str):
    with pytest.raises(LodgingRefused) as refused:
        lodged(told=replace(TOLD, words=words), with_name=False)

    assert codes(refused) == ["names_you"]
    assert not Lodged.objects.exists()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (replace(TOLD, words=" \n"), "no_words"),
        (replace(TOLD, words="a" * 4_001), "too_long"),
        (replace(TOLD, teller_words=""), "no_teller"),
        (replace(TOLD, when="last winter"), "not_a_day"),
    ],
)
def test_what_cannot_be_lodged_is_refused_in_words(told, code: str):
    with pytest.raises(LodgingRefused) as refused:
        lodged(told=told)

    assert codes(refused) == [code]
    assert set(refused.value.says) == {"en", "ar"}


def test_sent_twice_it_is_one_and_another_familys_id_is_refused():
    claim, id = claim_of(), uuid.uuid4()
    other = claim_of(KARIM, home="219-4-A")
    given = {"id": id, "told": TOLD, "with_name": True, "agrees_to": [], "at": AT}

    first, second = lodge(claim=claim, **given), lodge(claim=claim, **given, by=maya())

    assert first == second
    assert Lodged.objects.count() == Event.objects.filter(act="witness.lodge").count() == 1
    with pytest.raises(OtherLodged):
        lodge(claim=other, **given)


def test_nobody_reads_it_but_a_record_keeper_and_each_reading_is_an_act():
    one = lodged(told=replace(TOLD, teller=Teller.UNKNOWN))

    words = read_lodged(lodged=one, reach=reach(), at=AT)

    assert (words.words, words.teller, words.place) == (NO_FUNDING, "", "شباك الطلبات")
    assert Event.objects.get(act="witness.read").on == f"lodged:{one.reference}"
    with pytest.raises(NotAllowed):
        read_lodged(lodged=one, reach=reach(maya()), at=AT)


def test_nothing_of_it_lies_in_plain_in_any_table():
    claim = claim_of()
    lodged(claim, told=replace(TOLD, words="قال لي رئيس البلدية كلامًا"))

    dumped = everything()

    secrets = ["رئيس البلدية", COUNCIL, "شباك الطلبات"]
    assert [one for one in secrets if one in dumped] == []


def everything() -> str:
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows += [
                str(cell) if not isinstance(cell, bytes | memoryview) else bytes(cell).decode("utf-8", "replace")
                for row in cursor.fetchall()
                for cell in row
            ]
    return "\n".join(rows)


def test_equal_answers_are_counted_by_household_and_small_numbers_stay_inside():
    claims = [claim_of(NewPerson(f"عائلة رقم {number}"), home=f"219-{number}-C") for number in range(10)]
    told = [lodged(claim, told=replace(TOLD, words=f"«{NO_FUNDING}»"), with_name=False) for claim in claims[:9]]
    again = lodged(claims[0], with_name=False)
    before = counted(), repeats([again])

    last = lodged(claims[9], told=replace(TOLD, words="لا يوجدُ تمويل حاليا يرجى الإنتظار"), with_name=False)

    assert before == ([], {})
    assert [(one.households, one.lodged) for one in counted()] == [(10, told[0].reference)]
    assert repeats([last]) == {last.pk: 10}


@pytest.mark.parametrize("table", ["witnesses_identity", "witnesses_lodged", "witnesses_consent", "witnesses_trace"])
def test_the_database_refuses_to_change_or_delete_a_row(table: str):
    lodged()

    for act in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id + 1000"):  # noqa: S608
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(act)


def test_without_a_name_the_database_takes_no_contact():
    one = lodged(with_name=False).identity

    with pytest.raises(IntegrityError), transaction.atomic():
        Identity.objects.create(
            reference="W-999999",
            key=one.key.__class__.objects.create(wrapped=b"x", made_at=AT),
            contact=b"x",
            made_at=AT,
        )
    assert Trace.objects.count() == 1

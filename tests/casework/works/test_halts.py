from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.claims.models import Why
from sanad.casework.claims.services import withdraw_claim
from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import FIRST, LAST, sentence
from sanad.casework.works.acting import NotTheirs
from sanad.casework.works.models import Halt, Subject
from sanad.casework.works.proposals import Awaited, Of
from sanad.casework.works.reasons import Body, Ending, Reason, Restart
from sanad.casework.works.refusals import AlreadyHalted, HaltHasMoved, WorksRefused
from sanad.casework.works.selectors import halts_of, halts_touching, reached
from sanad.casework.works.services import end_halt, halt
from sanad.evidence.keys import unseal
from sanad.registry.proposals import NewDwelling
from sanad.staff.roles import Role
from tests.casework.alarms import elias, nadia, with_role
from tests.casework.families import AT, KARIM, family, maya, new_claim, received
from tests.casework.works.sites import (
    LATER,
    REVIEW,
    TODAY,
    farah,
    for_contractor,
    for_money,
    halted,
    house,
    leila,
)
from tests.casework.works.test_extensions import extended

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_halt_says_since_when_by_whom_why_and_what_restarts_it():
    one = halted(house())

    assert (one.since, one.halted_by, one.office) == (TODAY, elias(), Role.ENGINEER)
    assert (one.reason, one.restart, one.missing, one.currency) == (Reason.NO_MONEY, Restart.MONEY, 50_000, "USD")
    assert (one.review_on, one.families, one.subject) == (REVIEW, 1, Subject.WORKS)


def test_every_family_of_the_building_is_told_in_both_languages():
    one = halted(house())

    notice = Notice.objects.get(kind="halt")

    told = (sentence(notice.kind, notice.facts, language) for language in ("en", "ar"))
    english, arabic = (one.replace(FIRST, "").replace(LAST, "") for one in told)
    assert english == (
        f"Works on building 219: halted since 2 March 2026 by the works office ({one.reference}): the money for it has "
        "run out. It goes on after: 500 USD that are missing. Review 1 May 2026."
    )
    assert "نفد المال المخصّص له" in arabic
    assert "أيار" in arabic


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"reason": None}, "no_reason"),
        ({"review_on": None}, "no_review"),
        ({"review_on": TODAY}, "no_review"),
        ({"awaited": Awaited(None)}, "no_restart"),
        ({"awaited": Awaited(Restart.MONEY, None, "USD")}, "no_sum"),
        ({"awaited": Awaited(Restart.MONEY, 0, "USD")}, "no_sum"),
        ({"awaited": Awaited(Restart.PERMIT)}, "no_body"),
        ({"awaited": Awaited(Restart.PERMIT, body=Body.OTHER, body_name=" ")}, "body_not_named"),
        ({"words": "x" * 501}, "words_too_long"),
        ({"note": "a\x00b"}, "not_readable"),
    ],
)
def test_a_halt_without_what_it_needs_is_refused_with_a_sentence(other: dict[str, object], code: str):
    with pytest.raises(WorksRefused) as refusal:
        halt(new=for_money(Of(building=house()), **other), at=AT, by=elias())

    assert refusal.value.code == code
    assert not Halt.objects.exists()
    assert not Notice.objects.filter(kind="halt").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"reason": "weather"},
        {"restart": ""},
        {"missing": None},
        {"missing": 0},
        {"currency": ""},
        {"restart": Restart.PERMIT, "missing": None, "currency": ""},
        {"restart": Restart.PERMIT, "missing": None, "currency": "", "body": Body.OTHER},
        {"review_on": None},
        {"review_on": TODAY},
        {"halted_by": None},
        {"office": ""},
        {"building": None},
        {"line": "rent"},
        {"ended_at": AT},
    ],
)
def test_the_database_refuses_a_halt_without_author_reason_restart_or_review(wrong: dict[str, object]):
    halted(house())

    with pytest.raises(IntegrityError), transaction.atomic():
        Halt.objects.update(**wrong)


def test_a_form_sent_twice_halts_once():
    new = for_money(Of(building=house()))

    found = {halt(new=new, at=AT, by=elias()).pk for _ in range(2)}

    assert len(found) == 1
    assert Notice.objects.filter(kind="halt").count() == 1


def test_what_stands_still_for_a_reason_is_not_halted_for_it_again():
    here = house()
    first = halted(here)

    with pytest.raises(AlreadyHalted) as refusal:
        halted(here, by=leila())
    other = halt(new=for_contractor(Of(building=here)), at=AT, by=leila())

    assert refusal.value.halt == first
    assert halts_of(here) == [other, first]


def test_a_note_lies_under_a_key_and_the_families_words_do_not():
    one = halt(new=for_money(Of(building=house()), note="Ask Rami at the bank", words="Fund A"), at=AT, by=elias())

    assert unseal(one.key, one.note) == "Ask Rami at the bank"
    assert b"Rami" not in bytes(one.note)
    assert "Fund A" in sentence("halt", Notice.objects.get(kind="halt").facts, "en")
    assert "Rami" not in str(Event.objects.get(act="halt.begin").facts)


def test_halting_belongs_to_those_who_answer_for_the_works():
    here = house()
    hiba = with_role("hiba@example.org", Role.FINANCE_OFFICER, "cod-LB56")

    for stranger in (maya(), hiba):
        with pytest.raises(NotTheirs):
            halted(here, by=stranger)

    assert halted(here, by=nadia()).office == Role.SAFETY_OFFICER


def test_a_halt_ends_with_what_restarted_it_and_the_families_hear_it():
    one = halted(house())
    with pytest.raises(WorksRefused) as refusal:
        end_halt(halt=one, ending=None, at=LATER, by=elias())

    ended = end_halt(halt=one, ending=Ending.MONEY_CAME, at=LATER, by=farah())

    assert refusal.value.code == "no_ending"
    assert (ended.ended_by, ended.ending) == (farah(), Ending.MONEY_CAME)
    assert "the missing sum is there" in sentence("halt_ended", Notice.objects.get(kind="halt_ended").facts, "en")
    with pytest.raises(HaltHasMoved):
        end_halt(halt=one, ending=Ending.MISTAKE, at=LATER, by=elias())
    with pytest.raises(HaltHasMoved):
        extended(one, 30)


def test_a_family_that_files_after_the_halt_is_told_when_it_files():
    here = house()
    one = halted(here)

    new = received(new_claim(NewDwelling(here, "219-5-A", 5), family(KARIM))).claim

    notice = Notice.objects.get(household=new.household, kind="halt")
    assert notice.about == one.about
    assert halts_touching(new, AT) == [one]


def test_a_family_that_files_after_the_end_is_told_nothing_of_it():
    here = house()
    end_halt(halt=halted(here), ending=Ending.MONEY_CAME, at=LATER, by=elias())

    new = received(new_claim(NewDwelling(here, "219-5-A", 5), family(KARIM))).claim

    assert not Notice.objects.filter(household=new.household, about__startswith="halt:").exists()
    assert halts_touching(new, LATER) == []


def test_a_withdrawn_claim_hears_nothing_of_a_halt():
    claim = received().claim
    withdraw_claim(claim=claim, why=Why.FAMILY_ASKED, at=AT, by=maya())

    one = halted(claim.dwelling.building)

    assert one.families == 0


def test_a_halt_counts_whom_its_notices_reached():
    one = halted(house())
    Notice.objects.filter(kind="halt").update(sent_at=AT, sent_by="letter")
    extended(one, 30)

    rows = [(row.kind, row.told, row.to_tell) for row in reached(one.about)]

    assert rows == [("halt_extended", 0, 1), ("halt", 1, 0)]

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from sanad.audit.models import Event
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued, send_back_round
from sanad.casework.rounds.refusals import (
    AnotherRoundIsOpen,
    ApproverIsTouched,
    NoClaims,
    OtherSum,
    PreparedByYou,
    ReasonIsMissing,
    RulesAreNotInForce,
    StateHasChanged,
)
from sanad.registry.models import Tie
from sanad.registry.services import recuse
from sanad.rulebook.reading import load_programme
from sanad.rulebook.services import freeze_rules
from sanad.staff.models import Assignment, User
from tests.casework.families import AT, TEMPLATE, maya, omar
from tests.casework.rounds_of_claims import (
    LATER,
    ON,
    RENTING_WITH_A_WRECK,
    approved,
    claims,
    fund_of,
    rules_in_force,
    simulated,
    work,
)

pytestmark = pytest.mark.usefixtures("own_database")
OFFICERS = 6


@pytest.fixture
def waiting() -> Round:
    claims(RENTING_WITH_A_WRECK)
    fund_of(10_000_000)
    return simulated()


def officer(place: int) -> User:
    return User.objects.create_user(f"officer{place}@example.org", f"Officer {place}")


def at_once(act: Callable[[User], object]) -> list[object]:
    """Several officers do the same at the same moment: what each of them got."""
    officers, barrier, found = [officer(place) for place in range(OFFICERS)], threading.Barrier(OFFICERS), []

    def run(one: User) -> None:
        barrier.wait()
        try:
            found.append(act(one) or "done")
        except Exception as refused:
            found.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def fresh(round_: Round) -> Round:
    return Round.objects.select_related("programme").get(pk=round_.pk)


def test_who_asked_for_a_round_never_approves_it_whatever_the_roles(waiting: Round):
    for role in ("finance_officer", "programme_lead", "administrator"):
        Assignment.objects.create(user=maya(), role=role, since=ON, granted_by=omar())

    with pytest.raises(PreparedByYou):
        approve_round(round_=waiting, typed_sum=waiting.reserves, by=maya(), at=LATER)
    with pytest.raises(PreparedByYou):
        send_back_round(round_=waiting, reason="mine", by=maya(), at=LATER)

    assert fresh(waiting).state == State.SIMULATED


def test_the_database_itself_refuses_one_person_twice(waiting: Round):
    with pytest.raises(Exception, match="round_is_decided_by_a_second_person"), transaction.atomic():
        Round.objects.filter(pk=waiting.pk).update(decided_by=waiting.asked_by_id)


def test_nobody_approves_a_round_with_files_of_their_own_building(waiting: Round):
    building = waiting.programme.claims.get().dwelling.building
    recuse(user=omar(), building=building, tie=Tie.NEIGHBOUR, at=LATER, by=maya())

    with pytest.raises(ApproverIsTouched) as refused:
        approve_round(round_=waiting, typed_sum=waiting.reserves, by=omar(), at=LATER)

    assert refused.value.files == 1


def test_the_sum_is_typed_again(waiting: Round):
    with pytest.raises(OtherSum):
        approve_round(round_=waiting, typed_sum=waiting.reserves + 1, by=omar(), at=LATER)


def test_a_round_goes_back_with_a_reason_and_another_can_be_asked_for(waiting: Round):
    with pytest.raises(ReasonIsMissing):
        send_back_round(round_=waiting, reason="  ", by=omar(), at=LATER)
    with pytest.raises(AnotherRoundIsOpen):
        ask_for_round(rules=waiting.rules, on=ON, by=maya(), at=LATER)

    send_back_round(round_=waiting, reason="The survey of block 4 is missing.", by=omar(), at=LATER)
    following = ask_for_round(rules=waiting.rules, on=ON, by=maya(), at=LATER)

    assert following.number == waiting.number + 1


def test_a_draft_or_a_programme_without_claims_has_no_round():
    with pytest.raises(NoClaims):
        ask_for_round(rules=rules_in_force(), on=ON, by=maya(), at=LATER)
    draft = freeze_rules(declared=load_programme(TEMPLATE), prefix="SSP", at=AT, by=maya())
    with pytest.raises(RulesAreNotInForce):
        ask_for_round(rules=draft, on=ON, by=maya(), at=LATER)


def test_of_officers_who_approve_at_once_one_does_and_the_others_are_told_who(waiting: Round):
    found = at_once(lambda one: approve_round(round_=fresh(waiting), typed_sum=waiting.reserves, by=one, at=LATER))

    losers = [one for one in found if isinstance(one, StateHasChanged)]
    assert found.count("done") == 1
    assert len(losers) == OFFICERS - 1, found
    assert {loser.who for loser in losers} == {fresh(waiting).decided_by.name}
    assert Event.objects.filter(act="round.approve").count() == 1


def test_without_compare_and_set_several_would_approve(waiting: Round):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one transaction write at a time and hides the race")
    looked = threading.Barrier(OFFICERS)

    def naive(one: User) -> None:
        with transaction.atomic():
            seen = fresh(waiting)
            looked.wait()
            if seen.state == State.SIMULATED:
                seen.state, seen.decided_by, seen.decided_at = State.APPROVED, one, LATER
                seen.save()

    assert at_once(naive).count("done") == OFFICERS


def test_of_officers_who_have_it_issued_at_once_one_does():
    claims(RENTING_WITH_A_WRECK)
    fund_of(10_000_000)
    round_ = approved()

    found = at_once(lambda one: have_round_issued(round_=fresh(round_), by=one, at=LATER))

    assert found.count("done") == 1
    assert fresh(round_).state == State.ISSUING


def test_workers_at_once_store_every_award_once():
    families = claims(*[RENTING_WITH_A_WRECK] * 5)
    fund_of(10_000_000)
    round_ = approved()
    have_round_issued(round_=round_, by=omar(), at=LATER)

    found = at_once(lambda _one: work())

    assert found == ["done"] * OFFICERS
    assert fresh(round_).state == State.ISSUED
    assert Award.objects.count() == len(families)
    assert Event.objects.filter(act="round.issue").count() == 1

from sanad.casework.claims.models import Claim, State, Statement, Why
from sanad.casework.claims.services import (
    ClaimHasMoved,
    FactsHaveChanged,
    Received,
    receive_claim,
    state_facts_of,
    withdraw_claim,
)
from sanad.registry.models import Household
from tests.at_once import at_once
from tests.casework.families import AT, maya, new_claim, programme, received


def test_a_claim_sent_four_times_at_once_is_one_claim(own_database: str):
    new, rules = new_claim(), programme()

    found = at_once(*[lambda: receive_claim(programme=rules, new=new, at=AT, by=maya())] * 4)

    assert all(isinstance(one, Received) for one in found), found
    assert len({one.claim.pk for one in found if isinstance(one, Received)}) == 1
    assert sum(one.receipt is not None for one in found if isinstance(one, Received)) == 1
    assert (Claim.objects.count(), Household.objects.count()) == (1, 1)


def test_claims_that_come_in_at_once_get_numbers_of_their_own(own_database: str):
    rules = programme()
    news = [new_claim() for _ in range(6)]

    found = at_once(*[lambda new=new: receive_claim(programme=rules, new=new, at=AT, by=maya()) for new in news])

    assert len({one.claim.number for one in found if isinstance(one, Received)}) == 6, found


def test_of_two_who_move_a_claim_at_once_one_is_told(own_database: str):
    claim = received().claim

    def try_it() -> None:
        withdraw_claim(claim=Claim.objects.get(pk=claim.pk), why=Why.FAMILY_ASKED, at=AT, by=maya())

    read = [Claim.objects.get(pk=claim.pk) for _ in range(2)]
    found = at_once(
        *[lambda one=one: withdraw_claim(claim=one, why=Why.FAMILY_ASKED, at=AT, by=maya()) for one in read]
    )

    assert sorted(type(one).__name__ for one in found) == [ClaimHasMoved.__name__, "NoneType"]
    assert claim.steps.filter(to_state=State.WITHDRAWN).count() == 1


def test_of_two_who_state_facts_at_once_both_stand_or_one_is_told(own_database: str):
    claim = received().claim

    def state(damage: str) -> object:
        return state_facts_of(
            claim=claim, facts={"dwelling": {"damage": damage}}, source="desk", at=AT, by=maya(), seen={}
        )

    found = at_once(lambda: state("none"), lambda: state("partial"))

    assert sum(isinstance(one, FactsHaveChanged) for one in found) == 1, found
    assert Statement.objects.count() == 1

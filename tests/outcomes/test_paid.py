import pytest
from django.db import IntegrityError, connection, transaction

from sanad.casework.claims.models import Claim
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.column import ledger_column
from sanad.outcomes.kinds import Asked, Share
from sanad.outcomes.linking import About, end_link, link, make_claim_set
from sanad.outcomes.models import LedgerCheck
from sanad.outcomes.position import position_of
from sanad.outcomes.refusals import LinkRefused
from sanad.outcomes.verification import verify_outcomes
from sanad.record.kinds import Bound
from sanad.record.ledger_column import Held
from sanad.rulebook.models import Programme
from tests.casework.bank_statements import returns, settles, taken_in
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import payments, reserved, sent
from tests.casework.rounds_of_claims import LATER
from tests.outcomes.promises import checked, linked_to, linked_to_fund, promised

pytestmark = pytest.mark.usefixtures("own_database")


def programme() -> Programme:
    return Claim.objects.select_related("programme")[0].programme


def told(one: LedgerCheck) -> dict[str, int | None]:
    return {row["counted"]: row["number"] for row in one.observed}


def test_what_is_on_its_way_is_not_paid(tmp_path):
    fund, _ = reserved(3)
    run = sent(fund)
    linked_to(promised(run.total), programme())

    (before,) = checked()
    taken_in(fund, tmp_path, *map(settles, payments(run)))
    (after,) = checked()

    assert (told(before), before.held, before.because) == ({"sum": 0}, "cannot_tell", "not_due")
    assert (told(after), after.held, after.because) == ({"sum": run.total}, "agrees", "reached")
    assert (after.came, after.is_made_up) == ("kept", False)
    assert list(verify_outcomes()) == []


def test_an_earlier_position_says_the_same_for_ever(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    linked_to(promised(first.amount + second.amount), programme())
    taken_in(fund, tmp_path, settles(first))
    (half,) = checked()

    taken_in(fund, tmp_path, settles(second), returns(first), id="2026-06-B")
    (later,) = checked()

    assert (told(half), half.held) == ({"sum": first.amount}, "partly")
    assert told(later) == {"sum": second.amount}
    assert list(verify_outcomes()) == []
    assert check(standing_links(), position_of(half.position), at=LATER) == []


def test_a_sum_for_each_counts_the_claims_that_got_all_of_it(tmp_path):
    fund, _ = reserved(3)
    one, two, _ = payments(sent(fund))
    linked_to(promised(one.amount), programme(), share=Share.EACH)
    linked_to(promised(1), programme(), share=Share.EACH)
    taken_in(fund, tmp_path, settles(one), settles(two))

    all_of_it, a_little = checked()

    assert told(all_of_it) == {"sum": one.amount + two.amount, "claims_begun": 2, "claims_reached": 2}
    assert [row for row in all_of_it.expected if row["counted"] == "claims"] == [
        {"counted": "claims", "number": 3, "currency": ""}
    ]
    assert (all_of_it.held, a_little.held) == ("partly", "partly")


def test_a_set_of_claims_is_asked_about_by_itself(tmp_path):
    fund, families = reserved(3)
    one, two, _ = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one), settles(two))
    claims = Claim.objects.filter(household=one.payee.household)
    meant = make_claim_set("The families of 12 May", claims, by=maya(), at=LATER)
    link(promised(one.amount), About(Asked.PAID_TO_CLAIMS, claim_set=meant), note="a list", by=maya(), at=LATER)

    (found,) = checked()

    assert (told(found), found.held) == ({"sum": one.amount}, "agrees")
    assert found.parameters == {"share": "in_all", "claim_set": meant.root}
    assert len(families) == 3


@pytest.mark.parametrize(
    ("amount", "bound", "due", "because", "held"),
    [
        (10**12, Bound.EXACT, "2026-01-31", "overdue_and_begun", "partly"),
        (10**12, Bound.EXACT, "2030", "begun", "partly"),
        (1, Bound.AT_MOST, "", "more", "contradicts"),
        (1, Bound.MORE_THAN, "", "reached", "agrees"),
        (1, Bound.EXACT, "2026-05", "reached_late", "agrees"),
        (1, Bound.EXACT, "2026-06", "reached", "agrees"),
        (None, Bound.EXACT, "", "no_sum", "cannot_tell"),
    ],
)
def test_bound_and_day_decide_how_both_stand(tmp_path, amount, bound, due, because, held):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one))
    linked_to(promised(amount, bound=bound, due=due), programme())

    (found,) = checked()

    assert (found.because, found.held) == (because, held)


def test_another_currency_cannot_be_held_against_the_ledger():
    reserved(1)
    linked_to(promised(100, currency="EUR"), programme())

    (found,) = checked()

    assert (found.because, found.held) == ("other_currency", "cannot_tell")


def test_a_fund_is_asked_what_it_paid_and_what_arrived(tmp_path):
    fund, _ = reserved(2)
    run = sent(fund)
    taken_in(fund, tmp_path, *map(settles, payments(run)))
    linked_to_fund(promised(run.total), fund)
    linked_to_fund(promised(1), fund, Asked.RECEIVED_BY_FUND)

    paid, arrived = checked()

    assert told(paid) == {"sum": run.total}
    assert told(arrived)["sum"] >= run.total
    assert list(verify_outcomes()) == []


def test_the_column_says_what_was_found_and_only_of_links_that_stand(tmp_path):
    fund, _ = reserved(1)
    run = sent(fund)
    commitment = promised(run.total)
    made = linked_to(commitment, programme())
    checked()

    (said,) = ledger_column([commitment.pk])[commitment.pk]
    end_link(made, by=omar(), at=LATER)

    assert (said.held, said.position, said.is_made_up) == (Held.CANNOT_TELL, LedgerCheck.objects.get().position, False)
    assert [(one.number, one.currency) for one in said.expected] == [(run.total, "USD")]
    assert ledger_column([commitment.pk]) == {}


def test_a_link_is_made_once_and_ended_once():
    reserved(1)
    commitment = promised(1)
    made = linked_to(commitment, programme())

    with pytest.raises(LinkRefused) as again:
        linked_to(commitment, programme())
    end_link(made, by=omar(), at=LATER)
    with pytest.raises(LinkRefused) as twice:
        end_link(made, by=omar(), at=LATER)

    assert (again.value.code, twice.value.code) == ("is_linked", "has_ended")
    assert linked_to(commitment, programme()).pk != made.pk


def test_a_check_that_was_changed_is_found_and_named():
    reserved(1)
    linked_to(promised(1), programme())
    (found,) = checked()
    with transaction.atomic(), pytest.raises(IntegrityError):
        LedgerCheck.objects.filter(pk=found.pk).update(observed=[])

    without_triggers(lambda: LedgerCheck.objects.filter(pk=found.pk).update(observed=[]))

    assert [(one.code, one.what) for one in verify_outcomes()] == [("check_changed", str(found.pk))]


def without_triggers(act) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE outcomes_ledgercheck DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER outcomes_ledgercheck_kept_update")
    act()

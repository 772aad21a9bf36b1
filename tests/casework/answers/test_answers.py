import pytest

from sanad.audit.models import Chain, Event
from sanad.audit.sealing import seal_all
from sanad.casework.answers.selectors import answer_of, prepared
from sanad.casework.answers.services import follow, prepare
from sanad.casework.answers.told import from_json, to_json
from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim
from tests.casework.answers.holding import hold
from tests.casework.rounds_of_claims import LATER, ON, RENTING_WITH_A_WRECK, claims, fund_of, issued

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def families() -> list[Claim]:
    """Four families that a round has awarded the same, and a fund that reaches two of them and a part of the third."""
    found = claims(*[RENTING_WITH_A_WRECK] * 4)
    fund_of(1_000_000)
    issued()
    return found


def in_order(families: list[Claim]) -> list[Claim]:
    return sorted(families, key=lambda claim: Award.objects.get(claim=claim).queue_place)


def test_an_answer_says_what_is_owed_line_by_line_and_why(families: list[Claim]):
    first, *_ = in_order(families)

    answer = answer_of(first, at=LATER)

    assert answer.award.net == sum(line.money.awarded for line in answer.lines if line.money)
    assert answer.money.awarded == answer.award.net
    assert all(line.why["en"] and line.why["ar"] for line in answer.lines)
    assert from_json(to_json(answer)) == answer


def test_the_place_in_the_queue_is_that_of_the_round(families: list[Claim]):
    for claim in families:
        award = Award.objects.get(claim=claim)

        answer = answer_of(claim, at=LATER)

        assert (answer.queue.round, answer.queue.place) == (award.round.reference, award.queue_place)
        assert answer.queue.of == len(families)


def test_what_lacks_is_what_is_due_before_and_to_the_family_less_the_free_money(families: list[Claim]):
    *_, last = in_order(families)

    queue = answer_of(last, at=LATER).queue

    assert queue.missing == queue.due_before + queue.then_for_you - queue.free > 0
    assert queue.reached < queue.place == queue.of


def test_an_act_that_is_not_sealed_does_not_show(families: list[Claim]):
    first, *_ = in_order(families)
    seal_all(at=LATER)
    follow(at=LATER, day=ON)
    prepare(at=LATER)
    before = prepared(first, at=LATER)

    hold(first)

    assert prepared(first, at=LATER) == before
    assert Event.objects.filter(number=None).exists()


def test_a_live_answer_shows_nothing_beyond_its_position(families: list[Claim]):
    first, *_ = in_order(families)
    answer_of(first, at=LATER)
    hold(first)

    answer = answer_of(first, at=LATER)

    held = Event.objects.filter(act="claim.move", on=f"claim:{first.number}").latest("id")
    assert answer.state == "held"
    assert held.number is not None
    assert held.number <= answer.position == Chain.objects.get().length


def test_the_same_position_gives_the_same_answer(families: list[Claim]):
    first, *_ = in_order(families)
    once = answer_of(first, at=LATER)

    again = answer_of(first, at=LATER)

    assert again == once


def test_a_prepared_answer_is_the_live_one(families: list[Claim]):
    follow(at=LATER, day=ON)

    made = prepare(at=LATER)

    assert made == len(families)
    for claim in families:
        assert prepared(claim, at=LATER) == answer_of(claim, at=LATER)


def test_a_stale_answer_is_never_served_as_current(families: list[Claim]):
    first, second, *_ = in_order(families)
    follow(at=LATER, day=ON)
    prepare(at=LATER)
    hold(first)
    seal_all(at=LATER)

    assert prepared(first, at=LATER) is None
    assert prepared(second, at=LATER) is not None


def test_money_that_arrives_moves_everybody_who_waits(families: list[Claim]):
    *_, last = in_order(families)
    before = answer_of(last, at=LATER)

    fund_of(300_000, code="orchard")
    after = answer_of(last, at=LATER)

    assert after.queue.missing == max(0, before.queue.missing - 300_000)
    assert after.position > before.position

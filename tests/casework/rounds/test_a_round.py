import uuid

import pytest

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.allocations.selectors import reserved_of
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.claims.models import Claim
from sanad.casework.notices.models import Notice
from sanad.casework.rounds.deciding import send_back_round
from sanad.funds.models import Fund
from sanad.funds.selectors import numbers_of_fund, numbers_of_parts
from sanad.funds.services import confirm_receipt, open_earmark, receive_money
from tests.casework.families import maya, omar
from tests.casework.rounds_of_claims import (
    LATER,
    RENTING_WITH_A_WRECK,
    WITHOUT_A_VISIT,
    approved,
    claims,
    fund_of,
    issued,
    simulated,
    work,
)

pytestmark = pytest.mark.usefixtures("own_database")


def reserved(fund: Fund) -> int:
    return numbers_of_fund(numbers_of_parts(fund.parts.all()).values()).reserved


def test_a_round_goes_from_facts_to_awards_with_money_behind_them():
    samira, karim = claims(RENTING_WITH_A_WRECK, WITHOUT_A_VISIT)
    fund = fund_of(10_000_000)

    round_ = issued()

    assert round_.state == State.ISSUED, round_.failure
    awarded, waiting = Award.objects.get(claim=samira), Award.objects.get(claim=karim)
    assert (awarded.outcome, waiting.outcome) == ("award", "incomplete")
    assert awarded.net == round_.awarded == round_.reserves == reserved(fund) == sum(reserved_of(awarded).values())
    assert waiting.net is None
    assert {line.line: line.amount for line in awarded.lines.all()}["rent"] > 0


def test_nothing_leaves_the_house_before_a_round_is_issued():
    claims(RENTING_WITH_A_WRECK)
    fund = fund_of(10_000_000)

    round_ = approved()
    work()

    assert round_.reserves > 0
    assert reserved(fund) == 0
    assert not Award.objects.exists()
    assert not Notice.objects.filter(kind="award_issued").exists()


def test_the_order_of_payment_reserves_no_more_than_the_fund_holds():
    claims(*[RENTING_WITH_A_WRECK] * 3)
    one_is_owed = simulated().due_now // 3
    fund = fund_of(one_is_owed + 5_000)
    send_back_round(round_=Round.objects.get(), reason="Money has come meanwhile.", by=omar(), at=LATER)

    round_ = issued()

    assert round_.state == State.ISSUED, round_.failure
    assert one_is_owed <= round_.reserves <= one_is_owed + 5_000 < round_.due_now
    assert reserved(fund) == round_.reserves == sum(Reservation.objects.values_list("amount", flat=True))


def test_every_family_is_told_and_every_step_is_written_down():
    samira, karim = claims(RENTING_WITH_A_WRECK, WITHOUT_A_VISIT)
    fund_of(10_000_000)

    round_ = issued()

    told = dict(Notice.objects.filter(facts__round=round_.reference).values_list("household", "kind"))
    assert told == {samira.household_id: "award_issued", karim.household_id: "decision_issued"}
    steps = Event.objects.filter(on=f"round:{round_.reference}").order_by("id").values_list("act", flat=True)
    assert list(steps) == [
        *("round.ask", "round.freeze", "round.simulate", "round.approve", "round.have_issued", "round.issue"),
        "round.reserve",
    ]


def test_a_second_round_supersedes_and_reserves_anew():
    (samira,) = claims(RENTING_WITH_A_WRECK)
    fund = fund_of(10_000_000)
    first = issued()
    had = reserved(fund)

    second = issued()

    old, new = Award.objects.filter(claim=samira).order_by("version")
    assert (second.number, second.state) == (first.number + 1, State.ISSUED), second.failure
    assert new.supersedes == old
    assert reserved(fund) == had == sum(reserved_of(new).values())
    assert reserved_of(old) == {}


def test_held_claims_are_left_out_and_counted():
    first, second = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    Claim.objects.filter(pk=second.pk).update(state="withdrawn")

    round_ = simulated()

    assert round_.claims == 1
    assert round_.left_out == {"withdrawn": 1}
    assert first.number


def test_money_for_lines_that_the_programme_does_not_have_is_left_alone():
    samira = claims(RENTING_WITH_A_WRECK)[0]
    fund = fund_of(10_000_000)
    works = open_earmark(fund=fund, code="works", line="works|rent", by=omar(), at=LATER)
    others = open_earmark(fund=fund, code="others", line="works", by=omar(), at=LATER)
    for part in (works, others):
        receipt = uuid.uuid4()
        given = {"part": part, "amount": 500, "bank_reference": part.code, "received_on": LATER.date()}
        receive_money(id=receipt, **given, by=maya(), at=LATER)
        confirm_receipt(receipt=receipt, by=omar(), at=LATER)

    round_ = issued()

    assert round_.state == State.ISSUED, round_.failure
    kept = Reservation.objects.filter(award__claim=samira).values_list("part__code", flat=True)
    assert set(kept) <= {"general", "works"}

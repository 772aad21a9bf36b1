"""An allowance by the month: it accrues while the home is unfit, beyond the money, and ends by rule or by decision."""

from datetime import UTC, date, datetime

import pytest

from sanad.audit.models import Event
from sanad.caseload.problems import refused
from sanad.casework.awards.models import Award, AwardLine, DueDay, FellDue
from sanad.casework.awards.selectors import award_of, payable_of
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import hold_claim, state_facts_of
from sanad.casework.notices.models import Notice
from sanad.casework.rounds import falling_due
from sanad.casework.rounds.falling_due import DayWasDone, fall_due, next_day_to_work_out
from sanad.ops.working import let_fall_due
from tests.casework.families import maya
from tests.casework.rounds_of_allowances import AT, MONTH, ON, a_family_without_a_home, issued_round
from tests.casework.rounds_of_claims import fund_of

pytestmark = pytest.mark.usefixtures("own_database")
FIRST_OF_JULY = date(2026, 7, 1)


def standing(claim: Claim) -> Award:
    found = award_of(claim)
    assert found is not None
    return found


def reached(claim: Claim, on: date) -> int:
    return payable_of(standing(claim), on)["shelter"]


def fit_again(claim: Claim, since: date) -> None:
    facts = {"dwelling": {"unfit": False, "fit_since": since}}
    state_facts_of(claim=claim, facts=facts, source="assessment", at=AT, by=maya())


def test_an_award_keeps_what_is_due_of_each_line():
    samira = a_family_without_a_home()
    issued_round()

    lines = {line.line: (line.amount, line.due_now) for line in AwardLine.objects.filter(award=standing(samira))}

    assert lines["shelter"] == (12 * MONTH, 5 * MONTH)
    assert lines["repair"] == (38_000, 0)
    assert sum(due for _, due in lines.values()) == standing(samira).due_now


def test_a_month_falls_due_on_its_day_and_not_before():
    samira = a_family_without_a_home()
    round_ = issued_round()

    before = fall_due(round_=round_, on=date(2026, 6, 30), at=AT)
    on_its_day = fall_due(round_=round_, on=FIRST_OF_JULY, at=AT)
    afterwards = fall_due(round_=round_, on=date(2026, 7, 2), at=AT)

    assert (before, on_its_day, afterwards) == (0, 1, 0)
    assert [(one.on, one.amount) for one in FellDue.objects.all()] == [(FIRST_OF_JULY, MONTH)]
    days = Event.objects.filter(act="round.fall_due").values_list("facts__on", flat=True)
    assert list(days) == ["2026-07-01"]  # a day on which nothing changes is no act, and touches no answer
    assert (reached(samira, date(2026, 6, 30)), reached(samira, FIRST_OF_JULY)) == (5 * MONTH, 6 * MONTH)


def test_it_accrues_without_any_money_and_nothing_is_set_aside_for_it():
    fund = fund_of(5 * MONTH + 200_000, programme="demo-southern-suburbs")
    samira = a_family_without_a_home()
    round_ = issued_round()
    promised = standing(samira).reservations.count()

    fall_due(round_=round_, on=date(2026, 12, 1), at=AT)

    assert reached(samira, date(2026, 12, 1)) == 11 * MONTH
    assert standing(samira).reservations.count() == promised
    assert fund.code == "cedar"


def test_it_never_goes_beyond_what_was_awarded():
    samira = a_family_without_a_home()
    round_ = issued_round()

    fall_due(round_=round_, on=date(2030, 1, 1), at=AT)

    assert reached(samira, date(2030, 1, 1)) == 12 * MONTH


def test_a_later_round_takes_over_what_fell_due():
    samira = a_family_without_a_home()
    round_ = issued_round()
    fall_due(round_=round_, on=FIRST_OF_JULY, at=AT)

    issued_round(on=FIRST_OF_JULY, at=datetime(2026, 7, 1, 9, tzinfo=UTC))

    assert standing(samira).version == 2
    assert reached(samira, FIRST_OF_JULY) == 6 * MONTH


def test_the_rule_ends_it_and_the_family_is_told_before_a_round_does():
    samira = a_family_without_a_home()
    round_ = issued_round()
    fit_again(samira, date(2026, 6, 20))

    fall_due(round_=round_, on=FIRST_OF_JULY, at=AT)
    fall_due(round_=round_, on=date(2026, 8, 1), at=AT)

    assert reached(samira, date(2026, 8, 1)) == 5 * MONTH
    told = Notice.objects.filter(household=samira.household, kind="line_will_be_lower")
    assert [(one.facts["before"]["en"], one.facts["now"]["en"]) for one in told] == [("6,000 USD", "2,500 USD")]


def test_the_months_that_were_due_before_the_end_stay_due():
    samira = a_family_without_a_home()
    round_ = issued_round()
    fit_again(samira, date(2026, 7, 10))

    fall_due(round_=round_, on=date(2026, 9, 1), at=AT)

    assert reached(samira, date(2026, 9, 1)) == 6 * MONTH


def test_a_claim_that_is_held_accrues_nothing_meanwhile():
    samira = a_family_without_a_home()
    round_ = issued_round()
    hold_claim(claim=samira, why="who_speaks", body="the court", review_on=date(2026, 8, 1), at=AT, by=maya())

    assert fall_due(round_=round_, on=FIRST_OF_JULY, at=AT) == 0


def test_a_day_is_worked_out_once():
    a_family_without_a_home()
    round_ = issued_round()
    fall_due(round_=round_, on=FIRST_OF_JULY, at=AT)

    with pytest.raises(DayWasDone):
        fall_due(round_=round_, on=FIRST_OF_JULY, at=AT)

    assert FellDue.objects.count() == 1


def test_the_worker_catches_up_day_by_day():
    a_family_without_a_home()
    round_ = issued_round()
    today = datetime(2026, 6, 4, 9, tzinfo=UTC)

    done = [let_fall_due(today) for _ in range(4)]

    assert done == [1, 1, 1, 0]
    days = DueDay.objects.filter(round=round_).order_by("on").values_list("on", flat=True)
    assert [day.day for day in days] == [2, 3, 4]
    assert next_day_to_work_out(date(2026, 6, 4)) is None
    assert days[0] > ON


def test_a_day_that_cannot_be_worked_out_stops_nothing_and_is_made_up_for_on_the_next(monkeypatch: pytest.MonkeyPatch):
    samira = a_family_without_a_home()
    issued_round(on=date(2026, 6, 29))

    with monkeypatch.context() as broken:
        broken.setattr(falling_due, "make_round", refuse)
        let_fall_due(datetime(2026, 7, 1, 9, tzinfo=UTC))
        let_fall_due(datetime(2026, 7, 1, 9, tzinfo=UTC))
    let_fall_due(datetime(2026, 7, 2, 9, tzinfo=UTC))

    assert reached(samira, FIRST_OF_JULY) == 5 * MONTH
    assert reached(samira, date(2026, 7, 2)) == 6 * MONTH
    assert Event.objects.filter(act="round.fall_due_refused", facts__code="CaseloadRefused").count() == 2


def refuse(*_given: object) -> None:
    raise refused("no_claims_file", file="facts")

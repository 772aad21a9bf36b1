from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from sanad.engine.forecast import Forecast, Kept, Outlook, PayTime, Pledge, Reach, Turn

TODAY = date(2026, 11, 26)
QUICK = PayTime(runs=3, least=15, most=24)
MONEY = st.integers(0, 10**12)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))

kept = st.builds(
    lambda late, pledged, short: Kept(late, pledged, pledged - short),
    st.integers(-30, 400),
    st.integers(10**6, 10**12),
    st.integers(-(10**6), 10**6),
)
pledges = st.lists(
    st.builds(
        Pledge,
        st.uuids().map(str),
        st.sampled_from(["cedar", "orchard"]),
        st.integers(1, 10**12),
        st.none() | DAYS,
        st.lists(kept, max_size=3).map(tuple),
    ),
    max_size=4,
)
free = st.dictionaries(st.sampled_from(["cedar/general", "orchard/general", "orchard/shelter"]), MONEY)
turns = st.builds(Turn, MONEY, st.integers(1, 10**9))
pay_times = st.none() | st.builds(lambda least, more: PayTime(3, least, least + more), *[st.integers(0, 60)] * 2)


def reaches(forecast: Forecast) -> list[Reach]:
    return [one for one in (forecast.at_hand, forecast.with_pledges) if one]


def best(forecast: Forecast) -> Reach:
    return forecast.with_pledges or forecast.at_hand


def is_no_worse(now: Reach, before: Reach) -> bool:
    """As far or farther, as early or earlier, and nothing more missing."""
    rank = ["missing", "perhaps", "reached"]
    if rank.index(now.state) < rank.index(before.state) or now.missing > before.missing:
        return False
    pairs = [(now.since, before.since), (now.until, before.until)]
    return all(old is None or new is None or new <= old for new, old in pairs)


def test_money_at_hand_is_paid_after_as_many_days_as_the_last_runs_took():
    turn = Turn(due_before=3_000, due=500)

    forecast = Outlook.of({"cedar/general": 3_500}, [], QUICK, TODAY).forecast(turn)

    assert forecast.at_hand == Reach("reached", date(2026, 12, 11), date(2026, 12, 20), 0)
    assert forecast.with_pledges is None


def test_what_lacks_is_the_sum_before_and_of_the_turn_itself():
    turn = Turn(due_before=3_832_000, due=6_500)

    forecast = Outlook.of({"cedar/general": 3_420_000}, [], QUICK, TODAY).forecast(turn)

    assert forecast.at_hand == Reach("missing", missing=418_500)


def test_a_donor_that_was_late_before_makes_the_range_longer():
    record = (Kept(0, 100, 100), Kept(0, 100, 100), Kept(49, 100, 100))
    pledge = Pledge("OR-2027-1", "orchard", 1_500_000, date(2027, 3, 31), record)

    forecast = Outlook.of({}, [pledge], QUICK, TODAY).forecast(Turn(0, 1_000))

    assert forecast.with_pledges == Reach("reached", date(2027, 4, 15), date(2027, 6, 12), 0)
    told = {one.code: one for one in forecast.assumptions}
    assert (told["donor_record"].count, told["donor_record"].kept, told["donor_record"].days) == (3, 2, 49)
    assert told["pledge_arrives"].until == date(2027, 3, 31)


def test_a_donor_that_fell_short_before_may_leave_a_sum_missing():
    pledge = Pledge("OR-2027-1", "orchard", 1_000, date(2027, 3, 31), (Kept(0, 100, 60),))

    forecast = Outlook.of({}, [pledge], QUICK, TODAY).forecast(Turn(0, 900))

    assert forecast.with_pledges == Reach("perhaps", date(2027, 4, 15), None, 300)


def test_a_pledge_without_a_day_is_told_and_not_counted():
    pledge = Pledge("OR-2027-1", "orchard", 1_000, None)

    forecast = Outlook.of({}, [pledge], QUICK, TODAY).forecast(Turn(0, 900))

    assert forecast.with_pledges == Reach("missing", missing=900)
    assert "pledge_without_day" in [one.code for one in forecast.assumptions]


def test_before_the_first_run_nobody_says_a_day():
    forecast = Outlook.of({"cedar/general": 900}, [], None, TODAY).forecast(Turn(0, 900))

    assert forecast.at_hand == Reach("reached", missing=0, why="no_pay_time")


@given(free, pledges, pay_times, turns, MONEY)
def test_money_added_never_worsens_a_forecast(free, pledges, pay_time, turn, more):
    before = Outlook.of(free, pledges, pay_time, TODAY).forecast(turn)

    now = Outlook.of(free | {"new/general": more}, pledges, pay_time, TODAY).forecast(turn)

    assert is_no_worse(now.at_hand, before.at_hand)
    assert is_no_worse(best(now), best(before))


@given(free, pledges.filter(bool), pay_times, turns, st.integers(0, 700))
def test_an_earlier_pledge_never_worsens_a_forecast(free, pledges, pay_time, turn, days):
    assume(pledges[0].by)
    before = Outlook.of(free, pledges, pay_time, TODAY).forecast(turn)

    earlier = [replace(pledges[0], by=pledges[0].by - timedelta(days=days)), *pledges[1:]]
    now = Outlook.of(free, earlier, pay_time, TODAY).forecast(turn)

    assert is_no_worse(best(now), best(before))


@given(free, pledges, pay_times, turns, turns)
def test_a_later_turn_is_never_reached_before_an_earlier_one(free, pledges, pay_time, one, other):
    first, later = sorted((one, other), key=lambda turn: turn.needed)
    outlook = Outlook.of(free, pledges, pay_time, TODAY)

    assert is_no_worse(best(outlook.forecast(first)), best(outlook.forecast(later)))


@given(free, pledges, pay_times, turns)
def test_ranges_are_ordered_and_nothing_is_reached_while_a_sum_lacks(free, pledges, pay_time, turn):
    for reach in reaches(Outlook.of(free, pledges, pay_time, TODAY).forecast(turn)):
        assert type(reach.missing) is int
        assert (reach.missing == 0) == (reach.state == "reached")
        assert reach.since is None or reach.since >= TODAY
        assert reach.since is None or reach.until is None or reach.since <= reach.until
        assert (reach.state == "reached") <= (reach.why == "no_pay_time" or (reach.since and reach.until) is not None)

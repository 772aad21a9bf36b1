from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Unpublished
from tests.engine.building import definition, gate, line, rules, value, version
from tests.engine.people import decided

ERROR = "later > 0"
UNPUBLISHED = "secret > 0"
VALUES = [
    value("later", version(date(2030, 1, 1), Decimal(5))),
    value("secret", version(date(2015, 1, 1), Unpublished())),
    value("fixed", version(date(2015, 1, 1), Decimal(100)), version(date(2019, 1, 1), Decimal(200))),
]


def outcome(facts, **parts):
    decision = decided(rules(values=VALUES, **parts), facts)
    return decision.outcome, decision.reasons


GRANT = line("grant", "100")
IN_ORDER = [
    (gate("unused", ERROR), "error", ("not_in_force",)),
    (gate("other_house", "true"), "refuse", ("other_house",)),
    (gate("unused", "cost > 5"), "incomplete", ("cost",)),
    (gate("unused", UNPUBLISHED), "unpublished", ("secret",)),
    (gate("to_court", "true", "refer"), "refer", ("to_court",)),
    (gate("later_on", "true", "defer"), "defer", ("later_on",)),
]


@pytest.mark.parametrize("place", range(len(IN_ORDER)))
def test_of_several_outcomes_the_first_in_the_order_wins_wherever_it_stands(place):
    gates = [gate for gate, _, _ in IN_ORDER[place:]]
    _, expected, reasons = IN_ORDER[place]

    assert outcome({}, gates=gates, lines=[GRANT]) == (expected, reasons)
    assert outcome({}, gates=gates[::-1], lines=[GRANT]) == (expected, reasons)


@pytest.mark.parametrize("place", range(len(IN_ORDER)))
def test_a_line_has_the_same_order_of_outcomes_as_a_claim(place):
    gates = [gate for gate, _, _ in IN_ORDER[place:]]
    _, expected, reasons = IN_ORDER[place]

    assert outcome({}, lines=[line("grant", "100", gates=gates)]) == (expected, reasons)


def test_a_claim_is_awarded_when_any_of_its_lines_is():
    lines = [line("rent", "cost"), line("grant", "100"), line("repair_cost", "50", asked="false")]

    decision = decided(rules(lines=lines), {})

    assert (decision.outcome, decision.reasons, decision.net) == ("award", (), 100_00)
    assert [found.outcome for found in decision.lines] == ["incomplete", "award", "open"]


def test_a_claim_without_an_award_has_the_first_outcome_of_its_lines():
    refused = line("rent", "100", gates=[gate("no_lease", "true")])
    incomplete = line("grant", "cost")

    assert outcome({}, lines=[incomplete, refused]) == ("refuse", ("no_lease",))
    assert outcome({}, lines=[incomplete, GRANT])[0] == "award"


def test_reasons_stand_in_the_order_of_the_rules_and_each_once():
    gates = [gate("first", "true"), gate("second", "true"), gate("first", "grade == 1")]

    assert outcome({"grade": 1}, gates=gates, lines=[GRANT])[1] == ("first", "second")
    assert outcome({}, lines=[line("rent", "loan + cost"), line("grant", "cost")])[1] == ("cost", "loan")


def test_the_reasons_of_several_lines_stand_in_the_order_of_the_rules():
    shared = gate("no_lease", "grade == 1")
    lines = [
        line("rent", "5", gates=[gate("too_late", "grade == 2"), shared]),
        line("grant", "5", gates=[gate("too_late", "grade == 1")]),
    ]

    assert outcome({"grade": 1}, lines=lines) == ("refuse", ("too_late", "no_lease"))


def test_a_line_that_does_not_apply_is_no_refusal_unless_nothing_applies():
    absent = line("rent", "100", when="grade > 3")

    assert outcome({"grade": 1}, lines=[absent, GRANT]) == ("award", ())
    assert outcome({"grade": 1}, lines=[absent]) == ("refuse", ("no_line_applies",))
    assert outcome({}, lines=[absent]) == ("incomplete", ("grade",))
    assert outcome({}, lines=[]) == ("refuse", ("no_line_applies",))


def test_a_line_not_asked_for_stays_open_and_is_never_refused():
    with_gate = line("rent", "100", asked="given(cost)", gates=[gate("no_lease", "true")])

    assert outcome({}, lines=[with_gate]) == ("defer", ("not_asked",))
    assert outcome({"cost": 1}, lines=[with_gate]) == ("refuse", ("no_lease",))


def test_a_line_whose_asking_is_unknown_is_open_even_where_its_condition_is():
    unknown = line("rent", "100", when="grade > 3", asked="cost > 5")

    assert outcome({}, lines=[unknown]) == ("defer", ("not_asked",))
    assert outcome({"grade": 1}, lines=[unknown]) == ("refuse", ("no_line_applies",))


def test_a_decided_refusal_needs_no_further_facts():
    gates = [gate("other_house", "household.owns_house"), gate("too_small", "area < 20")]

    assert outcome({"owns_house": True}, gates=gates, lines=[GRANT]) == ("refuse", ("other_house",))
    assert outcome({"owns_house": False}, gates=gates, lines=[GRANT]) == ("incomplete", ("area",))


def test_a_gate_of_a_house_holds_for_every_claim_of_it():
    gates = [gate("too_low", "floors < 2", "refer", level="house")]

    assert outcome({"floors": 1}, gates=gates, lines=[GRANT]) == ("refer", ("too_low",))
    assert outcome({}, gates=gates, lines=[GRANT]) == ("incomplete", ("floors",))


@pytest.mark.parametrize(
    ("filed_on", "expected"),
    [("2019-12-31", "award"), ("2020-01-01", "refuse"), ("2020-12-31", "refuse"), ("2021-01-01", "award")],
)
def test_a_gate_holds_from_its_first_day_until_its_last(filed_on, expected):
    closed = gate("closed", "true", since=date(2020, 1, 1), until=date(2021, 1, 1))
    closing = rules(gates=[closed], lines=[GRANT], version_by="filed_on")

    assert decided(closing, {"filed_on": date.fromisoformat(filed_on)}).outcome == expected


def test_a_line_outside_its_period_does_not_apply_and_needs_no_facts():
    ended = line("rent", "cost", until=date(2020, 1, 1))

    assert outcome({}, lines=[ended, GRANT]) == ("award", ())


def test_the_values_behind_an_award_are_named_by_their_first_day():
    parts = {"values": VALUES, "definitions": [definition("base", "fixed")]}
    decision = decided(rules(lines=[line("grant", "base"), line("rent", "secret")], **parts), {})

    assert decision.outcome == "award"
    assert decision.values_used == ("fixed@2019-01-01",)


def test_the_values_behind_a_refusal_are_those_of_the_gates_that_held():
    gates = [gate("twice", "fixed > 500"), gate("twice", "grade == 1")]
    decision = decided(rules(values=VALUES, gates=gates, lines=[GRANT]), {"grade": 1})

    assert (decision.outcome, decision.reasons, decision.values_used) == ("refuse", ("twice",), ())

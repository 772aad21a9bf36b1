from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import definition, gate, limit, line, number, part, rules
from tests.engine.people import decided

NAMES = ("rent", "grant", "tools")
CENTS = st.integers(0, 10**6)


def amounts(decision):
    return [found.amount for found in decision.lines]


def one(decision):
    return decision.lines[0]


def test_an_amount_is_rounded_once_at_the_line_by_its_own_rule():
    third = "share(cost, 1, 3) * 1.005"

    found = {mode: one(decided(rules(lines=[line("grant", third, rounding=mode)]), {"cost": 10_00})).amount
             for mode in ("half_up", "half_even", "down", "up")}  # fmt: skip

    assert found == {"half_up": 335, "half_even": 335, "down": 334, "up": 335}


def test_an_amount_is_rounded_to_a_step():
    stepped = rules(lines=[line("grant", "cost", step=Decimal(50), rounding="down")])

    assert one(decided(stepped, {"cost": 149_99})).amount == 100_00


@pytest.mark.parametrize(
    ("amount", "rounding", "found"),
    [
        ("share(cost, 60, 100)", "down", 990_00),
        ("share(cost, 60, 100)", "up", 1_000_00),
        ("share(cost, 60, 100, 'half_up')", "down", 1_000_00),
        ("share(cost, 60, 100) + 0", "down", 1_000_00),
    ],
)
def test_a_share_that_is_the_whole_amount_is_rounded_as_the_line_says(amount, rounding, found):
    """60 % of 1,666.66 is 999.996: to the cent and half up first, it would reach the next step."""
    stepped = rules(lines=[line("grant", amount, rounding=rounding, step=Decimal(10))])

    assert one(decided(stepped, {"cost": 1_666_66})).amount == found


def test_a_negative_amount_is_an_award_of_nothing():
    decision = decided(rules(lines=[line("grant", "loan")]), {"loan": -5_00})

    assert (decision.outcome, decision.net, one(decision).asked_for) == ("award", 0, 0)


def test_a_cap_cuts_one_line_and_says_how_much():
    capped = one(decided(rules(lines=[line("furniture", "cost", at_most="8_000")]), {"cost": 11_000_00}))

    assert (capped.asked_for, capped.amount, capped.capped) == (11_000_00, 8_000_00, 3_000_00)


def test_a_cap_that_is_unknown_makes_the_line_incomplete():
    assert decided(rules(lines=[line("grant", "100", at_most="cost")]), {}).reasons == ("cost",)


def test_a_ceiling_over_several_lines_is_cut_from_the_last():
    lines = [line("rent", "300"), line("grant", "500"), line("tools", "200"), line("care", "50")]
    under = rules(lines=lines, ceilings=[limit("together", ["rent", "grant", "tools"], "600")])

    decision = decided(under, {})

    assert amounts(decision) == [300_00, 300_00, 0, 50_00]
    assert [found.capped for found in decision.lines] == [0, 200_00, 200_00, 0]


def test_a_deduction_is_taken_from_the_first_lines_after_every_ceiling():
    lines = [line("rent", "300"), line("grant", "500")]
    both = {
        "ceilings": [limit("top", ["rent", "grant"], "600")],
        "deductions": [limit("insurance", ["rent", "grant"], "cost")],
    }

    decision = decided(rules(lines=lines, **both), {"cost": 400_00})

    assert amounts(decision) == [0, 200_00]
    assert [found.deducted for found in decision.lines] == [300_00, 100_00]
    assert decision.net == 200_00


def test_an_unknown_ceiling_or_deduction_keeps_only_its_own_lines_undecided():
    lines = [line("rent", "300"), line("grant", "500")]

    for kind in ("ceilings", "deductions"):
        decision = decided(rules(lines=lines, **{kind: [limit("top", ["rent"], "cost")]}), {})

        assert [found.outcome for found in decision.lines] == ["incomplete", "award"]


def test_a_refused_line_takes_no_room_under_a_ceiling():
    lines = [line("rent", "300", gates=[gate("no_lease", "true")]), line("grant", "500")]

    assert decided(rules(lines=lines, ceilings=[limit("top", ["rent", "grant"], "400")]), {}).net == 400_00


TRANCHES = [part("first", "50"), part("second", "150", "grade > 2"), part("third", "100", "grade > 4")]
STAGED = rules(lines=[line("grant", "300", parts=TRANCHES)])


@pytest.mark.parametrize(
    ("grade", "paid", "due", "left", "overpaid"),
    [
        (1, 0, 50_00, 250_00, 0), (3, 0, 200_00, 100_00, 0), (5, 0, 300_00, 0, 0), (3, 50_00, 150_00, 100_00, 0),
        (3, 250_00, 0, 50_00, 0), (5, 300_00, 0, 0, 0), (5, 350_00, 0, 0, 50_00), (1, 300_00, 0, 0, 0),
    ],
)  # fmt: skip
def test_instalments_unlock_one_after_the_other_and_what_was_paid_is_carried(grade, paid, due, left, overpaid):
    decision = decided(STAGED, {"grade": grade}, {"grant": paid})

    assert (decision.due_now, decision.left, decision.overpaid, decision.paid) == (due, left, overpaid, paid)


def test_a_later_milestone_waits_for_the_one_before_it():
    parts = [part("first", "50", "grade > 4"), part("second", "150", "grade > 2")]

    assert decided(rules(lines=[line("grant", "200", parts=parts)]), {"grade": 3}).due_now == 0


def test_an_instalment_of_nothing_needs_no_milestone():
    parts = [part("first", "50"), part("second", "0", "grade > 4"), part("third", "25", "grade > 2")]

    assert decided(rules(lines=[line("grant", "100", parts=parts)]), {"grade": 3}).due_now == 100_00


def test_an_instalment_may_be_a_share_of_what_its_line_brings_after_every_limit():
    parts = [part("first", "share(awarded, 2, 5)"), part("rest", "awarded", "owns_house")]
    limits = {"ceilings": [limit("most", ["grant"], "900")], "deductions": [limit("aid", ["grant"], "loan")]}
    lines = [line("rent", "100"), line("grant", "cost", at_most="1_000", parts=parts)]
    in_parts = rules(lines=lines, **limits)

    grant = decided(in_parts, {"cost": 2_000_00, "loan": 400_00, "owns_house": False}).lines[1]

    assert (grant.amount, grant.unlocked, grant.parts[0].amount) == (500_00, 200_00, 200_00)


def test_when_every_part_is_unlocked_the_whole_line_is_due_whatever_the_parts_add_up_to():
    parts = [part("first", "50"), part("second", "50")]

    assert decided(rules(lines=[line("grant", "300", parts=parts)]), {}).due_now == 300_00
    assert decided(rules(lines=[line("grant", "30", parts=parts)]), {}).due_now == 30_00


def test_an_instalment_that_cannot_be_known_yet_unlocks_nothing_further():
    parts = [part("first", "50"), part("second", "cost"), part("third", "50")]

    decision = decided(rules(lines=[line("grant", "300", parts=parts)]), {})

    assert (decision.outcome, decision.due_now) == ("award", 50_00)


def test_what_was_paid_on_a_refused_claim_is_overpaid_and_on_an_undecided_one_unknown():
    refusing = rules(gates=[gate("too_small", "grade == 1")], lines=[line("grant", "100")])

    refused, undecided = decided(refusing, {"grade": 1}, {"grant": 30_00}), decided(refusing, {}, {"grant": 30_00})

    assert (refused.net, refused.due_now, refused.left, refused.overpaid, refused.paid) == (0, 0, 0, 30_00, 30_00)
    assert (undecided.net, undecided.overpaid, undecided.paid) == (None, None, 30_00)


def three_lines(**limits):
    """Lines that bring the facts `a`, `b` and `c`, under limits that read `top` and `less`."""
    fields = [number(name, 0, 10**4, "money") for name in ("a", "b", "c", "top", "less")]
    lines = [line(name, fact) for name, fact in zip(NAMES, "abc", strict=True)]
    return rules(fields=fields, lines=lines, **limits)


@given(st.lists(CENTS, min_size=3, max_size=3), CENTS, CENTS, CENTS)
def test_nothing_is_lost_between_what_is_asked_for_and_what_is_left(owed, ceiling, deduction, paid):
    ruled = three_lines(ceilings=[limit("top_up", NAMES, "top")], deductions=[limit("insurance", NAMES, "less")])

    decision = decided(
        ruled, {**dict(zip("abc", owed, strict=True)), "top": ceiling, "less": deduction}, {"rent": paid}
    )

    for found in decision.lines:
        assert found.asked_for == found.amount + found.capped + found.deducted
        assert min(found.amount, found.capped, found.deducted) >= 0
    assert decision.net == max(0, min(sum(owed), ceiling) - deduction)
    assert decision.due_now + decision.left + decision.paid == decision.net + decision.overpaid


def test_an_award_of_ten_to_the_fifteenth_minor_units_is_exact():
    wide = number("wide", 0, 10**13, "money")
    percent = definition("part", "share(wide, 33.3, 99.9)")
    exact = rules(fields=[wide], definitions=[percent], lines=[line("grant", "part", at_most="9_999_999_999_999.99")])

    decision = decided(exact, {"wide": 10**15}, {"grant": 1})

    assert (decision.net, decision.due_now) == (333_333_333_333_333, 333_333_333_333_332)
    assert (
        decided(rules(fields=[wide], lines=[line("grant", "wide", since=date(2020, 1, 1))]), {"wide": 10**15}).net
        == 10**15
    )


def test_what_a_later_fact_awards_is_not_paid_above_a_ceiling_that_payments_have_filled():
    lines = [line("rent", "700", when="owns_house"), line("repair", "8_000")]
    under = rules(lines=lines, ceilings=[limit("together", ["rent", "repair"], "6_543.21")])

    before = decided(under, {})
    after = decided(under, {"owns_house": True}, {"repair": before.due_now})

    assert (before.net, before.due_now) == (6_543_21, 6_543_21)
    assert (after.net, after.paid, after.due_now, after.left, after.overpaid) == (6_543_21, 6_543_21, 0, 700_00, 700_00)
    assert [(found.due, found.held_back) for found in after.lines] == [(0, 700_00), (0, 0)]


def test_what_is_held_back_is_the_last_that_would_pass_the_ceiling():
    lines = [line("rent", "300"), line("grant", "500"), line("tools", "400")]
    under = rules(
        lines=lines, ceilings=[limit("two", ["rent", "grant"], "700"), limit("all", ["grant", "tools"], "600")]
    )

    decision = decided(under, {}, {"tools": 350_00})

    assert amounts(decision) == [300_00, 400_00, 200_00]
    assert [(found.due, found.held_back) for found in decision.lines] == [(300_00, 0), (250_00, 150_00), (0, 0)]


@given(st.lists(CENTS, min_size=3, max_size=3), CENTS, CENTS, st.permutations(range(3)))
def test_no_order_in_which_facts_become_known_pays_above_a_ceiling(owed, ceiling, narrow, order):
    ruled = three_lines(ceilings=[limit("two", NAMES[:2], "less"), limit("all", NAMES, "top")])
    known, paid = {"top": ceiling, "less": narrow}, dict.fromkeys(NAMES, 0)

    for place in order:
        known["abc"[place]] = owed[place]
        for found in decided(ruled, known, paid).lines:
            paid[found.line.name] += found.due

        assert sum(paid.values()) <= ceiling
        assert paid["rent"] + paid["grant"] <= narrow

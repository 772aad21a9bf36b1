"""Rivals, shared ceilings and setting off: what one claim means for the others of its group."""

from datetime import date

import pytest

from sanad.caseload.one_by_one import decide_one_by_one
from sanad.engine.rules.records import Stated, link
from tests.engine.building import TODAY, gate, line, problem_in_rules, rival, rules, set_off, shared

GRANT = line("grant", "cost")


def claim(name: str, household: str = "Khoury", house: str = "H1", **facts) -> Stated:
    facts = {"filed_on": date(2019, 1, 1), "cost": 1_000_00, **facts}
    return Stated(name, {"house": house, "household": household}, {k: v for k, v in facts.items() if v is not None})


def decided(ruled, *claims: Stated, paid=None) -> dict[str, dict[str, object]]:
    uppers = {level: {one.within[level] for one in claims} for level in ("house", "household")}
    stated = {level: [Stated(name, {}, {}) for name in names] for level, names in uppers.items()}
    records = link(ruled.levels, stated | {"claim": claims, "person": ()})
    return decide_one_by_one(ruled, list(records["claim"].values()), TODAY, paid or {})


def outcomes(rows) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {name: (row["outcome"], tuple(row["reasons"])) for name, row in rows.items()}


def test_the_award_of_the_first_claim_bars_the_later_ones():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household")])

    rows = decided(ruled, claim("Samira", filed_on=date(2019, 2, 1)), claim("Karim", filed_on=date(2019, 1, 1)))

    assert outcomes(rows) == {"Karim": ("award", ()), "Samira": ("refuse", ("one_each",))}


@pytest.mark.parametrize(("refused", "second"), [("frees", "award"), ("blocks", "refuse")])
def test_a_filing_that_was_refused_bars_the_later_ones_only_where_the_rule_says_so(refused, second):
    ruled = rules(
        lines=[GRANT],
        gates=[gate("too_dear", "cost > 5_000")],
        rivals=[rival("one_each", "household", counts="filing", refused=refused)],
    )

    rows = decided(ruled, claim("Karim", cost=9_000_00), claim("Samira", filed_on=date(2019, 2, 1)))

    assert outcomes(rows)["Karim"] == ("refuse", ("too_dear",))
    assert outcomes(rows)["Samira"][0] == second


def test_a_claim_waits_for_one_before_it_that_is_not_decided_and_names_nothing_of_its_file():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household")])

    rows = decided(ruled, claim("Karim", cost=None), claim("Samira", filed_on=date(2019, 2, 1)))

    assert outcomes(rows) == {"Karim": ("incomplete", ("cost",)), "Samira": ("defer", ("rival_undecided",))}


def test_a_claim_that_is_not_decided_is_passed_over_where_the_rule_says_so():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household", undecided="skip")])

    rows = decided(ruled, claim("Karim", cost=None), claim("Samira", filed_on=date(2019, 2, 1)))

    assert outcomes(rows)["Samira"] == ("award", ())


def test_a_claim_that_was_barred_in_one_group_bars_nobody_in_another():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household"), rival("one_a_house", "house")])

    rows = decided(
        ruled,
        claim("Karim", "Khoury", "H1", filed_on=date(2019, 1, 1)),
        claim("Samira", "Khoury", "H2", filed_on=date(2019, 2, 1)),
        claim("Nadim", "Haddad", "H2", filed_on=date(2019, 3, 1)),
    )

    assert [outcomes(rows)[name][0] for name in ("Karim", "Samira", "Nadim")] == ["award", "refuse", "award"]


def chain(length: int) -> list[Stated]:
    """Each claim shares its household with the one before and its house with the one after."""
    return [
        claim(f"C{place:02}", f"F{(place + 1) // 2}", f"H{place // 2}", filed_on=date(2019, 1, 1 + place))
        for place in range(length)
    ]


def test_a_chain_of_claims_is_settled_as_far_as_eight_passes_reach():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household"), rival("one_a_house", "house")])

    rows = decided(ruled, *chain(12))

    said = [outcomes(rows)[f"C{place:02}"] for place in range(12)]
    assert [outcome for outcome, _ in said[:8]] == ["award", "refuse"] * 4
    assert said[-1] == ("defer", ("rival_chain",))


def test_claims_that_bar_one_another_in_a_circle_are_deferred():
    ruled = rules(
        lines=[GRANT],
        rivals=[rival("one_each", "household"), rival("one_a_house", "house", by=("desc(filed_on)", "claim_id"))],
    )

    rows = decided(ruled, claim("Karim", filed_on=date(2019, 1, 1)), claim("Samira", filed_on=date(2019, 2, 1)))

    assert set(outcomes(rows).values()) == {("defer", ("rival_chain",))}


def test_a_claim_that_cannot_be_ranked_says_which_fact_of_its_own_is_missing():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household")])

    rows = decided(ruled, claim("Karim"), claim("Samira", filed_on=None))

    assert outcomes(rows) == {"Karim": ("defer", ("rival_undecided",)), "Samira": ("incomplete", ("filed_on",))}


def test_a_family_without_another_claim_needs_no_rank():
    ruled = rules(lines=[GRANT], rivals=[rival("one_each", "household")])

    rows = decided(ruled, claim("Samira", filed_on=None))

    assert outcomes(rows)["Samira"] == ("award", ())


def test_a_shared_ceiling_is_used_up_in_the_order_of_its_keys():
    ruled = rules(lines=[GRANT], shared_ceilings=[shared("family_limit", "household", ["grant"], "1_500")])

    rows = decided(ruled, claim("Samira", filed_on=date(2019, 2, 1)), claim("Karim"))

    assert {name: row["net"] for name, row in rows.items()} == {"Karim": 1_000_00, "Samira": 500_00}


def test_a_shared_ceiling_in_proportion_adds_up_to_the_unit_and_gives_what_is_left_over_to_the_first():
    ruled = rules(
        lines=[GRANT],
        shared_ceilings=[shared("family_limit", "household", ["grant"], "1_000", sharing="pro_rata")],
    )

    rows = decided(ruled, *(claim(name, filed_on=date(2019, place, 1)) for place, name in enumerate("ABC", 1)))

    assert [rows[name]["net"] for name in "ABC"] == [333_34, 333_33, 333_33]


@pytest.mark.parametrize(("undecided", "second"), [("block", ("defer", None)), ("skip", ("award", 1_000_00))])
def test_a_claim_that_is_not_decided_may_block_those_after_it_under_a_shared_ceiling(undecided, second):
    ceiling = shared("family_limit", "household", ["grant"], "1_500", undecided=undecided)
    ruled = rules(lines=[GRANT], shared_ceilings=[ceiling])

    rows = decided(ruled, claim("Karim", cost=None), claim("Samira", filed_on=date(2019, 2, 1)))

    assert (rows["Samira"]["outcome"], rows["Samira"]["net"]) == second


def test_what_was_paid_in_the_family_fills_its_ceiling_first():
    ruled = rules(lines=[GRANT], shared_ceilings=[shared("family_limit", "household", ["grant"], "1_500")])
    later = claim("Samira", filed_on=date(2019, 2, 1))

    rows = decided(ruled, later, claim("Karim"), paid={"Samira": {"grant": 1_000_00}})

    assert {name: row["due_now"] for name, row in rows.items()} == {"Karim": 500_00, "Samira": 0}
    assert rows["Samira"]["overpaid"] == 500_00


def test_what_was_paid_too_much_is_set_off_within_the_family_and_stays_an_error_where_it_happened():
    ruled = rules(lines=[GRANT], set_off=set_off("household", ["grant"]))

    rows = decided(
        ruled,
        claim("Karim", cost=200_00),
        claim("Samira", filed_on=date(2019, 2, 1)),
        claim("Nadim", "Haddad"),
        paid={"Karim": {"grant": 500_00}},
    )

    assert (rows["Karim"]["overpaid"], rows["Karim"]["set_off"]) == (300_00, 0)
    assert (rows["Samira"]["due_now"], rows["Samira"]["set_off"], rows["Samira"]["left"]) == (700_00, 300_00, 0)
    assert rows["Nadim"]["due_now"] == 1_000_00


def test_setting_off_leaves_a_family_what_the_rule_leaves_it():
    off = set_off("household", ["grant"], at_most="share(due_now, 20, 100)")
    ruled = rules(lines=[GRANT], set_off=off)

    rows = decided(ruled, claim("Karim", cost=0), claim("Samira"), paid={"Karim": {"grant": 900_00}})

    assert (rows["Samira"]["due_now"], rows["Samira"]["set_off"]) == (800_00, 200_00)


def test_a_line_may_read_what_the_claims_before_it_are_granted():
    top_up = line("top_up", "max(2_500 - before(household, granted, by=(filed_on, claim_id)), 0)")
    ruled = rules(lines=[GRANT, top_up], rivals=[rival("one_a_house", "house")])

    rows = decided(
        ruled,
        claim("Karim", house="H1"),
        claim("Samira", house="H2", filed_on=date(2019, 2, 1)),
        claim("Nadim", house="H2", filed_on=date(2019, 3, 1)),
        claim("Huda", house="H3", filed_on=date(2019, 4, 1)),
    )

    assert {name: row["top_up"] for name, row in rows.items()} == {
        "Karim": 2_500_00,
        "Samira": 1_500_00,
        "Nadim": 0,
        "Huda": 500_00,
    }


def test_a_line_waits_for_what_others_are_granted_unless_it_passes_over_the_undecided():
    waits = line("waits", "sum(household, granted)")
    passes = line("passes", "sum(household, granted, where=given(granted))")

    rows = decided(rules(lines=[GRANT, waits, passes]), claim("Karim", cost=None), claim("Samira"))

    assert (rows["Samira"]["waits_outcome"], rows["Samira"]["passes"]) == ("defer", 1_000_00)


def test_what_is_granted_is_not_known_to_the_rules_that_settle_it():
    early = problem_in_rules(lines=[GRANT], gates=[gate("too_much", "sum(household, granted) > 1_000")])
    none = problem_in_rules(lines=[line("grant", "granted")])

    assert (early.code, none.code) == ("granted_too_early", "granted_by_none")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"rivals": [rival("one_each", "person")]}, "no_group"),
        ({"rivals": [rival("one_each", "household", by=("filed_on",))]}, "ties"),
        ({"shared_ceilings": [shared("limit", "claim", ["grant"], "1")]}, "no_group"),
        ({"set_off": set_off("household", ["grant"], by=("household_id",))}, "ties"),
    ],
)
def test_what_cannot_be_ranked_is_refused(parts, code):
    problem = problem_in_rules(lines=[GRANT], **parts)

    assert problem.code == code

"""What each step of an order pays, on both engines: ceilings, payees, who takes part, percentages, funds."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.batch.duck import Duck
from sanad.engine.rules.declared import Cut, Order, PaymentStep, Reserve
from sanad.engine.rules.funds import Fund, read_fund
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet
from tests.batch.engines import Engines, differences
from tests.batch.populations import Population
from tests.engine.building import HERE, SAID, expression, line, rules

ON = date(2020, 6, 15)
NAMES = ("Amal", "Bilal", "Cyrine")


def step(kind: str, name: str = "step", at_most: int | None = None, **more) -> PaymentStep:
    conditions = {key: expression(text) for key, text in more.items() if isinstance(text, str) and key in CONDITIONS}
    ceiling = None if at_most is None else Decimal(at_most)
    return PaymentStep(name, kind, SAID, ceiling, "gazette", HERE, **(more | conditions))


CONDITIONS = ("when", "in_full_first", "left_out", "by")


def ordered(*steps: PaymentStep, reserve: Reserve | None = None) -> RuleSet:
    order = Order("order", SAID, (), (expression("claim_id"),), steps, "gazette", HERE, reserve=reserve)
    return rules(lines=[line("grant", "cost"), line("rent", "loan", when="given(loan)")], order=order)


def claims(costs: Sequence[int], paid: Sequence[tuple[str, int]] = (), **facts: Sequence) -> Population:
    """One claim each for Amal, Bilal and Cyrine; Amal and Bilal are of one household."""
    homes = [{"house_id": own, "floors": 1} for own in NAMES]
    households = [{"household_id": own, "owns_house": True} for own in ("North", "South")]
    rows = [
        {"claim_id": own, "house_id": own, "household_id": "South" if own == "Cyrine" else "North", "cost": cost * 100}
        | {name: values[place] for name, values in facts.items()}
        for place, (own, cost) in enumerate(zip(NAMES, costs, strict=True))
    ]
    payments = [(name, "grant", amount * 100) for name, amount in paid]
    return Population({"house": homes, "household": households, "claim": rows, "person": []}, payments, frozenset())


def allocated(duck: Duck, ruled: RuleSet, people: Population, money: int | Sequence[Fund]) -> list[float]:
    """What each of the three gets, in major units, after both engines said the same."""
    funds = [Fund("fund", money * 100)] if isinstance(money, int) else money
    engines = Engines(ruled, people, ON, duck)
    one_by_one, at_once = engines.by_interpreter(funds), engines.by_batch(funds)
    assert differences(one_by_one, at_once) == []
    return [(at_once[name]["allocated"] or 0) / 100 for name in NAMES]


COSTS = (4_000, 60_000, 2_000)


@pytest.mark.parametrize(
    ("steps", "money", "expected"),
    [
        ([step("in_order")], 6_000, [4_000, 2_000, 0]),
        ([step("equal_first")], 6_000, [2_000, 2_000, 2_000]),
        ([step("equal_first", at_most=3_500)], 9_000, [3_500, 3_500, 2_000]),
        ([step("equal_first", at_most=3_500)], 90_000, [3_500, 3_500, 2_000]),
        ([step("rounds", ceilings=(Decimal(1_000), Decimal(3_000)))], 6_000, [3_000, 2_000, 1_000]),
        ([step("percent", percent=Decimal(60))], 66_000, [2_400, 36_000, 1_200]),
        ([step("percent", percent=Decimal(60))], 3_000, [2_400, 600, 0]),
        ([step("pro_rata", last_unit="first")], 6_000, [363.64, 5_454.55, 181.81]),
        ([step("pro_rata", last_unit="largest_remainder")], 6_000, [363.64, 5_454.54, 181.82]),
        ([step("pro_rata", last_unit="largest")], 6_000, [363.64, 5_454.54, 181.82]),
        ([step("pro_rata", at_most=4_000, last_unit="first")], 5_000, [2_000, 2_000, 1_000]),
        ([step("in_order", when="cost > 3_000")], 6_000, [4_000, 2_000, 0]),
        ([step("in_order", left_out="cost > 50_000")], 6_000, [4_000, 0, 2_000]),
        ([step("pro_rata", in_full_first="cost <= 2_000", last_unit="first")], 18_000, [1_000, 15_000, 2_000]),
        ([step("in_order", at_most=1_000, level="household")], 6_000, [1_000, 0, 1_000]),
        ([step("equal_first", level="household")], 9_000, [4_000, 3_000, 2_000]),
        ([step("equal_first", "first_part", at_most=500), step("in_order", "rest")], 2_000, [1_000, 500, 500]),
    ],
)
def test_what_a_step_pays(duck, steps, money, expected):
    assert allocated(duck, ordered(*steps), claims(COSTS), money) == expected


@pytest.mark.parametrize(("counts", "expected"), [(False, [700, 1_000]), (True, [300, 1_000])])
def test_a_ceiling_says_whether_what_was_paid_before_counts(duck, counts, expected):
    ruled = ordered(step("in_order", at_most=1_000, counts_paid=counts))

    paid = allocated(duck, ruled, claims((1_400, 60_000, 0), paid=[("Amal", 700)]), 10_000)

    assert paid[:2] == expected


def test_what_a_payee_was_paid_for_another_claim_counts_too(duck):
    ruled = ordered(step("in_order", at_most=1_000, counts_paid=True, level="household"))

    paid = allocated(duck, ruled, claims((800, 500, 2_000), paid=[("Amal", 800)]), 10_000)

    assert paid == [0, 200, 1_000]


CUT = (Cut(date(2019, 2, 1), Decimal(50), HERE), Cut(None, Decimal(30), HERE))
FILED = {"filed_on": [date(2019, 2, 1), date(2019, 2, 2), None]}


def test_a_cut_off_haircut_goes_by_the_day_and_waits_for_one_that_is_unknown(duck):
    ruled = ordered(step("haircut", by="filed_on", cuts=CUT))

    assert allocated(duck, ruled, claims((1_000, 1_000, 1_000), **FILED), 10_000) == [500, 300, 0]


def test_a_percentage_that_is_restored_pays_the_difference(duck):
    restored = ordered(step("haircut", by="filed_on", cuts=(Cut(None, Decimal(100), HERE),)))
    people = claims((1_000, 1_000, 1_000), paid=[("Amal", 500), ("Bilal", 300)], **FILED)

    assert allocated(duck, restored, people, 10_000) == [500, 700, 0]


def test_a_uniform_percentage_pays_nothing_twice(duck):
    ruled = ordered(step("percent", percent=Decimal(60)))

    assert allocated(duck, ruled, claims((1_000, 1_000, 0), paid=[("Amal", 600), ("Bilal", 100)]), 10_000) == [
        0,
        500,
        0,
    ]


@pytest.mark.parametrize(
    ("amount", "percent", "expected"), [(1_500, None, [500, 0, 0]), (None, Decimal("12.5"), [1_750, 0, 0])]
)
def test_no_step_touches_the_reserve(duck, amount, percent, expected):
    reserve = Reserve(SAID, Decimal(amount) if amount else None, percent, "gazette", HERE)

    assert allocated(duck, ordered(step("in_order"), reserve=reserve), claims(COSTS), 2_000) == expected


def test_a_claim_takes_its_own_fund_so_that_the_free_one_is_left_for_the_next(duck):
    ruled = ordered(step("in_order"))
    funds = [read_fund(ruled, *fund) for fund in [("any", 4_000_00, ""), ("minor", 4_000_00, "repair=minor")]]
    people = claims((4_000, 4_000, 4_000), repair=["minor", "major", None])

    assert allocated(duck, ruled, people, funds) == [4_000, 4_000, 0]


def test_an_earmark_for_a_line_pays_that_line_alone(duck):
    ruled = ordered(step("in_order"))
    people = claims((100, 100, 100), loan=[50_00, 50_00, None])
    engines = Engines(ruled, people, ON, duck)

    rows = engines.by_batch([read_fund(ruled, "rents", 70_00, "line=rent"), read_fund(ruled, "any", 110_00, "")])

    assert [(rows[name]["fund rents"], rows[name]["fund any"]) for name in NAMES] == [
        (50_00, 100_00), (20_00, 10_00), (0, 0),
    ]  # fmt: skip
    assert [rows[name]["allocated grant"] for name in NAMES] == [100_00, 10_00, 0]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (step("in_order", when="cost"), "condition_needed"),
        (step("in_order", level="person"), "wrong_level"),
        (step("in_order", lines=("grants",)), "unknown_line"),
        (step("haircut", by="cost", cuts=CUT), "date_needed"),
    ],
)
def test_a_step_that_reads_what_it_cannot_is_refused(wrong, code):
    with pytest.raises(ProgrammeRefused) as refusal:
        ordered(wrong)

    assert [problem.code for problem in refusal.value.problems] == [code]

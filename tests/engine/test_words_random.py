"""Explanations of random rules and facts: none fails, every number is exact, and each language keeps its own form."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.declared import Programme, Unpublished
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import as_data, as_text
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import Context, Payment, Queue
from sanad.engine.rules.words.explaining import explain
from sanad.engine.rules.words.limits import cuts
from sanad.engine.rules.words.parts import parts_of
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.teller import describe
from tests.engine.building import TODAY, band, definition, gate, limit, line, part, programme, row, value, version
from tests.engine.people import people

ISOLATE = re.compile("[\u2066\u2067\u2068][^\u2066-\u2069]*\u2069")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
WRITTEN = re.compile(r"(\d{1,3}(,\d{3})*|\d{4})(\.\d+)?$")

SUMS = st.sampled_from(
    ["cost", "loan", "flat", "by_kind[repair]", "by_size[area]", "worked_out", "cost + 10", "0.5 * cost"]
)
CONDITIONS = st.sampled_from(
    [
        "grade >= 3", "grade == 1", "grade != 2", "grade in (4, 5)", "grade not in (1, 2)", "repair == 'major'",
        "household.owns_house", "filed_on < date('2019-06-01')", "filed_on <= version_date", "given(cost)",
        "large", "2 <= grade <= 4", "months_between(filed_on, version_date) > 6", "year(filed_on) == 2019",
        "rate >= 50", "cost > loan", "all(household.person, income > 5)",
        "add_months(filed_on, 3) > version_date", "days_between(filed_on, version_date) < 400",
        "count(household.person, where=age < 18) > 1", "any(household.person, age >= 65)",
        "rank(house, where=large, by=(filed_on, claim_id)) > 1", "before(house, large, by=(filed_on, claim_id))",
        "first(house, large, by=(desc(grade), claim_id), otherwise=false)", "first_of_house == 1", "household.crowded",
        "grade == house.floors", "area * 2 > area + 10.5",
    ]
)  # fmt: skip
TOTALS = st.sampled_from(
    [
        "sum(household.person, income, where=age > 15)", "max(household.person, income, otherwise=0)",
        "min(household.person, income, otherwise=1)", "first(house, cost, by=(filed_on, claim_id), otherwise=0)",
        "before(house, cost, by=(filed_on, claim_id))", "sum(house, cost, where=grade > 3)",
    ]
)  # fmt: skip


MODES = st.sampled_from(["'up'", "'down'", "'half_even'"])


def grown_sums(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-"), inner),
        st.builds("share({}, {}, 100, {})".format, inner, st.integers(1, 100), MODES),
        st.builds("share({}, rate, 100)".format, inner),
        st.builds("share({}, 1, floors)".format, inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), inner, inner),
        st.builds("max({}, {}, 7)".format, inner, inner),
        st.builds("abs({})".format, inner),
        st.builds("round({}, 100)".format, inner),
        st.builds("({} if {} else {})".format, inner, CONDITIONS, inner),
    )  # fmt: skip


def grown_conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
        st.builds("({} if {} else {})".format, inner, CONDITIONS, inner),
        st.builds("({} > {})".format, SUMS, SUMS),
    )


sums = st.recursive(st.one_of(SUMS, TOTALS), grown_sums, max_leaves=4)
conditions = st.recursive(CONDITIONS, grown_conditions, max_leaves=4)
maybe_conditions = st.none() | conditions

VALUES = (
    value("flat", version(date(2019, 1, 1), Decimal(200)), version(date(2020, 1, 1), Decimal("300.50"))),
    value(
        "by_kind",
        version(date(2018, 1, 1), [row("minor", Decimal(100)), row("major", Unpublished())], until=date(2020, 9, 1)),
        keys=["repair"],
    ),
    value(
        "by_size",
        version(date(2020, 6, 1), [row(band(None, 50), Decimal(1000)), row(band(50, None), Decimal(2000))]),
        keys=["area"],
    ),
)
DEFINITIONS = (
    definition("large", "grade >= 4 or grade == 3 and repair == 'major'"),
    definition("worked_out", "share(cost, 60, 100) if large else loan", unit="USD"),
    definition("first_of_house", "rank(house, where=large, by=(filed_on, claim_id))"),
    definition("crowded", "count(household.person) > 2", level="household"),
)

BODY = {"en": "Town", "ar": "البلدية"}
refusals = st.builds(lambda when: gate("one", when), conditions)
deferrals = st.builds(lambda when: gate("two", when, "defer", review_days=30, body=BODY), conditions)
referrals = st.builds(lambda when: gate("three", when, "refer", body=BODY), conditions)

programmes = st.builds(
    lambda gates, rent, when, asked, most, repair, first, milestone, own, ceiling, other: programme(
        definitions=DEFINITIONS,
        values=VALUES,
        gates=gates,
        lines=[
            line("rent", rent, when=when, asked=asked, at_most=most),
            line("repair", repair, parts=[part("first", first, milestone), part("last", "1")], gates=own),
        ],
        ceilings=ceiling,
        deductions=other,
    ),
    st.just([]) | st.lists(refusals | deferrals, max_size=2), sums, maybe_conditions, maybe_conditions,
    st.none() | sums, sums, sums, maybe_conditions, st.lists(refusals | referrals, max_size=1),
    st.lists(st.builds(lambda text: limit("both", ["rent", "repair"], text), sums), max_size=1),
    st.lists(st.builds(lambda text: limit("aid", ["repair"], text), sums), max_size=1),
)  # fmt: skip

FACTS = {
    "grade": st.integers(1, 5),
    "repair": st.sampled_from(["minor", "major"]),
    "filed_on": st.dates(date(2015, 1, 1), date(2025, 12, 31)),
    "area": st.integers(0, 10_000),
    "cost": st.integers(0, 10**11),
    "loan": st.integers(-(10**8), 10**8),
    "rate": st.integers(0, 1000),
}
claim_facts = st.fixed_dictionaries(FACTS) | st.fixed_dictionaries({}, optional=FACTS)
PERSON = {"age": st.integers(0, 120), "income": st.integers(0, 10**7)}
person_facts = st.fixed_dictionaries(PERSON) | st.fixed_dictionaries({}, optional=PERSON)
rounds = st.sampled_from([TODAY, date(2018, 6, 1), date(2016, 1, 1), date(2021, 1, 1)])
payments = st.lists(
    st.builds(
        Payment,
        st.sampled_from(["rent", "repair"]),
        st.integers(1, 10**9),
        st.none() | st.dates(date(2017, 1, 1), TODAY),
    ),
    max_size=3,
)
queues = st.none() | st.builds(
    Queue, st.integers(1, 10**6), st.integers(0, 10**15), st.integers(1, 3), st.none() | st.integers(0, 10**9)
)


def claim_of(
    rules: RuleSet, own: Mapping[str, object], rival: Mapping[str, object], persons: list[dict[str, object]]
) -> Record:
    ids = {"house_id": "house", "household_id": "amal"}
    things = {
        "house": {"house": {"floors": 3}},
        "household": {"amal": {"owns_house": False}, "badr": {}},
        "claim": {"A-1": {**own, **ids}, "B-1": {**rival, "house_id": "house", "household_id": "badr"}},
        "person": {f"P-{place}": {**facts, "household_id": "amal"} for place, facts in enumerate(persons)},
    }
    return people(rules, things)["claim"]["A-1"]


def built(declared: Programme) -> RuleSet | None:
    """A programme that the loader refuses has nothing to explain."""
    try:
        return build(declared, members=5)
    except ProgrammeRefused:
        return None


def paid_by_line(paid: list[Payment]) -> dict[str, int]:
    return {name: sum(one.amount for one in paid if one.line == name) for name in {one.line for one in paid}}


def exactly(minor: int) -> str:
    """Written by another road than the code under test."""
    major, cents = divmod(minor, 100)
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", str(major))
    return f"{grouped}.{cents:02d} USD" if cents else f"{grouped} USD"


def check_english(text: str, decision: Decision) -> None:
    wrong = [number for number in NUMBER.findall(text) if not WRITTEN.match(number)]

    assert wrong == []
    if decision.outcome == AWARD:
        assert decision.net is not None
        is_emptied = not decision.net and any(line.asked_for > 0 for line in decision.lines)
        awarded = f"This claim is awarded {exactly(decision.net)}."
        assert ("This claim is granted, but" if is_emptied else awarded) in text
        assert all(f"{exactly(line.amount)} is awarded" in text for line in decision.lines if line.outcome == AWARD)


def check_arabic(text: str) -> None:
    left = text
    while ISOLATE.search(left):
        left = ISOLATE.sub("", left)

    assert re.findall(r"[0-9\u2066-\u2069]", left) == []


@settings(max_examples=300, deadline=None)
@given(programmes, claim_facts, claim_facts, st.lists(person_facts, max_size=3), rounds, payments, queues)
def test_no_explanation_fails_and_every_number_is_exact(declared, own, rival, persons, on, paid, queue):
    rules = built(declared)
    if rules is None:
        return
    run = Interpreter(rules, on)
    decision = decide_with(run, claim_of(rules, own, rival, persons), paid_by_line(paid))
    context = Context(
        assumed=frozenset(["grade", "age"]), paid=tuple(paid), queue=queue, awarded_before=len(paid) or None
    )

    english, arabic = (explain(rules, decision, language, run=run, context=context) for language in ("en", "ar"))

    check_english(as_text(english), decision)
    check_arabic(as_text(arabic))
    assert [part["part"] for part in as_data(english)] == [part["part"] for part in as_data(arabic)]
    assert "B-1" not in as_text(english)


@settings(max_examples=300, deadline=None)
@given(programmes, claim_facts, st.lists(person_facts, max_size=3), payments)
def test_the_parts_and_the_cuts_that_are_told_add_up_to_the_line(declared, own, persons, paid):
    rules = built(declared)
    if rules is None:
        return
    run = Interpreter(rules, TODAY)
    decision = decide_with(run, claim_of(rules, own, {}, persons), paid_by_line(paid))
    case = Case.of(Speech.of(rules, "en"), decision, Context(paid=tuple(paid)), run)

    taken = cuts(case)
    awarded = [line for line in decision.lines if line.outcome == AWARD]

    for one in awarded:
        parts = parts_of(case, one)
        assert sum(cut.cut for cut in taken[one.line.name] if cut.is_deduction) == one.deducted
        assert sum(cut.cut for cut in taken[one.line.name] if not cut.is_deduction) <= one.capped
        if parts and all(part.amount is not None for part in parts):
            assert sum(part.amount for part in parts) == one.amount
            waiting = [part.held_back if part.is_unlocked else part.amount - part.paid for part in parts]
            assert sum(part.amount - part.paid for part in parts) - sum(waiting) == one.due
            assert sum(waiting) == one.left


@settings(max_examples=100, deadline=None)
@given(programmes, st.sampled_from(["en", "ar"]))
def test_every_rule_can_be_described_without_a_claim(declared, language):
    rules = built(declared)
    if rules is None:
        return

    described = [describe(node, rules, language) for node in rules.all_nodes()]

    assert all(described)
    assert not any("{" in text for text in described)

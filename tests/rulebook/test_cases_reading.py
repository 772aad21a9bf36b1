"""Worked cases arrive in the engine's form, and what they misspell is refused with its line."""

from datetime import date
from pathlib import Path

import pytest

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading import Case, load_cases, load_programme
from tests.rulebook.folders import add, change

NEIGHBOURS = """
- id: neighbours
  title: {en: Two claims for one home, ar: طلبان لمسكن واحد}
  on: 2025-08-01
  claims:
    - {claim_id: 7, dwelling_id: D1, damage: partial, repair_estimate: 1_000.50, filed_on: 2025-07-10}
    - {claim_id: Huda, dwelling_id: D1, filed_on: 2025-07-11}
  paid: [{claim_id: Huda, line: repair, amount: 10.25, date: 2025-07-20}]
  fund: 500
  expect:
    "7": {net: 600.30, lines: {repair: 600.30}, line_outcomes: {rent: open}, reasons: [], queue_place: 1}
"""


def cases(path: Path) -> dict[str, Case]:
    return {case.id: case for case in load_cases(path, load_programme(path))}


def case_problems(path: Path) -> list[Problem]:
    with pytest.raises(ProgrammeRefused) as caught:
        cases(path)
    return list(caught.value.problems)


def test_facts_and_expectations_are_in_minor_units(town: Path):
    add(town, "cases/examples.yaml", NEIGHBOURS)

    case = cases(town)["neighbours"]

    assert case.on == date(2025, 8, 1)
    assert case.claims[0].facts["repair_estimate"] == 100_050
    assert case.claims[0].facts["filed_on"] == date(2025, 7, 10)
    assert case.funds is not None
    assert ([fund.amount for fund in case.funds], case.paid[0].amount) == ([50_000], 1_025)
    assert case.expect["7"] == {
        "net": 60_030,
        "repair": 60_030,
        "rent_outcome": "open",
        "reasons": (),
        "queue_place": 1,
    }


def test_what_one_claim_states_of_a_home_holds_for_the_other(town: Path):
    add(town, "cases/examples.yaml", NEIGHBOURS)

    huda = cases(town)["neighbours"].claims[1]

    assert huda.facts["damage"] == "partial"
    assert huda.ids["dwelling"] == "D1"
    assert huda.ids["household"] == "household of Huda"


def test_a_default_stands_where_a_fact_is_absent(town: Path):
    found = cases(town)

    assert found["rent-for-a-large-household"].claims[0].facts["received_elsewhere"] == 0
    assert found["repair-in-two-parts"].claims[0].facts["received_elsewhere"] == 50_000


def test_two_claims_that_disagree_on_one_home_are_refused(town: Path):
    add(town, "cases/examples.yaml", NEIGHBOURS)
    line = change(town, "cases/examples.yaml", "{claim_id: Huda,", "{claim_id: Huda, damage: destroyed,")

    assert [(problem.code, problem.where.line) for problem in case_problems(town)] == [("disagree", line)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("damage: destroyed, people", "damage: flooded, people", "bad_fact"),
        ("people: 5", "people: 31", "bad_fact"),
        ("people: 5", "people: 5.5", "bad_fact"),
        ("people: 5", "peopel: 5", "unknown_key"),
        ("renting: true, filed_on", "renting: 1, filed_on", "bad_fact"),
        ("net: 4_800 ", "net: 4_800.001 ", "wrong_type"),
        ("net: 4_800 ", "nett: 4_800 ", "unknown_key"),
        ("lines: {rent: 4_800}", "lines: {rents: 4_800}", "unknown_key"),
        ("    Amal:\n      outcome", "    Amel:\n      outcome", "unknown_claim"),
        ("outcome: award\n", "outcome: awarded\n", "wrong_type"),
        ("{repair: not_applicable}", "{repair: nothing}", "wrong_type"),
        ("on: 2025-03-01", "reading: april\n  on: 2025-03-01", "unknown_reading"),
        ("on: 2025-03-01\n", "\n", "missing"),
        ("id: repair-in-two-parts", "id: rent-for-a-large-household", "doubled_name"),
        ("claim_id: Dina", "claim_id: Carla", "doubled_name"),
        ("{claim_id: Amal, ", "{", "missing"),
    ],
)
def test_a_mistake_in_a_case_is_told_with_its_line(town: Path, old: str, new: str, code: str):
    change(town, "cases/examples.yaml", old, new)

    found = [problem for problem in case_problems(town) if problem.code == code]

    assert found
    assert Path(found[0].where.file) == town / "cases" / "examples.yaml"
    assert found[0].where.line > 0
    assert found[0].todo


def test_members_of_a_level_below_the_household_have_facts_of_their_own(town: Path):
    change(
        town,
        "programme.yaml",
        "  claim: {label",
        "  person: {label: {en: Person, ar: شخص}, within: [household]}\n  claim: {label",
    )
    add(town, "fields.yaml", PERSON)
    add(town, "cases/examples.yaml", FAMILY)

    case = cases(town)["family"]

    assert [(person.id, person.ids["household"], person.facts["age"]) for person in case.members["person"]] == [
        ("Rami", "H1", 9),
        ("Lina", "H1", 40),
    ]


def test_a_member_that_names_only_what_it_lies_within_directly_lies_in_all_above_that(town: Path):
    change(
        town,
        "programme.yaml",
        "  claim: {label",
        "  visit: {label: {en: Visit, ar: زيارة}, within: [claim]}\n"
        "  item: {label: {en: Item, ar: بند}, within: [visit]}\n  claim: {label",
    )
    add(town, "cases/examples.yaml", VISITED)

    [item] = cases(town)["visited"].members["item"]

    assert (item.ids["visit"], item.ids["claim"], item.ids["household"]) == ("V1", "Amal", "H1")


VISITED = """
- id: visited
  title: {en: A visit, ar: زيارة}
  on: 2025-03-01
  claims: [{claim_id: Amal, household_id: H1, filed_on: 2025-02-01}]
  members:
    item: [{item_id: I1, visit_id: V1}]
    visit: [{visit_id: V1, claim_id: Amal}]
  expect: {Amal: {outcome: incomplete}}
"""
PERSON = """
age:
  level: person
  type: integer
  unit: year
  range: [0, 120]
  label: {en: Age, ar: العمر}
  asked: family
"""
FAMILY = """
- id: family
  title: {en: A family, ar: أسرة}
  on: 2025-03-01
  claims: [{claim_id: Amal, household_id: H1, filed_on: 2025-02-01}]
  members:
    person:
      - {person_id: Rami, household_id: H1, age: 9}
      - {person_id: Lina, household_id: H1, age: 40}
  expect: {Amal: {outcome: incomplete}}
"""

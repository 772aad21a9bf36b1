"""A ceiling or a deduction that is for some claims only, decided and told."""

from dataclasses import replace

import pytest

from sanad.engine.rules.deciding import decide
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import TODAY, expression, limit, line, rules, shared
from tests.engine.people import one_claim

FOR_GRADE_5 = expression("grade == 5")


def most(amount: str = "60"):
    return rules(lines=[line("repair", "100")], ceilings=[replace(limit("most", ["repair"], amount), when=FOR_GRADE_5)])


def decided(ruled, **facts):
    return decide(ruled, one_claim(ruled, facts), TODAY)


@pytest.mark.parametrize(("grade", "net"), [(5, 60_00), (4, 100_00)])
def test_a_ceiling_cuts_only_where_its_condition_holds(grade: int, net: int):
    assert decided(most(), grade=grade).net == net


@pytest.mark.parametrize(("grade", "net"), [(5, 40_00), (4, 100_00)])
def test_a_deduction_is_taken_only_where_its_condition_holds(grade: int, net: int):
    insurance = replace(limit("insurance", ["repair"], "60"), when=FOR_GRADE_5)

    assert decided(rules(lines=[line("repair", "100")], deductions=[insurance]), grade=grade).net == net


@pytest.mark.parametrize(("owns", "net"), [(True, 60_00), (False, 100_00)])
def test_a_ceiling_that_claims_share_is_for_some_groups_only(owns: bool, net: int):
    family = shared("family", "household", ["repair"], "60", when=expression("owns_house"))
    ruled = rules(lines=[line("repair", "100")], shared_ceilings=[family])

    assert decided(ruled, owns_house=owns, filed_on=TODAY).net == net


def test_a_limit_that_does_not_hold_needs_no_fact_of_its_amount():
    ruled = most("60 if cost > 0 else 70")

    assert decided(ruled, grade=4).outcome == "award"
    assert decided(ruled, grade=5).reasons == ("cost",)
    assert decided(ruled).reasons == ("grade",)


@pytest.mark.parametrize("grade", [4, 5])
def test_a_limit_is_told_only_to_those_whom_it_is_for(grade: int):
    ruled = most()
    decision = decided(ruled, grade=grade)

    told = as_text(explain(ruled, decision, "en", run=Interpreter(ruled, TODAY), context=Context()))

    assert ("at most 60 USD" in told) is (grade == 5)

"""Advice that can be followed, sentences that are sentences, and a granted claim that a limit empties."""

from datetime import date

import pytest

from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from sanad.engine.rules.words.teller import describe
from tests.engine.building import FIELDS, TODAY, defined, gate, limit, line, number, rules
from tests.engine.nepal import ISOLATES
from tests.engine.people import one_claim

HEADING = "What would change it"
FILED = {"filed_on": date(2019, 1, 1), "grade": 2, "repair": "minor"}
FIRST = "rank(house, by=(filed_on, claim_id)) > 0"


def told(ruled: RuleSet, facts: dict[str, object], language: str = "en") -> str:
    run = Interpreter(ruled, TODAY)
    decision = decide_with(run, one_claim(ruled, facts), {})
    return as_text(explain(ruled, decision, language, run=run, context=Context())).translate(ISOLATES)


@pytest.mark.parametrize("when", ["given(filed_on)", FIRST, f"grade == 2 or {FIRST}", f"{FIRST} and given(filed_on)"])
def test_nobody_is_advised_to_unsay_a_fact_or_to_stand_elsewhere_in_the_order(when: str):
    text = told(rules(gates=[gate("late", when)], lines=[line("grant", "700")]), FILED)

    assert "This claim is refused." in text
    assert HEADING not in text


def test_advice_that_is_enough_by_itself_stays():
    text = told(rules(gates=[gate("late", f"grade < 3 and {FIRST}")], lines=[line("grant", "700")]), FILED)

    assert "The answer would be different if: “said” is 3 or more." in text


def test_an_arabic_label_is_not_negated_twice():
    text = told(rules(gates=[gate("minor", "repair == 'minor'")], lines=[line("grant", "700")]), FILED, "ar")

    assert "يتغيّر الجواب إذا صار: «قيل»: ليس «قيل»." in text


def test_a_condition_of_some_member_is_told_as_one():
    ruled = defined("any(house, grade != 2)")
    node = ruled.definitions["result"].node

    assert describe(node, ruled, "en") == (
        "for at least one of the claims of the same “said” this holds: “said” is not 2"
    )
    assert describe(node, ruled, "ar").translate(ISOLATES).startswith("يصحّ هذا لواحد على الأقل من")


def test_equal_parts_have_no_weight_to_tell():
    ruled = rules(
        fields=(*FIELDS, number("worth", 0, 1000, "money", level="house")),
        lines=[line("grant", "split(house, house.worth, 1, by=(claim_id,))")],
    )

    text = told(ruled, {"worth": 500_00})

    assert "that falls to it, divided equally over the claims of the same “said”" in text
    assert "falls to it by" not in text


def test_a_granted_claim_that_a_limit_or_a_deduction_empties_is_told_as_granted():
    grant = [line("grant", "700")]
    limited = told(rules(lines=grant, ceilings=[limit("most", ["grant"], "0")]), {})
    taken_off = told(rules(lines=grant, deductions=[limit("aid", ["grant"], "900")]), {})

    assert "This claim is granted, but a limit leaves nothing of it to pay: 0 USD." in limited
    assert "This claim is granted, but what is taken off leaves nothing of it: 0 USD." in taken_off

"""A request for a change that is declined changes nothing but what is said."""

import pytest

from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import TODAY, gate, line, rules
from tests.engine.people import decided

LATE = gate("review_too_late", "filed_on > date('2020-01-31')", "decline")
GRANT = line("grant", "cost")


@pytest.mark.parametrize("facts", [{"grade": 1, "cost": 100_00}, {"grade": 3, "cost": 100_00}, {}])
def test_a_declined_change_leaves_outcome_and_sums_as_they_are(facts):
    refusing = gate("too_small", "grade == 1")
    facts = facts | {"filed_on": TODAY}

    with_rule = decided(rules(gates=[refusing], lines=[GRANT], declines=[LATE]), facts)
    without = decided(rules(gates=[refusing], lines=[GRANT]), facts)

    assert with_rule.remarks == ("review_too_late",)
    for name in ("outcome", "reasons", "net", "due_now", "left"):
        assert getattr(with_rule, name) == getattr(without, name)


def test_a_rule_that_cannot_be_decided_declines_nothing():
    assert decided(rules(lines=[GRANT], declines=[LATE]), {"cost": 100_00}).remarks == ()


@pytest.mark.parametrize(("language", "heading"), [("en", "A change that was asked for"), ("ar", "تغيير طُلب")])
def test_the_explanation_says_that_the_award_stands(language, heading):
    ruled = rules(lines=[GRANT], declines=[LATE])
    samira = decided(ruled, {"cost": 100_00, "filed_on": TODAY})

    told = as_text(explain(ruled, samira, language, run=Interpreter(ruled, TODAY), context=Context()))

    assert heading in told

"""A part that is reached and of which the sum was never made public: what is due is unknown, and never 0."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import TODAY, limit, line, part, rules, value, version
from tests.engine.people import decided

SECRET = value("secret", version(date(2015, 1, 1), Unpublished()))
LATER = value("later", version(date(2021, 1, 1), Decimal(50)))


def in_parts(*parts, **more):
    return rules(values=[SECRET, LATER], lines=[line("grant", "300", parts=parts)], **more)


def answer(decision):
    return decision.outcome, decision.reasons, decision.net, decision.due_now, decision.left


@pytest.mark.parametrize("name", ["secret", "later"])
def test_a_reached_part_without_a_published_sum_leaves_what_is_due_unknown(name):
    samira = decided(in_parts(part("first", "50"), part("second", name, "grade > 2")), {"grade": 3})

    assert answer(samira) == ("award", (name,), 300_00, None, None)


@pytest.mark.parametrize("grade", [1, None])
def test_a_part_that_is_not_reached_needs_no_published_sum(grade):
    facts = {} if grade is None else {"grade": grade}

    karim = decided(in_parts(part("first", "50"), part("second", "secret", "grade > 2")), facts)

    assert answer(karim) == ("award", (), 300_00, 50_00, 250_00)


def test_an_absent_fact_locks_its_part_even_where_a_figure_is_lacking_too():
    karim = decided(in_parts(part("first", "min(cost, secret)")), {})

    assert answer(karim) == ("award", (), 300_00, 0, 300_00)


@pytest.mark.parametrize(("paid", "due"), [(0, None), (299_99, None), (300_00, 0), (350_00, 0)])
def test_nothing_is_unknown_once_the_whole_line_was_paid(paid, due):
    samira = decided(in_parts(part("first", "secret")), {}, {"grant": paid})

    assert (samira.due_now, samira.overpaid) == (due, max(0, paid - 300_00))


def test_nothing_is_unknown_where_a_ceiling_leaves_no_more_than_the_parts_before():
    ruled = in_parts(part("first", "50"), part("second", "secret"), ceilings=[limit("top", ["grant"], "50")])

    assert answer(decided(ruled, {})) == ("award", (), 50_00, 50_00, 0)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["never made public, so nobody can say yet", "Due now: not known yet", "We do not guess it"]),
        ("ar", ["فلم يُنشر قط", "المستحق الآن: غير معروف بعد", "ونحن لا نخمّنه"]),
    ],
)
def test_the_explanation_says_that_the_award_is_known_and_its_division_is_not(language, sentences):
    ruled = in_parts(part("first", "share(awarded, 1, 2)"), part("second", "min(secret, awarded)"))
    samira = decided(ruled, {})

    told = as_text(explain(ruled, samira, language, run=Interpreter(ruled, TODAY), context=Context()))

    assert [sentence for sentence in sentences if sentence not in told] == []

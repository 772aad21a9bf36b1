"""What the family may take, ask for or give up: it decides, and nothing of it is a refusal."""

from datetime import date

import pytest

from sanad.engine.rules.declared import Alternatives, Field, Option, Waiver
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import FIELDS, HERE, SAID, TODAY, expression, gate, line, rules
from tests.engine.people import decided

KIND = Field("kind", "claim", "choice", SAID, HERE, options=(Option("grant", SAID), Option("flat", SAID)))
LINES = [line("grant", "300", gates=[gate("too_small", "grade == 1")]), line("flat", "500"), line("rent", "100")]
CHOICE = Alternatives("help", SAID, ("grant", "flat"), expression("kind"), "gazette", HERE)
GIVING_UP = Alternatives(
    "help", SAID, ("grant", "flat"), expression("kind"), "gazette", HERE,
    waives=(Waiver(("rent",), ("flat",), "gazette", HERE),),
)  # fmt: skip


def choosing(choice=CHOICE, **more):
    return rules(fields=[*FIELDS, KIND], lines=LINES, choices=[choice], **more)


def outcomes(decision):
    return {found.line.name: found.outcome for found in decision.lines}


def told(ruled, decision, language="en", on=TODAY):
    return as_text(explain(ruled, decision, language, run=Interpreter(ruled, on), context=Context()))


@pytest.mark.parametrize("grade", [1, 3])
def test_what_is_not_chosen_yet_stays_open_and_is_never_refused(grade):
    samira = decided(choosing(), {"grade": grade})

    assert outcomes(samira) == {"grant": "open", "flat": "open", "rent": "award"}


def test_what_was_not_taken_does_not_apply():
    samira = decided(choosing(), {"kind": "flat"})

    assert outcomes(samira) == {"grant": "not_applicable", "flat": "award", "rent": "award"}
    assert samira.net == 600_00


@pytest.mark.parametrize(("kind", "rent"), [("flat", "not_applicable"), ("grant", "award"), (None, "award")])
def test_another_line_is_given_up_only_by_the_alternative_that_says_so(kind, rent):
    facts = {"grade": 3} | ({"kind": kind} if kind else {})

    assert outcomes(decided(choosing(GIVING_UP), facts))["rent"] == rent


def test_several_options_may_mean_one_line():
    options = {"minor": "grant", "major": "flat"}
    choice = Alternatives("help", SAID, ("grant", "flat"), expression("repair"), "gazette", HERE, options)

    assert outcomes(decided(choosing(choice), {"repair": "major"}))["flat"] == "award"


@pytest.mark.parametrize(
    ("chosen", "options", "code"),
    [
        ("grade", {}, "choice_field"),
        ("repair", {}, "choice_options"),
        ("kind", {"grant": "grant"}, "choice_options"),
        ("kind", {"grant": "grant", "flat": "grant"}, "choice_options"),
        ("kind", {"grant": "grant", "flat": "flat", "tent": "flat"}, "choice_options"),
    ],
)
def test_a_choice_whose_field_and_lines_do_not_fit_is_refused(chosen, options, code):
    choice = Alternatives("help", SAID, ("grant", "flat"), expression(chosen), "gazette", HERE, options)

    with pytest.raises(ProgrammeRefused) as refused:
        choosing(choice)

    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("facts", "language", "sentence"),
    [
        ({}, "en", "It has not chosen yet. This stays open, not refused."),
        ({"kind": "flat"}, "en", "This is its own choice and no refusal."),
        ({"kind": "flat"}, "en", "By taking “said”, the family gives this up"),
        ({}, "ar", "لم تختر بعد"),
        ({"kind": "flat"}, "ar", "تتنازل الأسرة عن هذا"),
    ],
)
def test_the_explanation_says_that_it_is_the_familys_choice(facts, language, sentence):
    ruled = choosing(GIVING_UP)

    assert sentence in told(ruled, decided(ruled, {"grade": 3} | facts), language)


CLOCK = rules(
    lines=[line("grant", "300", asked="owns_house", asked_until=expression("add_months(filed_on, 6)")), LINES[2]]
)


@pytest.mark.parametrize(
    ("filed", "asked", "found"),
    [
        (date(2019, 12, 16), None, "open"),
        (date(2019, 12, 15), None, "not_applicable"),
        (date(2019, 12, 15), False, "not_applicable"),
        (date(2019, 12, 15), True, "award"),
        (None, None, "open"),
    ],
)
def test_what_nobody_asks_for_is_open_until_its_clock_ends(filed, asked, found):
    given = {"filed_on": filed, "owns_house": asked}

    decision = decided(CLOCK, {name: fact for name, fact in given.items() if fact is not None}, on=date(2020, 6, 15))

    assert (outcomes(decision)["grant"], decision.outcome) == (found, "award")


def test_the_explanation_tells_the_last_day_before_and_after_it():
    open_, closed = decided(CLOCK, {"filed_on": date(2020, 1, 15)}), decided(CLOCK, {"filed_on": date(2019, 1, 15)})

    assert "It can be asked for before 15 July 2020." in told(CLOCK, open_)
    assert "It could be asked for before 15 July 2019, and nobody did." in told(CLOCK, closed)

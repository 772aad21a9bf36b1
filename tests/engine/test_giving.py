"""Things and rights instead of money: decided like any line, queued by kind, and in no total."""

from dataclasses import replace

import pytest

from sanad.caseload.one_by_one import decide_one_by_one
from sanad.engine.rules.declared import Order, Thing
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import FIELDS, HERE, SAID, TODAY, expression, gate, line, number, rules
from tests.engine.people import decided, people

CERTIFICATE = {"en": "Housing certificate", "ar": "شهادة سكن"}
COUNT = number("people", 0, 9)


def thing(name, amount, *, kind="certificate", unit="certificate", decimals=0, value=None, **more):
    of_value = expression(value) if value else None
    return replace(line(name, amount, **more), thing=Thing(kind, CERTIFICATE, unit, decimals, of_value))


def giving(*lines, **more):
    return rules(fields=[*FIELDS, COUNT], lines=lines, **more)


def test_a_thing_enters_no_total_and_is_still_an_award():
    samira = decided(giving(thing("home", "people", value="cost")), {"people": 2, "cost": 900_00})

    assert (samira.outcome, samira.net, samira.due_now, samira.left) == ("award", 0, 0, 0)
    assert (samira.lines[0].number, samira.lines[0].value) == (2, 900_00)


def test_a_measured_thing_is_rounded_once_to_its_decimals():
    excess = thing("excess", "max(area - 200, 0) * 1.05", kind="excess", unit="m2")

    assert decided(giving(excess), {"area": 240_0}).lines[0].number == 42


def test_a_value_that_is_not_known_keeps_no_thing_back():
    samira = decided(giving(thing("home", "1", value="cost")), {})

    assert (samira.outcome, samira.lines[0].number, samira.lines[0].value) == ("award", 1, None)


def test_a_number_that_is_not_known_makes_the_line_incomplete():
    assert decided(giving(thing("home", "people")), {}).reasons == ("people",)


def test_a_thing_is_refused_and_opened_like_money():
    home = thing("home", "1", asked="owns_house", gates=[gate("too_small", "grade == 1")])

    outcomes = [decided(giving(home), facts).lines[0].outcome
                for facts in ({}, {"owns_house": True, "grade": 1}, {"owns_house": True, "grade": 3})]  # fmt: skip

    assert outcomes == ["open", "refuse", "award"]


@pytest.mark.parametrize(
    ("amount", "unit", "code"),
    [("cost", "certificate", "wrong_unit"), ("area", "m3", "wrong_unit"), ("1", "2m", "bad_unit")],
)
def test_a_number_in_another_unit_is_refused(amount, unit, code):
    with pytest.raises(ProgrammeRefused) as refused:
        giving(thing("home", amount, unit=unit))

    assert [problem.code for problem in refused.value.problems] == [code]


def test_things_of_one_kind_share_a_queue_in_the_order_of_payment():
    order = Order("order", SAID, (), (expression("desc(grade)"),), (), "gazette", HERE)
    ruled = giving(thing("home", "people"), thing("shop", "1"), thing("plot", "1", kind="plot"), order=order)
    claims = {
        name: {"people": count, "grade": grade, "house_id": "h", "household_id": "f"}
        for name, count, grade in (("Samira", 1, 3), ("Karim", 0, 5), ("Nour", 2, 4))
    }
    things = people(ruled, {"house": {"h": {}}, "household": {"f": {}}, "claim": claims})

    rows = decide_one_by_one(ruled, list(things["claim"].values()), TODAY, {})

    places = {name: (row["home_place"], row["shop_place"], row["plot_place"]) for name, row in rows.items()}
    assert places == {"Karim": (None, 1, 1), "Nour": (2, 3, 2), "Samira": (4, 5, 3)}


def test_none_of_a_thing_is_worth_nothing():
    ruled = giving(thing("home", "people - 1", value="cost"))

    (line,) = decided(ruled, {"people": 1, "cost": 900_00}).lines

    assert (line.number, line.value) == (0, 0)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["This claim is awarded in kind: Housing certificate: 1.", "Place among those awarded the same: 7",
                "Value, for information; it is not paid: 900 USD"]),
        ("ar", ["قُرّر لهذا الطلب عينًا: شهادة سكن", "القيمة للعلم فقط، ولا تُدفع"]),
    ],
)  # fmt: skip
def test_the_explanation_tells_things_apart_from_money(language, sentences):
    ruled = giving(thing("home", "1", value="cost"))
    samira = decided(ruled, {"cost": 900_00})

    context = Context(places={"home": 7})
    told = as_text(explain(ruled, samira, language, run=Interpreter(ruled, TODAY), context=context))

    assert [sentence for sentence in sentences if sentence not in told] == []


def test_money_and_a_thing_are_told_one_after_the_other():
    ruled = giving(line("grant", "100"), thing("home", "1"))

    told = as_text(explain(ruled, decided(ruled, {}), "en", run=Interpreter(ruled, TODAY), context=Context()))

    assert "This claim is awarded 100 USD.\n" in told
    assert "And in kind: Housing certificate: 1.\n" in told

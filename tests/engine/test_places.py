"""Places within places: the nearest row counts, `within` asks, and neither a place nor a name decides unsaid."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide
from sanad.engine.rules.declared import Field, Option, Order, Tier
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.records import Record
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import (
    FIELDS,
    HERE,
    SAID,
    TODAY,
    defined,
    definition,
    expression,
    gate,
    limit,
    line,
    problem_of,
    programme,
    row,
    rules,
    value,
    version,
)


def named(text: str) -> dict[str, str]:
    return {"en": text, "ar": f"ال{text}"}


PLACES = (
    Option("LB", named("Lebanon")),
    Option("LB-B", named("Beirut"), "LB"),
    Option("LB-B-1", named("Karantina"), "LB-B"),
    Option("LB-J", named("South"), "LB"),
)
HOME = Field("home", "claim", "place", named("Home"), HERE, options=PLACES)
FAMILY = Field("family", "claim", "choice", SAID, HERE, options=(Option("one", SAID), Option("two", SAID)), names=True)
PLACED = (*FIELDS, HOME, FAMILY)


def rent(*rows, zones="price", **more):
    return value("rent", version(date(2016, 1, 1), list(rows), **more), keys=["home"], zones=zones)


RENT = rent(row("LB", Decimal(100)), row("LB-B", Decimal(200)))


@pytest.mark.parametrize(("home", "amount"), [("LB", 100), ("LB-J", 100), ("LB-B", 200), ("LB-B-1", 200)])
def test_the_row_of_the_nearest_enclosing_place_counts(home, amount):
    ruled = rules(fields=PLACED, values=[RENT], lines=[line("rent_of", "rent[home]")])

    assert decide(ruled, Record("claim", "Amal", {"home": home}), TODAY).net == amount * 100


def test_a_place_without_a_row_around_it_needs_an_otherwise():
    with pytest.raises(ProgrammeRefused) as refused:
        rules(fields=PLACED, values=[rent(row("LB-B", Decimal(200)))], lines=[line("rent_of", "rent[home]")])

    assert (refused.value.problems[0].code, "`LB`, `LB-J`" in refused.value.problems[0].message) == ("gap", True)
    assert rules(fields=PLACED, values=[rent(row("LB-B", Decimal(200)), otherwise=Decimal(5))])


@pytest.mark.parametrize(("home", "lies"), [("LB", False), ("LB-J", False), ("LB-B", True), ("LB-B-1", True)])
def test_a_place_lies_within_itself_and_all_that_is_around_it(home, lies):
    ruled = defined("within(home, 'LB-B')", fields=PLACED)

    found = Interpreter(ruled, TODAY).evaluate(
        ruled.definitions["result"].node, Record("claim", "Amal", {"home": home})
    )

    assert found == (lies, 0)


def test_a_refusal_by_place_names_the_place_and_its_published_reason():
    reason = {"en": "The decree names Beirut.", "ar": "المرسوم يسمّي بيروت."}
    ruled = rules(fields=PLACED, gates=[gate("elsewhere", "not within(home, 'LB-B')", because=reason)])
    claim = Record("claim", "Amal", {"home": "LB-J"})
    decision = decide(ruled, claim, TODAY)

    english, arabic = (
        as_text(explain(ruled, decision, language, run=Interpreter(ruled, TODAY), context=Context()))
        for language in ("en", "ar")
    )

    assert "Home: South" in english
    assert "“Home” lies in “Beirut”" in english
    assert "Why the place or the name counts here: The decree names Beirut." in english
    assert "المرسوم يسمّي بيروت" in arabic


def refused(**parts) -> list[str]:
    with pytest.raises(ProgrammeRefused) as raised:
        build(programme(fields=PLACED, **parts))
    return [problem.code for problem in raised.value.problems]


BY_PLACE = definition("near", "within(home, 'LB-B')")
ORDER = Order("order", SAID, (), (), (), "gazette", HERE)


@pytest.mark.parametrize(
    "parts",
    [
        {"gates": [gate("elsewhere", "home == 'LB-J'")]},
        {"gates": [gate("elsewhere", "family == 'one'")]},
        {"gates": [gate("elsewhere", "near")], "definitions": [BY_PLACE]},
        {"declines": [gate("elsewhere", "near", "decline")], "definitions": [BY_PLACE]},
        {
            "lines": [line("grant", "cost", asked_until=expression("filed_on if near else '2020-01-01'"))],
            "definitions": [BY_PLACE],
        },
        {"gates": [gate("dear", "rent[home] > 150")], "values": [rent(row("LB", Decimal(1)), zones="")]},
        {"lines": [line("grant", "cost", when="near")], "definitions": [BY_PLACE]},
        {"lines": [line("grant", "cost if near else loan")], "definitions": [BY_PLACE]},
        {"lines": [line("grant", "cost", gates=[gate("elsewhere", "family in ('one',)")])]},
        {"lines": [line("grant", "sum(house, cost, where=home == 'LB-B')")]},
        {"lines": [line("grant", "first(house, cost, by=(family, claim_id))")]},
        {"lines": [line("grant", "cost")], "ceilings": [limit("all", ["grant"], "5 if family == 'one' else 6")]},
        {"order": replace(ORDER, keys=(expression("home"),))},
        {"order": replace(ORDER, tiers=(Tier(SAID, expression("within(home, 'LB-B')"), "gazette"),))},
    ],
)
def test_a_name_or_a_place_in_a_condition_or_a_key_is_refused(parts):
    assert refused(**parts) == ["name_or_place_decides"]


@pytest.mark.parametrize(
    "parts",
    [
        {"gates": [gate("dear", "rent[home] > 150")], "values": [RENT]},
        {"lines": [line("grant", "rent[home]")], "values": [rent(row("LB", Decimal(1)), zones="")]},
        {"gates": [gate("unplaced", "not given(home)")]},
        {"gates": [gate("elsewhere", "home == 'LB-J'", because=SAID)]},
        {"lines": [line("grant", "cost if near else loan", because=SAID)], "definitions": [BY_PLACE]},
        {"order": replace(ORDER, keys=(expression("home"),), because=SAID)},
        {"definitions": [BY_PLACE]},
    ],
)
def test_zones_a_published_reason_and_the_question_whether_it_is_stated_are_allowed(parts):
    assert build(programme(fields=PLACED, **parts))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("within(grade, 'LB')", "place_needed"),
        ("within(repair, 'LB')", "place_needed"),
        ("within(home, 'LB-X')", "unknown_place"),
        ("within(home, repair)", "unknown_place"),
        ("within(home)", "wrong_arguments"),
    ],
)
def test_what_is_no_place_is_refused(text, code):
    assert problem_of(text, fields=PLACED).code == code

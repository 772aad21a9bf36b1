"""Conditions and sums in words, as a rule states them and as one claim meets them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Field
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.gates import otherwise
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.steps import because, formula
from sanad.engine.rules.words.teller import Teller, describe
from tests.engine.building import FIELDS, TODAY, definition, programme, value, version
from tests.engine.people import one_claim

LABELS = {
    "floors": {"en": "Floors", "ar": "الطوابق"},
    "owns_house": {"en": "Owns another house", "ar": "يملك بيتًا آخر"},
    "grade": {"en": "Damage grade", "ar": "درجة الضرر"},
    "repair": {"en": "Kind of repair", "ar": "نوع الإصلاح"},
    "filed_on": {"en": "Day of filing", "ar": "تاريخ تقديم الطلب"},
    "area": {"en": "Area", "ar": "المساحة"},
    "cost": {"en": "Cost of repair", "ar": "كلفة الإصلاح"},
    "loan": {"en": "Loan", "ar": "القرض"},
    "rate": {"en": "Rate", "ar": "النسبة"},
    "income": {"en": "Income", "ar": "الدخل"},
    "age": {"en": "Age", "ar": "العمر"},
}
OPTIONS = {"minor": {"en": "Minor repair", "ar": "إصلاح صغير"}, "major": {"en": "Major repair", "ar": "إصلاح كبير"}}


def labelled(field: Field) -> Field:
    options = tuple(replace(option, label=OPTIONS[option.code]) for option in field.options)
    return replace(field, label=LABELS.get(field.name, field.label), options=options)


def ruled(text: str, unit: str = "") -> RuleSet:
    ceiling = replace(
        value("ceiling", version(date(2020, 1, 1), Decimal(8_000))), label={"en": "Ceiling", "ar": "السقف"}
    )
    large = replace(definition("large", "grade >= 4"), label={"en": "Large damage", "ar": "ضرر كبير"})
    parts = {"definitions": [large, definition("result", text, unit=unit)], "values": [ceiling]}
    return build(programme(fields=[labelled(field) for field in FIELDS], **parts))


def stated(text: str, language: str = "en", unit: str = "") -> str:
    rules = ruled(text, unit)
    return describe(rules.definitions["result"].node, rules, language)


def teller(rules: RuleSet, language: str, facts: dict[str, object]) -> Teller:
    return Teller.of_claim(Speech.of(rules, language), Interpreter(rules, TODAY), one_claim(rules, facts))


def met(text: str, language: str = "en", **facts: object) -> str:
    """Why the condition came out as it did."""
    rules = ruled(text)
    return because(teller(rules, language, facts), rules.definitions["result"].node)


def worked(text: str, language: str = "en", unit: str = "USD", **facts: object) -> str:
    rules = ruled(text, unit)
    return formula(teller(rules, language, facts), rules.definitions["result"].node)


def test_brackets_hold_together_what_not_stands_before():
    told = stated("grade > 3 and not (given(cost) and given(loan))")

    assert told == "“Damage grade” is more than 3, and (“Cost of repair” is not stated, or “Loan” is not stated)"


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("grade == 3", "“Damage grade” is 3", "«درجة الضرر»: \u20663\u2069"),
        ("grade != 3", "“Damage grade” is not 3", "«درجة الضرر»: غير \u20663\u2069"),
        ("not grade < 3", "“Damage grade” is 3 or more", "«درجة الضرر»: \u20663\u2069 أو أكثر"),
        ("4 <= grade", "“Damage grade” is 4 or more", "«درجة الضرر»: \u20664\u2069 أو أكثر"),
        ("grade in (4, 5)", "“Damage grade” is 4 or 5", "«درجة الضرر»: \u20664\u2069 أو \u20665\u2069"),
        ("repair == 'major'", "“Kind of repair” is “Major repair”", "«نوع الإصلاح»: «إصلاح كبير»"),
        ("not household.owns_house", "“Owns another house”: no", "«يملك بيتًا آخر»: لا"),
        ("given(cost)", "“Cost of repair” is stated", "«كلفة الإصلاح»: مذكور"),
        (
            "filed_on < date('2017-05-08')",
            "“Day of filing” is before 8 May 2017",
            "«تاريخ تقديم الطلب»: قبل \u20678 أيار 2017\u2069",
        ),
        (
            "large and (cost > loan or not given(rate))",
            "“Large damage”: yes, and (“Cost of repair” is more than “Loan”, or “Rate” is not stated)",
            "«ضرر كبير»: نعم، و(«كلفة الإصلاح»: أكثر من «القرض»، أو «النسبة»: غير مذكور)",
        ),
    ],
)
def test_a_condition_reads_as_a_sentence_in_both_languages(text, english, arabic):
    assert stated(text) == english
    assert stated(text, "ar") == arabic


def test_a_total_over_a_group_names_the_group_and_who_counts():
    count = stated("count(household.person, where=age < 18)")

    assert count == "the number of the people of the same “said” where “Age” is less than 18"


def test_of_a_true_or_only_the_true_side_is_named():
    told = met("grade >= 4 or repair == 'major'", grade=5, repair="minor")

    assert told == "yes, because “Damage grade” is 5 (4 or more)"


def test_of_a_true_and_every_side_is_named():
    told = met("grade == 2 and repair == 'major'", grade=2, repair="major")

    assert told == "yes, because “Damage grade” is 2, and “Kind of repair” is “Major repair”"


def test_of_a_false_and_only_the_false_side_is_named():
    assert met("grade == 2 and repair == 'major'", grade=3) == "no, because “Damage grade” is 3 (not 2)"


def test_several_bounds_on_one_fact_are_said_once():
    assert met("grade >= 4 or grade == 3", grade=2) == "no, because “Damage grade” is 2 (less than 4, not 3)"


def test_an_arabic_reason_says_the_value_and_the_bound():
    told = met("grade >= 4", "ar", grade=5)

    assert told == "نعم، لأن «درجة الضرر»: \u20665\u2069 (\u20664\u2069 أو أكثر)"


def test_a_share_is_told_as_per_cent_with_its_result():
    told = worked("share(cost, 60, 100)", cost=12_500_000_00)

    assert told == "60 % of “Cost of repair” (12,500,000 USD) = 7,500,000 USD"


def test_an_arabic_share_keeps_its_numbers_apart():
    told = worked("share(cost, 60, 100)", "ar", cost=500_000)

    assert told == "\u206660 %\u2069 من «كلفة الإصلاح» (\u20665,000\u2069 دولار) = \u20663,000\u2069 دولار"


def test_rounding_is_named_where_it_changed_something():
    exact = worked("share(cost, 1, 3)", cost=300)
    rounded = worked("share(cost, 1, 3, 'down')", cost=100)

    assert exact == "“Cost of repair” (3 USD) × 1 ÷ 3 = 1 USD"
    assert rounded == "“Cost of repair” (1 USD) × 1 ÷ 3 = 0.33 USD (rounded down)"


def test_the_lesser_of_two_names_both_with_their_sums():
    told = worked("min(share(cost, 60, 100), ceiling)", cost=5_000_00)

    assert told == (
        "3,000 USD, that is the lesser of (60 % of “Cost of repair” (5,000 USD) = 3,000 USD) and “Ceiling” (8,000 USD)"
    )


def test_of_a_choice_only_the_branch_taken_is_told_with_the_reason():
    told = worked("cost * 2 if grade >= 4 else loan", grade=5, cost=1_000_00)

    assert told == ("2,000 USD, that is “Cost of repair” (1,000 USD) × 2, because “Damage grade” is 5 (4 or more)")


def test_brackets_stand_where_the_sum_would_be_read_wrongly_without_them():
    assert worked("cost - (loan - cost)", cost=300, loan=100) == (
        "“Cost of repair” (3 USD) − (“Loan” (1 USD) − “Cost of repair” (3 USD)) = 5 USD"
    )


def test_a_missing_fact_is_said_to_be_missing():
    assert worked("cost + loan", cost=100) == "“Cost of repair” (1 USD) + “Loan” (not stated)"


@pytest.mark.parametrize(
    ("text", "facts", "change"),
    [
        ("grade == 1", {"grade": 1}, "“Damage grade” is not 1"),
        ("not household.owns_house", {"owns_house": False}, "“Owns another house”: yes"),
        (
            "grade == 2 and repair == 'minor'",
            {"grade": 2, "repair": "minor"},
            "“Damage grade” is not 2, or “Kind of repair” is not “Minor repair”",
        ),
        (
            "grade == 1 or owns_house",
            {"grade": 1, "owns_house": True},
            "“Damage grade” is not 1, and “Owns another house”: no",
        ),
        ("grade == 1 or owns_house", {"grade": 1, "owns_house": False}, "“Damage grade” is not 1"),
        ("version_date >= date('2016-01-01') and grade == 1", {"grade": 1}, "“Damage grade” is not 1"),
    ],
)  # fmt: skip
def test_what_would_change_a_refusal_is_the_opposite_of_what_decided_it(text, facts, change):
    rules = ruled(text)

    assert otherwise(teller(rules, "en", facts), rules.definitions["result"].node) == change

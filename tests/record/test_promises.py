"""Undertakings: minutes and notices that only say who does what by when, who made them, and what came of them."""

import pytest

from sanad.record.proposing import propose
from sanad.record.proposing.page import Promise

FOUND = [
    ("en", "Action: R. Haddad to call the contractor by 12 March.", "agreement", "by 12 March", "dated"),
    ("en", "Roof\n- Mrs Daou to write to the school before Easter", "agreement", "before Easter", "vague"),
    ("en", "The office will settle all claims within thirty days.", "promise", "within thirty days", "dated"),
    (
        "en",
        "If they pour the footing, we will supervise the rest.",
        "promise",
        "If they pour the footing",
        "conditional",
    ),
    ("en", "The contractor must clear the drains by 1 June.", "responsibility", "by 1 June", "dated"),
    ("ar", "على البلدية أن تزيل الركام قبل 11 آذار.", "responsibility", "قبل 11 آذار", "dated"),
    ("ar", "ما اتُّفق عليه\n- تضع هيام اللائحة قبل 11 آذار.", "agreement", "قبل 11 آذار", "dated"),
    ("ar", "وستُدفع التعويضات خلال شهرين.", "promise", "خلال شهرين", "dated"),
]


def promises(language: str, text: str) -> list[Promise]:
    return propose(f"A page\n\n{text}\n", language).promises


@pytest.mark.parametrize(("language", "text", "strength", "due", "kind"), FOUND)
def test_it_is_found_with_its_due_words(language: str, text: str, strength: str, due: str, kind: str):
    assert [(one.strength, one.due, one.due_kind) for one in promises(language, text)] == [(strength, due, kind)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The drains were never cleared."),
        ("en", "It will rain, he may be late."),
        ("en", "They paid $5."),
        ("ar", "ستستغرق الأشغال تسعة أشهر."),
        ("ar", "كل خيمة لا تصل ستكلفنا غرفة في المستشفى."),
        ("ar", "ومن يدفع يُشكر ولا يُعبد."),
    ],
)
def test_what_nobody_undertook_is_none(language: str, text: str):
    assert promises(language, text) == []


def test_who_was_only_told_of_it_did_not_make_it():
    told = "Rita Haddad said: “We were told that compensation would be paid within a month.”"

    assert [(one.who, one.act) for one in promises("en", told)] == [(None, "pay")]


def test_what_came_of_it_is_a_later_clause_about_the_same_act():
    text = "The fund promised to pay every family. The roof was repaired in May. Nobody was paid."

    (one,) = promises("en", text)

    assert [span.of(f"A page\n\n{text}") for span in one.outcomes] == ["Nobody was paid"]

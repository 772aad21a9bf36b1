"""The true reason why a claim waits: its own facts, a sum in which nobody has a part, or another file."""

from datetime import date

from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import FIELDS, TODAY, definition, line, number, part, rules, shared
from tests.engine.nepal import ISOLATES
from tests.engine.people import one_claim, people

ELSEWHERE = "in another file of the same group"


def told(ruled: RuleSet, facts: dict[str, object], language: str = "en") -> str:
    return told_of(ruled, one_claim(ruled, facts), language)


def told_of(ruled: RuleSet, claim: Record, language: str) -> str:
    run = Interpreter(ruled, TODAY)
    decision = decide_with(run, claim, {})
    return as_text(explain(ruled, decision, language, run=run, context=Context())).translate(ISOLATES)


def test_a_claim_that_lacks_its_own_place_under_a_shared_ceiling_names_the_fact():
    together = shared("together", "household", ["grant"], "1_000")
    ruled = rules(lines=[line("grant", "1_700")], shared_ceilings=[together])
    filed = {name: {"household_id": "Haddad", "house_id": "H"} for name in ("Rima", "Karim")}
    claims = people(ruled, {"house": {"H": {}}, "household": {"Haddad": {}}, "claim": filed})["claim"]

    text = told_of(ruled, claims["Rima"], "en")

    assert "This claim cannot be decided yet. What is missing: “said”." in text
    assert ELSEWHERE not in text


def test_a_sum_in_which_nobody_has_a_part_is_not_laid_on_another_file():
    ruled = rules(
        fields=(*FIELDS, number("worth", 0, 1000, "money", level="house"), number("weight", 0, 9)),
        lines=[line("grant", "split(house, house.worth, weight, by=(claim_id,))")],
    )

    english, arabic = told(ruled, {"worth": 500_00, "weight": 0}), told(ruled, {"worth": 500_00, "weight": 0}, "ar")

    assert "A sum has to be divided, and by what is stated nobody has a part in it." in english
    assert "By what is stated of “said”, nobody has a part in what has to be divided." in english
    assert ELSEWHERE not in english
    assert "بحسب المذكور عن «قيل» لا نصيب لأحد فيما يجب تقسيمه." in arabic


def test_a_part_that_waits_for_a_derived_step_names_the_facts_that_it_lacks():
    ruled = rules(
        definitions=[definition("settled", "filed_on <= date('2020-01-01') and grade > 2")],
        lines=[line("grant", "700", parts=[part("all", "awarded", "settled")])],
    )

    unknown, too_late, in_arabic = (
        told(ruled, {"grade": 3}),
        told(ruled, {"grade": 3, "filed_on": date(2020, 3, 1)}),
        told(ruled, {"grade": 3}, "ar"),
    )

    assert "It waits for: “said” (not known yet; not stated: “said”)" in unknown
    assert "It waits for: “said” (not so far)" in too_late
    assert "(غير معروف بعد؛ لم يُذكر: «قيل»)" in in_arabic


def test_a_part_that_waits_for_a_day_names_the_day():
    ruled = rules(
        lines=[line("grant", "700", parts=[part("all", "awarded", "round_date >= add_months(filed_on, 240)")])]
    )

    english, arabic = (told(ruled, {"filed_on": date(2020, 3, 1)}, *language) for language in ((), ("ar",)))

    assert "It waits for: the day 1 March 2040" in english
    assert "آذار 2040" in arabic

"""The dated values behind a decision, as they are set beside those of another."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.words.figures import FiguresUsed, figures_used
from tests.engine.nepal import AUTUMN_2018, SITA, claim, nepal
from tests.engine.test_words_random import built, claim_facts, claim_of, person_facts, programmes, rounds


def figures_of(record: Record, on: date) -> FiguresUsed:
    run = Interpreter(nepal(), on)
    return figures_used(nepal(), decide_with(run, record, {}), "en", run)


def test_a_figure_says_its_value_since_when_and_by_which_source():
    sita = claim("Sita", **SITA)

    before, after = (list(figures_of(sita, on).sums.values()) for on in (date(2016, 6, 1), AUTUMN_2018))

    assert [(one.label, one.value, one.since) for one in before] == [
        ("“Grant to rebuild one house”", "200,000 NPR", "13 March 2016")
    ]
    assert [(one.value, one.since) for one in after] == [("300,000 NPR", "26 September 2016")]
    assert after[0].source == "NRA meeting approves additional housing grant of Rs 100,000"


def test_a_line_that_does_not_apply_and_a_claim_that_is_refused_bring_no_sums():
    refused = claim("Maya", damage_grade=1)

    found = figures_of(refused, AUTUMN_2018)

    assert found.sums == {}
    assert found.parts == {}


def test_what_was_not_in_force_on_the_day_is_said_so():
    too_early = figures_of(claim("Sita", **SITA), date(2015, 5, 1))

    assert {one.value for one in too_early.sums.values()} == {"not yet in force"}


@settings(max_examples=150, deadline=None)
@given(programmes, claim_facts, st.lists(person_facts, max_size=3), rounds)
def test_the_figures_of_any_rules_and_facts_can_be_told_in_both_languages(declared, own, persons, on):
    rules = built(declared)
    if rules is None:
        return
    run = Interpreter(rules, on)
    decision = decide_with(run, claim_of(rules, own, {}, persons), {})

    english, arabic = (figures_used(rules, decision, language, run) for language in ("en", "ar"))

    for kind in ("sums", "parts", "gates"):
        told = getattr(english, kind)
        assert len(told) == len(getattr(arabic, kind))
        assert {key.split()[0] for key in told} <= set(rules.values)
